import { openStore } from '../../main/store/store.ts';

/** A second desk: opens the folder, says so, and stays until it is killed. */
const [dataDir = '', hex = ''] = process.argv.slice(2);
await openStore({ dataDir, key: { kind: 'hex', hex } });
process.stdout.write('open\n');
setInterval(() => undefined, 60_000);
