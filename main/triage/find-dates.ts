import type { Hit } from './find-numbers.ts';
import { asNumber, type NumberWords } from './number-words.ts';

/** Month names of the languages people write in, folded, in order; cut names ("feb.") match by their beginning. */
const MONTHS: readonly (readonly string[])[] = [
  ['enero', 'gener', 'xaneiro', 'urtarril', 'january', 'janvier', 'ianuarie', 'gennaio', 'janeiro'],
  ['febrero', 'febrer', 'febreiro', 'otsail', 'february', 'fevrier', 'februarie', 'febbraio', 'fevereiro'],
  ['marzo', 'marc', 'martxo', 'march', 'mars', 'martie', 'marco'],
  ['abril', 'apiril', 'april', 'avril', 'aprilie', 'aprile'],
  ['mayo', 'maig', 'maio', 'maiatz', 'may', 'mai', 'maggio'],
  ['junio', 'juny', 'xuno', 'ekain', 'june', 'juin', 'iunie', 'giugno', 'junho'],
  ['julio', 'juliol', 'xullo', 'uztail', 'july', 'juillet', 'iulie', 'luglio', 'julho'],
  ['agosto', 'agost', 'abuztu', 'august', 'aout'],
  [
    'septiembre',
    'setiembre',
    'setembre',
    'setembro',
    'irail',
    'september',
    'septembre',
    'septembrie',
    'settembre',
  ],
  ['octubre', 'outubro', 'urri', 'october', 'octobre', 'octombrie', 'ottobre'],
  ['noviembre', 'novembre', 'novembro', 'azaro', 'november', 'noiembrie'],
  [
    'diciembre',
    'desembre',
    'decembro',
    'abendu',
    'december',
    'decembre',
    'decembrie',
    'dicembre',
    'dezembro',
  ],
];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

const NUMERIC =
  /(?<![\d/.-])(\d{1,2})\s?[-/.]\s?(\d{1,2}|[ivx]{1,4})\s?[-/.]\s?((?:19|20)\d{2}|\d{2})(?![\d/])/g;
const ISO = /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/g;
// 4 de febrero de 1951, 9 de juny de 1979, 17th March 1956, 14 de octubre del 92
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:º|st|nd|rd|th)?\s+(?:d[e']\s?|of\s+)?([a-z]{3,10})\.?,?\s+(?:del?\s+(?:ano\s+)?)?((?:19|20)\d{2}|\d{2})(?!\d|[.,:]\d)/g;
// July 30, 1996
const MONTH_BEGINNINGS = [...new Set(MONTHS.flat().map((month) => month.slice(0, 3)))].join('|');
const MONTH_FIRST = new RegExp(
  String.raw`(?<![a-z])((?:${MONTH_BEGINNINGS})[a-z]{0,6})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)`,
  'g',
);
// 1990eko maiatzaren 3a
const BASQUE = /(?<!\d)((?:19|20)\d{2})(?:e?ko)\s+([a-z]{4,10})\s+(\d{1,2})/g;

// Most texts have no year in figures, and the patterns above are slow to find out.
const YEAR = /(?:19|20)\d{2}/;
const DAY_AND_YEAR = /\d(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}/;

const BIRTH =
  /(?:nac(?:id[oa]|imiento|in?|imento)\b|f\.?\s?nac\b|f\.?\s?n\.|nascu(?:t|da)|naixement|neix|neixer|jaio[a-z]*|born|birth|d\.?o\.?b\b|nascuta?|nat[ao]\b|nascid[oa]|nee? le|naissance)/g;
const BIRTH_REACH = 60;

/** A birth year that a living applicant can have; applications for newborns name the parents first. */
const FIRST_YEAR = 1910;
const LAST_YEAR = 2025;

/** Birth dates: a date after a word of birth, else one that stands alone beside an identity document. */
export function findBirthDates(
  text: string,
  documents: readonly Hit[],
  words: readonly NumberWords[],
): Hit[] {
  const dates = findDates(text, words);
  if (dates.length === 0) return [];
  const births = [...text.matchAll(BIRTH)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const hits: Hit[] = [];
  for (const date of dates) {
    const labelled = births.some(
      (birth) =>
        date.start >= birth.end &&
        date.start - birth.end <= BIRTH_REACH &&
        !crosses(text, birth.end, date.start),
    );
    if (labelled || besideDocument(text, date, documents)) hits.push({ ...date, labelled });
  }
  return hits.sort((a, b) => Number(b.labelled) - Number(a.labelled) || a.start - b.start);
}

/** A blank line or the end of a sentence ends what a word of birth announces. */
function crosses(text: string, from: number, to: number): boolean {
  return /\n\s*\n|[!?;]|[a-z]{4}\.\s/.test(text.slice(from, to));
}

/** In a signature the date has no word: alone on its line or between commas, near the document. */
function besideDocument(text: string, date: Hit, documents: readonly Hit[]): boolean {
  if (Number(date.value.slice(0, 4)) > LAST_YEAR - 16) return false;
  const near = documents.some(
    (document) =>
      (date.start >= document.end && date.start - document.end <= 30) ||
      (document.start >= date.end && document.start - date.end <= 12),
  );
  if (!near) return false;
  const before = text.slice(Math.max(0, date.start - 3), date.start);
  const after = text.slice(date.end, date.end + 2);
  return /[\n,;·/|(–—-]\s*$|^$/.test(before) && /^\s*(?:[\n,;.·/|)–—-]|$)/.test(after);
}

function findDates(text: string, words: readonly NumberWords[]): Hit[] {
  const hits: Hit[] = [];
  const add = (match: RegExpMatchArray, day: number, month: number, yearText: string) => {
    const start = match.index ?? 0;
    const value = isoDate(fullYear(yearText), month, day);
    if (value !== null && !hits.some((hit) => start < hit.end && hit.start < start + match[0].length)) {
      hits.push({ value, start, end: start + match[0].length, labelled: false });
    }
  };
  const withYear = YEAR.test(text);
  if (withYear) for (const m of text.matchAll(ISO)) add(m, Number(m[3]), Number(m[2]), m[1] ?? '');
  for (const m of text.matchAll(NUMERIC)) {
    const roman = ROMAN.indexOf((m[2] ?? '').toLowerCase());
    add(m, Number(m[1]), roman >= 0 ? roman + 1 : Number(m[2]), m[3] ?? '');
  }
  for (const m of text.matchAll(DAY_FIRST)) add(m, Number(m[1]), monthOf(m[2] ?? ''), m[3] ?? '');
  if (withYear && DAY_AND_YEAR.test(text)) {
    for (const m of text.matchAll(MONTH_FIRST)) add(m, Number(m[2]), monthOf(m[1] ?? ''), m[3] ?? '');
  }
  if (withYear) for (const m of text.matchAll(BASQUE)) add(m, Number(m[3]), monthOf(m[2] ?? ''), m[1] ?? '');
  for (const hit of datesInWords(text, words)) hits.push(hit);
  return hits;
}

/** "cuatro de febrero de mil novecientos cincuenta y uno", also with the day in digits. */
function datesInWords(text: string, words: readonly NumberWords[]): Hit[] {
  const hits: Hit[] = [];
  for (const stretch of words) {
    const year = asNumber(stretch.words);
    if (year === null || year < FIRST_YEAR || year > LAST_YEAR) continue;
    const before = text.slice(Math.max(0, stretch.start - 45), stretch.start);
    const match = /([a-z]+|\d{1,2})\s+de\s+([a-z]{4,10})\s+del?\s+(?:ano\s+)?$/.exec(before);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const word = match[1];
    const day = /^\d/.test(word) ? Number(word) : (asNumber([word === 'primero' ? 'uno' : word]) ?? 0);
    const value = isoDate(year, monthOf(match[2]), day);
    if (value !== null) {
      hits.push({ value, start: stretch.start - match[0].length, end: stretch.end, labelled: false });
    }
  }
  return hits;
}

/** 1 to 12, or 0. Basque declines the month (maiatzaren), people cut it (feb). */
function monthOf(word: string): number {
  const whole = MONTHS.findIndex((names) => names.includes(word));
  if (whole >= 0) return whole + 1;
  const begins = MONTHS.findIndex((names) =>
    names.some(
      (month) =>
        (month.length >= 4 && word.startsWith(month)) || (word.length === 3 && month.startsWith(word)),
    ),
  );
  return begins + 1;
}

/** Two digits mean the last hundred years. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year <= LAST_YEAR - 2000 ? 2000 + year : 1900 + year;
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
