import { hash } from 'node:crypto';
import { readBody, type Body } from '../triage/quoted.ts';

/** Below this a text says too little to call two messages copies ("Gracias", "Adjunto lo pedido"). */
const MIN_LENGTH = 40;

/**
 * Hash of what a person wrote, the same when he sends it again in another MIME shape, with another subject or line
 * breaks: quoted mail, case, accents, punctuation and white space do not count; digits do, because two requests may
 * differ in nothing but the number they are about. Null for texts too short to tell. Only the part of a text that
 * triage reads counts: what agrees that far is a copy.
 */
export function textHash(text: string, { flat, ownEnd }: Body = readBody(text)): string | null {
  const own = lettersAndDigits(flat.slice(0, ownEnd));
  const counted = own.length > 0 ? own : lettersAndDigits(flat);
  return counted.length < MIN_LENGTH ? null : hash('sha256', counted);
}

const isLetterOrDigit = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
const COUNTS = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  isLetterOrDigit(String.fromCharCode(unit)) ? 1 : 0,
);

function lettersAndDigits(flat: string): Uint16Array {
  const unquoted = flat.includes('>') ? flat.replace(/^[ \t]*>.*$/gm, '') : flat;
  const bytes = Buffer.from(unquoted, 'utf16le');
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, unquoted.length);
  let count = 0;
  for (const unit of units) {
    const counts = unit < 0x80 ? COUNTS[unit] === 1 : isLetterOrDigit(String.fromCharCode(unit));
    if (counts) units[count++] = unit;
  }
  return units.subarray(0, count);
}
