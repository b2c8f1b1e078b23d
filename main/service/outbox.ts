import type { EventHub } from '../api/event-hub.ts';
import { toAppError } from '../api/errors.ts';
import { noteBounces } from '../cases/undelivered.ts';
import { appendOnce } from '../mail/imap/append-once.ts';
import { openSession } from '../mail/outbox/session.ts';
import { startOutbox, type Outbox } from '../mail/outbox/worker.ts';
import type { Store } from '../store/store.ts';

/** Delivers what is in the outbox for as long as the service runs; looks whenever a window changed it or mail came. */
export function runOutbox(store: Store, events: EventHub): Outbox {
  const changed = (caseId: number): void => {
    events.publish('event', { type: 'OUTBOX_CHANGED', caseId });
  };
  const outbox = startOutbox(store, {
    open: (accountId, signal) => openSession(store, accountId, signal),
    copyToSent: async (accountId, folder, mime, messageIdHeader) => {
      await appendOnce(store, accountId, folder, mime, messageIdHeader);
    },
    also: async () => {
      for (const caseId of await noteBounces(store)) {
        events.publish('event', { type: 'CASE_CHANGED', caseId, by: '' });
        changed(caseId);
      }
    },
    onChanged: changed,
    onError: (error) => {
      process.stderr.write(`outbox: ${toAppError(error).code}\n`);
    },
  });
  const unsubscribe = events.subscribe('event', ({ type }) => {
    if (type === 'OUTBOX_CHANGED' || type === 'MESSAGES_ARRIVED') outbox.wake();
  });
  return {
    ...outbox,
    stop: async () => {
      unsubscribe();
      await outbox.stop();
    },
  };
}
