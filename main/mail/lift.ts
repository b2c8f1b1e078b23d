import { hash, randomBytes } from 'node:crypto';
import type { ParsedMail } from 'mailparser';
import type { MimePart, TextEncoding } from './structure.ts';

/** Shorter bodies are not worth the copy. */
const WORTH_LIFTING = 512;
/** Nobody who writes a message can know it. */
const MARK = `estafeta-lifted-${randomBytes(8).toString('hex')}-`;
const MARKS = new RegExp(`${MARK}(\\d+)-`, 'g');

const EQUALS = 0x3d;

export type Lifted = {
  /** The message with a short mark in place of each body that was taken out. */
  readonly raw: Buffer;
  /** Puts the bodies back into the parsed mail; false when the parser understood the message otherwise. */
  readonly restore: (mail: ParsedMail) => boolean;
};

/**
 * Takes bodies out before the message goes to mailparser, which walks through every line of them: base64 attachments
 * and, if asked for, shown texts are decoded here in one step instead. Null when there is nothing to take out.
 */
export function liftBodies(raw: Buffer, parts: readonly MimePart[], withTexts: boolean): Lifted | null {
  const bodies: { readonly part: MimePart; readonly text: string | null }[] = [];
  const pieces: Buffer[] = [];
  let copied = 0;
  for (const part of parts) {
    if (part.bodyEnd - part.bodyStart < WORTH_LIFTING) continue;
    const text = withTexts && part.text !== null ? readText(raw, part, part.text) : null;
    if (text === null && !isBase64Attachment(raw, part)) continue;
    const mark = `${MARK}${bodies.length}-`;
    const written = part.encoding === 'base64' ? Buffer.from(mark).toString('base64') : mark;
    pieces.push(raw.subarray(copied, part.bodyStart), Buffer.from(written, 'latin1'));
    copied = part.bodyEnd;
    bodies.push({ part, text });
  }
  if (bodies.length === 0) return null;
  return {
    raw: Buffer.concat([...pieces, raw.subarray(copied)]),
    restore(mail) {
      const restored = new Set<number>();
      const putBack = (mark: string, n: string) => {
        restored.add(Number(n));
        return bodies[Number(n)]?.text ?? mark;
      };
      if (mail.text?.includes(MARK)) mail.text = mail.text.replace(MARKS, putBack);
      if (mail.html && mail.html.includes(MARK)) mail.html = mail.html.replace(MARKS, putBack);
      for (const attachment of mail.attachments) {
        if (attachment.size > MARK.length + 8) continue;
        const found = attachment.content.toString('latin1');
        const n = found.startsWith(MARK) ? parseInt(found.slice(MARK.length), 10) : -1;
        const body = bodies[n];
        if (body?.text !== null) continue;
        restored.add(n);
        attachment.content = decodeBase64(raw, body.part);
        attachment.size = attachment.content.length;
        attachment.checksum = hash('sha256', attachment.content);
      }
      return restored.size === bodies.length;
    },
  };
}

function decodeBase64(raw: Buffer, { bodyStart, bodyEnd }: MimePart): Buffer {
  return Buffer.from(raw.toString('latin1', bodyStart, bodyEnd), 'base64');
}

function isBase64Attachment(raw: Buffer, part: MimePart): boolean {
  if (part.encoding !== 'base64' || /^(text|message|multipart)\//.test(part.contentType)) return false;
  return isPlainBase64(raw, part);
}

/**
 * Node reads the two letters of base64url as well, which mailparser passes over; and padding in the middle means
 * pieces encoded one by one, which mailparser joins.
 */
function isPlainBase64(raw: Buffer, { bodyStart, bodyEnd }: MimePart): boolean {
  const body = raw.subarray(bodyStart, bodyEnd);
  if (body.includes(0x2d) || body.includes(0x5f)) return false;
  const padding = body.indexOf(EQUALS);
  return padding < 0 || /^[=\s]*$/.test(body.toString('latin1', padding, padding + 64));
}

/** The text of a part as mailparser would hand it out; null when that is better left to mailparser, or empty. */
function readText(raw: Buffer, part: MimePart, charset: TextEncoding): string | null {
  const { bodyStart, bodyEnd } = part;
  let text: string;
  switch (part.encoding) {
    case 'base64':
      if (!isPlainBase64(raw, part)) return null;
      text = decodeBase64(raw, part).toString(charset);
      break;
    case 'quoted-printable':
      text = decodeQuotedPrintable(raw.toString('latin1', bodyStart, bodyEnd)).toString(charset);
      break;
    case '':
    case '7bit':
    case '8bit':
      text = raw.toString(charset, bodyStart, bodyEnd);
      break;
    default:
      return null;
  }
  return text === '' ? null : text.replace(/\r\n/g, '\n');
}

/** One byte per character in; what is no escape stays as it is. */
function decodeQuotedPrintable(text: string): Buffer {
  // The group before keeps this linear in a long run of blanks.
  const joined = text.replace(/(^|[^\t ])[\t ]+$/gm, '$1').replace(/=(?:\r?\n|$)/g, '');
  const bytes = Buffer.allocUnsafe(joined.length);
  let length = 0;
  for (let at = 0; at < joined.length; at++) {
    const unit = joined.charCodeAt(at);
    const high = unit === EQUALS ? hexValue(joined.charCodeAt(at + 1)) : -1;
    const low = high < 0 ? -1 : hexValue(joined.charCodeAt(at + 2));
    if (low < 0) {
      bytes[length++] = unit;
    } else {
      bytes[length++] = high * 16 + low;
      at += 2;
    }
  }
  return bytes.subarray(0, length);
}

/** -1 for what is no hexadecimal digit. */
function hexValue(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
