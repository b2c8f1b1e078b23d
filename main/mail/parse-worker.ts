import { workerData } from 'node:worker_threads';
import type { ParseLimits } from './model.ts';
import { prepareMessage } from './prepare.ts';
import { serveTasks } from './worker-pool.ts';

// From the pool, which is ours: checking it would load the schemas into every worker.
const limits = workerData as ParseLimits;

// mailparser's streams make several errors a message that nobody sees; their stacks cost more than the errors.
Error.stackTraceLimit = 0;

serveTasks(async (raw: Uint8Array) => {
  const value = await prepareMessage(raw, limits);
  return { value, transfer: [value.zstd.buffer] };
});
