import { fold } from './fold.ts';
import {
  CHINESE_SURNAMES,
  GOES_ON,
  isGiven,
  kindOfName,
  NOT_NAMES,
  PARTICLES,
  SURNAMES_TOO,
} from './name-words.ts';
import type { Page } from './readable.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';
import { cuedSmall, signedBySender, smallBeside, smallClosing } from './small-names.ts';
import { proper, type SplitName } from './split-name.ts';
import { WordPattern } from './word-pattern.ts';

/** A stretch of text that looks like a person's name, and how sure its surroundings make it. */
export type NameHit = {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  /** CUE: after "me llamo", "Nombre:". SIGNATURE: alone on its line, or closing it. PLAIN: capitalised words. */
  readonly origin: 'CUE' | 'SIGNATURE' | 'PLAIN';
};

/** "Fdez.", "HDEZ.", "Rguez.", "Lz.": how patronymics are cut short. */
const CUT_SHORT = String.raw`[B-DF-HJ-NP-TV-Z](?:[b-df-hj-np-tv-z]|gu){0,4}e?z\.|[B-DF-HJ-NP-TV-Z]{1,4}E?Z\.`;
const WORD = String.raw`(?:${CUT_SHORT}|\p{Lu}[\p{L}\p{M}'’·-]*\p{L}|M\.?ª|\p{Lu}\.(?=\s\p{Lu}))`;
const PARTICLE = String.raw`(?:de(?:l| la| las| los)?|da|do|dos|das|la|el|i|y|van|von|der|den|ter|ben|bin|al)`;
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}@.])${WORD}(?:[ \t]+(?:${PARTICLE}[ \t]+){0,2}${WORD}){0,40}`,
  'uy',
);
/** Where a name may begin: NAME is far slower, and is tried there only. */
const PERHAPS_CAPITAL = /[A-Z\u00c0-\u00de\u0100-\uffff]/g;
const CANNOT_BEGIN_AFTER = /[a-z\d@.]/;
/** "91648302-H. Nacida": no initial. */
const LETTER_OF_NUMBER = /$(?<=\d[- ]?)/;

// Read backwards from the end of what stands before a name, and not tried at each of its characters.
const STRONG_CUE =
  /$(?<=(?:me llamo|mi nombre(?: es)?|em dic|chamome|chamo-me|o meu nome e|my name is|mi chiamo|ma numesc|je m'appelle|ich hei(?:ss|ß)e|mein name ist|de nombre|es diu|se chama|(?<![а-яё])(?:Я|[Мм]еня зовут|[Мм]ене звати|[Кк]азвам се|Аз съм)|(?:que|qui) (?:suscribe|subscriu|subscribe|firma),?|(?:^|\n)[ \t]*(?:yo|jo|eu|nik),|\ba nombre de|(?:\bnom(?:bre|e)?|\bname|\bizen[a-z]*|\bcognoms|\b(?:titular|solicitante|sol·licitant|fdo|firmad[oa]|firma|signat|asdo|datuak|interesad[oa]|afiliad[oa]|trabajador[ae]?|treballador[a]?|emplead[oa]|pensionista|asegurad[oa]|autonom[oa]))\b[^:\n\d]{0,25}:|llamase|chamase|se llama|se llamaba)\s*)/;
const CUE =
  /$(?<=(?:\b(?:soy|soc|son|i am|i'm|je suis)(?: (?:el|la|l'|en|na|sor))?|\b(?:ella es|el es|datos|son)\s*:?|\b(?:ella|el)\s*:|(?:^|[\n.;(])[ \t]*(?:ella|el)[ \t]|\bd\.ª?|\bd[on]?n?\.?ª|\bdon|\bdona|\bdna\.?|\bsor)\s*)/;

const COMPANY_AFTER =
  /^\s*,?\s*(?:s\.?\s?l\.?\s?(?:u|p|l)?|s\.?\s?a\.?(?:\s?[lu])?|c\.?\s?b|s\.?\s?c\.?(?:\s?[pa])?|s\.?\s?coop|s\.?\s?a\.?\s?t|sccl)\b/;
/** The same as the last word of a run of capitals: "PRUEBA DOS SLU". */
const COMPANY_FORM = /^(?:s\.?l\.?[ulp]?|s\.?a\.?[ult]?|s\.?c\.?[pa]?|c\.?b|slne|sccl|ute|aie)\.?$/i;

/** A text with more capitalised words than this is a list; the person is named at its beginning. */
const MOST_NAMES = 300;

/**
 * Names in order of appearance. Companies are left out. The sender's display name only helps to see a name written
 * without capitals.
 */
export function findNames(
  page: Page,
  fromName: string,
  document: { readonly start: number; readonly end: number } | null = null,
): NameHit[] {
  const { text, flat } = page;
  const hits: NameHit[] = [];
  PERHAPS_CAPITAL.lastIndex = 0;
  while (hits.length < MOST_NAMES && PERHAPS_CAPITAL.test(text)) {
    const start = PERHAPS_CAPITAL.lastIndex - 1;
    if (start > 0 && CANNOT_BEGIN_AFTER.test(flat.charAt(start - 1))) continue;
    NAME.lastIndex = start;
    const run = NAME.exec(text)?.[0];
    if (run === undefined || (run[1] === '.' && LETTER_OF_NUMBER.test(flat.slice(0, start)))) continue;
    addRun(hits, flat, run, start);
    PERHAPS_CAPITAL.lastIndex = start + run.length;
  }
  const sender = namesIn(fromName);
  const written = surnamesFirst(flat, hits).filter((hit) => isLikely(hit, sender) && !isPlace(flat, hit));
  const capitals = written.some((hit) => hit.words.length > 1);
  const closing = capitals ? null : smallClosing(page);
  const signed = signedBySender(page, fromName);
  const small = [
    ...cuedSmall(page, fromName),
    ...(closing === null ? [] : [closing]),
    ...(signed === null ? [] : [signed]),
    ...(document === null ? [] : smallBeside(page, document, fromName, capitals)),
  ].filter((hit) => isLikely(hit, sender));
  return [...written, ...small].sort((a, b) => a.start - b.start);
}

/** No office, house or street: somebody can be called so, or the sender is, or the words say that it is a name. */
function isLikely({ words, origin }: NameHit, sender: readonly string[]): boolean {
  if (words.length === 1) return true;
  const folded = fold(words[0] ?? '');
  if (isHouse([folded]) || NO_VOWEL.test(folded)) return false;
  if (origin === 'CUE' || BEYOND_LATIN.test(folded)) return true;
  const own = words.filter((word) => !isParticle(word));
  if (own.some((word) => isGiven(word) || sender.includes(fold(word)))) return true;
  if (!isHouse(sender) && isHimself(sender, [folded])) return true;
  return (
    own.filter((word) => INITIAL.test(word)).length === 2 ||
    CHINESE_SURNAMES.has(folded) ||
    (own.length > 2 && own.some((word) => kindOfName(word) !== 'UNKNOWN'))
  );
}

const INITIAL = /^\p{Lu}\.$/u;
const NO_VOWEL = /^[^aeiouy\W]{3,}$/;
const BEYOND_LATIN = /[^\0-\u024f]/;

/** A street or a house is called after somebody: "avenida Ana Gil 7", "el Hospital San Juan". */
const PLACE =
  /\b(?:calle|c\/|avda?\.?|avenida|avinguda|plaza|plaça|pza\.?|praza|paseo|passeig|rua|carrer|camino|cami|ronda|travesia|urbanizacion|poligono|glorieta|hospital|colegio|instituto|ies|ceip|clinica|parroquia|residencia|centro de salud|virgen)(?: d(?:e|el|a|o|e la|els?))? ?$/;

function isPlace(flat: string, { start }: NameHit): boolean {
  return PLACE.test(flat.slice(Math.max(0, start - 30), start));
}

/** "GIL MORA, Luis" is one name. */
function surnamesFirst(flat: string, hits: readonly NameHit[]): NameHit[] {
  const joined: NameHit[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    if (last !== undefined && isSurnameFirst(flat, last, hit)) {
      joined.pop();
      const words = [...hit.words, ...last.words];
      joined.push({ words, start: last.start, end: hit.end, origin: last.origin });
    } else joined.push(hit);
  }
  return joined;
}

const LABELLED = /(?:^|[\n:])[ \t]*(?:[-*•·][ \t]*)?$/;
const STATED = /^[ \t]*(?:$|\n|[;(–—-]|[,.:]?[ \t]*(?:con )?(?:d\.?n\.?i|nie|nif|nan|naf|nss|\d|[xyz]\d))/;
const ID_BEHIND = /^[ \t\n]*[,.;:(–—-]?[ \t]*(?:con )?(?:d\.?n\.?i|nie|nif|nan|naf|nss|\d|[xyz]\d)/;

function isSurnameFirst(flat: string, last: NameHit, hit: NameHit): boolean {
  if (!/^[ \t]*,[ \t]*$/.test(flat.slice(last.end, hit.start)) || !last.words.every(maySurname)) return false;
  const given = hit.words.filter((word) => !isParticle(word));
  const surname = last.words.some((word) => kindOfName(word) === 'SURNAME');
  const after = flat.slice(hit.end, hit.end + 20);
  const form = () => LABELLED.test(flat.slice(Math.max(0, last.start - 5), last.start)) && STATED.test(after);
  if (given.every(isGiven)) return surname || last.origin === 'CUE' || form();
  // "Pruebahuanca Mamani, Wilma Pruebana", where words of no list are names by where they stand.
  if (given.length > 3 || given.some((word) => kindOfName(word) === 'SURNAME')) return false;
  return (surname || given.some(isGiven)) && form() && ID_BEHIND.test(after);
}

function maySurname(word: string): boolean {
  return kindOfName(word) !== 'GIVEN';
}

/** Cuts a run of capitalised words at the words that cannot belong to a name. */
function addRun(hits: NameHit[], flat: string, run: string, offset: number): void {
  let words: string[] = [];
  let start = 0;
  let end = 0;
  const close = () => {
    while (isParticle(words.at(-1) ?? '')) words.pop();
    if (words.length > 2 && opensSentence(flat, start, words)) {
      const [first = ''] = words;
      words.shift();
      start += first.length;
      while (/\s/.test(flat.charAt(start))) start++;
    }
    const isFirm =
      COMPANY_AFTER.test(flat.slice(end, end + 12)) ||
      (words.length > 1 && COMPANY_FORM.test(words.at(-1) ?? ''));
    if (words.length > 0 && !isFirm) {
      hits.push({ words, start, end, origin: originOf(flat, start, end, words) });
    }
    words = [];
  };
  for (let at = 0; at < run.length; at++) {
    const length = wordLength(run, at);
    if (length === 0) continue;
    const from = offset + at;
    const token = run.slice(at, at + length);
    at += length;
    const word = flat.slice(from, from + length).replace(/[.'’ª]/g, '');
    const particle = isParticle(token);
    const surname = words.length > 0 && SURNAMES_TOO.has(word);
    // Where all is written in capitals, a verb is too: "EL TRABAJADOR SE LLAMA POPESCU".
    const goesOn = GOES_ON.has(word) && token.length > 1 && token === token.toUpperCase();
    const other = (NOT_NAMES.has(word) || goesOn) && !(isGiven(word) && isFollowedBySurname(run, at));
    if (!surname && other && (words.length === 0 || !PARTICLES.has(word))) {
      close();
      continue;
    }
    // "Ana y Luis" are two, "Gil y Mora" is one.
    if (
      (word === 'y' || word === 'i' || word === 'e') &&
      isGiven(nextWord(run, at)) &&
      kindOfName(nextWord(run, at)) === 'GIVEN'
    ) {
      close();
      continue;
    }
    if (words.length === 0) start = from;
    words.push(token);
    if (!particle) end = from + length;
  }
  close();
}

/** "Era Ana Gil Mora": a word of no list before a given name, where a sentence begins. */
function opensSentence(flat: string, start: number, [first = '', second = '']: readonly string[]): boolean {
  if (/[.ª]/.test(first) || kindOfName(first) !== 'UNKNOWN' || kindOfName(second) !== 'GIVEN') return false;
  return /[.!?:\n][ \t]*$/.test(flat.slice(Math.max(0, start - 4), start));
}

/** "Julio Mora", not "Julio" the month. `at`: where the word ends. */
function isFollowedBySurname(run: string, at: number): boolean {
  const kind = kindOfName(nextWord(run, at));
  return kind === 'SURNAME' || kind === 'BOTH';
}

function nextWord(run: string, at: number): string {
  return run.slice(at + 1, at + 1 + wordLength(run, at + 1));
}

/** Up to the next blank of a run, which has no other white space. */
function wordLength(run: string, start: number): number {
  let end = start;
  while (end < run.length && run[end] !== ' ' && run[end] !== '\t') end++;
  return end - start;
}

/** What may stand before a name that closes a text or a paragraph. */
const CLOSED_BEFORE =
  /(?:^|[\n.!?…»")/]|\b(?:gracias|grazas|gracies|saludos?|saudos?|salutacions|atentamente|atte|thanks|regards|merci|eskerrik asko|agur|cordialmente|abrazo))[,.:;!]*[ \t]*$/;
const CLOSES =
  /^[ \t]*[.,;:·|/–—-]?[ \t]*(?:$|\n|\(?[\d+]|(?:tel|tlf|tfno|movil|mobil|dni|nie|nif|naf|nss|ccc)\b)/;

function originOf(flat: string, start: number, end: number, words: readonly string[]): NameHit['origin'] {
  const lineStart = flat.lastIndexOf('\n', start - 1) + 1;
  const rest = flat.slice(end, end + 30);
  const begins = flat.slice(lineStart, start).trim() === '';
  const alone =
    begins && /^[ \t]*(?:[a-z]\.)?[ \t]*[.,]?[ \t]*(?:\([^)\n]{0,20}\))?[ \t]*(?:\n|$)/.test(rest);
  const closing = () =>
    CLOSES.test(rest) &&
    (isGiven(words[0] ?? '') || (begins && words.slice(1).some((word) => kindOfName(word) === 'SURNAME'))) &&
    CLOSED_BEFORE.test(flat.slice(Math.max(0, start - 30), start));
  // One word begins most sentences: only a signature makes a name of it, so its cue matters only there.
  if (words.length === 1 && !alone) return closing() ? 'SIGNATURE' : 'PLAIN';
  const before = flat.slice(Math.max(0, start - 45), start);
  if (STRONG_CUE.test(before) || CUE.test(before) || /^ naiz\b/.test(rest)) return 'CUE';
  return alone || closing() ? 'SIGNATURE' : 'PLAIN';
}

/** "de", "DE", but not "Dos", who is a person. */
function isParticle(word: string): boolean {
  if (word.length > 'santa'.length) return false;
  return PARTICLES.has(word) || (word === word.toUpperCase() && PARTICLES.has(word.toLowerCase()));
}

const FORM_SURNAMES = new WordPattern(
  /\b(?<!(?:2|segund|segon)[º.o]? )(?:apellidos?|cognoms?|apelidos?|abizenak?|surnames?|nom de famille)[ \t]*:?[ \t]+(?!(?:y|i|e|eta|and) )([^\n,;:.\d]{2,60}?)(?=[ \t]*(?:\b(?:(?:y )?(?:nombre|nom|nome|izena|name)|dni|nie|nif)\b|[\n,;:.\d]|$))/,
);
const SECOND_SURNAME =
  /\b(?:2[º.o]?|segundo|segon) (?:apellido|apelido|cognom)[ \t]*:?[ \t]+([^\n,;:.\d]{2,40}?)(?=[ \t]*(?:\b(?:nombre|nom|nome|dni|nie|nif)\b|[\n,;:.\d]|$))/;
const FORM_GIVEN = new WordPattern(
  /\b(?:nombre|nom|nome|izena|first name|given name|name)[ \t]*:?[ \t]+([^\n,;:.\d]{2,40}?)(?=[ \t]*(?:\b(?:(?:y )?apellidos?|cognoms?|apelidos?|abizenak?|surnames?|dni|nie|nif)\b|[\n,;:.\d]|$))/,
);

/** Where the given name is called a forename, the word for a name alone means the surname: "Nom: ... Prénom: ...". */
const FORENAME = new WordPattern(
  /\b(?:prenoms?|vornamen?|prenume|forename)[ \t]*:?[ \t]+([^\n,;:.\d]{2,40}?)(?=[ \t]*(?:\b(?:nom|name|nume|nie)\b|[\n,;:.\d]|$))/,
);
const FAMILY_NAME = new WordPattern(
  /\b(?:nom|name|nume|nachname|familienname)[ \t]*:?[ \t]+([^\n,;:.\d]{2,60}?)(?=[ \t]*(?:\b(?:prenoms?|vornamen?|prenume|forename|nie)\b|[\n,;:.\d]|$))/,
);

/** A form's two lines: "APELLIDOS: ...", "NOMBRE: ...". Null unless both are there. */
export function nameInForm({ text, flat }: Page): (SplitName & { start: number; end: number }) | null {
  const forename = FORENAME.exec(flat);
  const given = forename ?? FORM_GIVEN.exec(flat);
  const surnames = (forename === null ? FORM_SURNAMES : FAMILY_NAME).exec(flat);
  if (surnames === null || given === null) return null;
  // Without a colon the words may be said of anything ("mi nombre y apellidos"): then capitals tell.
  const said = [given, surnames].every((match) => match[0].includes(':') || capital(text, match));
  if (!said) return null;
  const read = (match: RegExpExecArray) => {
    const end = match.index + match[0].trimEnd().length;
    const start = match.index + match[0].length - (match[1] ?? '').length;
    return { start, end, value: proper([text.slice(start, end)]) };
  };
  const [first, last] = [read(given), read(surnames)];
  const second = SECOND_SURNAME.exec(flat);
  const both = second === null ? last.value : `${last.value} ${read(second).value}`;
  return { givenName: first.value, surnames: both, start: first.start, end: first.end };
}

function capital(text: string, match: RegExpExecArray): boolean {
  const start = match.index + match[0].length - (match[1] ?? '').length;
  return /\p{Lu}/u.test(text.charAt(start));
}
