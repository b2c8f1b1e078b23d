import { isAscii, isUtf8 } from 'node:buffer';
import { contentTypeParameter, type MimePart } from './structure.ts';

const UTF16_LE = Buffer.from([0xff, 0xfe]);
const UTF16_BE = Buffer.from([0xfe, 0xff]);
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Makes readable what mailparser does not recognise as a message: bare CR as line end, a byte order mark or blank
 * lines before the headers, a file saved as UTF-16. Null when there is nothing of the kind.
 */
export function repairFraming(raw: Buffer): Buffer | null {
  let repaired = raw;
  if (startsWith(raw, UTF16_LE)) {
    repaired = Buffer.from(raw.subarray(2).toString('utf16le'));
  } else if (startsWith(raw, UTF16_BE)) {
    const even = Buffer.from(raw.subarray(2, raw.length - (raw.length % 2)));
    repaired = Buffer.from(even.swap16().toString('utf16le'));
  } else if (startsWith(raw, UTF8_BOM)) {
    repaired = raw.subarray(3);
  }
  let start = 0;
  while (start < repaired.length && /\s/.test(String.fromCharCode(repaired[start] ?? 0))) start++;
  repaired = repaired.subarray(start);
  if (hasBareCr(repaired)) repaired = withLineFeeds(repaired);
  return repaired === raw || repaired.equals(raw) ? null : repaired;
}

/** An LF behind every CR that has none. By bytes: there may be millions of them. */
function withLineFeeds(raw: Buffer): Buffer {
  const written = Buffer.allocUnsafe(2 * raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at] ?? 0;
    written[length++] = byte;
    if (byte === 0x0d && raw[at + 1] !== 0x0a) written[length++] = 0x0a;
  }
  return written.subarray(0, length);
}

/** True when some CR is not followed by LF. */
export function hasBareCr(raw: Buffer): boolean {
  for (let at = raw.indexOf(0x0d); at >= 0; at = raw.indexOf(0x0d, at + 1)) {
    if (raw[at + 1] !== 0x0a) return true;
  }
  return false;
}

function startsWith(raw: Buffer, prefix: Buffer): boolean {
  return raw.subarray(0, prefix.length).equals(prefix);
}

const windows1252 = new TextDecoder('windows-1252');

/**
 * Text of bytes whose charset is not known: UTF-8 when they are, windows-1252 when they are not. Bytes that are
 * UTF-8 but for a few broken ones stay UTF-8.
 */
export function decodeUnknown(bytes: Uint8Array): string {
  const utf8 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return isUtf8(bytes) || mostlyUtf8(utf8) ? utf8 : windows1252.decode(bytes);
}

function mostlyUtf8(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) whole++;
  }
  return whole > broken;
}

const singleByte =
  /^(iso-?8859-?\d+|latin-?\d|windows-?\d+|cp-?125\d|us-?ascii|ascii|ansi_x3.*|l1|macintosh)/;
const utf8OrNothing =
  /^(utf-?8|unicode-1-1-utf-8|us-?ascii|ascii|ansi_x3.*|unknown.*|x-unknown|default|none)$/;

/** The charset a text really has when the declared one cannot be right; null when it may be. */
export function contradictedCharset(bytes: Buffer, declared: string | null): 'utf-8' | 'windows-1252' | null {
  if (isAscii(bytes)) return null;
  if (isUtf8(bytes)) return declared !== null && singleByte.test(declared) ? 'utf-8' : null;
  if (declared !== null && !utf8OrNothing.test(declared)) {
    // The C1 controls of ISO-8859-1 do not occur in mail: those bytes are windows-1252's quotes, dashes and euro.
    return /^(iso-?8859-?1|latin-?1|l1)$/.test(declared) && bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)
      ? 'windows-1252'
      : null;
  }
  return mostlyUtf8(bytes.toString('utf8')) ? null : 'windows-1252';
}

/** Undoes the transfer encoding of a part's body. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64');
    case 'quoted-printable':
      return Buffer.from(unquote(body.toString('latin1').replace(/=\r?\n/g, '')), 'latin1');
    default:
      return body;
  }
}

function unquote(text: string): string {
  return text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export type CharsetRepair = {
  readonly raw: Buffer;
  /** A declaration was wrong; otherwise only raw 8-bit header lines were rewritten. */
  readonly contradicted: boolean;
};

/**
 * A copy of the message in which header lines with raw 8-bit bytes, encoded words and text parts whose declared
 * charset is contradicted by their bytes are written as what they are. Null when there is nothing to correct.
 */
export function repairCharsets(raw: Buffer, parts: readonly MimePart[]): CharsetRepair | null {
  const pieces: Buffer[] = [];
  let copied = 0;
  let changed = false;
  let contradicted = false;
  for (const part of parts) {
    const header = raw.toString('latin1', part.headerStart, part.bodyStart);
    const readable = transcodeLines(header);
    let repairedHeader = relabelEncodedWords(readable);
    contradicted ||= repairedHeader !== readable;
    let repairedBody: Buffer | null = null;
    if (!part.attached && (part.contentType === 'text/plain' || part.contentType === 'text/html')) {
      const bytes = decodeTransfer(raw.subarray(part.bodyStart, part.bodyEnd), part.encoding);
      const charset = contradictedCharset(
        bytes,
        contentTypeParameter(header, 'charset')?.toLowerCase() ?? null,
      );
      if (charset) {
        contradicted = true;
        repairedBody = Buffer.from(new TextDecoder(charset).decode(bytes));
        repairedHeader = asBase64Utf8(repairedHeader, part.contentType);
      }
    }
    if (repairedHeader === header && !repairedBody) continue;
    changed = true;
    pieces.push(raw.subarray(copied, part.headerStart), Buffer.from(repairedHeader, 'latin1'));
    copied = part.bodyStart;
    if (repairedBody) {
      const lines = repairedBody.toString('base64').replace(/(.{76})/g, '$1\r\n');
      pieces.push(Buffer.from(`${lines}\r\n`, 'latin1'));
      copied = part.bodyEnd;
    }
  }
  return changed ? { raw: Buffer.concat([...pieces, raw.subarray(copied)]), contradicted } : null;
}

/** Header lines, one byte per character in and out: those with 8-bit bytes become UTF-8. */
function transcodeLines(header: string): string {
  return header
    .split('\n')
    .map((line) => {
      const bytes = Buffer.from(line, 'latin1');
      return isUtf8(bytes) ? line : Buffer.from(decodeUnknown(bytes)).toString('latin1');
    })
    .join('\n');
}

const encodedWord = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi;

function relabelEncodedWords(header: string): string {
  // A character may be split between neighbouring words: a run of them is judged as one.
  return header.replace(/=\?[^?\s]+\?[bq]\?[^?\s]*\?=(?:\s+=\?[^?\s]+\?[bq]\?[^?\s]*\?=)*/gi, (run) => {
    const words = [...run.matchAll(encodedWord)];
    const declared = new Set(words.map((word) => word[1]?.toLowerCase() ?? ''));
    const bytes = Buffer.concat(
      words.map(([, , encoding = '', payload = '']) =>
        encoding.toLowerCase() === 'b'
          ? Buffer.from(payload, 'base64')
          : Buffer.from(unquote(payload.replaceAll('_', ' ')), 'latin1'),
      ),
    );
    const [only] = declared;
    const charset = declared.size === 1 && only ? contradictedCharset(bytes, only) : null;
    return charset
      ? run.replace(
          encodedWord,
          (_, __, encoding: string, payload: string) => `=?${charset}?${encoding}?${payload}?=`,
        )
      : run;
  });
}

function asBase64Utf8(header: string, contentType: string): string {
  const kept = header
    .replace(/\r?\n\r?\n?$/, '')
    .replace(/^(content-transfer-encoding|content-type):.*(?:\r?\n[ \t].*)*(?:\r?\n|$)/gim, '')
    .replace(/\r?\n$/, '');
  const flowed = /format\s*=\s*"?flowed/i.test(header) ? '; format=flowed' : '';
  const lines = [
    `Content-Type: ${contentType}; charset=utf-8${flowed}`,
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ];
  return (kept ? `${kept}\r\n` : '') + lines.join('\r\n');
}
