import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { scriptExtension } from '../paths.ts';
import type { Actor } from '../store/audit.ts';
import { decisionCounts } from '../store/learning-queries.ts';
import type { Store } from '../store/store.ts';
import { workOutChanges, type Handle } from './changes.ts';

export type TrainTask = { readonly file: string; readonly key: string; readonly version: number };
export type Trained = {
  readonly model: Uint8Array<ArrayBuffer>;
  /** Of what it learnt, without its number. */
  readonly sha256: string;
  readonly shipped: number;
  readonly decided: number;
  readonly kept: number;
  readonly keptRight: number;
  readonly keptRightBefore: number;
};
export type TrainAnswer = { readonly done: number } | Trained;

/** Fewer decisions teach nothing that the shipped model does not know. */
export const LEAST_DECISIONS = 30;
/** Fewer kept decisions cannot tell better from worse. */
const LEAST_KEPT = 5;
/** So many new decisions are worth another version. */
const WORTH_TRAINING = 50;
/** So many versions keep their weights, to go back to. */
const KEPT_VERSIONS = 10;

const WORKER_URL = new URL(`./train-worker${scriptExtension}`, import.meta.url);

export type TrainingResult = {
  readonly version: number;
  readonly accepted: boolean;
  readonly kept: number;
  readonly keptRight: number;
  readonly keptRightBefore: number;
};

/**
 * Trains a new version in a thread of its own and writes it down with how it does on the decisions kept aside. It is
 * offered when it is not worse there than the version in use, and what it would change is worked out at once; nothing
 * is switched on. The same decisions give the same model. Throws NOT_ALLOWED_YET while there are too few, CANCELLED.
 */
export async function trainVersion(store: Store, actor: Actor, handle: Handle): Promise<TrainingResult> {
  if (decisionCounts(store.sql, 0).all < LEAST_DECISIONS) {
    throw new AppError('NOT_ALLOWED_YET', { least: LEAST_DECISIONS });
  }
  const newest = await store.prisma.categoryModel.findFirstOrThrow({ orderBy: { version: 'desc' } });
  const inUse = await store.prisma.categoryModel.findFirstOrThrow({ where: { state: 'IN_USE' } });
  const version = newest.version + 1;
  const { model, sha256, ...figures } = await trainInThread(
    { file: store.file, key: store.key, version },
    handle,
  );
  const { kept, keptRight, keptRightBefore } = figures;
  const accepted = kept >= LEAST_KEPT && keptRight >= keptRightBefore;
  await store.write(async (tx) => {
    // One offer at a time: the newer knows more.
    if (accepted)
      await tx.categoryModel.updateMany({ where: { state: 'OFFERED' }, data: { state: 'FORMER' } });
    await tx.categoryModel.create({
      data: {
        version,
        state: accepted ? 'OFFERED' : 'REFUSED',
        model: accepted ? model : null,
        trainedAt: store.clock.now(),
        trainedById: actor.id,
        comparedWith: inUse.version,
        ...figures,
      },
    });
    await tx.categoryModel.updateMany({
      where: { version: { lte: version - KEPT_VERSIONS }, state: { not: 'IN_USE' } },
      data: { model: null },
    });
    await store.audit(
      {
        actor,
        action: 'categoryModel.trained',
        objectType: 'CATEGORY_MODEL',
        objectId: version,
        details: {
          ...figures,
          comparedWith: inUse.version,
          accepted,
          sha256,
        },
      },
      tx,
    );
  });
  if (accepted) await workOutChanges(store, version, handle);
  return { version, accepted, kept, keptRight, keptRightBefore };
}

/** Whether people have decided enough since the last training for another one by itself. */
export async function trainingDue(store: Store): Promise<boolean> {
  return decisionCounts(store.sql, await lastTraining(store)).after >= WORTH_TRAINING;
}

/** When a version was trained last, in UTC ms, accepted or not; 0 before the first. */
export async function lastTraining(store: Store): Promise<number> {
  const last = await store.prisma.categoryModel.findFirst({ orderBy: { version: 'desc' } });
  return last?.trainedAt.getTime() ?? 0;
}

async function trainInThread(task: TrainTask, { signal, progress }: Handle): Promise<Trained> {
  if (signal.aborted) throw new AppError('CANCELLED');
  const worker = new Worker(WORKER_URL, { workerData: task });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Trained>((resolve, reject) => {
      worker.on('message', (answer: TrainAnswer) => {
        if ('model' in answer) resolve(answer);
        // Reading is the smaller part; how long the rest takes is not known.
        else progress(answer.done, null);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new AppError(signal.aborted ? 'CANCELLED' : 'UNEXPECTED')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
