import { runWebHost } from './run.ts';

/** Process entry of the browser host. */
await runWebHost(process.argv.slice(2));
