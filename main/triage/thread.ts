import { declaredCategory, pastesTheList } from './declared-category.ts';
import { fold } from './fold.ts';
import { stripPrefixes } from './subject.ts';

/** A message without references joins the last one of the same sender and subject within so many days. */
export const THREAD_DAYS = 30;
const THREAD_MS = THREAD_DAYS * 24 * 60 * 60 * 1000;

/** Subjects that say nothing, folded and without punctuation. */
const GENERIC = new Set(
  (
    'sin asunto|sense assumpte|sen asunto|gairik gabe|no subject|none|asunto|hola|hola buenas|buenas|buenos dias|buenas tardes|buenas noches|' +
    'bon dia|kaixo|egun on|hello|consulta|duda|dudas|pregunta|ayuda|urgente|muy urgente|solicitud|informacion|documentacion|documentos|' +
    'documento|adjunto|dni|ta1|ta 1|tramite|gestion|correo|mensaje|reclamacion|peticion|gracias|axuda|ajuda|laguntza'
  ).split('|'),
);
const LEAST_LETTERS = 4;

/**
 * The subject as threads compare it: without its chain of prefixes, capitals, accents and punctuation. Empty when
 * it is too generic to hold a thread together: nothing, a greeting, the pasted list, or only an official category name, which this
 * mailbox asks everybody to write, so that two requests of one citizen titled "AFILIACIÓN" are two requests.
 * What follows the name counts ("RECAUDACIÓN - certificado" threads, "RECAUDACIÓN" does not).
 */
export function threadSubject(subject: string): string {
  const { bare } = stripPrefixes(subject);
  const words = normalised(bare);
  if (words.replace(/\d/g, '').length < LEAST_LETTERS || GENERIC.has(words)) return '';
  if (pastesTheList(subject)) return '';
  const declared = declaredCategory(subject);
  if (declared !== null && normalised(bare.replace(declared.quote, ' ')).length < LEAST_LETTERS) return '';
  return words;
}

function normalised(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What threading compares of a message; `at` is its arrival in UTC milliseconds. */
export type ThreadFacts = {
  readonly messageIdHeader: string | null;
  readonly references: readonly string[];
  readonly threadSubject: string;
  readonly fromAddress: string;
  readonly at: number;
};

/**
 * True when `message` belongs to the thread of `earlier`: one refers to the other (References, In-Reply-To) or both
 * to a common message; else when the same sender wrote both under the same telling subject within THREAD_DAYS.
 */
export function belongsToThread(message: ThreadFacts, earlier: ThreadFacts): boolean {
  const known = new Set(earlier.references);
  if (earlier.messageIdHeader !== null) known.add(earlier.messageIdHeader);
  if (message.references.some((reference) => known.has(reference))) return true;
  if (message.messageIdHeader !== null && earlier.references.includes(message.messageIdHeader)) return true;
  return (
    message.threadSubject !== '' &&
    message.threadSubject === earlier.threadSubject &&
    message.fromAddress.toLowerCase() === earlier.fromAddress.toLowerCase() &&
    Math.abs(message.at - earlier.at) <= THREAD_MS
  );
}
