import { hash } from 'node:crypto';
import { MimeNode } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import { MailParser, type Attachment, type HeaderLines, type Headers, type ParsedMail } from 'mailparser';
import { decodeBase64, decodeQuotedPrintable } from './decode-body.ts';
import type { MimePart, Structure } from './structure.ts';

// What mailparser makes of header lines; its types keep to the streams.
declare module 'mailparser' {
  interface MailParser {
    processHeaders(lines: HeaderLines): Headers;
  }
}

const headerReader = new MailParser();

/** Headers that somebody reads as mailparser understands them; of the others the lines are enough. */
const READ_HEADERS = new Set(['subject', 'from', 'sender', 'reply-to', 'to', 'cc', 'bcc']);
/** Of these it only counts that they are there. */
const KNOWN_HEADERS = new Set([
  ...['date', 'message-id', 'received', 'return-path', 'content-type', 'mime-version', 'delivered-to'],
]);
/** mailparser leaves a header out whose value is empty once its encoded words are decoded. */
const SAYS_SOMETHING = /^[^:]*:\s*[^\s=]/;

/**
 * The mail that mailparser would make of a message, put together from its parts without its streams, which take most
 * of its time: headers are understood by mailparser's and mailsplit's own functions, bodies decoded in one step. Null
 * when anything in the message is not plainly put; then mailparser reads it.
 */
export function assembleMail(raw: Buffer, { parts, whole }: Structure): ParsedMail | null {
  if (!whole) return null;
  const text: string[] = [];
  const html: string[] = [];
  const shown = { plain: false, plainAlone: false, html: false, htmlAlone: false };
  const attachments: Attachment[] = [];
  let lines: HeaderLines | null = null;
  for (const part of parts) {
    const node = new MimeNode(false);
    node.addHeaderChunk(raw.subarray(part.headerStart, part.bodyStart));
    node.parseHeaders();
    if (!node.headers || node.contentType !== part.contentType || part.embedded) return null;
    lines ??= node.headers.getList();
    if (part.container) continue;
    if (node.multipart) return null;
    const isText = part.contentType === 'text/plain' || part.contentType === 'text/html';
    if (!isText || (node.disposition && node.disposition !== 'inline')) {
      const attachment = readAttachment(raw, part, node);
      if (attachment === null) return null;
      attachments.push(attachment);
      continue;
    }
    const content = readText(raw, part, node);
    if (content === null) return null;
    if (part.contentType === 'text/plain') {
      shown.plain = true;
      shown.plainAlone ||= !part.alternative;
      if (content !== '') text.push(content);
    } else {
      shown.html = true;
      shown.htmlAlone ||= !part.alternative;
      if (content !== '') html.push(content);
    }
  }
  // Both are content then, and mailparser turns the one into the other.
  if ((shown.plainAlone && shown.html) || (shown.htmlAlone && shown.plain)) return null;
  if (lines === null) return null;
  const headers = readHeaders(lines);
  const mail: ParsedMail = { attachments, headers, headerLines: lines, html: html.join('<br/>\n') || false };
  if (text.length > 0) mail.text = text.join('\n');
  return Object.assign(mail, {
    subject: headers.get('subject'),
    from: headers.get('from'),
    replyTo: headers.get('reply-to'),
    to: headers.get('to'),
    cc: headers.get('cc'),
    bcc: headers.get('bcc'),
  });
}

function readHeaders(lines: HeaderLines): Headers {
  const known = lines.filter(({ key, line }) => KNOWN_HEADERS.has(key) && SAYS_SOMETHING.test(line));
  const headers = headerReader.processHeaders(
    lines.filter(
      (line) => READ_HEADERS.has(line.key) || (KNOWN_HEADERS.has(line.key) && !known.includes(line)),
    ),
  );
  for (const { key, line } of known) headers.set(key, line);
  return headers;
}

function readText(raw: Buffer, part: MimePart, node: MimeNode): string | null {
  const charset = (node.charset || 'utf-8').toLowerCase().replace(/[^a-z0-9]+/g, '');
  if (!UTF_8.has(charset) && !WINDOWS_1252.has(charset)) return null;
  const written = decodeBody(raw, part, node.encoding);
  if (written === null) return null;
  const bytes = node.flowed ? unflowed(written, node.delSp) : written;
  const text = UTF_8.has(charset) ? bytes.toString() : windows1252(bytes);
  return text?.replace(/\r\n/g, '\n') ?? null;
}

/** RFC 3676: lines that were broken only to fit are joined again. */
function unflowed(bytes: Buffer, delSp: boolean): Buffer {
  return Buffer.from(libmime.decodeFlowed(bytes.toString('latin1'), delSp), 'latin1');
}

const UTF_8 = new Set(['ascii', 'usascii', 'utf8']);
/** mailparser reads Latin-1 as its superset, as browsers do. */
const WINDOWS_1252 = new Set(['iso88591', 'latin1', 'windows1252', 'cp1252']);
const windowsDecoder = new TextDecoder('windows-1252');

/** Null where the five bytes occur that stand for nothing. */
function windows1252(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  if (!/[\x80-\x9f]/.test(text)) return text;
  const decoded = windowsDecoder.decode(bytes);
  return /[\x80-\x9f]/.test(decoded) ? null : decoded;
}

function readAttachment(raw: Buffer, part: MimePart, node: MimeNode): Attachment | null {
  // Into the others mailparser may look.
  if (!node.headers || !/^(?:application|image|audio|video)\//.test(part.contentType)) return null;
  const content = decodeBody(raw, part, node.encoding);
  if (content === null) return null;
  const headers = headerReader.processHeaders(
    node.headers.getList().filter(({ key }) => key === 'content-id'),
  );
  const contentId = [headers.get('content-id') ?? []].flat()[0];
  const cid = typeof contentId === 'string' ? contentId.trim().replace(/^<|>$/g, '').trim() : undefined;
  return {
    type: 'attachment',
    content,
    size: content.length,
    checksum: hash('sha256', content),
    contentType:
      part.contentType === 'application/octet-stream' && node.filename
        ? libmime.detectMimeType(node.filename)
        : part.contentType,
    contentDisposition: node.disposition || '',
    headers,
    headerLines: [],
    related: cid !== undefined && part.related,
    ...(node.filename ? { filename: node.filename } : {}),
    ...(cid === undefined ? {} : { cid, contentId: `<${cid}>` }),
  };
}

function decodeBody(raw: Buffer, part: MimePart, encoding: string | false): Buffer | null {
  const body = raw.subarray(part.bodyStart, part.bodyEnd);
  switch (encoding) {
    case 'base64':
      return decodeBase64(body);
    case 'quoted-printable':
      return decodeQuotedPrintable(body.toString('latin1'));
    default:
      return body;
  }
}
