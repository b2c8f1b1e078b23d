import { startService } from '../../../main/service/service.ts';

/** The service over a data folder whose account reads from the tests' server, until it is killed. */
const [dataDir = '', hex = ''] = process.argv.slice(2);
await startService({ dataDir, key: { kind: 'hex', hex }, demo: false, host: 'cli' });
process.stdout.write('running\n');
