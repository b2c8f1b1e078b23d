/** The service as people run it, over a folder whose account is set up: reads until so many are stored, prints seconds. */
import { setTimeout } from 'node:timers/promises';
import { startService } from '../../main/service/service.ts';
import { openSql } from '../../main/store/connection.ts';
import { DATABASE_FILE } from '../../main/store/store.ts';

const [dataDir = '', hex = '', messages = ''] = process.argv.slice(2);
const startedAt = performance.now();
const service = await startService({ dataDir, key: { kind: 'hex', hex }, demo: false, host: 'web' });
const sql = openSql(`${dataDir}/${DATABASE_FILE}`, hex, 'READ');
const count = sql.prepare<[], { n: number }>('SELECT count(*) AS n FROM "Sighting"');
while ((count.get()?.n ?? 0) < Number(messages)) await setTimeout(200);
process.stdout.write(String((performance.now() - startedAt) / 1000));
sql.close();
await service.stop();
process.exit(0);
