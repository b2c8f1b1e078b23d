import { flatten, fold } from './fold.ts';
import {
  CHINESE_SURNAMES,
  GOES_ON,
  isFromHere,
  isGiven,
  kindOfName,
  NOT_NAMES,
  PARTICLES,
  SURNAMES_TOO,
} from './name-words.ts';
import type { Page } from './readable.ts';
import { isHouse, namesIn } from './sender.ts';
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

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’·-]*\p{L}|M\.?ª|\p{Lu}\.(?=\s\p{Lu}))`;
const PARTICLE = String.raw`(?:de(?:l| la| las| los)?|da|do|dos|das|la|el|i|y|van|von|der|den|ter|ben|bin|al)`;
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}@.])${WORD}(?:[ \t]+(?:${PARTICLE}[ \t]+){0,2}${WORD}){0,6}`,
  'uy',
);
/** Where a name may begin: NAME is far slower, and is tried there only. */
const PERHAPS_CAPITAL = /[A-Z\u00c0-\u00de\u0100-\uffff]/g;
const CANNOT_BEGIN_AFTER = /[a-z\d@.]/;
/** "91648302-H. Nacida": no initial. */
const LETTER_OF_NUMBER = /$(?<=\d[- ]?)/;

// Read backwards from the end of what stands before a name, and not tried at each of its characters.
const STRONG_CUE =
  /$(?<=(?:me llamo|mi nombre(?: es)?|em dic|chamome|chamo-me|o meu nome e|my name is|mi chiamo|ma numesc|je m'appelle|ich hei(?:ss|ß)e|mein name ist|(?:que|qui) (?:suscribe|subscriu|subscribe|firma),?|(?:^|\n)[ \t]*(?:yo|jo|eu|nik),|\ba nombre de|(?:\bnom(?:bre|e)?|\bname|\bizen[a-z]*|\bcognoms|\b(?:titular|solicitante|sol·licitant|fdo|firmad[oa]|signat|asdo|datuak|interesad[oa]|afiliad[oa]|trabajador[ae]?|treballador[a]?|emplead[oa]|pensionista|asegurad[oa]|autonom[oa]))\b[^:\n\d]{0,25}:|llamase|chamase|se llama|se llamaba)\s*)/;
const CUE =
  /$(?<=(?:\b(?:soy|soc|son|i am|i'm|je suis)(?: (?:el|la|l'|en|na|sor))?|\b(?:ella es|el es|ella|el|datos|son)\s*:?|\bd\.ª?|\bd[on]?n?\.?ª|\bdon|\bdona|\bdna\.?|\bsor)\s*)/;

const COMPANY_AFTER =
  /^\s*,?\s*(?:s\.?\s?l\.?\s?(?:u|p|l)?|s\.?\s?a\.?(?:\s?[lu])?|c\.?\s?b|s\.?\s?c|s\.?\s?coop)\b/;

/** A text with more capitalised words than this is a list; the person is named at its beginning. */
const MOST_NAMES = 300;

/**
 * Names in order of appearance. Companies are left out. The sender's display name only helps to see a name written
 * without capitals.
 */
export function findNames(
  { text, flat }: Page,
  fromName: string,
  document: { readonly start: number; readonly end: number } | null = null,
): NameHit[] {
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
  addLowerCase(hits, text, flat, fromName);
  addSmallClosing(hits, text, flat);
  if (document !== null) addBeside(hits, text, flat, document, fromName);
  const sender = namesIn(fromName);
  const likely = hits.filter((hit) => isLikely(hit, sender));
  return surnamesFirst(
    flat,
    likely.sort((a, b) => a.start - b.start),
  );
}

/** No office, house or street: somebody can be called so, or the sender is, or the words say that it is a name. */
function isLikely({ words, origin }: NameHit, sender: readonly string[]): boolean {
  if (words.length === 1) return true;
  const folded = fold(words[0] ?? '');
  if (isHouse([folded]) || NO_VOWEL.test(folded)) return false;
  if (origin === 'CUE' || BEYOND_LATIN.test(folded)) return true;
  const own = words.filter((word) => !isParticle(word));
  if (own.some((word) => isGiven(word) || sender.includes(fold(word)))) return true;
  return (
    CHINESE_SURNAMES.has(folded) || (own.length > 2 && own.some((word) => kindOfName(word) !== 'UNKNOWN'))
  );
}

const NO_VOWEL = /^[^aeiouy\W]{3,}$/;
const BEYOND_LATIN = /[^\0-\u024f]/;

/** "GIL MORA, Luis" is one name. */
function surnamesFirst(flat: string, hits: readonly NameHit[]): NameHit[] {
  const joined: NameHit[] = [];
  for (const hit of hits) {
    const last = joined.at(-1);
    const comma = last !== undefined && /^[ \t]*,[ \t]*$/.test(flat.slice(last.end, hit.start));
    if (
      comma &&
      last.words.every(maySurname) &&
      hit.words.every((word) => isGiven(word) || isParticle(word))
    ) {
      const sure = last.words.some((word) => kindOfName(word) === 'SURNAME') || last.origin === 'CUE';
      if (sure) {
        joined.pop();
        const words = [...hit.words, ...last.words];
        joined.push({ words, start: last.start, end: hit.end, origin: last.origin });
        continue;
      }
    }
    joined.push(hit);
  }
  return joined;
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
    if (words.length > 0 && !COMPANY_AFTER.test(flat.slice(end, end + 12))) {
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
    const other = NOT_NAMES.has(word) && !(isGiven(word) && isFollowedBySurname(run, at));
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
  /(?:^|[\n.!?…»")]|\b(?:gracias|grazas|gracies|saludos?|saudos?|salutacions|atentamente|atte|thanks|regards|merci|eskerrik asko|agur|cordialmente|abrazo))[,.:;!]*[ \t]*$/;
const CLOSES = /^[ \t]*[.,;:]?[ \t]*(?:$|\n|\(?[\d+]|(?:tel|tlf|tfno|movil|mobil|dni|nie|nif|naf|nss|ccc)\b)/;

function originOf(flat: string, start: number, end: number, words: readonly string[]): NameHit['origin'] {
  const lineStart = flat.lastIndexOf('\n', start - 1) + 1;
  const rest = flat.slice(end, end + 30);
  const alone =
    flat.slice(lineStart, start).trim() === '' &&
    /^[ \t]*(?:[a-z]\.)?[ \t]*[.,]?[ \t]*(?:\([^)\n]{0,20}\))?[ \t]*(?:\n|$)/.test(rest);
  const closing = () =>
    CLOSES.test(rest) &&
    isGiven(words[0] ?? '') &&
    CLOSED_BEFORE.test(flat.slice(Math.max(0, start - 30), start));
  // One word begins most sentences: only a signature makes a name of it, so its cue matters only there.
  if (words.length === 1 && !alone) return closing() ? 'SIGNATURE' : 'PLAIN';
  const before = flat.slice(Math.max(0, start - 45), start);
  if (STRONG_CUE.test(before) || CUE.test(before) || /^ naiz\b/.test(rest)) return 'CUE';
  return alone || closing() ? 'SIGNATURE' : 'PLAIN';
}

const CUE_WORDS = new WordPattern(/\b(?:me llamo|mi nombre(?: es)?|soy|me dicen|yo soy)\s+(?=[a-z])/);
const LOWER_RUN = /^[a-z]{2,20}(?:[ \t]+[a-z]{1,20}){1,5}/;
const MOST_LOWER_WORDS = 5;

/** People who write without capitals: "me llamo yolanda amaya amaya mi dni ...", "txema lasa 636 ...". */
function addLowerCase(hits: NameHit[], text: string, flat: string, fromName: string): void {
  const add = (start: number, sure: boolean, cued: boolean) => {
    const run = LOWER_RUN.exec(flat.slice(start, start + 120))?.[0] ?? '';
    const original = text.slice(start, start + run.length);
    if (original === '' || original !== original.toLowerCase()) return;
    const words: string[] = [];
    for (const word of original.split(/\s+/u)) {
      const folded = fold(word);
      if (endsSmallName(folded) && !(PARTICLES.has(folded) && words.length > 0)) break;
      // "soy mamadou diallo quere alta": elsewhere they have one surname.
      const known =
        words.length > 1 && kindOfName(words.at(-1) ?? '') !== 'UNKNOWN' && isForeign(words[0] ?? '');
      if (known && kindOfName(word) === 'UNKNOWN') break;
      words.push(word);
    }
    while (PARTICLES.has(words.at(-1) ?? '')) words.pop();
    if (words.length < 2 || words.length > MOST_LOWER_WORDS) return;
    const end = start + words.join(' ').length;
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const said = sure || (isGiven(first) && ['SURNAME', 'BOTH'].includes(kindOfName(last)));
    if (!said && !/^[ \t]*(?:[,;.\d\n]|dni\b|nie\b|nif\b|tel|$)/.test(flat.slice(end, end + 10))) return;
    hits.push({ words, start, end, origin: cued && said ? 'CUE' : 'PLAIN' });
  };
  for (const match of CUE_WORDS.all(flat))
    add(match.index + match[0].length, !match[0].includes('soy'), true);
  const first = /^[a-z]{3,}/.exec(flatten(fromName))?.[0];
  if (first === undefined) return;
  for (let at = wholeWordIndex(flat, first, 0), i = 0; at >= 0 && i < MOST_LOWER_WORDS; i++) {
    add(at, false, false);
    at = wholeWordIndex(flat, first, at + 1);
  }
}

function isForeign(given: string): boolean {
  return isGiven(given) && !isFromHere(given);
}

/** A word that no name written without capitals has, but for its particles. */
function endsSmallName(folded: string): boolean {
  return NOT_NAMES.has(folded) || GOES_ON.has(folded);
}

const BEFORE_DOCUMENT =
  /(?:^|[^a-z' \t])[ \t]*((?:[a-z'-]{1,20}[ \t]+){1,5}[a-z'-]{1,20})[ \t]*[,;:(–-]?[ \t]*(?:(?:con|mi|de|el)[ \t]+)?(?:d\.?n\.?i\.?|nie|nif|nan|documento)?[ \t]*[:.,nºo-]{0,3}[ \t]*$/;
const AFTER_DOCUMENT =
  /^[ \t]*[,;–-]?[ \t]*((?:[a-z'-]{2,20}[ \t]+){1,4}[a-z'-]{2,20})[ \t]*(?:[\d,;.(\n]|$)/;

/** Without capitals, between a mark and the document, or between the document and a number: "… gracias. ana gil 12345678Z". */
function addBeside(
  hits: NameHit[],
  text: string,
  flat: string,
  { start, end }: { readonly start: number; readonly end: number },
  fromName: string,
): void {
  const sender = fold(fromName).split(/[^a-z]+/);
  const capitals = hits.some((hit) => hit.words.length > 1);
  const isFirst = (word: string) => isGiven(word) || sender.includes(fold(word));
  const add = (at: number, length: number) => {
    const hit = writtenSmall(text, at, length, isFirst);
    // Who writes one name with capitals writes the other so, unless it surely is a name.
    if (hit !== null && (!capitals || isFirst(hit.words[0] ?? ''))) hits.push(hit);
  };
  const from = Math.max(0, start - 90);
  const before = BEFORE_DOCUMENT.exec(flat.slice(from, start));
  if (before?.[1] !== undefined) {
    const at = from + before.index + before[0].indexOf(before[1]);
    add(at, before[1].length);
  }
  const after = AFTER_DOCUMENT.exec(flat.slice(end, end + 80));
  if (after?.[1] !== undefined) add(end + after[0].indexOf(after[1]), after[1].length);
}

const TAIL = 160;
const SMALL_CLOSING =
  /(?:^|[.!?,\n])[ \t]*((?:[a-z'-]{2,20}[ \t]+){1,4}[a-z'-]{2,20})[ \t]*[.,]?(?:[ \t]*\d[\d ]{6,16})?[ \t.]*$/;

/** "… y quiero saberlo. ana gil", at the end of a text without capitals. */
function addSmallClosing(hits: NameHit[], text: string, flat: string): void {
  if (hits.some((hit) => hit.words.length > 1)) return;
  const whole = flat.trimEnd();
  const from = Math.max(0, whole.length - TAIL);
  const match = SMALL_CLOSING.exec(whole.slice(from));
  if (match?.[1] === undefined) return;
  const hit = writtenSmall(text, from + match.index + match[0].indexOf(match[1]), match[1].length, isGiven);
  if (hit === null || !isGiven(hit.words[0] ?? '') || !maySurname(hit.words.at(-1) ?? '')) return;
  hits.push({ ...hit, origin: 'SIGNATURE' });
}

/** The last words of a stretch that can be a name, when they are two to five and nobody wrote them with capitals. */
function writtenSmall(
  text: string,
  at: number,
  length: number,
  isFirst: (word: string) => boolean,
): NameHit | null {
  const words = text.slice(at, at + length).split(/[ \t]+/);
  if (words.some((word) => word !== word.toLowerCase())) return null;
  let first = words.length;
  while (first > 0) {
    const word = fold(words[first - 1] ?? '');
    if (endsSmallName(word) && !PARTICLES.has(word) && !SURNAMES_TOO.has(word)) break;
    first -= 1;
  }
  while (first < words.length && PARTICLES.has(fold(words[first] ?? ''))) first += 1;
  const name = words.slice(first);
  const known = name.findIndex(isFirst);
  const own = known > 0 ? name.slice(known) : name;
  if (own.length < 2 || own.length > MOST_LOWER_WORDS) return null;
  const start = at + text.slice(at, at + length).lastIndexOf(own.join(' '));
  return { words: own, start, end: start + own.join(' ').length, origin: 'PLAIN' };
}

/** Where a word of plain letters next stands by itself, or -1. */
function wholeWordIndex(flat: string, word: string, from: number): number {
  let at = flat.indexOf(word, from);
  while (at >= 0 && /\w/.test(flat.charAt(at - 1) + flat.charAt(at + word.length))) {
    at = flat.indexOf(word, at + 1);
  }
  return at;
}

/** "de", "DE", but not "Dos", who is a person. */
function isParticle(word: string): boolean {
  if (word.length > 'santa'.length) return false;
  return PARTICLES.has(word) || (word === word.toUpperCase() && PARTICLES.has(word.toLowerCase()));
}

const FORM_SURNAMES = new WordPattern(
  /\b(?<!(?:2|segund|segon)[º.o]? )(?:apellidos?|cognoms?|apelidos?|abizenak?|surnames?|nom de famille)[ \t]*:?[ \t]+([^\n,;:.\d]{2,60}?)(?=[ \t]*(?:\b(?:(?:y )?(?:nombre|nom|nome|izena|name)|dni|nie|nif)\b|[\n,;:.\d]|$))/,
);
const SECOND_SURNAME =
  /\b(?:2[º.o]?|segundo|segon) (?:apellido|apelido|cognom)[ \t]*:?[ \t]+([^\n,;:.\d]{2,40}?)(?=[ \t]*(?:\b(?:nombre|nom|nome|dni|nie|nif)\b|[\n,;:.\d]|$))/;
const FORM_GIVEN = new WordPattern(
  /\b(?:nombre|nom|nome|izena|first name|given name)[ \t]*:?[ \t]+([^\n,;:.\d]{2,40}?)(?=[ \t]*(?:\b(?:(?:y )?apellidos?|cognoms?|apelidos?|abizenak?|surnames?|dni|nie|nif)\b|[\n,;:.\d]|$))/,
);

/** A form's two lines: "APELLIDOS: ...", "NOMBRE: ...". Null unless both are there. */
export function nameInForm({ text, flat }: Page): (SplitName & { start: number; end: number }) | null {
  const surnames = FORM_SURNAMES.exec(flat);
  const given = FORM_GIVEN.exec(flat);
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
