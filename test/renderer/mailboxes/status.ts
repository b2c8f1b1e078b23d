import type { MailboxStatus } from '../../../main/api/contract/index.ts';

/** A watched mailbox that is up to date, and what is to be different about it. */
export function aStatus(overrides: Partial<MailboxStatus> = {}): MailboxStatus {
  return {
    mailboxId: 1,
    accountId: 1,
    name: 'Sin certificado',
    folder: 'INBOX',
    state: 'UP_TO_DATE',
    since: new Date('2026-03-16T12:40:00Z'),
    done: 0,
    total: null,
    rate: null,
    secondsLeft: null,
    problem: null,
    serverWords: null,
    errorCode: null,
    nextTryAt: null,
    unreadable: 0,
    ledger: null,
    ...overrides,
  };
}

/** A comparison in which that many messages are not stored. */
export function compared(missing: number): NonNullable<MailboxStatus['ledger']> {
  return { checkedAt: new Date('2026-03-16T12:00:00Z'), uidValidity: '7', onServer: 1200, missing };
}
