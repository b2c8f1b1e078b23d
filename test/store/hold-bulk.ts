/** Stops for good in the middle of a bulk transaction that has reached the disk in part. Arguments: folder, key. */
import { openStore } from '../../main/store/store.ts';

const [dataDir = '', hex = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, key: { kind: 'hex', hex }, use: 'BULK' });
await store.write((tx) => tx.unit.create({ data: { name: 'Confirmada' } }));
await store.writeSql((sql) => {
  sql.pragma('cache_size = 10'); // pages over the cache are written before the commit
  sql.prepare(`UPDATE "Unit" SET name = 'A medias'`).run();
  const insert = sql.prepare('INSERT INTO "RawSource" (sha256, size, zstd) VALUES (?, 1, ?)');
  for (let n = 0; n < 100; n++) insert.run(String(n).padStart(64, '0'), Buffer.alloc(20_000));
  process.stdout.write('in the middle\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
