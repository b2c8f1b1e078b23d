import type { Attachment } from 'mailparser';
import { AppError } from '../errors.ts';
import { authenticationResults } from './authentication-results.ts';
import { cleanHtml } from './clean-html.ts';
import { asBuffer, readHeaders } from './header-block.ts';
import { addressesOf, cleanLine, decodeHeaderLines, headerValue, parseMailDate } from './headers.ts';
import { readMime, type Mime } from './mime.ts';
import {
  DEFAULT_LIMITS,
  type AttachmentFacts,
  type MessageBody,
  type NestedMessage,
  type ParseLimits,
  type ParseStatus,
  type Protection,
} from './model.ts';
import { attachmentFacts, openNested, rawText, readText } from './parse.ts';
import { protectionKind } from './protection.ts';
import type { ReadMessage } from './reader-tasks.ts';

/** Images of the message itself that a browser draws without running anything. */
const DRAWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);
const MAX_INLINE_IMAGE = 5 * 1024 * 1024;
const MAX_INLINE_IMAGES = 20 * 1024 * 1024;

/** What decides how a stored message is read. */
export type ReadContext = {
  readonly status: ParseStatus; // as it was found at ingest
  readonly from: string; // lower case
  readonly receivedAt: Date;
  readonly trustedCertificates: string; // PEM
  readonly authservId: string; // the office's own server's, empty: unknown
};

/**
 * All that is shown of a stored message's bytes. What the parser could not read at ingest, or not in time, is not
 * tried again. Never throws on bad mail.
 */
export async function readStored(
  raw: Uint8Array,
  limits: ParseLimits,
  context: ReadContext,
): Promise<ReadMessage> {
  const bytes = asBuffer(raw);
  const authentication = authenticationResults(readHeaders(bytes), context.authservId);
  if (context.status === 'UNPARSABLE') {
    const body = { text: rawText(bytes), html: null, remoteContentBlocked: 0 };
    return { body, protection: null, authentication };
  }
  const mime = await readMime(bytes, limits, 'full');
  const body = await bodyOf(bytes, mime, limits);
  return { body, protection: await protectionOf(bytes, mime, body.text, limits, context), authentication };
}

async function protectionOf(
  raw: Buffer,
  mime: Mime,
  text: string,
  limits: ParseLimits,
  context: ReadContext,
): Promise<Protection | null> {
  const kind = protectionKind(mime, text);
  if (kind !== 'SMIME_SIGNED') return kind === null ? null : { kind };
  // Loaded when the first signature is met: most messages carry none.
  const { checkSignature } = await import('./smime.ts');
  return { kind, ...(await checkSignature(raw, limits, context)) };
}

/** A stored message's body as it is shown; raw text when it cannot be parsed. Never throws on bad mail. */
export async function readBody(raw: Uint8Array, limits: ParseLimits = DEFAULT_LIMITS): Promise<MessageBody> {
  const bytes = asBuffer(raw);
  return bodyOf(bytes, await readMime(bytes, limits, 'full'), limits);
}

async function bodyOf(raw: Buffer, mime: Mime, limits: ParseLimits): Promise<MessageBody> {
  const text = await readText(raw, mime, limits);
  const { html, attachments } = mime.mail;
  if (!html) return { text, html: null, remoteContentBlocked: 0 };
  const cleaned = cleanHtml(html, await inlineImages(attachments, html));
  const visible =
    /<img\b[^>]*\bsrc=/.test(cleaned.html) || cleaned.html.replace(/<[^>]*>/g, '').trim() !== '';
  return { text, html: visible ? cleaned.html : null, remoteContentBlocked: cleaned.remoteContentBlocked };
}

/** The images that the HTML refers to by Content-ID, as data: URLs, as far as they fit. */
async function inlineImages(attachments: readonly Attachment[], html: string): Promise<Map<string, string>> {
  const images = new Map<string, string>();
  let room = MAX_INLINE_IMAGES;
  for (const [ordinal, attachment] of attachments.entries()) {
    const { cid, content } = attachment;
    if (!cid || content.length > Math.min(room, MAX_INLINE_IMAGE) || !/cid:/i.test(html)) continue;
    const { detectedType } = await attachmentFacts(attachment, ordinal);
    if (detectedType === null || !DRAWN.has(detectedType)) continue;
    images.set(cid, `data:${detectedType};base64,${content.toString('base64')}`);
    room -= content.length;
  }
  return images;
}

/**
 * Where an attachment is. Its bytes' SHA-256 finds it when it is no longer in its place, because other limits open
 * more or fewer parts.
 */
export type Place = { readonly ordinal: number; readonly sha256?: string };

/** One attachment with its bytes. Throws NOT_FOUND when the message has none in that place. */
export async function readAttachment(
  raw: Uint8Array,
  place: Place,
  limits: ParseLimits = DEFAULT_LIMITS,
): Promise<{ facts: AttachmentFacts; bytes: Uint8Array }> {
  const attachment = await attachmentAt(raw, place, limits);
  return { facts: await attachmentFacts(attachment, place.ordinal), bytes: attachment.content };
}

/** A message in an attachment (openNested says which), opened. Throws NOT_FOUND when there is none in it. */
export async function readNested(
  raw: Uint8Array,
  place: Place,
  limits: ParseLimits = DEFAULT_LIMITS,
): Promise<NestedMessage> {
  const nested = await openNested(await attachmentAt(raw, place, limits), limits, 'full');
  if (nested === null) throw new AppError('NOT_FOUND', { ordinal: place.ordinal });
  const { mail } = nested.mime;
  const sentAt = parseMailDate(headerValue(decodeHeaderLines(mail.headerLines), 'date') ?? '');
  const facts = await Promise.all(mail.attachments.map(attachmentFacts));
  return {
    subject: cleanLine(mail.subject ?? ''),
    from: addressesOf(mail.from)[0] ?? { name: '', address: '' },
    to: addressesOf(mail.to),
    sentAt: sentAt === null ? null : new Date(sentAt),
    body: await bodyOf(nested.raw, nested.mime, limits),
    attachmentNames: facts.map(({ name, safeName }) => name || safeName),
  };
}

async function attachmentAt(
  raw: Uint8Array,
  { ordinal, sha256 }: Place,
  limits: ParseLimits,
): Promise<Attachment> {
  const { attachments } = (await readMime(asBuffer(raw), limits, 'facts')).mail;
  const inPlace = attachments[ordinal];
  const attachment =
    sha256 === undefined || inPlace?.checksum === sha256
      ? inPlace
      : attachments.find(({ checksum }) => checksum === sha256);
  if (!attachment) throw new AppError('NOT_FOUND', { ordinal });
  return attachment;
}
