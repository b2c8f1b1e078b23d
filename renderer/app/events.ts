import { useEffect, useRef } from 'react';
import type { ServiceEvent } from '../../main/api/contract/index.ts';
import { api, client, queryClient } from './client.ts';
import { connection } from './transport.ts';

type EventOf<T extends ServiceEvent['type']> = Extract<ServiceEvent, { type: T }>;

const listeners = new Set<(event: ServiceEvent) => void>();

/** Calls `handler` for every event of that type while the component is shown. */
export function useServiceEvent<T extends ServiceEvent['type']>(
  type: T,
  handler: (event: EventOf<T>) => void,
): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const listener = (event: ServiceEvent): void => {
      if (event.type === type) latest.current(event as EventOf<T>);
    };
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [type]);
}

function invalidate(queryKey: readonly unknown[]): void {
  void queryClient.invalidateQueries({ queryKey });
}

const COUNTS_PAUSE_MS = 400;
let countsTimer: number | null = null;
/** During an ingest many events come; the counts are asked for at most every 400 ms. */
function invalidateCountsSoon(): void {
  countsTimer ??= window.setTimeout(() => {
    countsTimer = null;
    invalidate(api.messages.counts.key());
    invalidate(api.messages.searchTotal.key());
    invalidate(api.supervision.key());
  }, COUNTS_PAUSE_MS);
}

const MAILBOXES_PAUSE_MS = 300;
let mailboxesTimer: number | null = null;
/** A mailbox tells of every step of a long reading; its state is asked for at most every 300 ms. */
function invalidateMailboxesSoon(): void {
  mailboxesTimer ??= window.setTimeout(() => {
    mailboxesTimer = null;
    invalidate(api.mailboxes.status.key());
  }, MAILBOXES_PAUSE_MS);
}

/** The message list looks after itself (features/inbox/use-message-list.ts): it can be very long. */
function spread(event: ServiceEvent): void {
  switch (event.type) {
    case 'MESSAGES_ARRIVED':
      invalidateCountsSoon();
      invalidateMailboxesSoon();
      break;
    case 'MAILBOX_CHANGED':
      invalidateMailboxesSoon();
      break;
    case 'MESSAGES_CHANGED':
      invalidateCountsSoon();
      for (const id of event.ids) invalidate(api.messages.get.key({ input: { id } }));
      invalidate(api.messages.thread.key());
      invalidate(api.messages.repeats.key());
      invalidate(api.cases.suggestions.key());
      break;
    case 'CASE_CHANGED':
      invalidate(api.cases.get.key({ input: { caseId: event.caseId } }));
      invalidate(api.cases.history.key({ input: { caseId: event.caseId } }));
      invalidate(api.messages.get.key());
      invalidate(api.messages.repeats.key());
      invalidate(api.cases.suggestions.key());
      invalidate(api.cases.citizenCandidates.key({ input: { caseId: event.caseId } }));
      invalidate(api.identity.challenge.key({ input: { caseId: event.caseId } }));
      invalidate(api.cases.list.key());
      invalidate(api.phones.waiting.key());
      invalidate(api.replies.outbox.key());
      invalidate(api.handover.ofCase.key());
      invalidate(api.documents.readTa1.key({ input: { caseId: event.caseId } }));
      break;
    case 'OUTBOX_CHANGED':
      invalidate(api.cases.get.key({ input: { caseId: event.caseId } }));
      invalidate(api.cases.history.key({ input: { caseId: event.caseId } }));
      invalidate(api.cases.list.key());
      invalidate(api.replies.outbox.key());
      break;
    case 'CITIZEN_CHANGED':
      invalidate(api.citizens.get.key({ input: { citizenId: event.citizenId } }));
      invalidate(api.citizens.search.key());
      invalidate(api.registrations.key());
      // A case compares what is declared, in messages and forms, with this record.
      invalidate(api.cases.get.key());
      invalidate(api.documents.readTa1.key());
      break;
    case 'LEARNING_CHANGED':
      invalidate(api.learning.key());
      break;
    case 'WORK':
      break;
    case 'SESSION_CHANGED':
      invalidate(api.session.state.queryKey());
      break;
  }
  for (const listener of listeners) listener(event);
}

/** Listens until `signal` aborts; after a lost connection everything shown is asked for again. */
async function listen(signal: AbortSignal): Promise<void> {
  let first = true;
  while (!signal.aborted) {
    try {
      await connection.whenOpen();
      const events = await client.events.subscribe(undefined, { signal });
      if (!first) void queryClient.invalidateQueries();
      first = false;
      for await (const event of events) spread(event);
    } catch {
      // A closed connection or session ends the stream; whatever was missed is asked for on the next round.
      invalidate(api.session.state.queryKey());
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** Mounted once, while somebody is signed in. */
export function useEventStream(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const controller = new AbortController();
    void listen(controller.signal);
    return () => {
      controller.abort();
    };
  }, [active]);
}
