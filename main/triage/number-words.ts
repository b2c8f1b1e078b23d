import { matchesOf } from './matches.ts';

/** Number words by language, folded: 0 to 29, the tens from 30, the hundreds from 100. */
const LANGUAGES: readonly (readonly [units: string, tens: string, hundreds: string])[] = [
  [
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve',
    'treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos',
  ],
  [
    'zero u dos tres quatre cinc sis set vuit nou deu onze dotze tretze catorze quinze setze disset divuit dinou vint vint-i-u vint-i-dos vint-i-tres vint-i-quatre vint-i-cinc vint-i-sis vint-i-set vint-i-vuit vint-i-nou',
    'trenta quaranta cinquanta seixanta setanta vuitanta noranta',
    'cent dos-cents tres-cents quatre-cents cinc-cents sis-cents set-cents vuit-cents nou-cents',
  ],
  [
    'cero un dous tres catro cinco seis sete oito nove dez once doce trece catorce quince dezaseis dezasete dezaoito dezanove vinte vinteun vintedous vintetres vintecatro vintecinco vinteseis vintesete vinteoito vintenove',
    'trinta corenta cincuenta sesenta setenta oitenta noventa',
    'cento douscentos trescentos catrocentos cincocentos seiscentos setecentos oitocentos novecentos',
  ],
  ['zero bat bi hiru lau bost sei zazpi zortzi bederatzi hamar', '', ''],
];

const VALUES: ReadonlyMap<string, number> = new Map([
  ...LANGUAGES.flatMap(([units, tens, hundreds]) =>
    [
      ...units.split(' ').map((word, value) => [word, value] as const),
      ...tens.split(' ').map((word, i) => [word, (i + 3) * 10] as const),
      ...hundreds.split(' ').map((word, i) => [word, (i + 1) * 100] as const),
    ].filter(([word]) => word !== ''),
  ),
  ['una', 1],
  ['dues', 2],
  ['cien', 100],
  ['cen', 100],
]);
/** The words of the numbers from one to another, as alternatives of a pattern, the longest first. */
export function numberWords(from: number, to: number): string {
  const words = [...VALUES].filter(([, value]) => value >= from && value <= to).map(([word]) => word);
  return words.sort((a, b) => b.length - a.length).join('|');
}
const SCALES: ReadonlyMap<string, number> = new Map([
  ['mil', 1000],
  ['millon', 1_000_000],
  ['millones', 1_000_000],
  ['milio', 1_000_000],
  ['milions', 1_000_000],
  ['millons', 1_000_000],
]);

/** A stretch of number words in a text, with its words and the offsets of the stretch. */
export type NumberWords = { readonly words: readonly string[]; readonly start: number; readonly end: number };

/** But not what begins a letter's last line. */
const NUMBER_WORD = new RegExp(
  String.raw`\b(?!una? (?:cordial |atento |afectuoso |fuerte )?(?:saludo|abrazo)|un(?:ha|a)? (?:aperta|salutacio))(?:${[...SCALES.keys()].join('|')}|${numberWords(0, 900)})\b`,
  'g',
);
const CATALAN_TENS: ReadonlySet<string> = new Set(LANGUAGES[1]?.[1].split(' '));
/** A full stop at a line's end, or a blank line, ends what is counted. */
const BETWEEN = /^(?!\.[ \t]*\n|[ \t]*\n[ \t]*\n)(?:[\s,./–-]{0,3}|\s+[yei]\s+)$/;
const LEAST_WORDS = 3;

/** Stretches of at least three number words in a flattened text; "y", "e", commas, hyphens and dots may stand between. */
export function findNumberWords(flat: string): NumberWords[] {
  const found: NumberWords[] = [];
  let words: string[] = [];
  let count = 0;
  let start = 0;
  let end = 0;
  const close = () => {
    if (count >= LEAST_WORDS) found.push({ words, start, end });
    words = [];
    count = 0;
  };
  for (const match of matchesOf(flat, NUMBER_WORD)) {
    const between = flat.slice(end, match.index);
    if (count > 0 && between.length <= 5 && BETWEEN.test(between)) {
      const joiner = between.trim();
      if (joiner !== '') words.push(joiner);
    } else {
      close();
      start = match.index;
    }
    words.push(match[0]);
    count++;
    end = match.index + match[0].length;
  }
  close();
  return found;
}

/** One number said in full: "noventa y nueve millones doscientos cuatro mil" is 99204000. Null when it is not one. */
export function asNumber(words: readonly string[]): number | null {
  let total = 0;
  let part = 0;
  let seen = false;
  for (const word of words) {
    const value = VALUES.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined) part += value;
    else if (scale === 1000) {
      total += (part === 0 ? 1 : part) * scale;
      part = 0;
    } else if (scale !== undefined) {
      total = (total + part) * scale;
      part = 0;
    } else continue;
    seen = true;
  }
  return seen ? total + part : null;
}

/**
 * Digits said one by one or in groups: "seiscientos diecinueve, cero ochenta y ocho, cuatrocientos tres" is
 * 619088403. A word joins the one before only where the number needs it (hundreds, then tens, then units).
 */
export function asDigits(words: readonly string[]): string {
  let digits = '';
  let open = 0; // what may still be added to the number under way: below 100 after a hundred, below 10 after a ten
  let current: number | null = null;
  let joined = false;
  let last = '';
  const flush = () => {
    if (current !== null) digits += String(current);
    current = null;
    open = 0;
  };
  for (const word of words) {
    const value = VALUES.get(word);
    if (value === undefined) {
      // "treinta y cuatro", "trinta e catro", "trenta-quatre"
      if (/^[yei]$/.test(word) || (word === '-' && CATALAN_TENS.has(last))) joined = true;
      else flush();
      continue;
    }
    const fits = current !== null && value > 0 && value < open && (open === 100 || joined);
    if (fits && current !== null) current += value;
    else {
      flush();
      current = value;
    }
    open = value >= 100 ? 100 : value >= 20 && value % 10 === 0 ? 10 : 0;
    joined = false;
    last = word;
  }
  flush();
  return digits;
}
