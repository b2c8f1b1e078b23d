import { parentPort, workerData } from 'node:worker_threads';
import type { ParseLimits } from './model.ts';
import type { WorkerAnswer, WorkerTask } from './parse-pool.ts';
import { prepareMessage } from './prepare.ts';

// From the pool, which is ours: checking it would load the schemas into every worker.
const limits = workerData as ParseLimits;
const port = parentPort;
if (port === null) throw new Error('parse-worker runs only as a worker thread');

// One message after the other, so that the pool knows which one is being worked on.
let queue = Promise.resolve();
port.on('message', ({ id, raw }: WorkerTask) => {
  queue = queue.then(async () => {
    const message = await prepareMessage(raw, limits);
    port.postMessage({ id, message } satisfies WorkerAnswer, [message.zstd.buffer]);
  });
});
port.postMessage('READY' satisfies WorkerAnswer);
