import { decodeHeaderLines } from './headers.ts';
import type { HeaderLine } from './model.ts';
import { hasBareCr, repairFraming } from './repair.ts';
import { headerEnd } from './structure.ts';

/** Bytes of headers that are shown; all of them are in the original. */
const MAX_HEADERS = 256 * 1024;

/** The headers of a stored message, decoded, in order. */
export function readHeaders(raw: Uint8Array): HeaderLine[] {
  return decodeHeaderLines(rawHeaderLines(raw).map((line) => ({ key: line, line })));
}

/** The same as they came: folded, nothing decoded, one byte per character. */
export function rawHeaderLines(raw: Uint8Array): string[] {
  const bytes = asBuffer(raw);
  let head = bytes.subarray(0, Math.min(headerEnd(bytes, 0), MAX_HEADERS));
  if (hasBareCr(head) || !/^[\w-]+:/.test(head.toString('latin1', 0, 80))) {
    const repaired = repairFraming(bytes) ?? bytes;
    head = repaired.subarray(0, Math.min(headerEnd(repaired, 0), MAX_HEADERS));
  }
  const lines = head.toString('latin1').split(/\r?\n(?![ \t])/);
  return lines.filter((line) => /^[\x21-\x39\x3b-\x7e]+[ \t]*:/.test(line));
}

/** The same bytes as a Buffer. */
export function asBuffer(raw: Uint8Array): Buffer {
  return Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
}
