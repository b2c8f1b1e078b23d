/**
 * `npm run bench [-- --messages N] [--store N]`: every bench, one after the other. A short table on standard output,
 * the same as JSON in .estafeta/results/bench.json. Meaningful on an otherwise idle machine only: the load is written
 * down beside the figures.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../main/paths.ts';
import { makeDesk } from './desk.ts';
import { benchImap } from './imap.ts';
import { benchInbox } from './inbox.ts';
import { benchIngest } from './ingest.ts';
import { benchLearning } from './learning.ts';
import { benchOutbox } from './outbox.ts';
import { benchScroll } from './scroll.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '20000' },
    store: { type: 'string', default: '100000' },
  },
});
const load = () => loadavg().map((one) => Math.round(one * 10) / 10);
const machine = { cores: availableParallelism(), node: process.version, loadBefore: load() };

const ingest = await benchIngest(Number(values.messages));
const imap = await benchImap(Number(values.messages));
const dataDir = mkdtempSync(join(tmpdir(), 'estafeta-bench-'));
try {
  await makeDesk(dataDir, Number(values.store));
  const inbox = { messages: Number(values.store), ...benchInbox(dataDir) };
  const scroll = await benchScroll(dataDir);
  const outbox = await benchOutbox(1000);
  const learning = await benchLearning(10_000);
  const figures = {
    at: new Date().toISOString(),
    machine: { ...machine, loadAfter: load() },
    ingest,
    imap,
    inbox,
    scroll,
    outbox,
    learning,
  };
  const results = join(projectRoot, '.estafeta', 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
  for (const [bench, measured] of Object.entries({ ingest, imap, inbox, scroll, outbox, learning })) {
    for (const [name, value] of Object.entries(measured)) {
      process.stdout.write(`${bench.padEnd(9)}${name.padEnd(20)}${String(value ?? 'not installed')}\n`);
    }
  }
  process.stdout.write(`load     ${machine.loadBefore.join(' ')} before, ${load().join(' ')} after\n`);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
