// Stands in for parse-worker: does what the message's first word says, to show what the pool makes of it.
import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerTask } from '../../main/mail/parse-pool.ts';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { prepareMessage } from '../../main/mail/prepare.ts';

const port = parentPort;
if (port === null) throw new Error('runs only as a worker thread');
let queue = Promise.resolve();
port.on('message', ({ id, raw }: WorkerTask) => {
  queue = queue.then(async () => {
    const text = Buffer.from(raw).toString('latin1');
    if (text.includes('crash')) throw new Error('crash');
    if (text.includes('exit')) process.exit(3);
    if (text.includes('hang')) for (;;);
    if (text.includes('grow')) for (const all: unknown[] = []; ;) all.push(Array.from({ length: 10_000 }));
    port.postMessage({ id, message: await prepareMessage(raw, DEFAULT_LIMITS) } satisfies WorkerAnswer);
  });
});
port.postMessage('READY' satisfies WorkerAnswer);
