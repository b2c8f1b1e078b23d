import { isAscii } from 'node:buffer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { readHeaders } from '../header-block.ts';
import { headerValue, messageIds } from '../headers.ts';
import { safeFileName } from '../attachment-type.ts';

export type OutgoingFile = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

/** Everything a message is made of. */
export type Outgoing = {
  readonly messageIdHeader: string;
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly thread: ThreadHeaders;
  readonly files: readonly OutgoingFile[];
};

/** What ties an answer to its question; empty where the question has no Message-ID. */
export type ThreadHeaders = { readonly inReplyTo: string | null; readonly references: readonly string[] };

export const NO_THREAD: ThreadHeaders = { inReplyTo: null, references: [] };

/** Long threads: the first message and the newest are what programs need to put an answer in its place. */
const MOST_REFERENCES = 20;

/**
 * In-Reply-To and References of an answer to the message (RFC 5322 3.6.4): the message's own References, or its
 * In-Reply-To when that names one message only, and its Message-ID after them.
 */
export function threadHeaders(raw: Uint8Array): ThreadHeaders {
  const headers = readHeaders(raw);
  const own = messageIds(headerValue(headers, 'message-id'))[0];
  const parents = messageIds(headerValue(headers, 'references'));
  const answered = messageIds(headerValue(headers, 'in-reply-to'));
  const before = parents.length > 0 ? parents : answered.length === 1 ? answered : [];
  const all = [...new Set([...before, ...(own === undefined ? [] : [own])])];
  const references =
    all.length <= MOST_REFERENCES ? all : [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)];
  return { inReplyTo: own ?? null, references };
}

/**
 * The message as it goes over the wire: CRLF lines, 7-bit headers, quoted-printable text, base64 attachments; a
 * message/rfc822 attachment keeps its exact bytes. Never asks for files or addresses on its own.
 */
export function composeMime(outgoing: Outgoing): Promise<Buffer> {
  const { from, thread } = outgoing;
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: [...outgoing.to],
    cc: [...outgoing.cc],
    subject: outgoing.subject,
    messageId: outgoing.messageIdHeader,
    date: outgoing.date,
    text: outgoing.text.replace(/\r?\n/gu, '\r\n'),
    textEncoding: 'quoted-printable',
    ...(thread.inReplyTo === null ? {} : { inReplyTo: thread.inReplyTo }),
    ...(thread.references.length === 0 ? {} : { references: [...thread.references] }),
    headers: { 'Content-Language': 'es' },
    attachments: outgoing.files.map((file, index) => attachment(file, index)),
    newline: 'windows',
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function attachment(file: OutgoingFile, index: number) {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const name = safeFileName(file.name, index + 1, file.contentType);
  if (file.contentType !== 'message/rfc822') {
    return { filename: name, content: bytes, contentType: file.contentType };
  }
  const encoding = wireEncoding(bytes);
  // What no server would carry unchanged goes as a file: RFC 2046 5.2.1 forbids to encode it as a message.
  if (encoding === null) return { filename: name, content: bytes, contentType: 'application/octet-stream' };
  const header = [
    'Content-Type: message/rfc822',
    `Content-Disposition: attachment; filename="${asciiName(name)}"`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    '',
  ].join('\r\n');
  return { raw: Buffer.concat([Buffer.from(header, 'latin1'), bytes]) };
}

function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\]/gu, '_');
}

/** How bytes can travel as they are: CRLF line ends only, no NUL, lines of at most 998 bytes (RFC 5322 2.1.1). */
export function wireEncoding(bytes: Buffer): '7bit' | '8bit' | null {
  const text = bytes.toString('latin1');
  if (/\0|\r(?!\n)|(?<!\r)\n|[^\r\n]{999}/u.test(text)) return null;
  return isAscii(bytes) ? '7bit' : '8bit';
}
