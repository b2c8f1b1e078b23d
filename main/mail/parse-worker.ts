import { workerData } from 'node:worker_threads';
import { officeClassifier } from '../triage/content/office-classifier.ts';
import type { ParseWorkerData } from './parse-pool.ts';
import { parseMessage } from './parse.ts';
import { prepared } from './prepare.ts';
import { serveInTwoSteps } from './worker-pool.ts';

// From the pool, which is ours: checking it would load the schemas into every worker.
const { limits, office } = workerData as ParseWorkerData;
const classifier = officeClassifier(office);

// mailparser's streams make several errors a message that nobody sees; their stacks cost more than the errors.
Error.stackTraceLimit = 0;

/** Messages that are read, then triaged, then answered at once while more wait. */
const TOGETHER = 16;

serveInTwoSteps(
  TOGETHER,
  async (raw: Uint8Array) => ({ raw, parsed: await parseMessage(raw, limits) }),
  ({ raw, parsed }) => {
    const value = prepared(raw, parsed, classifier);
    return { value, transfer: [value.zstd.buffer] };
  },
);
