import { z } from 'zod';

/** How far the MIME parser got. Whatever it says, the raw bytes are stored. */
export const ParseStatus = z.enum(['PARSED', 'REPAIRED', 'UNPARSABLE', 'OVERSIZED']);
export type ParseStatus = z.infer<typeof ParseStatus>;

/** Warnings about a message as a whole, shown as chips only when earned. */
export const Mark = z.enum([
  'CHARSET_CORRECTED', // declared charset contradicted by the bytes
  'RAW_8BIT_HEADERS', // unencoded non-ASCII bytes in headers
  'REPLY_TO_DIFFERS', // Reply-To is not the From address
  'DATE_UNREADABLE', // Date header missing or broken
  'EMPTY_BODY', // neither text nor HTML
  'DANGEROUS_ATTACHMENT', // at least one attachment with a danger
  'AUTHENTICATION_FAILED', // the receiving server's Authentication-Results say fail
  'TOO_DEEP', // nesting, number of parts, headers or text over the limits; the rest is only in the raw source
  'SAME_MESSAGE_ID', // another message with other bytes has the same Message-ID
  'SAME_TEXT', // another message has the same text
  'ENCRYPTED', // opaque S/MIME or PGP: the text cannot be read here
  'SIGNED', // S/MIME or PGP signature, which is looked at when the message is opened
  'HIDDEN_CHARACTERS', // invisible characters that reorder or hide text, in a name, address, subject or file name
]);
export type Mark = z.infer<typeof Mark>;

/** What an S/MIME signature proves, worst first. */
export const SignatureState = z.enum([
  'INVALID', // the bytes are not those that were signed
  'UNCHECKABLE', // damaged, of a kind that proves nothing (SHA-1), or of several signers
  'EXPIRED', // right, but the certificate was not in force when the message arrived
  'UNKNOWN_ISSUER', // right, by a certificate that leads to no authority the office trusts
  'VALID',
]);
export type SignatureState = z.infer<typeof SignatureState>;

/** The holder of the certificate that signed, as the certificate says. */
export const Signer = z.object({
  name: z.string(),
  nif: z.string().nullable(),
  organisation: z.string().nullable(),
  issuer: z.string(),
  validFrom: z.date(),
  validTo: z.date(),
  sameAddress: z.boolean().nullable(), // whether the certificate names the sender's address; null when it names none
});
export type Signer = z.infer<typeof Signer>;

/** How a message is signed or encrypted, found out when it is opened. */
export const Protection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('SMIME_SIGNED'),
    state: SignatureState,
    whole: z.boolean(), // false: the message shows more than was signed
    signedAt: z.date().nullable(), // by the signer's own clock
    signer: Signer.nullable(),
  }),
  z.object({ kind: z.enum(['SMIME_ENCRYPTED', 'PGP_SIGNED', 'PGP_ENCRYPTED']) }),
]);
export type Protection = z.infer<typeof Protection>;

/** Why an attachment needs a second click to be saved. */
export const Danger = z.enum([
  'TYPE_MISMATCH', // content is not what name or declared type say
  'EXECUTABLE', // program, script, installer, shortcut
  'MACROS', // Office document that may carry macros
  'HIDDEN_EXTENSION', // double extension, right-to-left override, trailing spaces
]);
export type Danger = z.infer<typeof Danger>;

export const Address = z.object({ name: z.string(), address: z.string() });
export type Address = z.infer<typeof Address>;

export const RecipientKind = z.enum(['TO', 'CC', 'BCC']);
export type RecipientKind = z.infer<typeof RecipientKind>;

/** Facts of one attachment; its bytes stay in the raw source. */
export const AttachmentFacts = z.object({
  ordinal: z.number().int(),
  name: z.string(),
  safeName: z.string(),
  declaredType: z.string(),
  detectedType: z.string().nullable(),
  size: z.number().int(),
  sha256: z.string(),
  contentId: z.string().nullable(),
  inline: z.boolean(),
  dangers: z.array(Danger),
});
export type AttachmentFacts = z.infer<typeof AttachmentFacts>;

/** Over these a message is kept and marked, but not opened further. */
export const ParseLimits = z.object({
  maxMessageBytes: z.number().int().positive(),
  maxParts: z.number().int().positive(),
  maxDepth: z.number().int().positive(),
});
export type ParseLimits = z.infer<typeof ParseLimits>;

export const DEFAULT_LIMITS: ParseLimits = {
  maxMessageBytes: 50 * 1024 * 1024,
  maxParts: 200,
  maxDepth: 20,
};

/**
 * What the parser takes out of raw bytes: plain data, fit for a worker's message. `text` is what a person would
 * read: the text part, or the HTML's text when there is no text part.
 */
export type ParsedMessage = {
  readonly parseStatus: ParseStatus;
  readonly marks: readonly Mark[];
  readonly messageIdHeader: string | null;
  readonly references: readonly string[]; // In-Reply-To and References, in order, without duplicates
  readonly subject: string;
  readonly from: Address;
  readonly replyToAddress: string | null; // only when it differs from From
  readonly recipients: readonly (Address & { readonly kind: RecipientKind })[];
  readonly sentAt: number | null; // UTC ms
  readonly receivedAt: number | null; // UTC ms, from the topmost Received header
  readonly text: string;
  readonly preview: string; // at most 200 characters, one line
  readonly headers: readonly HeaderLine[]; // decoded, in order, as far as triage and the screen need them
  readonly attachments: readonly AttachmentFacts[];
};

export const HeaderLine = z.object({ name: z.string(), value: z.string() });
export type HeaderLine = z.infer<typeof HeaderLine>;

/** A message's body as it is shown. `html` is cleaned to the allow-list, with cid images as data: URLs. */
export const MessageBody = z.object({
  text: z.string(),
  html: z.string().nullable(),
  remoteContentBlocked: z.number().int(), // how many remote references were taken out
});
export type MessageBody = z.infer<typeof MessageBody>;

/** A message/rfc822 attachment, opened. */
export const NestedMessage = z.object({
  subject: z.string(),
  from: Address,
  to: z.array(Address),
  sentAt: z.date().nullable(),
  body: MessageBody,
  attachmentNames: z.array(z.string()),
});
export type NestedMessage = z.infer<typeof NestedMessage>;

/** What the receiving server says about the sender (RFC 8601); `server` is its authserv-id. */
export const AuthenticationResult = z.object({
  server: z.string(),
  spf: z.string().nullable(),
  dkim: z.string().nullable(),
  dmarc: z.string().nullable(),
});
export type AuthenticationResult = z.infer<typeof AuthenticationResult>;

export const MailboxKind = z.enum(['EML_FOLDER', 'MAILDIR', 'MBOX', 'IMAP']);
export type MailboxKind = z.infer<typeof MailboxKind>;

/** Where a source goes on from, as it says itself: stored with the messages, in the same transaction. */
export const SyncPosition = z.object({ uidValidity: z.string(), lastUid: z.number().int() });
export type SyncPosition = z.infer<typeof SyncPosition>;

/** One message as a source yields it. `item` identifies it inside the source for good. */
export type SourceItem = {
  readonly item: string;
  readonly read: () => Promise<Uint8Array>;
  /** When the mail server got it, in UTC ms; files do not tell. */
  readonly arrivedAt?: number;
  /** Where to go on from once this item is stored. */
  readonly position?: SyncPosition;
};

/** Reads one file of a source whole. */
export type ReadFile = (file: string) => Promise<Uint8Array>;

/**
 * A place messages come from. `items` yields in order of arrival as far as the source knows it, without holding
 * more than one item's bytes in memory. Throws SOURCE_UNREADABLE when the place itself cannot be read; a single
 * unreadable item rejects in its `read`.
 */
export type MailSource = {
  readonly kind: MailboxKind;
  readonly location: string; // absolute path or URL without secrets
  readonly name: string;
  count(): Promise<number | null>;
  items(signal: AbortSignal): AsyncIterable<SourceItem>;
};

/** What an ingest did; `failed` items are still in the source. */
export const IngestReport = z.object({
  read: z.number().int(),
  stored: z.number().int(),
  duplicates: z.number().int(),
  unparsable: z.number().int(),
  failed: z.array(z.object({ item: z.string(), error: z.string() })),
  seconds: z.number(),
});
export type IngestReport = z.infer<typeof IngestReport>;
