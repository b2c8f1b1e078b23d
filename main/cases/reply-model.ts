import { z } from 'zod';
import { ConnectionProblem } from '../mail/account-model.ts';

export const ReplyKind = z.enum(['ANSWER', 'FORWARD']);
export type ReplyKind = z.infer<typeof ReplyKind>;

/** QUEUED without an account waits for a person; RETRY is tried again by itself at `sendAfter`. */
export const ReplyState = z.enum(['QUEUED', 'SENDING', 'SENT', 'RETRY', 'FAILED', 'CANCELLED']);
export type ReplyState = z.infer<typeof ReplyState>;

/** BOUNCED: the server took it and a later message says that it did not arrive. */
export const RecipientState = z.enum(['PENDING', 'ACCEPTED', 'REFUSED', 'BOUNCED']);
export type RecipientState = z.infer<typeof RecipientState>;

/** Why an answer did not leave or did not arrive, as far as the server's words tell (RFC 5321 4.2.3, RFC 3463). */
export const DeliveryProblem = z.enum([
  ...ConnectionProblem.options,
  'MAILBOX_UNKNOWN',
  'DOMAIN_UNKNOWN',
  'MAILBOX_FULL',
  'MAILBOX_DISABLED',
  'TOO_BIG',
  'SENDER_REFUSED',
  'RELAY_DENIED',
  'POLICY_REFUSED',
  'CONTENT_REFUSED',
  'TRY_LATER',
  'NO_ROUTE',
  'MAIL_LOOP',
  'EXPIRED',
  'REFUSED_FOR_GOOD', // a 5xx that says no more
  'ACCOUNT_OFF', // the account was switched off or sends no more
  'UNCERTAIN', // interrupted twice: another attempt could be a third copy
]);
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;

export const ReplyRecipient = z.object({
  kind: z.enum(['TO', 'CC']),
  address: z.string(),
  state: RecipientState,
  problem: DeliveryProblem.nullable(),
  serverWords: z.string().nullable(),
});
export type ReplyRecipient = z.infer<typeof ReplyRecipient>;

/** An answer or a forward, and what has become of it. */
export const Reply = z.object({
  id: z.number().int(),
  kind: ReplyKind,
  caseId: z.number().int(),
  caseNumber: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  body: z.string(), // as it is sent: with the notice and what is quoted
  state: ReplyState,
  messageIdHeader: z.string(),
  createdAt: z.date(),
  createdBy: z.string(),
  templateName: z.string().nullable(),
  templateVersion: z.number().int().nullable(),
  recipients: z.array(ReplyRecipient),
  attachments: z.array(z.object({ name: z.string(), size: z.number().int() })),
  accountName: z.string().nullable(), // null: waits until a person sends it through an account
  sendAfter: z.date().nullable(),
  attempts: z.number().int(),
  sentAt: z.date().nullable(),
  problem: DeliveryProblem.nullable(),
  serverWords: z.string().nullable(),
  maybeTwice: z.boolean(),
  sentCopy: z.enum(['NONE', 'PENDING', 'DONE']), // in the account's Sent folder
  undeliveredById: z.number().int().nullable(), // the bounce
});
export type Reply = z.infer<typeof Reply>;

/** Where the answered text stands: nowhere, after the answer, before it. */
export const QuoteStyle = z.enum(['NONE', 'BELOW', 'ABOVE']);
export type QuoteStyle = z.infer<typeof QuoteStyle>;

/** What the supervisor may make a warning; the rest of the codes always stop. */
export const GateLevel = z.enum(['WARN', 'STOP']);
export type GateLevel = z.infer<typeof GateLevel>;

export const GateCode = z.enum([
  'CASE_CHANGED', // by somebody else since the clerk began to write
  'UNKNOWN_ADDRESS', // never wrote in this case and is not on record
  'FOREIGN_ATTACHMENT', // belongs to another citizen's case
  'PERSONAL_DATA', // of the record, while nobody knows who writes
  'UNFILLED', // placeholders
  'EMPTY_SUBJECT',
  'TOO_BIG',
  'AUTOMATIC_SENDER', // a bounce, an auto-reply, a list, a no-reply address
  'OWN_ADDRESS', // of the office
  'LOOP_GUARD', // too many answers to one address in a day
]);
export type GateCode = z.infer<typeof GateCode>;

/** Which of the record's data stand in a text. */
export const RecordField = z.enum(['DOCUMENT', 'PHONE', 'NAF', 'BIRTH_DATE', 'ADDRESS']);
export type RecordField = z.infer<typeof RecordField>;

export const GateFinding = z.object({
  code: GateCode,
  level: GateLevel,
  /** Addresses, names of files or placeholders, audit actions, `RecordField`s: what the code is about. */
  about: z.array(z.string()),
  by: z.string().nullable(), // CASE_CHANGED: who
});
export type GateFinding = z.infer<typeof GateFinding>;

/** What an answer will be, and what speaks against sending it. */
export const ReplyCheck = z.object({
  findings: z.array(GateFinding),
  accountName: z.string().nullable(), // null: it will wait in the outbox
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  body: z.string(),
  attachments: z.array(z.object({ name: z.string(), size: z.number().int() })),
  size: z.number().int(), // bytes on the wire, base64 included
  limit: z.number().int(),
});
export type ReplyCheck = z.infer<typeof ReplyCheck>;

/** The outbox, narrowed. FAILED has those too that only some of their addresses refused. */
export const OutboxFilter = z.enum(['WAITING', 'SENT', 'FAILED', 'UNDELIVERED', 'CANCELLED']);
export type OutboxFilter = z.infer<typeof OutboxFilter>;
