import { workerData } from 'node:worker_threads';
import { officeClassifier } from '../triage/content/office-classifier.ts';
import type { ParseWorkerData } from './parse-pool.ts';
import { prepareMessage } from './prepare.ts';
import { serveTasks } from './worker-pool.ts';

// From the pool, which is ours: checking it would load the schemas into every worker.
const { limits, office } = workerData as ParseWorkerData;
const classifier = officeClassifier(office);

// mailparser's streams make several errors a message that nobody sees; their stacks cost more than the errors.
Error.stackTraceLimit = 0;

/** Messages that are answered at once while more wait. */
const TOGETHER = 16;

serveTasks(async (raw: Uint8Array) => {
  const value = await prepareMessage(raw, limits, classifier);
  return { value, transfer: [value.zstd.buffer] };
}, TOGETHER);
