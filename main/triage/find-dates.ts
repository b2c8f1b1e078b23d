import { FIRST_YEAR, feastOf, fullYear, isoDate, LAST_YEAR, monthOf, MONTHS } from './calendar.ts';
import { findPhones, type Hit } from './find-numbers.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './roles.ts';
import { asNumber, numberWords, type NumberWords } from './number-words.ts';
import { WordPattern } from './word-pattern.ts';

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** Also "1.964" and "'64". */
const YEAR_SAID = String.raw`((?:19|20)\d{2}|[12]\.[09]\d{2}|['´’]?\d{2})(?!\d|[.,:/]\d)`;
const WORD_OF_MONTH = String.raw`([a-z]{3,10}|[а-яіїєґ]{3,9}|[\u0621-\u064a]{3,8})`;
// 3-5-64, 3/V/1964, 3/5 del 64
const NUMERIC = new RegExp(
  String.raw`(?<![\d/.-])(\d{1,2})\s?[-/.·_|]\s?(\d{1,2}|[ivx]{1,4})(?:\s?[-/.·_|]\s?|\s+d(?:el?|o)\s+)${YEAR_SAID}`,
  'g',
);
const ISO = /(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/g;
// 4 de febrero de 1951, 9 de juny de 1979, 17th March 1956, 22. Mai 1957, 14-NOV-1972, 14 de octubre del 92
const DAY_FIRST = new RegExp(
  String.raw`(?<![\d/.-])(\d{1,2}|\bprimer[oa]?)(?:º|st|nd|rd|th|er|r|\.)?(?:\s+|[-/.]|(?=de))(?:d(?:el?)?\s+(?:mes\s+de\s+)?|d['’]|of\s+)?${WORD_OF_MONTH}\.?,?(?:\s+|[-/]|(?<=\.))(?:d(?:el?|o)?\s+(?:ano\s+|any\s+|l'any\s+)?)?${YEAR_SAID}`,
  'g',
);
// 7 del 7 del 47, 29 do 9 do 59, 3 del mes 5 del 64
const SPOKEN =
  /(?<!\d)(\d{1,2})\s+d(?:el?|o)\s+(?:mes\s+)?(\d{1,2})\s+d(?:el?|o)\s+(?:ano\s+)?((?:19|20)\d{2}|\d{2})(?!\d)/g;
// July 30, 1996
const MONTH_BEGINNINGS = [...new Set(MONTHS.flat().map((month) => month.slice(0, 3)))].join('|');
const MONTH_FIRST = new RegExp(
  String.raw`(?<![a-z])((?:${MONTH_BEGINNINGS})[a-z]{0,6})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:del?\s+)?((?:19|20)\d{2})(?!\d)`,
  'g',
);
// 1990eko maiatzaren 3a, 1984 enero 1
const YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)((?:19|20)\d{2})(?:e?ko)?[\s,.-]+${WORD_OF_MONTH}\.?\s+(\d{1,2})(?:e?an?)?(?![\d/])`,
  'g',
);
// The boxes of a form: Día 07 Mes 11 Año 1992
const BOXES =
  /\bdia[\s:]*(\d{1,2})[\s,]*\bmes[\s:]*(\d{1,2})[\s,]*\b(?:ano|any)[\s:]*((?:19|20)\d{2}|\d{2})(?!\d)/g;
// del 12 4 58
const SPACED = /\bdel? (\d{1,2}) (\d{1,2}) ((?:19|20)\d{2}|\d{2})(?! ?\d)/g;
// del 1977, 19 de enero
const YEAR_BEFORE_DAY =
  /\bdel? (?:ano )?((?:19|20)\d{2}|\d{2}),? (?:el )?(?:dia )?(\d{1,2}) (?:de |d['’])([a-z]{4,10})(?! del?\b)/g;
// veintiocho de diciembre del 39
const DAY_IN_WORDS =
  /\b([a-z]{2,12}(?: [ye] uno?)?) (?:de |d['’])([a-z]{4,10}),? d(?:el?|o) (?:ano |any )?((?:19|20)\d{2}|\d{2})(?!\d)/g;
// 93/07/21
const SHORT_YEAR_FIRST = /(?<![\d/.-])(3[2-9]|[4-9]\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d/])/g;
// 1975年12月18日
const CHINESE = /((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;

const FEAST =
  /\bdia de(?:l| la| los)?\s+([a-z' ]{4,24}?)\s+del?\s+(?:ano\s+|any\s+)?((?:19|20)\d{2}|\d{2})(?!\d)|\b((?:ultimo|ultim) dia del?) (?:ano|any|mes de diciembre de)\s+((?:19|20)\d{2}|\d{2})(?!\d)/g;

// Most texts have no year in figures, and the patterns above are slow to find out.
const YEAR = /(?:19|20)\d{2}/;
const DAY_AND_YEAR = /\d(?:st|nd|rd|th)?,?\s+(?:del?\s+)?(?:19|20)\d{2}/;
const OF_A_NUMBER = new WordPattern(/\bd(?:el?|o) (?:ano |any |mes )?\d/);

const BIRTH = new WordPattern(
  /\b(?:nac(?!ion)[a-z]{0,9}\b|nasi(?:d[oa]|mien?to)\b|nain\b|f(?:ec(?:ha?)?)?\.?\s?(?:de\s|\/)?\s?n(?:to|ac\w{0,7})?\b|cumple(?:anos)?\b|mi fecha\b|vine al mundo\b|so[ycn] d(?:el|o)\b|(?:so[ycn]|yo|ella) de(?:l ano)?(?= \d)|nad[oa]\b|n\.(?<=[(,;:·|/–—-]\s?n\.)|n\. ?(?=(?:el )?\d{1,2}(?:[-/.]\d| de ))|nascu(?:t|da)|naix(?:ement)?\b|ne?ix|naixer|neixer|jaio[a-z]*|born|birth|d\.?o\.?b\b|nascuta?|nasterii|nat[ao]?\b(?= el | l'| a | il | en )|nata?\b|nasc(?:id[oa]|imento|i|ita)?\b|nee? (?:le|a|en)\b|nee?(?= \d)|ne\(e\)|naissance|geburt|geboren|geb\b|urodz\w*|ur\.)|рожден|родил|роден|народ[жи]|出生|生日|ميلاد|الازدياد|مولود/,
);
const BORN_AFTER =
  /^[\s,(]{0,3}(?:es )?(?:(?:mi|la|a mina|la meva) )?(?:fecha de na[cs]|data de na|naci\b|nacin\b|geboren|e?a?n? ?jaio|ро(?:ку|\.) народ|года рожд|出生|生)/;
const BIRTH_REACH = 60;

/** Birth dates: a date after a word of birth, else one that stands alone beside a document or the name that goes with it. */
export function findBirthDates(
  text: string,
  documents: readonly Span[],
  words: readonly NumberWords[],
): Hit[] {
  if (!/\d/.test(text) && words.length === 0) return [];
  const dates = findDates(text, words);
  const births = BIRTH.all(text).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const { end } of births) {
    const said = dateSaidAfter(text, end);
    if (said !== null && !dates.some((date) => overlap(date, said))) dates.push(said);
  }
  for (const { end } of documents) {
    const glued = bareDate(text, end);
    if (glued !== null && glued.value.startsWith(text.slice(glued.end - 4, glued.end))) dates.push(glued);
    const said = glued === null ? dateInWords(text, end) : null;
    if (said !== null && said.start - end <= TOUCHING && !dates.some((date) => overlap(date, said)))
      dates.push(said);
  }
  if (dates.length === 0) return birthdaysInTwoPhrases(text);
  const hits: Hit[] = [];
  const anchors = documents.length > 0 ? documents : findPhones(text, words);
  const recorded = (hit: Hit) => Number(AS_RECORDED.test(text.slice(Math.max(0, hit.start - 60), hit.start)));
  for (const date of dates.sort((a, b) => a.start - b.start)) {
    const mends =
      MENDED.test(text.slice(Math.max(0, date.start - 30), date.start)) &&
      hits.some((hit) => hit.labelled && recorded(hit) > 0 && date.start - hit.end < MENDED_WITHIN);
    const labelled =
      mends ||
      births.some(
        (birth) =>
          date.start >= birth.end &&
          date.start - birth.end <= BIRTH_REACH &&
          !crosses(text, birth.end, date.start),
      );
    if (
      labelled ||
      BORN_AFTER.test(text.slice(date.end, date.end + 30)) ||
      isAged(text, date) ||
      besideDocument(text, date, anchors) ||
      standsAlone(text, date, dates)
    )
      hits.push({ ...date, labelled });
  }
  if (hits.length === 0) return birthdaysInTwoPhrases(text);
  return hits.sort(
    (a, b) => Number(b.labelled) - Number(a.labelled) || recorded(a) - recorded(b) || a.start - b.start,
  );
}

const AGE =
  /(\d{2}) (?:anos|anys|urte|ani|ans|anni|jahre|years?(?: old)?|lat)\b(?:[\s,;(–-]|\b(?:del?|el|cumplidos|quiero|decir|o|sea|old|alt)\b){1,12}$/;

/** "61 años (05/02/1959)": whoever was born then is that old, in the years that people write from. */
function isAged(text: string, { start, value }: Hit): boolean {
  const age = AGE.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  const year = Number(value.slice(0, 4)) + Number(age ?? NaN);
  return year >= FIRST_MAIL && year <= LAST_YEAR + 1;
}
const FIRST_MAIL = 2017;

/** "Pone que nací el 3/5/1946, y es el 3/5/1964": what is on record is what is to be mended. */
const AS_RECORDED =
  /\b(?:pon(?:e|en|ia)?|posa|const[aeo]n?|constaba|figur[aeo]n?|figuraba|risulta|sale|surt|aparece|apareix|han puesto|pusieron|tienen|teneis|teniu)\b[^.;\n\d]{0,45}$/;

/** "..., no tengo 82 años: es 8/11/1973". */
const MENDED =
  /(?:\b(?:es|e|era|sino|sino que|correct[oa]|buen[ao]|giust[oa]|real|realidad|de verdad|hay que poner)\b[^a-z\d\n]{0,3}|->|=>)(?:el |la |o |l'|del? )?$/;
const MENDED_WITHIN = 160;

const BARE =
  /[^a-z\d\n]{0,4}(?:(?:el|es|dia|=)\s){0,2}(?:(\d{2})(\d{2})|(\d{1,2}) (\d{1,2}) )\s?((?:19|20)\d{2}|\d{2})(?![\d/])/y;
/** The year first: 19640503, 1997 mes 5 dia 12. */
const BACKWARDS =
  /[^a-z\d\n]{0,4}(?:(?:el|es|en|ano)\s){0,2}((?:19|20)\d{2})(?:(\d{2})(\d{2})(?!\d)|,? mes (\d{1,2}) dia (\d{1,2}))/y;
const DAY_WORD = String.raw`\d{1,2}|primer[oa]?|(?:${numberWords(1, 30)})(?: [ye] un[oa]?)?`;
const YEAR_WORDS = String.raw`(?:${numberWords(20, 90)})(?:(?: [ye] |-)[a-z]{1,6})?`;
const IN_WORDS = new RegExp(
  String.raw`\b(${DAY_WORD}) (?:del? |do |d['’])(?:mes de )?([a-z]{2,10}),? (?:el )?(?:del?|do) (?:ano |any )?(${YEAR_WORDS}|\d{2})\b`,
);
const WORDS_REACH = 90;

/** What is a date only behind a word of birth: "15 09 1955", "150955", "el tres del nueve del cincuenta y cinco". */
function dateSaidAfter(text: string, from: number): Hit | null {
  const bare = bareDate(text, from);
  if (bare !== null) return bare;
  BACKWARDS.lastIndex = from;
  const backwards = BACKWARDS.exec(text);
  if (backwards !== null) {
    const [, year, month, day, saidMonth, saidDay] = backwards;
    const date = isoDate(Number(year), Number(month ?? saidMonth), Number(day ?? saidDay));
    const start = from + backwards[0].search(/\d/);
    if (date !== null) return { value: date, start, end: BACKWARDS.lastIndex, labelled: false };
  }
  return dateInWords(text, from);
}

function dateInWords(text: string, from: number): Hit | null {
  const spoken = IN_WORDS.exec(text.slice(from, from + WORDS_REACH));
  if (spoken === null) return null;
  const [day, month, year] = [spoken[1], spoken[2], spoken[3]].map((word = '') => spokenNumber(word));
  const value = isoDate(fullYear(String(year)), month || monthOf(spoken[2] ?? ''), day ?? 0);
  const start = from + spoken.index;
  return value === null ? null : { value, start, end: start + spoken[0].length, labelled: false };
}

function bareDate(text: string, from: number): Hit | null {
  BARE.lastIndex = from;
  const bare = BARE.exec(text);
  if (bare === null) return null;
  const [, day = bare[3], month = bare[4], , , year = ''] = bare;
  const value = isoDate(fullYear(year), Number(month), Number(day));
  if (value === null) return null;
  return { value, start: from + bare[0].search(/\d/), end: from + bare[0].length, labelled: false };
}

/** Of digits or words; 0 where it is neither. */
function spokenNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  if (/^primer/.test(text)) return 1;
  return asNumber([text]) ?? asNumber(text.split(/[ -]/)) ?? 0;
}

/** A blank line or the end of a sentence ends what a word of birth announces. */
function crosses(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  // A label on a line of its own.
  return !/^[\s:.]*$/.test(between) && /\n\s*\n|[!?;]|[a-z]{4}\.\s/.test(between);
}

/** Separators, other numbers and what is written before them: nothing that says of a date what it is. */
const NOTHING_SAID =
  /^(?:[\s\d.,;:·/|()#–—+-]|\b(?:de|del|el|la|y|e|i|con|fecha|dni|nie|nif|nan|tel|telf|telefono|tlf|tlfno|tfno|movil|mobil|mov|ss|nss|naf|nuss|n|num|numero)\b|º|[a-z](?![a-z]))*$/;
const NEAR = 60;
const MAY_FOLLOW =
  /^\s*(?:$|[\n,;.·/|)–—-]|[+\d]|(?:tel|tlf|tfn|mov|mob|en|y|i|e|naf|nss|ss|dni|nie)\b|movil|telefono)/;

// "Cumplo 65 el próximo 4 de septiembre (soy del 55)", "nacida en 1988 (6 de junio)": day and year in two phrases.
const BIRTHDAY =
  /\b(?:cumpl[a-z]+|complir[a-z]*|fago|fare|faig|els vaig fer|fixen|na[cs]i[a-z]*|nacemento|nascut|nascuda|naixement|ne?ix[a-z]*|jaio[a-z]*|so[yc] d(?:el|o)|son do|nee? en|birthday|born)\b/;
const SAYS_BIRTHDAY = new WordPattern(BIRTHDAY);
const DAY_OF_YEAR = new RegExp(
  String.raw`(?<![\d/.-])(\d{1,2})\s+(?:de\s+|d['’]|o?f\s+)?(${MONTHS.flat()
    .filter((month) => /^[a-z]{3}/.test(month))
    .join('|')})\b(?!\s+(?:d(?:el?|o)?\s+)?(?:(?:19|20)\d{2}|['´’]?\d{2}|ano|any)\b)`,
  'g',
);
const YEAR_ALONE = new WordPattern(
  /\b(?:(?:del?|do|en|no|ano|any)\s+(?:el\s+)?(?:ano\s+|l?'?any\s+)?((?:19|20)\d{2})|(?:del|do|ano|any|en el|no|o sea,? el)\s+['´’]?(\d{2})|(?:nacimiento|naixement|nacemento)\W{1,3}(\d{4}))(?![\d/-]|\s*%|\s+(?:de|d['’])\b)/,
);
const FEAST_OF_YEAR = /\bdia de(?:l| la| los)? ([a-z' ]{4,24})/g;
const DAY_BEHIND = new WordPattern(
  /\b(?:en|no|el|al)\s+(?:mes\s+de\s+)?([a-z]{4,10})\s+d(?:el?|o)\s+(\d{4})[^\n.\d]{0,12}\b(?:dia|el)\s+(\d{1,2})\b/,
);
const APART = 90;
const BEFORE_DAY = 60;
const BEHIND_DAY = 25;

function birthdaysInTwoPhrases(text: string): Hit[] {
  if (!SAYS_BIRTHDAY.test(text)) return [];
  const around = (start: number, end: number) =>
    text.slice(Math.max(0, start - BEFORE_DAY), end + BEHIND_DAY);
  const years = YEAR_ALONE.all(text);
  const days = matchesOf(text, DAY_OF_YEAR).map((day) => ({
    match: day,
    month: monthOf(day[2] ?? ''),
    day: Number(day[1]),
  }));
  const feasts = matchesOf(text, FEAST_OF_YEAR).map((feast) => {
    const [, month = 0, day = 0] = feastOf(feast[1] ?? '') ?? [];
    return { match: feast, month, day };
  });
  for (const { match, month, day } of [...days, ...feasts]) {
    const { index: start } = match;
    const end = start + match[0].length;
    if (!BIRTHDAY.test(around(start, end))) continue;
    for (const year of years) {
      if (Math.abs(year.index - start) > APART) continue;
      const value = isoDate(fullYear(year[1] ?? year[2] ?? year[3] ?? ''), month, day);
      if (value !== null) return [{ value, start, end, labelled: true }];
    }
  }
  const behind = DAY_BEHIND.exec(text);
  if (behind === null || !BIRTHDAY.test(around(behind.index, behind.index))) return [];
  const value = isoDate(Number(behind[2]), monthOf(behind[1] ?? ''), Number(behind[3]));
  const end = behind.index + behind[0].length;
  return value === null ? [] : [{ value, start: behind.index, end, labelled: true }];
}

/** In a signature the date has no word: beside the document, with nothing but separators and numbers between. */
function besideDocument(text: string, date: Hit, documents: readonly Span[]): boolean {
  if (Number(date.value.slice(0, 4)) > LAST_YEAR - 16) return false;
  const mayFollow = MAY_FOLLOW.test(text.slice(date.end, date.end + 12));
  return documents.some((document) => {
    if (date.start >= document.end) {
      return (
        isNothing(text, document.end, date.start) && (mayFollow || date.start - document.end <= TOUCHING)
      );
    }
    if (!mayFollow || document.start < date.end || !isNothing(text, date.end, document.start)) return false;
    return document.start - date.end <= TOUCHING
      ? !HAPPENED.test(text.slice(Math.max(0, date.start - 12), date.start))
      : /(?:[\n,;:·/|(–—-]\s*|\bfecha\s*|^)$/.test(text.slice(Math.max(0, date.start - 8), date.start));
  });
}

const TOUCHING = 3;
/** "pagado el 15/09/95 12345678Z": no date of birth. */
const HAPPENED = /\b(?:el|del?|dia|desde|hasta|al?|en|con|[a-z]+ad[oa])\s*$/;

/**
 * A grown person's age in a line or sentence of its own, that nobody says anything of: the writer answers what the office
 * asks of him. Two such dates are a period.
 */
function standsAlone(text: string, date: Hit, dates: readonly Hit[]): boolean {
  if (Number(date.value.slice(0, 4)) > LAST_YEAR - 20) return false;
  return (
    /(?:^|\n|[a-z\d)]\. ?)[ \t>*-]*(?:del? |fecha:? )?$/.test(
      text.slice(Math.max(0, date.start - 12), date.start),
    ) &&
    /^\.?[ \t]*(?:$|\n|\. )/.test(text.slice(date.end, date.end + 12)) &&
    !dates.some((other) => other !== date && Math.abs(other.start - date.start) < PERIOD)
  );
}
const PERIOD = 40;

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function isNothing(text: string, from: number, to: number): boolean {
  return to - from <= NEAR && NOTHING_SAID.test(text.slice(from, to));
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
  if (withYear) for (const m of matchesOf(text, ISO)) add(m, Number(m[4]), Number(m[3]), m[1] ?? '');
  for (const m of matchesOf(text, NUMERIC)) {
    const roman = ROMAN.indexOf((m[2] ?? '').toLowerCase());
    add(m, Number(m[1]), roman >= 0 ? roman + 1 : Number(m[2]), m[3] ?? '');
  }
  for (const m of matchesOf(text, SHORT_YEAR_FIRST)) add(m, Number(m[4]), Number(m[3]), m[1] ?? '');
  if (OF_A_NUMBER.test(text)) {
    for (const m of matchesOf(text, YEAR_BEFORE_DAY)) add(m, Number(m[2]), monthOf(m[3] ?? ''), m[1] ?? '');
    for (const m of matchesOf(text, SPACED)) add(m, Number(m[1]), Number(m[2]), m[3] ?? '');
    for (const m of matchesOf(text, SPOKEN)) add(m, Number(m[1]), Number(m[2]), m[3] ?? '');
    for (const m of matchesOf(text, DAY_IN_WORDS))
      add(m, spokenNumber(m[1] ?? ''), monthOf(m[2] ?? ''), m[3] ?? '');
  }
  if (text.includes('mes')) {
    for (const m of matchesOf(text, BOXES)) add(m, Number(m[1]), Number(m[2]), m[3] ?? '');
  }
  for (const m of matchesOf(text, DAY_FIRST)) add(m, Number(m[1]) || 1, monthOf(m[2] ?? ''), m[3] ?? '');
  if (withYear) {
    for (const m of matchesOf(text, CHINESE)) add(m, Number(m[3]), Number(m[2]), m[1] ?? '');
    for (const m of matchesOf(text, YEAR_FIRST)) add(m, Number(m[3]), monthOf(m[2] ?? ''), m[1] ?? '');
  }
  if (withYear && DAY_AND_YEAR.test(text)) {
    for (const m of matchesOf(text, MONTH_FIRST)) add(m, Number(m[2]), monthOf(m[1] ?? ''), m[3] ?? '');
  }
  if (text.includes(' dia d')) {
    for (const m of matchesOf(text, FEAST)) {
      const [, month, day] = feastOf(m[1] ?? m[3] ?? '') ?? [];
      if (month !== undefined && day !== undefined) add(m, day, month, m[2] ?? m[4] ?? '');
    }
  }
  for (const hit of datesInWords(text, words)) hits.push(hit);
  return hits;
}

const DAY_BEFORE_YEAR = new RegExp(
  String.raw`(?<![a-z])(${DAY_WORD}|[a-z-]+)\s+(?:de\s+|d['’])?([a-z]{4,10}),?\s+(?:(?:del?|do)\s+)?(?:ano\s+|any\s+)?$`,
);
/** "cuatro de febrero de mil novecientos cincuenta y uno", also with the day in digits. */
function datesInWords(text: string, words: readonly NumberWords[]): Hit[] {
  const hits: Hit[] = [];
  for (const stretch of words) {
    const sentence = stretch.words.indexOf('.');
    const year = asNumber(sentence < 0 ? stretch.words : stretch.words.slice(0, sentence));
    if (year === null || year < FIRST_YEAR || year > LAST_YEAR) continue;
    const before = text.slice(Math.max(0, stretch.start - 45), stretch.start);
    const match = DAY_BEFORE_YEAR.exec(before);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const value = isoDate(year, monthOf(match[2]), spokenNumber(match[1]));
    if (value !== null) {
      hits.push({ value, start: stretch.start - match[0].length, end: stretch.end, labelled: false });
    }
  }
  return hits;
}
