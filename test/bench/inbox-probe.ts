/**
 * The service as a process of its own over an existing data folder (first argument), asked through a message port as
 * a window asks it. Writes one JSON line with what it measured.
 */
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '../../main/api/contract/index.ts';
import { startService } from '../../main/service/service.ts';
import { BENCH_KEY, COMMON_WORD, RARE_WORD } from './big-store.ts';
import { BENCH_ACCOUNT } from './desk.ts';

export type InboxFigures = {
  /** From the call of startService to its first inbox page, signing in (a slow hash on purpose) left out. */
  readonly firstPageMs: number;
  readonly signInMs: number;
  /** From the start of the process, loading of all modules included, to the service's being ready. */
  readonly processReadyMs: number;
  /** 95th percentiles of 200 calls each. */
  readonly nextPageP95Ms: number;
  readonly rareSearchP95Ms: number;
  readonly commonSearchP95Ms: number;
  readonly countsP95Ms: number;
  readonly rssMb: number;
};

const CALLS = 200;

const [dataDir = ''] = process.argv.slice(2);
const startedAt = performance.now();
const service = await startService({
  dataDir,
  key: { kind: 'hex', hex: BENCH_KEY },
  demo: false,
  host: 'web',
});
const readyAt = performance.now();
const { port1, port2 } = new MessageChannel();
service.attachPort(port1, 'bench');
port1.start();
port2.start();
const client: Client = createORPCClient(new RPCLink({ port: port2 }));
await client.session.signIn(BENCH_ACCOUNT);
const signedInAt = performance.now();
let { nextCursor: cursor } = await client.messages.list({ filter: {} });
const listedAt = performance.now();

const figures: InboxFigures = {
  firstPageMs: round(readyAt - startedAt + listedAt - signedInAt),
  signInMs: round(signedInAt - readyAt),
  processReadyMs: round(readyAt),
  nextPageP95Ms: await p95(async () => {
    cursor = (await client.messages.list({ filter: {}, cursor })).nextCursor;
  }),
  rareSearchP95Ms: await p95(() => client.messages.list({ filter: { query: RARE_WORD } })),
  commonSearchP95Ms: await p95(() => client.messages.list({ filter: { query: COMMON_WORD } })),
  countsP95Ms: await p95(() => client.messages.counts()),
  rssMb: Math.round(process.memoryUsage().rss / 2 ** 20),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);
port2.close();
await service.stop();
process.exit(0);

async function p95(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < CALLS; n++) {
    const from = performance.now();
    await call();
    times.push(performance.now() - from);
  }
  return round(times.sort((a, b) => a - b)[Math.ceil(CALLS * 0.95) - 1] ?? 0);
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
