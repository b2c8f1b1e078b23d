import { createCase } from '../../../main/cases/create.ts';
import { queueReply } from '../../../main/cases/replies.ts';
import type { CaseDetail } from '../../../main/cases/model.ts';
import type { Outbox, OutboxOptions, Timers } from '../../../main/mail/outbox/worker.ts';
import { startOutbox } from '../../../main/mail/outbox/worker.ts';
import { openSmtp, type SmtpAccess } from '../../../main/mail/outbox/smtp.ts';
import type { Store } from '../../../main/store/store.ts';
import { onTestFinished } from 'vitest';
import { aMessage, aUser, type Clerk } from '../../support/builders.ts';
import { temporaryStore, testClock, type TestClock } from '../../support/store.ts';

/** Timers that run nothing by themselves: tests move the clock and wake the outbox. */
const noTimers: Timers = { after: () => () => undefined };

export type OutboxDesk = {
  readonly store: Store;
  readonly clock: TestClock;
  readonly clerk: Clerk;
  readonly accountId: number;
  /** Answers a new message of this address. */
  readonly answer: (options?: {
    to?: string[];
    body?: string;
    attachments?: string[];
  }) => Promise<CaseDetail>;
  readonly outbox: (
    port: number,
    options?: Partial<OutboxOptions> & { access?: Partial<SmtpAccess> },
  ) => Outbox;
  /** Lets so much time pass, and everything that is due happen. */
  readonly later: (outbox: Outbox, milliseconds: number) => Promise<void>;
  readonly stateOf: (replyId: number) => Promise<{
    state: string;
    attempts: number;
    maybeTwice: boolean;
    lastError: string | null;
    recipients: { address: string; state: string; response: string | null }[];
  }>;
};

export async function anAccount(
  store: Store,
  {
    address = 'zaragoza@tgss.example',
    port = 25,
    name = 'Zaragoza',
    sentFolder = null as string | null,
  } = {},
): Promise<number> {
  const account = await store.write((tx) =>
    tx.mailAccount.create({
      data: {
        name,
        address,
        userName: address,
        authentication: 'PASSWORD',
        imapHost: '127.0.0.1',
        imapPort: 143,
        imapSecurity: 'NONE',
        smtpHost: '127.0.0.1',
        smtpPort: port,
        smtpSecurity: 'NONE',
        sentFolder,
        createdAt: new Date(0),
        updatedAt: new Date(0),
        mailboxes: {
          create: { name, kind: 'IMAP', location: `imap://${name}`, folder: 'INBOX', createdAt: new Date(0) },
        },
      },
    }),
  );
  return account.id;
}

export async function outboxDesk(): Promise<OutboxDesk> {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const clerk = await aUser(store, { displayName: 'Ana Gil' });
  const accountId = await anAccount(store);
  return {
    store,
    clock,
    clerk,
    accountId,
    answer: (options) => answerNew(store, clerk, options),
    outbox(port, { access, ...options } = {}) {
      const started = startOutbox(store, {
        open: (_accountId, signal) =>
          openSmtp(
            {
              server: { host: '127.0.0.1', port, security: 'NONE' },
              credentials: { user: 'oficina', pass: 'secreto' },
              caPem: null,
              ...access,
            },
            signal,
            { connectMs: 2000, silentMs: 2000 },
          ),
        copyToSent: async () => undefined,
        onChanged: () => undefined,
        onError: (error) => {
          throw error;
        },
        timers: noTimers,
        ...options,
      });
      onTestFinished(() => started.stop());
      return started;
    },
    async later(outbox, milliseconds) {
      await outbox.idle();
      clock.advance(milliseconds);
      outbox.wake();
      await outbox.idle();
    },
    stateOf: (id) =>
      store.prisma.reply.findUniqueOrThrow({
        where: { id },
        select: {
          state: true,
          attempts: true,
          maybeTwice: true,
          lastError: true,
          recipients: { select: { address: true, state: true, response: true }, orderBy: { id: 'asc' } },
        },
      }),
  };
}

/** A message, its case and the answer to it, in the outbox. */
export async function answerNew(
  store: Store,
  clerk: Clerk,
  { to = [] as string[], body = 'Hecho.' } = {},
): Promise<CaseDetail> {
  const messageId = await aMessage(store, { subject: 'Cambio de móvil' });
  const made = await createCase(store, clerk, { messageId });
  const fromAddress = made.messages[0]?.fromAddress ?? '';
  return queueReply(store, clerk, {
    caseId: made.id,
    version: made.version,
    seenVersion: made.version,
    inReplyToId: messageId,
    templateId: null,
    templateVersion: null,
    to: to.length === 0 ? [fromAddress] : to,
    cc: [],
    subject: 'Re: Cambio de móvil',
    body,
    quote: 'NONE',
    attachmentIds: [],
    files: [],
    acknowledged: ['UNKNOWN_ADDRESS'],
  });
}
