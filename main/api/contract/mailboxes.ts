import { z } from 'zod';
import {
  ConnectionTest,
  Ledger,
  MailAccount,
  MailAccountData,
  MailboxStatus,
} from '../../mail/account-model.ts';
import { id, procedure, version } from './base.ts';

/** `password` null leaves the one that is kept. */
const draft = MailAccountData.extend({ id: id.nullable(), password: z.string().max(1000).nullable() });

export const mailboxes = {
  accounts: procedure.output(z.array(MailAccount)),
  /** `id` and `version` null make a new one. Throws STALE, DUPLICATE, INVALID_INPUT. */
  saveAccount: procedure.input(draft.extend({ version: version.nullable() })).output(MailAccount),
  /** Tries every step without saving anything; a failed step is an answer, not an error. */
  testAccount: procedure.input(draft).output(ConnectionTest),
  status: procedure.output(z.array(MailboxStatus)),
  /** The last comparison with the server; null before the first. */
  ledger: procedure.input(z.object({ mailboxId: id })).output(Ledger.nullable()),
  /** Compares with the server now. */
  check: procedure.input(z.object({ mailboxId: id })).output(Ledger),
  /** Looks for new mail now. */
  readNow: procedure.input(z.object({ mailboxId: id })).output(z.void()),
  /** Reads messages again by their UIDs; null: everything in the folder. Nothing is doubled. */
  readAgain: procedure
    .input(z.object({ mailboxId: id, uids: z.array(z.number().int()).nullable() }))
    .output(z.void()),
};
