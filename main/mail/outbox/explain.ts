import type { DeliveryProblem } from '../../cases/reply-model.ts';
import { ConnectionProblem } from '../account-model.ts';

/** Enhanced status codes (RFC 3463 and the IANA registry) by class and detail: what they mean to the writer. */
const BY_STATUS: Readonly<Record<string, DeliveryProblem>> = {
  '1.1': 'MAILBOX_UNKNOWN',
  '1.2': 'DOMAIN_UNKNOWN',
  '1.3': 'MAILBOX_UNKNOWN',
  '1.6': 'MAILBOX_UNKNOWN',
  '1.7': 'SENDER_REFUSED',
  '1.8': 'SENDER_REFUSED',
  '1.10': 'DOMAIN_UNKNOWN',
  '2.1': 'MAILBOX_DISABLED',
  '2.2': 'MAILBOX_FULL',
  '2.3': 'TOO_BIG',
  '3.4': 'TOO_BIG',
  '4.1': 'NO_ROUTE',
  '4.3': 'NO_ROUTE',
  '4.4': 'NO_ROUTE',
  '4.6': 'MAIL_LOOP',
  '4.7': 'EXPIRED',
  '7.8': 'LOGIN_REFUSED',
  '7.60': 'SENDER_REFUSED',
  '7.64': 'RELAY_DENIED',
};

/** Where a server gives no enhanced code: its reply code (RFC 5321 4.2.3). */
const BY_REPLY: Readonly<Record<string, DeliveryProblem>> = {
  '421': 'TRY_LATER',
  '452': 'TRY_LATER',
  '530': 'LOGIN_REFUSED',
  '535': 'LOGIN_REFUSED',
  '550': 'MAILBOX_UNKNOWN',
  '551': 'MAILBOX_UNKNOWN',
  '552': 'MAILBOX_FULL',
  '553': 'MAILBOX_UNKNOWN',
};

/**
 * What the stored words of a failure mean. They begin with a `ConnectionProblem`, with an SMTP reply, or, in a
 * delivery report, with an enhanced status code.
 */
export function explainDelivery(words: string): DeliveryProblem {
  const connection = ConnectionProblem.safeParse(/^[A-Z_]+(?=:|$)/u.exec(words)?.[0]);
  if (connection.success) return connection.data;
  if (/^(?:ACCOUNT_OFF|UNCERTAIN)(?=:|$)/u.test(words))
    return words.startsWith('A') ? 'ACCOUNT_OFF' : 'UNCERTAIN';
  const reply = /^(?:smtp;\s*)?([245]\d\d)[ -]/u.exec(words)?.[1] ?? '';
  const [, kind = '', subject = '', detail = ''] =
    /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])/u.exec(words) ?? [];
  if (/\b(?:relay(?:ing)?) (?:access )?(?:denied|not permitted)|unable to relay/iu.test(words))
    return 'RELAY_DENIED';
  const status = BY_STATUS[`${subject}.${detail}`];
  if (status !== undefined) return status;
  if (subject === '7') return 'POLICY_REFUSED';
  if (subject === '6') return 'CONTENT_REFUSED';
  if (subject === '4' && kind === '5') return 'NO_ROUTE';
  const temporary = kind === '4' || (kind === '' && reply.startsWith('4'));
  if (temporary) return 'TRY_LATER';
  return (subject === '' ? BY_REPLY[reply] : undefined) ?? 'REFUSED_FOR_GOOD';
}

/** Whether the same message may be taken later: every answer but a 5xx; 503 speaks of the session (RFC 5321 4.2.1). */
export function isForGood(words: string): boolean {
  return /^5(?!03)\d\d[ -]/u.test(words);
}

const WORDS_LIMIT = 500;

/** A server's words, fit to be stored and shown: one line, bounded. */
export function tidyWords(words: string): string {
  return words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, WORDS_LIMIT)
    .toWellFormed();
}
