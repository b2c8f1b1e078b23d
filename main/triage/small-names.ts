import type { NameHit } from './find-names.ts';
import { fold } from './fold.ts';
import { matchesOf, wholeWordIndex } from './matches.ts';
import {
  GOES_ON,
  isFromHere,
  isGiven,
  kindOfName,
  NOT_NAMES,
  PARTICLES,
  SURNAMES_TOO,
} from './name-words.ts';
import type { Page } from './readable.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';
import { WordPattern } from './word-pattern.ts';

const CUE_WORDS = new WordPattern(
  /\b(?:me (?:llamo|yamo)|mi nombre(?: es)?|so[yic]|me dicen|em dic|chamome|chamo-me|my name is|i am|i'm|je m'appelle|mi chiamo|ma numesc)\s+(?=[a-z])/,
);
/** Words that may go on otherwise than with a name. */
const UNSURE = /^(?:so|i)/;
const LOWER_RUN = /^[a-z]{2,20}(?:[ \t]+[a-z]{1,20}){1,5}/;
const MOST_LOWER_WORDS = 5;

/** People who write without capitals: "me llamo yolanda amaya amaya mi dni ...", "txema lasa 636 ...". */
export function cuedSmall({ text, flat }: Page, fromName: string): NameHit[] {
  const hits: NameHit[] = [];
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
  for (const match of CUE_WORDS.all(flat)) add(match.index + match[0].length, !UNSURE.test(match[0]), true);
  const [first = ''] = namesIn(fromName);
  if (!/^[a-z]{3,}$/.test(first)) return hits;
  for (let at = wholeWordIndex(flat, first), i = 0; at >= 0 && i < MOST_LOWER_WORDS; i++) {
    add(at, false, false);
    at = wholeWordIndex(flat, first, at + 1);
  }
  return hits;
}

function isForeign(given: string): boolean {
  return isGiven(given) && !isFromHere(given);
}

/** A word that no name written without capitals has, but for its particles. */
function endsSmallName(folded: string): boolean {
  return NOT_NAMES.has(folded) || GOES_ON.has(folded);
}

/** Up to six words before the document and what leads to it; the group before them is empty within a clause. */
const BEFORE_DOCUMENT =
  /(?<![a-z'-])((?:[a-z'-]{1,20}[ \t]+){1,5}[a-z'-]{1,20})[ \t]*[,;:(–-]?[ \t]*(?:(?:con|mi|de|el)[ \t]+)?(?:d\.?n\.?i\.?|nie|nif|nan|documento|carnet)?[ \t]*[:.,nºo-]{0,3}[ \t]*$/;
const AFTER_DOCUMENT =
  /^[ \t]*[,;–-]?[ \t]*((?:[a-z'-]{2,20}[ \t]+){1,4}[a-z'-]{2,20})[ \t]*(?:[\d,;.(\n]|$)/;
const CLAUSE_BEGINS = /(?:^|[^a-z' \t-])[ \t]*$/;

/** Without capitals, before the document, or between the document and a number: "… gracias. ana gil 12345678Z". */
export function smallBeside(
  { text, flat }: Page,
  { start, end }: { readonly start: number; readonly end: number },
  fromName: string,
  capitals: boolean,
): NameHit[] {
  const hits: NameHit[] = [];
  const sender = namesIn(fromName);
  const isFirst = (word: string) =>
    isGiven(word) || (sender.length > 0 && word.length > 2 && isHimself(sender, [fold(word)]));
  const add = (at: number, length: number, apart: boolean) => {
    const hit = writtenSmall(text, at, length, isFirst);
    if (hit === null) return;
    // Who writes one name with capitals writes the other so, and any words may stand within a clause, unless it surely is a name.
    const [first = '', ...others] = hit.words;
    const sure = isFirst(first);
    const clause = apart || CLAUSE_BEGINS.test(flat.slice(Math.max(0, hit.start - 5), hit.start));
    const surname = () => others.some((word) => ['SURNAME', 'BOTH'].includes(kindOfName(word)));
    if (clause ? sure || !capitals : sure && surname()) hits.push(hit);
  };
  const from = Math.max(0, start - 90);
  const before = BEFORE_DOCUMENT.exec(flat.slice(from, start));
  if (before?.[1] !== undefined) add(from + before.index, before[1].length, false);
  const after = AFTER_DOCUMENT.exec(flat.slice(end, end + 80));
  if (after?.[1] !== undefined) add(end + after[0].indexOf(after[1]), after[1].length, true);
  return hits;
}

const TAIL = 160;
/** What a telephone adds below the text. */
const DEVICE =
  /\n[ \t]*(?:enviad[oa] (?:desde|con|do)|enviat des|obtener outlook|sent from|get outlook|envoye de|obten outlook)[^\n]*$/;
const SMALL_CLOSING =
  /(?:^|[.!?,\n])[ \t]*((?:[a-z'-]{2,20}[ \t]+){1,4}[a-z'-]{2,20})[ \t]*[.,]?(?:[ \t]*\d[\d ]{6,16})?[ \t.]*$/;

/** "… y quiero saberlo. ana gil", at the end of a text without capitals. */
export function smallClosing({ text, flat }: Page): NameHit | null {
  const whole = flat.trimEnd().replace(DEVICE, '').trimEnd();
  const from = Math.max(0, whole.length - TAIL);
  const match = SMALL_CLOSING.exec(whole.slice(from));
  if (match?.[1] === undefined) return null;
  const hit = writtenSmall(text, from + match.index + match[0].indexOf(match[1]), match[1].length, isGiven);
  if (hit === null || !isGiven(hit.words[0] ?? '') || kindOfName(hit.words.at(-1) ?? '') === 'GIVEN')
    return null;
  return { ...hit, origin: 'SIGNATURE' };
}

/** A word by itself at the end of a text: "…! vero", "Agurtzane 612 …", "Nando, músico", "Ramón el de la barca". */
const WORD_APART =
  /(?<=^|[\n.!?,)][ \t]*)[a-z]{3,}(?=[ \t]*(?:[.,;·|(/–-](?![a-z])|\n|\d|$)| (?:el|la) de\b)/g;

/** The sender's given name alone, near the end of the text, with or without a capital. */
export function signedBySender({ text, flat }: Page, fromName: string): NameHit | null {
  const sender = namesIn(fromName);
  const [first = ''] = sender;
  if (first === '' || isHouse(sender)) return null;
  const whole = flat.trimEnd().replace(DEVICE, '').trimEnd();
  const from = Math.max(0, whole.length - TAIL);
  const own = matchesOf(whole.slice(from), WORD_APART).findLast(
    ({ 0: word }) =>
      (isGiven(word) && isHimself([first], [word])) || (word.length > 3 && first.startsWith(word)),
  );
  if (own === undefined) return null;
  const start = from + own.index;
  const end = start + own[0].length;
  return { words: [text.slice(start, end)], start, end, origin: 'SIGNATURE' };
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
  // What leads to the number: "ana gil con dni".
  while (endsSmallName(fold(words.at(-1) ?? '')) && !SURNAMES_TOO.has(fold(words.at(-1) ?? ''))) words.pop();
  let first = words.length;
  while (first > 0) {
    const word = fold(words[first - 1] ?? '');
    if (endsSmallName(word) && !PARTICLES.has(word) && !SURNAMES_TOO.has(word)) break;
    first -= 1;
  }
  while (first < words.length && PARTICLES.has(fold(words[first] ?? ''))) first += 1;
  const name = words.slice(first);
  const known = name.findIndex(isFirst);
  // "gomez mora ana": the surnames first.
  const turned =
    kindOfName(name[0] ?? '') === 'SURNAME' &&
    name.slice(0, Math.max(0, known)).every((word) => kindOfName(word) !== 'GIVEN');
  const own = known > 0 && !turned ? name.slice(known) : name;
  while (PARTICLES.has(fold(own.at(-1) ?? ''))) own.pop();
  if (own.length < 2 || own.length > MOST_LOWER_WORDS) return null;
  const start = at + text.slice(at, at + length).lastIndexOf(own.join(' '));
  return { words: own, start, end: start + own.join(' ').length, origin: 'PLAIN' };
}
