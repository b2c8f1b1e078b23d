import type { EventHub } from '../api/event-hub.ts';
import { toAppError } from '../api/errors.ts';
import { indexSolved } from '../learning/look-alikes.ts';
import { trainingDue, trainVersion } from '../learning/training.ts';
import { inTurn } from '../learning/turns.ts';
import { SYSTEM_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';

export type Learning = {
  /** Ends what is running; it begins anew at the next start. */
  stop(): Promise<void>;
};

/**
 * Learns in the background for as long as the service runs: what people decide enters the index of solved messages,
 * and after enough decisions the next version of the category model is trained and offered. Nobody waits for it.
 */
export function runLearning(store: Store, events: EventHub): Learning {
  const abort = new AbortController();
  const { signal } = abort;
  let running: Promise<void> | null = null;
  let again = false;

  async function look(): Promise<void> {
    try {
      await indexSolved(store, signal);
      if (!(await trainingDue(store))) return;
      await inTurn(store, () => trainVersion(store, SYSTEM_ACTOR, { signal, progress: () => undefined }));
      events.publish('event', { type: 'LEARNING_CHANGED' });
    } catch (error) {
      const { code } = toAppError(error);
      if (code !== 'CANCELLED') process.stderr.write(`learning: ${code}\n`);
    }
  }

  function wake(): void {
    if (signal.aborted) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = look().finally(() => {
      running = null;
      if (!again) return;
      again = false;
      wake();
    });
  }

  const unsubscribe = events.subscribe('event', ({ type }) => {
    if (type === 'MESSAGES_CHANGED') wake();
  });
  wake();
  return {
    async stop() {
      unsubscribe();
      abort.abort();
      await running;
    },
  };
}
