import type { MimePart } from './structure.ts';

/** Header blocks of real mail stay under this, lists of hundreds of recipients included; mailparser refuses 1 MiB. */
const MAX_HEADER_BLOCK = 128 * 1024;
const MAX_HEADER_FIELD = 32 * 1024;
/** Encoded bytes of all shown texts together: several times what is kept for search and shown. */
const MAX_SHOWN_TEXT = 4 * 1024 * 1024;

const LF = 0x0a;
const DASH = 0x2d;

/**
 * A copy of a message without what is too long to be anything but an attack on its reader: ends of header fields and
 * blocks, and of shown texts. Null when there is nothing of the kind, which is nearly always. Attachments stay whole.
 */
export function withinBounds(raw: Buffer, parts: readonly MimePart[]): Buffer | null {
  const pieces: Buffer[] = [];
  let copied = 0;
  let textRoom = MAX_SHOWN_TEXT;
  const leaveOut = (start: number, end: number): void => {
    pieces.push(raw.subarray(copied, start));
    copied = end;
  };
  for (const part of parts) {
    if (part.bodyStart - part.headerStart > MAX_HEADER_BLOCK) {
      leaveOut(part.headerStart, part.bodyStart);
      pieces.push(shortenedHeader(raw.subarray(part.headerStart, part.bodyStart)));
    }
    if (part.attached || !/^text\/(plain|html)$/.test(part.contentType)) continue;
    const size = part.bodyEnd - part.bodyStart;
    if (size > textRoom) leaveOut(part.bodyStart + textRoom, part.bodyEnd);
    textRoom -= Math.min(size, textRoom);
  }
  return pieces.length === 0 ? null : Buffer.concat([...pieces, raw.subarray(copied)]);
}

/**
 * A copy in which every embedded message has a body, were it one empty line: mailparser waits for ever for the one
 * that is missing. Null when none is.
 */
export function withBodies(raw: Buffer, parts: readonly MimePart[]): Buffer | null {
  const missing = parts.filter(
    ({ embedded, bodyStart }) =>
      embedded && (bodyStart >= raw.length || (raw[bodyStart] === DASH && raw[bodyStart + 1] === DASH)),
  );
  if (missing.length === 0) return null;
  const pieces: Buffer[] = [];
  let copied = 0;
  for (const { bodyStart } of missing) {
    pieces.push(raw.subarray(copied, bodyStart), Buffer.from('\r\n\r\n\r\n'));
    copied = bodyStart;
  }
  return Buffer.concat([...pieces, raw.subarray(copied)]);
}

/** The block's first fields, each cut to its limit, and the blank line. */
function shortenedHeader(block: Buffer): Buffer {
  const kept: Buffer[] = [];
  let room = MAX_HEADER_BLOCK / 2; // well under: what is cut is not too long again
  for (let at = 0; at < block.length && room > 0;) {
    const end = fieldEnd(block, at);
    const field = block.subarray(at, Math.min(end, at + Math.min(MAX_HEADER_FIELD, room)));
    kept.push(field);
    if (field[field.length - 1] !== LF) kept.push(Buffer.from('\r\n'));
    room -= field.length;
    at = end;
  }
  kept.push(Buffer.from('\r\n'));
  return Buffer.concat(kept);
}

/** Behind the last line of the field: those that follow and begin with a blank belong to it. */
function fieldEnd(block: Buffer, start: number): number {
  let end = block.indexOf(LF, start);
  while (end >= 0 && (block[end + 1] === 0x20 || block[end + 1] === 0x09)) end = block.indexOf(LF, end + 1);
  return end < 0 ? block.length : end + 1;
}
