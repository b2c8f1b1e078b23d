import type { Attachment, ParsedMail } from 'mailparser';
import { dangersOf, detectType, safeFileName } from './attachment-type.ts';
import { authenticationFailed, authenticationResults } from './authentication-results.ts';
import {
  addressesOf,
  cleanLine,
  decodeHeaderLines,
  headerValue,
  messageIds,
  parseMailDate,
} from './headers.ts';
import { htmlToText } from './html-to-text.ts';
import { readMime, type Mime, type MimeUse } from './mime.ts';
import type { Address, AttachmentFacts, ParsedMessage, ParseLimits, RecipientKind } from './model.ts';
import { outlookMail } from './outlook/open.ts';
import { protectionKind } from './protection.ts';
import { decodeUnknown } from './repair.ts';
import { unwrapSigned } from './signed.ts';
import type { Structure } from './structure.ts';

/** Longest text kept for search and triage (UTF-16 units); the whole of it is in the raw source. */
const MAX_TEXT = 1_000_000;
const PREVIEW = 200;
/** Attached messages are opened for their text this deep. */
const NESTED_LEVELS = 3;

/**
 * Reads a message. Never throws on bad mail: what mailparser cannot make sense of comes back as UNPARSABLE with
 * whatever could be read, and what had to be mended or guessed is said in `marks`.
 */
export async function parseMessage(raw: Uint8Array, limits: ParseLimits): Promise<ParsedMessage> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const mime = await readMime(bytes, limits, 'facts');
  const { mail } = mime;
  const marks = new Set(mime.marks);
  const headers = decodeHeaderLines(mail.headerLines.filter(({ key }) => !SEALS.has(key)));
  const [from = { name: '', address: '' }] = addressesOf(mail.from ?? addressHeader(mail, 'sender'));
  const replyTo = addressesOf(mail.replyTo)[0]?.address ?? '';
  const sentAt = parseMailDate(headerValue(headers, 'date') ?? '');
  const received = headerValue(headers, 'received');
  const attachments = await Promise.all(mail.attachments.map(attachmentFacts));
  const text = await readText(bytes, mime, limits);

  if (sentAt === null) marks.add('DATE_UNREADABLE');
  if (replyTo !== '' && replyTo !== from.address) marks.add('REPLY_TO_DIFFERS');
  if (text.trim() === '') marks.add('EMPTY_BODY');
  const protection = protectionKind(mime, text);
  if (protection !== null) marks.add(protection.endsWith('_SIGNED') ? 'SIGNED' : 'ENCRYPTED');
  if (hidesCharacters(mail)) marks.add('HIDDEN_CHARACTERS');
  if (attachments.some(({ dangers }) => dangers.length > 0)) marks.add('DANGEROUS_ATTACHMENT');
  if (authenticationFailed(authenticationResults(headers))) marks.add('AUTHENTICATION_FAILED');

  return {
    parseStatus: mime.status,
    marks: [...marks],
    messageIdHeader: messageIds(headerValue(headers, 'message-id'))[0] ?? null,
    references: messageIds(headerValue(headers, 'references'), headerValue(headers, 'in-reply-to')),
    subject: cleanLine(mail.subject ?? ''),
    from,
    replyToAddress: marks.has('REPLY_TO_DIFFERS') ? replyTo : null,
    recipients: [...recipients(mail, 'TO'), ...recipients(mail, 'CC'), ...recipients(mail, 'BCC')],
    sentAt,
    receivedAt: received === null ? null : parseMailDate(received.slice(received.lastIndexOf(';') + 1)),
    text,
    preview: previewOf(text),
    headers,
    attachments,
  };
}

/** What to store of a message that killed the parser or took too long: nothing but that it is there. */
export function unparsableMessage(): ParsedMessage {
  return {
    parseStatus: 'UNPARSABLE',
    marks: ['DATE_UNREADABLE', 'EMPTY_BODY'],
    messageIdHeader: null,
    references: [],
    subject: '',
    from: { name: '', address: '' },
    replyToAddress: null,
    recipients: [],
    sentAt: null,
    receivedAt: null,
    text: '',
    preview: '',
    headers: [],
    attachments: [],
  };
}

// Long seals that neither triage nor the screen's first look needs; the headers view reads the raw source.
const SEALS = new Set([
  'dkim-signature',
  'x-google-dkim-signature',
  'arc-seal',
  'arc-message-signature',
  'x-gm-message-state',
  'x-microsoft-antispam-message-info',
  'x-ms-exchange-antispam-messagedata-0',
]);

function addressHeader(mail: ParsedMail, name: string): ParsedMail['from'] {
  const value = mail.headers.get(name);
  return typeof value === 'object' && 'html' in value ? value : undefined;
}

function recipients(mail: ParsedMail, kind: RecipientKind): (Address & { kind: RecipientKind })[] {
  const header = { TO: mail.to, CC: mail.cc, BCC: mail.bcc }[kind];
  return addressesOf(header).map((address) => ({ ...address, kind }));
}

/** Facts of one attachment as mailparser hands it out; `checksum` is the SHA-256 it computed on the way. */
export async function attachmentFacts(attachment: Attachment, ordinal: number): Promise<AttachmentFacts> {
  const { content, size } = attachment;
  const name = (attachment.filename ?? '').toWellFormed();
  const declaredType = attachment.contentType.toLowerCase();
  const detectedType = await detectType(content);
  // Text says little: what it is for stands in the declared type.
  const telling =
    detectedType === null || /^(text|message)\//.test(detectedType) ? declaredType : detectedType;
  return {
    ordinal,
    name,
    safeName: safeFileName(name, ordinal + 1, telling),
    declaredType,
    detectedType,
    size,
    sha256: attachment.checksum,
    contentId: attachment.cid ?? null,
    inline:
      attachment.related || (attachment.contentDisposition === 'inline' && attachment.cid !== undefined),
    dangers: dangersOf(name, declaredType, detectedType),
  };
}

/**
 * The text a person would read: the text part, the HTML's text when there is none, the text inside a signature's
 * envelope, and after it the text of attached messages. Raw text for a message that cannot be parsed.
 */
export async function readText(raw: Buffer, mime: Mime, limits: ParseLimits, level = 0): Promise<string> {
  if (mime.status === 'UNPARSABLE') return rawText(raw);
  const { mail } = mime;
  const own = mail.text?.trim() || (mail.html ? htmlToText(mail.html) : '');
  const inner: string[] = [];
  // A bounce returns the citizen's own mail or the office's: not what the sender of the bounce writes.
  const opensNested =
    level < NESTED_LEVELS && !mime.structure.parts[0]?.contentType.startsWith('multipart/report');
  for (const attachment of opensNested ? mail.attachments : []) {
    const nested = await openNested(attachment, limits, 'facts');
    if (nested) inner.push(await nestedText(nested, limits, level + 1));
  }
  return [own, ...inner]
    .filter(Boolean)
    .join('\n\n')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .slice(0, MAX_TEXT)
    .toWellFormed()
    .trim();
}

/** A message inside another: its bytes, and what was made of them. */
export type Nested = { readonly raw: Buffer; readonly mime: Mime };

/** The message inside an attachment: an attached e-mail, what an opaque S/MIME signature wraps, an Outlook item. */
export async function openNested(
  attachment: Attachment,
  limits: ParseLimits,
  use: MimeUse,
): Promise<Nested | null> {
  const { contentType, content, filename } = attachment;
  const raw =
    contentType === 'message/rfc822' || /\.eml$/i.test(filename ?? '')
      ? content
      : /^application\/(x-)?pkcs7-mime$/.test(contentType)
        ? unwrapSigned(content)
        : null;
  if (raw !== null) return { raw, mime: await readMime(raw, limits, use) };
  const mail = outlookMail(attachment, limits);
  if (mail === null) return null;
  return { raw: content, mime: { status: 'PARSED', marks: new Set(), mail, structure: NO_PARTS } };
}

const NO_PARTS: Structure = { parts: [], cut: null, whole: true };

async function nestedText({ raw, mime }: Nested, limits: ParseLimits, level: number): Promise<string> {
  const { mail } = mime;
  const lines = [
    ['De', mail.from?.text],
    ['Fecha', mail.headers.has('date') ? headerValue(decodeHeaderLines(mail.headerLines), 'date') : null],
    ['Asunto', mail.subject],
  ].flatMap(([label, value]) => (value ? [`${label}: ${cleanLine(value)}`] : []));
  return [...lines, '', await readText(raw, mime, limits, level)].join('\n').trimStart();
}

/** The readable beginning of bytes that are no message; '' when they are binary. */
export function rawText(raw: Buffer): string {
  const head = raw.subarray(0, 256 * 1024);
  return head.includes(0)
    ? ''
    : decodeUnknown(head)
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim();
}

/** Characters that turn the reading direction: what is shown is then not what is written. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

function hidesCharacters(mail: ParsedMail): boolean {
  const people = [mail.from, mail.replyTo, mail.to, mail.cc].flat();
  return (
    TURNING.test(mail.subject ?? '') ||
    people.some((one) => one !== undefined && TURNING.test(one.text)) ||
    mail.attachments.some(({ filename }) => TURNING.test(filename ?? ''))
  );
}

function previewOf(text: string): string {
  const line = cleanLine(text.slice(0, 4 * PREVIEW));
  return line.length <= PREVIEW ? line : line.slice(0, PREVIEW - 1).toWellFormed() + '…';
}
