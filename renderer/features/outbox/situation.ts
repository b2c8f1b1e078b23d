import type { Reply } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { outboxStrings } from '../../strings/es/outbox.ts';

/** Where an answer stands, in a few words: what came back counts more than what was sent. */
export function situation(reply: Reply): string {
  const some = (state: Reply['recipients'][number]['state']): boolean =>
    reply.recipients.some((recipient) => recipient.state === state);
  if (reply.undeliveredById !== null) {
    return some('ACCEPTED') ? outboxStrings.partlyUndelivered : outboxStrings.undelivered;
  }
  if (reply.state === 'SENT' && some('REFUSED')) return outboxStrings.partly;
  return strings.labels.replyState[reply.state];
}

/** Whether a person should look at it. */
export function isBad(reply: Reply): boolean {
  return (
    reply.state === 'FAILED' ||
    reply.undeliveredById !== null ||
    (reply.state === 'QUEUED' && reply.accountName === null) ||
    reply.recipients.some(({ state }) => state === 'REFUSED')
  );
}
