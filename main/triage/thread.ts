import { declaredCategory, pastesTheList } from './declared-category.ts';
import { fold } from './fold.ts';
import { stripPrefixes } from './subject.ts';

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
