import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { scriptExtension } from '../paths.ts';
import type { ParseLimits } from './model.ts';
import { prepareUnparsable, type PreparedMessage } from './prepare.ts';

export type { PreparedMessage } from './prepare.ts';

export type WorkerTask = { readonly id: number; readonly raw: Uint8Array<ArrayBuffer> };
export type WorkerAnswer = 'READY' | { readonly id: number; readonly message: PreparedMessage };

type Task = {
  readonly raw: Uint8Array;
  readonly resolve: (message: PreparedMessage) => void;
  readonly reject: (error: AppError) => void;
  /** Ran out of time once already. */
  late?: true;
};

type Slot = {
  readonly worker: Worker;
  /** In the order in which the worker takes them: the first is the one being worked on. */
  readonly tasks: Map<number, Task>;
  readonly watch: NodeJS.Timeout;
  ready: boolean;
};

export type PoolOptions = {
  readonly workers?: number;
  /** A message that takes longer, twice, is given up as unparsable. */
  readonly timeoutMs?: number;
  /** The worker's module, if it is another. */
  readonly workerUrl?: URL;
};

/** Messages handed to one worker ahead of time, so that it works on while the main thread commits a batch. */
const AHEAD = 32;
/** Messages that wait before another worker is worth its start, which costs as much as some two hundred of them. */
const WORTH_A_WORKER = 8;
/** A worker over this heap is taken down with the message that made it grow; the service lives on. */
const WORKER_HEAP_MB = 512;

/** A message's garbage is small and dies at once: more room only makes each worker larger, not faster. */
const YOUNG_HEAP_MB = 16;

/** The same kind of file as this one is: `.ts` in the sources, `.js` when built. */
const WORKER_URL = new URL(`./parse-worker${scriptExtension}`, import.meta.url);

/**
 * Parses messages in worker threads. Every message handed in comes back: one that crashes its worker or exceeds the
 * time is answered as UNPARSABLE with its bytes, and the worker is replaced.
 */
export class ParsePool {
  readonly #limits: ParseLimits;
  readonly #timeoutMs: number;
  readonly #workerUrl: URL;
  readonly #size: number;
  readonly #slots = new Set<Slot>();
  #waiting: Task[] = [];
  #nextId = 0;

  constructor(limits: ParseLimits, options: PoolOptions = {}) {
    this.#limits = limits;
    this.#timeoutMs = options.timeoutMs ?? 5_000;
    this.#workerUrl = options.workerUrl ?? WORKER_URL;
    this.#size = options.workers ?? Math.max(1, availableParallelism());
  }

  /**
   * The bytes are copied: the caller keeps his, and limits how many he hands in at once. Rejects with UNEXPECTED
   * only when the workers themselves cannot start: then nothing is known about the message.
   */
  prepare(raw: Uint8Array): Promise<PreparedMessage> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ raw, resolve, reject });
      this.#feed();
    });
  }

  /** Stops the workers. Messages still waiting are refused with CANCELLED. */
  async close(): Promise<void> {
    const slots = [...this.#slots];
    this.#slots.clear();
    const open = [...slots.flatMap((slot) => [...slot.tasks.values()]), ...this.#waiting];
    this.#waiting = [];
    for (const task of open) task.reject(new AppError('CANCELLED'));
    await Promise.all(
      slots.map(({ worker, watch }) => {
        clearTimeout(watch);
        return worker.terminate();
      }),
    );
  }

  #feed(): void {
    const open = [...this.#slots].reduce((sum, slot) => sum + slot.tasks.size, this.#waiting.length);
    while (this.#slots.size < Math.min(this.#size, Math.ceil(open / WORTH_A_WORKER))) this.#start();
    while (this.#waiting.length > 0) {
      const ready = [...this.#slots].filter((slot) => slot.ready && slot.tasks.size < AHEAD);
      const [slot] = ready.sort((a, b) => a.tasks.size - b.tasks.size);
      const task = slot && this.#waiting.shift();
      if (!slot || !task) return;
      const id = this.#nextId++;
      if (slot.tasks.size === 0) slot.watch.refresh();
      slot.tasks.set(id, task);
      const raw = new Uint8Array(task.raw); // an own buffer: the original may be a view into a shared one
      slot.worker.postMessage({ id, raw } satisfies WorkerTask, [raw.buffer]);
    }
  }

  #start(): void {
    const worker = new Worker(this.#workerUrl, {
      workerData: this.#limits,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    });
    const slot: Slot = {
      worker,
      tasks: new Map(),
      watch: setTimeout(() => this.#checkTime(slot), this.#timeoutMs).unref(),
      ready: false,
    };
    this.#slots.add(slot);
    worker.on('message', (answer: WorkerAnswer) => {
      if (answer === 'READY') {
        slot.ready = true;
      } else {
        slot.watch.refresh();
        slot.tasks.get(answer.id)?.resolve(answer.message);
        slot.tasks.delete(answer.id);
      }
      this.#feed();
    });
    // Answers given before a crash arrive before 'exit', but maybe after 'error': only 'exit' tells who is to blame.
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => this.#bury(slot, cause));
  }

  #checkTime(slot: Slot): void {
    const [suspect] = slot.tasks.keys();
    if (suspect === undefined) return;
    // An answer may be waiting behind this timer when the main thread was busy: let it in first.
    setImmediate(() => {
      const task = slot.tasks.get(suspect);
      if (task === undefined || !this.#slots.has(slot)) return;
      slot.tasks.delete(suspect);
      this.#end(slot);
      // The clock runs on while the desktop sleeps or is busy: one more try tells a slow machine from slow mail.
      if (task.late === undefined) this.#waiting.unshift({ ...task, late: true });
      else task.resolve(prepareUnparsable(task.raw));
      this.#feed();
    });
  }

  /** The worker died: the message it had in hand is given up. */
  #bury(slot: Slot, cause: unknown): void {
    if (!this.#slots.has(slot)) return;
    const [suspect] = slot.tasks;
    if (suspect !== undefined) {
      const [id, task] = suspect;
      slot.tasks.delete(id);
      task.resolve(prepareUnparsable(task.raw));
    }
    this.#end(slot);
    if (!slot.ready) {
      for (const task of this.#waiting.splice(0)) task.reject(new AppError('UNEXPECTED', {}, { cause }));
    }
    this.#feed();
  }

  /** Ends a worker; what it had not begun goes to its successor. */
  #end(slot: Slot): void {
    this.#slots.delete(slot);
    clearTimeout(slot.watch);
    void slot.worker.terminate();
    this.#waiting.unshift(...slot.tasks.values());
    slot.tasks.clear();
  }
}
