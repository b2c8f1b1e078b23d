import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { scriptExtension } from '../paths.ts';
import type { OfficeTriage } from '../triage/content/office-classifier.ts';
import type { ParseLimits } from './model.ts';
import type { PreparedMessage } from './prepare.ts';
import { WorkerPool } from './worker-pool.ts';

export type { PreparedMessage } from './prepare.ts';

/** What each worker is given. */
export type ParseWorkerData = { readonly limits: ParseLimits; readonly office: OfficeTriage };

export type PoolOptions = {
  /** The office's category model and rules; without, those that ship with the program. */
  readonly office?: OfficeTriage;
  readonly workers?: number;
  /** Nobody else needs this machine now: a worker for every core, and memory where it saves time. */
  readonly bulk?: boolean;
  /** A message that takes twice as long (see `WorkerPoolOptions`) is given up as unparsable. */
  readonly timeoutMs?: number;
  /** The worker's module, if it is another. */
  readonly workerUrl?: URL;
};

const SHIPPED: OfficeTriage = { model: null, rules: [] };

/**
 * With a young heap this large V8 begins to mark the old one as soon as little room is left in it, and lets it grow by
 * a half only where the limit is small: every two hundred messages. Ahead: as many as are worked on during a commit.
 */
const BULK_WORKERS = { youngHeapMb: 48, heapMb: 2048, ahead: 512 };

/** Another worker's start costs as much as some two hundred messages. */
const WORTH_A_WORKER = 8;

/** The same kind of file as this one is: `.ts` in the sources, `.js` when built. */
const WORKER_URL = new URL(`./parse-worker${scriptExtension}`, import.meta.url);

/**
 * Parses messages in worker threads. Every message handed in comes back: one that crashes its worker or exceeds the
 * time is answered as UNPARSABLE with its bytes, and the worker is replaced.
 */
export class ParsePool {
  readonly #pool: WorkerPool<Uint8Array, PreparedMessage>;
  readonly workerData: ParseWorkerData;

  constructor(limits: ParseLimits, options: PoolOptions = {}) {
    this.workerData = { limits, office: options.office ?? SHIPPED };
    this.#pool = new WorkerPool({
      url: options.workerUrl ?? WORKER_URL,
      workerData: this.workerData,
      // The service lives beside other programs: every further worker would hold 100 MB.
      workers: options.workers ?? (options.bulk === true ? availableParallelism() : 1),
      ...(options.bulk === true ? BULK_WORKERS : {}),
      timeoutMs: options.timeoutMs ?? 5_000,
      worthAWorker: WORTH_A_WORKER,
      send(raw) {
        const value = new Uint8Array(raw); // an own buffer: the original may be a view into a shared one
        return { value, transfer: [value.buffer] };
      },
      // Loaded when it happens: parser, triage and model are the workers' business.
      lost: async (raw) => (await import('./prepare.ts')).prepareUnparsable(raw),
    });
  }

  /**
   * The bytes are copied: the caller keeps his, and limits how many he hands in at once. Rejects with UNEXPECTED
   * only when the workers themselves cannot start: then nothing is known about the message.
   */
  prepare(raw: Uint8Array): Promise<PreparedMessage> {
    return this.#pool.run(raw);
  }

  /** Stops the workers. Messages still waiting are refused with CANCELLED. */
  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** Kept for so long after the last use: mail that arrives alone would start a worker each time, a second of work. */
const WARM_MS = 5 * 60_000;
let warm: { readonly pool: ParsePool; readonly cool: NodeJS.Timeout } | null = null;

/** The pool that was kept, if it has these limits and this model and nobody took it; else a new one. */
export function takePool(limits: ParseLimits, office: OfficeTriage, bulk: boolean): ParsePool {
  const kept = warm;
  if (bulk || kept === null || !isDeepStrictEqual(kept.pool.workerData, { limits, office })) {
    return new ParsePool(limits, { office, bulk });
  }
  warm = null;
  clearTimeout(kept.cool);
  return kept.pool;
}

/**
 * Gives a pool back when nothing is under way in it. It is kept after few messages, when it has one worker at most;
 * after many its workers are closed, because they hold on to the memory that they needed.
 */
export async function givePoolBack(pool: ParsePool, messages: number): Promise<void> {
  if (messages > WORTH_A_WORKER) {
    await pool.close();
    return;
  }
  const before = warm;
  const cool = setTimeout(() => {
    warm = null;
    void pool.close();
  }, WARM_MS).unref();
  warm = { pool, cool };
  if (before === null) return;
  clearTimeout(before.cool);
  await before.pool.close();
}
