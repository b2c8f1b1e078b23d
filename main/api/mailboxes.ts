import { Ledger } from '../mail/account-model.ts';
import { listAccounts, saveAccount } from '../mail/accounts.ts';
import { testConnection } from '../mail/imap/connection-test.ts';
import { AppError } from '../errors.ts';
import { api } from './guard.ts';

/** Accounts at the mail server and the folders that are watched. */
export const mailboxesRouter = {
  accounts: api.mailboxes.accounts.handler(({ context }) => listAccounts(context.store)),

  saveAccount: api.mailboxes.saveAccount.handler(async ({ context, input }) => {
    const saved = await saveAccount(context.store, context.actor, input);
    await context.mailboxes.reload();
    return saved;
  }),

  testAccount: api.mailboxes.testAccount.handler(({ context, input }) =>
    testConnection(context.store, input),
  ),

  status: api.mailboxes.status.handler(({ context }) => context.mailboxes.statuses()),

  ledger: api.mailboxes.ledger.handler(async ({ context, input }) => {
    const row = await context.store.prisma.mailbox.findUnique({
      where: { id: input.mailboxId },
      select: { ledger: true },
    });
    if (row === null) throw new AppError('NOT_FOUND');
    return row.ledger === null ? null : Ledger.parse(row.ledger);
  }),

  check: api.mailboxes.check.handler(({ context, input }) => context.mailboxes.check(input.mailboxId)),

  readNow: api.mailboxes.readNow.handler(({ context, input }) => context.mailboxes.readNow(input.mailboxId)),

  readAgain: api.mailboxes.readAgain.handler(({ context, input }) =>
    context.mailboxes.readAgain(context.actor, input.mailboxId, input.uids),
  ),
};
