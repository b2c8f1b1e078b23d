import { hash } from 'node:crypto';
import { readBody } from '../triage/quoted.ts';

/** Below this a text says too little to call two messages copies ("Gracias", "Adjunto lo pedido"). */
const MIN_LENGTH = 40;

/**
 * Hash of what a person wrote, the same when he sends it again in another MIME shape, with another subject or line
 * breaks: quoted mail, case, accents, punctuation and white space do not count; digits do, because two requests may
 * differ in nothing but the number they are about. Null for texts too short to tell. Only the part of a text that
 * triage reads counts: what agrees that far is a copy.
 */
export function textHash(text: string): string | null {
  const { flat, ownEnd } = readBody(text);
  const normalised = lettersAndDigits(flat.slice(0, ownEnd)) || lettersAndDigits(flat);
  return normalised.length < MIN_LENGTH ? null : hash('sha256', normalised);
}

function lettersAndDigits(flat: string): string {
  return flat.replace(/^[ \t]*>.*$/gm, '').replace(/[^\p{L}\p{N}]+/gu, '');
}
