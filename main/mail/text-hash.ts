import { createHash } from 'node:crypto';
import { splitQuoted } from '../triage/quoted.ts';

/** Below this a text says too little to call two messages copies ("Gracias", "Adjunto lo pedido"). */
const MIN_LENGTH = 40;
/** Two messages that agree this far are copies; longer texts are newsletters and logs. */
const MAX_LENGTH = 50_000;

/**
 * Hash of what a person wrote, the same when he sends it again in another MIME shape, with another subject or line
 * breaks: quoted mail, case, accents, punctuation and white space do not count; digits do, because two requests may
 * differ in nothing but the number they are about. Null for texts too short to tell.
 */
export function textHash(text: string): string | null {
  const read = text.slice(0, MAX_LENGTH);
  const own = read.slice(0, splitQuoted(read).ownEnd);
  const normalised = normalise(own) || normalise(read);
  return normalised.length < MIN_LENGTH ? null : createHash('sha256').update(normalised).digest('hex');
}

function normalise(text: string): string {
  return text
    .replace(/^>.*$/gm, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
