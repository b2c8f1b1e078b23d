import {
  Worker,
  parentPort,
  receiveMessageOnPort,
  type MessagePort,
  type TransferListItem,
} from 'node:worker_threads';
import { AppError } from '../errors.ts';

export type WorkerTask<Input> = { readonly id: number; readonly input: Input };
/** First, when it is ready, where the worker writes which task it has in hand; then what came out, several at once. */
export type WorkerAnswer<Output> =
  Int32Array<SharedArrayBuffer> | readonly { readonly id: number; readonly output: Output }[];

/** Something handed to another thread, and the buffers in it that go along instead of being copied. */
export type Sent<Value> = { readonly value: Value; readonly transfer: readonly TransferListItem[] };

type Task<Input, Output> = {
  readonly input: Input;
  readonly resolve: (output: Output | Promise<Output>) => void;
  readonly reject: (error: AppError) => void;
};

/** Where a worker stood (ms of processor time, ms without work) when a step of a task was first seen to take long. */
type Suspicion = {
  readonly id: number;
  readonly step: number;
  readonly cpu: number;
  readonly idle: number;
};

type Slot<Input, Output> = {
  readonly worker: Worker;
  /** In the order in which the worker takes them; the first may be done and its answer on the way. */
  readonly tasks: Map<number, Task<Input, Output>>;
  readonly watch: NodeJS.Timeout;
  suspicion: Suspicion | null;
  /** In shared memory the number of the task being worked on and that of the step; null until the worker is ready. */
  inHand: Int32Array<SharedArrayBuffer> | null;
};

export type WorkerPoolOptions<Input, Output> = {
  /** The worker's module: it calls `serveTasks`. */
  readonly url: URL;
  readonly workerData?: unknown;
  readonly workers: number;
  /**
   * Looked at after this time, a task is given up when it then takes as much processor time again or waits as long for
   * nothing. Not by the clock alone: it runs on while the desktop sleeps, or is too busy to work on the task.
   */
  readonly timeoutMs: number;
  /** A worker over this heap is taken down with the task that made it grow; the service lives on. */
  readonly heapMb?: number;
  /** The room for a worker's young objects; a large one is a tenth faster and a hundred MB larger. */
  readonly youngHeapMb?: number;
  /** Tasks handed to one worker ahead of time, so that it works on while the main thread is busy. */
  readonly ahead?: number;
  /** Tasks that wait before another worker is worth its start. */
  readonly worthAWorker: number;
  /** What a worker gets of a task; the pool's own stays whole for a second try. */
  readonly send: (input: Input) => Sent<Input>;
  /** The answer to a task that crashed its worker or took too long. */
  readonly lost: (input: Input) => Output | Promise<Output>;
};

const AHEAD = 32;
const WORKER_HEAP_MB = 512;
const YOUNG_HEAP_MB = 16;

/**
 * Works on bytes that nobody vouches for in worker threads. Every task comes back: one that crashes its worker or
 * exceeds the time is answered by `lost`, and the worker is replaced.
 */
export class WorkerPool<Input, Output> {
  readonly #options: WorkerPoolOptions<Input, Output>;
  readonly #slots = new Set<Slot<Input, Output>>();
  #waiting: Task<Input, Output>[] = [];
  #nextId = 0;

  constructor(options: WorkerPoolOptions<Input, Output>) {
    this.#options = options;
  }

  /** Rejects with UNEXPECTED only when the workers themselves cannot start: then nothing is known about the task. */
  run(input: Input): Promise<Output> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      this.#feed();
    });
  }

  /** Stops the workers. Tasks still waiting are refused with CANCELLED. */
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
    const { workers, worthAWorker, send, ahead = AHEAD } = this.#options;
    const open = [...this.#slots].reduce((sum, slot) => sum + slot.tasks.size, this.#waiting.length);
    while (this.#slots.size < Math.min(workers, Math.ceil(open / worthAWorker))) this.#start();
    while (this.#waiting.length > 0) {
      const ready = [...this.#slots].filter((slot) => slot.inHand !== null && slot.tasks.size < ahead);
      const [slot] = ready.sort((a, b) => a.tasks.size - b.tasks.size);
      const task = slot && this.#waiting.shift();
      if (!slot || !task) return;
      const id = this.#nextId++;
      if (slot.tasks.size === 0) slot.watch.refresh();
      slot.tasks.set(id, task);
      const { value, transfer } = send(task.input);
      slot.worker.postMessage({ id, input: value } satisfies WorkerTask<Input>, transfer);
      slot.worker.ref();
    }
  }

  #start(): void {
    const {
      url,
      workerData,
      timeoutMs,
      heapMb = WORKER_HEAP_MB,
      youngHeapMb = YOUNG_HEAP_MB,
    } = this.#options;
    const worker = new Worker(url, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngHeapMb },
    });
    const slot: Slot<Input, Output> = {
      worker,
      tasks: new Map(),
      watch: setTimeout(() => void this.#checkTime(slot), timeoutMs).unref(),
      suspicion: null,
      inHand: null,
    };
    this.#slots.add(slot);
    worker.on('message', (answer: WorkerAnswer<Output>) => {
      if (answer instanceof Int32Array) {
        slot.inHand = answer;
      } else {
        slot.watch.refresh();
        for (const { id, output } of answer) {
          slot.tasks.get(id)?.resolve(output);
          slot.tasks.delete(id);
        }
      }
      this.#feed();
      // A worker without work keeps no process from ending.
      if (slot.tasks.size === 0) worker.unref();
    });
    // Answers given before a crash arrive before 'exit', but maybe after 'error': only 'exit' tells who is to blame.
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => this.#bury(slot, cause));
  }

  async #checkTime(slot: Slot<Input, Output>): Promise<void> {
    const id = taskInHand(slot);
    if (id === undefined) return;
    const { worker, suspicion, inHand } = slot;
    const step = inHand === null ? -1 : Atomics.load(inHand, 1);
    const used = await worker.cpuUsage().catch(() => null);
    // Answered meanwhile, or the worker died: both have been seen to.
    const task = slot.tasks.get(id);
    if (used === null || task === undefined || !this.#slots.has(slot)) return;
    const cpu = (used.user + used.system) / 1000;
    const { idle } = worker.performance.eventLoopUtilization();
    const { timeoutMs, lost } = this.#options;
    if (suspicion?.id !== id || suspicion.step !== step) {
      slot.suspicion = { id, step, cpu, idle };
    } else if (cpu - suspicion.cpu >= timeoutMs || idle - suspicion.idle >= timeoutMs) {
      slot.tasks.delete(id);
      this.#end(slot);
      task.resolve(lost(task.input));
      this.#feed();
      return;
    }
    slot.watch.refresh();
  }

  /** The worker died: the task it had in hand is given up. */
  #bury(slot: Slot<Input, Output>, cause: unknown): void {
    if (!this.#slots.has(slot)) return;
    const id = taskInHand(slot);
    const suspect = id === undefined ? undefined : slot.tasks.get(id);
    if (id !== undefined && suspect !== undefined) {
      slot.tasks.delete(id);
      suspect.resolve(this.#options.lost(suspect.input));
    }
    this.#end(slot);
    if (slot.inHand === null) {
      for (const task of this.#waiting.splice(0)) task.reject(new AppError('UNEXPECTED', {}, { cause }));
    }
    this.#feed();
  }

  /** Ends a worker; what it had not begun goes to its successor. */
  #end(slot: Slot<Input, Output>): void {
    this.#slots.delete(slot);
    clearTimeout(slot.watch);
    void slot.worker.terminate();
    this.#waiting.unshift(...slot.tasks.values());
    slot.tasks.clear();
  }
}

/** The one that the worker has in hand, or will take next. */
function taskInHand<Input, Output>({ tasks, inHand }: Slot<Input, Output>): number | undefined {
  const id = inHand === null ? undefined : Atomics.load(inHand, 0);
  return id !== undefined && tasks.has(id) ? id : tasks.keys().next().value;
}

/** The worker's side: works on tasks one after the other. What `work` throws takes the worker down with the task. */
export function serveTasks<Input, Output>(work: (input: Input) => Promise<Sent<Output>>): void {
  serveInTwoSteps(1, work, (sent) => sent);
}

/**
 * The same in two steps: up to `together` tasks that wait are taken through the first, then through the second, whose
 * code and tables stay in the processor's cache that way. Their answers go at once: each that goes wakes the main
 * thread, which takes the core away from the worker where there are few.
 */
export function serveInTwoSteps<Input, Half, Output>(
  together: number,
  first: (input: Input) => Promise<Half>,
  second: (half: Half) => Sent<Output>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('runs only as a worker thread');
  const inHand = new Int32Array(new SharedArrayBuffer(8)).fill(-1);
  function take(id: number): void {
    Atomics.store(inHand, 0, id);
    Atomics.add(inHand, 1, 1);
  }
  async function serve(tasks: readonly WorkerTask<Input>[]): Promise<void> {
    const halves: { readonly id: number; readonly half: Half }[] = [];
    for (const { id, input } of tasks) {
      take(id);
      halves.push({ id, half: await first(input) });
    }
    const transfer: TransferListItem[] = [];
    const answers = halves.map(({ id, half }) => {
      take(id);
      const sent = second(half);
      transfer.push(...sent.transfer);
      return { id, output: sent.value };
    });
    port?.postMessage(answers satisfies WorkerAnswer<Output>, transfer);
  }
  const inbox: WorkerTask<Input>[] = [];
  let serving = false;
  async function serveAll(from: MessagePort): Promise<void> {
    serving = true;
    while (inbox.length > 0) {
      // Each waiting message would come with an event of its own, after the work on the one before it.
      for (let next; inbox.length < together && (next = receiveMessageOnPort(from)) !== undefined;)
        inbox.push(next.message as WorkerTask<Input>);
      await serve(inbox.splice(0, together));
    }
    serving = false;
  }
  port.on('message', (task: WorkerTask<Input>) => {
    inbox.push(task);
    if (!serving) void serveAll(port);
  });
  port.postMessage(inHand satisfies WorkerAnswer<Output>);
}
