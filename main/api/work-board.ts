import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { paceBy } from '../pace.ts';
import type { EventHub } from './event-hub.ts';
import type { Work } from './contract/work.ts';
import { errorData, toAppError } from './errors.ts';

/** What a running task reports and listens to. */
export type WorkHandle = {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null) => void;
};

/** Windows hear of progress this often, in ms. */
const REPORT_EVERY_MS = 200;
const FINISHED_KEPT = 20;

/** Long work: started by a procedure, watched by every window, cancelled by whoever may start it. */
export class WorkBoard {
  readonly #running = new Map<
    string,
    { work: Work; readonly abort: AbortController; ended: Promise<void> }
  >();
  readonly #finished: Work[] = [];
  readonly #events: EventHub;
  readonly #clock: Clock;

  constructor(events: EventHub, clock: Clock) {
    this.#events = events;
    this.#clock = clock;
  }

  /** Newest last: what is finished, then what is running. */
  list(): Work[] {
    return [...this.#finished.toReversed(), ...[...this.#running.values()].map((entry) => entry.work)];
  }

  start(kind: Work['kind'], label: string, task: (handle: WorkHandle) => Promise<Work['result']>): string {
    const id = randomUUID();
    const abort = new AbortController();
    const pace = paceBy(this.#clock);
    let reportedAt = 0;
    const entry = {
      abort,
      ended: Promise.resolve(),
      work: {
        id,
        kind,
        label,
        state: 'RUNNING',
        done: 0,
        total: null,
        rate: null,
        secondsLeft: null,
        result: {},
        error: null,
      } as Work,
    };
    const publish = (change: Partial<Work>) => {
      entry.work = { ...entry.work, ...change };
      this.#events.publish('event', { type: 'WORK', work: entry.work });
    };
    const handle: WorkHandle = {
      signal: abort.signal,
      progress: (done, total) => {
        const now = this.#clock.now().getTime();
        entry.work = { ...entry.work, done, total, ...pace(done, total) };
        if (now - reportedAt < REPORT_EVERY_MS) return;
        reportedAt = now;
        publish({});
      },
    };
    this.#running.set(id, entry);
    publish({});
    entry.ended = task(handle)
      .then(
        (result) =>
          publish({ state: abort.signal.aborted ? 'CANCELLED' : 'DONE', result, secondsLeft: null }),
        (error: unknown) => {
          const coded = toAppError(error);
          if (coded.code === 'CANCELLED') {
            publish({ state: 'CANCELLED', secondsLeft: null });
            return;
          }
          publish({
            state: 'FAILED',
            secondsLeft: null,
            error: {
              code: coded.code,
              data: errorData(coded),
            },
          });
        },
      )
      .finally(() => {
        this.#running.delete(id);
        this.#finished.unshift(entry.work);
        this.#finished.splice(FINISHED_KEPT);
      });
    return id;
  }

  cancel(workId: string): void {
    const entry = this.#running.get(workId);
    if (entry === undefined) throw new AppError('NOT_FOUND');
    entry.abort.abort();
  }

  /** Cancels everything and waits until it has stopped: part of closing the service. */
  async drain(): Promise<void> {
    const entries = [...this.#running.values()];
    for (const entry of entries) entry.abort.abort();
    await Promise.all(entries.map((entry) => entry.ended));
  }
}
