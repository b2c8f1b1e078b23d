import { z } from 'zod';

/** NONE is refused unless the server is this machine. */
export const Security = z.enum(['TLS', 'STARTTLS', 'NONE']);
export type Security = z.infer<typeof Security>;

export const Authentication = z.enum(['PASSWORD', 'OAUTH2']);
export type Authentication = z.infer<typeof Authentication>;

export const ServerAddress = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  security: Security,
});
export type ServerAddress = z.infer<typeof ServerAddress>;

const name = z.string().trim().min(1).max(120);

/** What an admin says of a login at the office's mail server. */
export const MailAccountData = z.object({
  name,
  address: z.email(),
  active: z.boolean(),
  userName: name,
  authentication: Authentication,
  tokenCommand: z.string().trim().max(2000).nullable(), // OAUTH2: a program and its arguments that print an access token
  imap: ServerAddress,
  folders: z.array(name).min(1).max(50), // paths on the server that are read
  caPem: z.string().max(100_000).nullable(), // an own certificate authority to trust, and no other
  moveTo: name.nullable(), // stored messages are moved there; null leaves the server as it was found
  smtp: ServerAddress.nullable(), // null: nothing is sent through it
  sentFolder: name.nullable(), // gets a copy of each answer
});
export type MailAccountData = z.infer<typeof MailAccountData>;

export const MailAccount = MailAccountData.extend({
  id: z.number().int(),
  folders: z.array(name),
  version: z.number().int(),
  hasPassword: z.boolean(),
});
export type MailAccount = z.infer<typeof MailAccount>;

/** Why a connection does not work, as far as it can be told; the server's own words go beside it. */
export const ConnectionProblem = z.enum([
  'UNKNOWN_HOST',
  'REFUSED', // nobody listens there
  'TIMEOUT',
  'NO_TLS', // the port does not speak TLS, or the server has no STARTTLS
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_WRONG_HOST',
  'CERTIFICATE_UNTRUSTED', // self-signed or of an authority nobody here knows
  'INSECURE_REFUSED', // no encryption towards another machine
  'LOGIN_REFUSED',
  'PASSWORD_MISSING',
  'TOKEN_COMMAND_FAILED',
  'NO_FOLDER',
  'QUOTA',
  'THROTTLED',
  'CONNECTION_LOST',
  'OTHER',
]);
export type ConnectionProblem = z.infer<typeof ConnectionProblem>;

/** The steps of a connection, in their order. */
export const ConnectionStep = z.enum(['NAME', 'PORT', 'TLS', 'CERTIFICATE', 'LOGIN', 'FOLDER']);
export type ConnectionStep = z.infer<typeof ConnectionStep>;

export const StepResult = z.object({
  step: ConnectionStep,
  outcome: z.enum(['OK', 'FAILED', 'NOT_REACHED']),
  problem: ConnectionProblem.nullable(),
  serverWords: z.string().nullable(),
});
export type StepResult = z.infer<typeof StepResult>;

export const ConnectionTest = z.object({
  imap: z.array(StepResult),
  smtp: z.array(StepResult).nullable(), // null: nothing is sent through this account
  folders: z.array(z.object({ path: z.string(), messages: z.number().int().nullable() })), // what the server has
});
export type ConnectionTest = z.infer<typeof ConnectionTest>;

/**
 * One day of the nothing-lost ledger, by the server's arrival date (Madrid day; null where the server tells none):
 * onServer = stored + duplicates + unparsable + notYetRead + the length of `missing`, and `missing` must be empty.
 */
export const LedgerDay = z.object({
  day: z.string().nullable(),
  onServer: z.number().int(),
  stored: z.number().int(),
  duplicates: z.number().int(),
  unparsable: z.number().int(),
  notYetRead: z.number().int(),
  missing: z.array(z.number().int()), // UIDs below the high-water mark that are not in the database
});
export type LedgerDay = z.infer<typeof LedgerDay>;

export const Ledger = z.object({
  checkedAt: z.coerce.date(),
  uidValidity: z.string(),
  onServer: z.number().int(),
  missing: z.number().int(),
  days: z.array(LedgerDay), // newest first
});
export type Ledger = z.infer<typeof Ledger>;

/** How a watched mailbox is doing; what the rail's "al día" shows. */
export const MailboxStatus = z.object({
  mailboxId: z.number().int(),
  accountId: z.number().int(),
  name: z.string(),
  folder: z.string(),
  state: z.enum(['UP_TO_DATE', 'READING', 'OFFLINE', 'STOPPED']), // STOPPED: a person must act (login, certificate)
  since: z.date(),
  done: z.number().int(), // of the reading under way
  total: z.number().int().nullable(),
  rate: z.number().nullable(), // messages per second
  secondsLeft: z.number().nullable(),
  problem: ConnectionProblem.nullable(),
  serverWords: z.string().nullable(),
  /** What stops the reading on our own side, as in main/errors.ts (DISK_FULL, STORE_LOCKED ...); null otherwise. */
  errorCode: z.string().nullable(),
  nextTryAt: z.date().nullable(),
  unreadable: z.number().int(), // messages of the last reading that the server would not give
  ledger: Ledger.omit({ days: true }).nullable(),
});
export type MailboxStatus = z.infer<typeof MailboxStatus>;
