/**
 * Month names of the languages people write in, folded, in order; cut names ("feb.") match by their beginning, declined
 * ones (Basque "maiatzaren") by theirs.
 */
export const MONTHS: readonly (readonly string[])[] = [
  'enero gener xaneiro urtarril january janvier ianuarie gennaio janeiro januar января січня януари stycznia يناير',
  'febrero febrer febreiro otsail february fevrier februarie febbraio fevereiro februar февраля лютого февруари lutego فبراير',
  'marzo marc martxo march mars martie marco marz maerz марта березня март marca مارس',
  'abril apiril april avril aprilie aprile апреля квітня април kwietnia أبريل',
  'mayo mallo maig maio maiatz may mai maggio мая травня май maja ماي مايو',
  'junio juny xuno ekain june juin iunie giugno junho juni июня червня юни czerwca يونيو',
  'julio juliol xullo uztail july juillet iulie luglio julho juli июля липня юли lipca يوليو يوليوز',
  'agosto agost abuztu august aout августа серпня август sierpnia غشت أغسطس',
  'septiembre setiembre setembre setembro irail september septembre septembrie settembre сентября вересня септември wrzesnia شتنبر سبتمبر',
  'octubre otubre outubro urri october octobre octombrie ottobre oktober октября жовтня октомври pazdziernika أكتوبر',
  'noviembre novembre novembro azaro november noiembrie ноября листопада ноември listopada نونبر نوفمبر',
  'diciembre desembre decembro abendu december decembre decembrie dicembre dezembro dezember декабря грудня декември grudnia دجنبر ديسمبر',
].map((names) => names.split(' '));

/** A birth year that a living applicant can have; applications for newborns name the parents first. */
export const FIRST_YEAR = 1910;
export const LAST_YEAR = 2025;

/** Days that people call by their name, folded: month and day. */
const FEASTS: readonly (readonly [RegExp, month: number, day: number])[] = [
  [/ano nuevo|any nou|cap d'any/, 1, 1],
  [/reyes|reis/, 1, 6],
  [/san anton\b|sant antoni abat/, 1, 17],
  [/candelaria|candelera/, 2, 2],
  [/san blas|sant blai/, 2, 3],
  [/san valentin/, 2, 14],
  [/san jose|sant josep|san xose/, 3, 19],
  [/san jorge|sant jordi/, 4, 23],
  [/san isidro/, 5, 15],
  [/san antonio/, 6, 13],
  [/san juan|sant joan|san xoan/, 6, 24],
  [/san pedro|sant pere/, 6, 29],
  [/san fermin/, 7, 7],
  [/virgen del carmen/, 7, 16],
  [/santiago/, 7, 25],
  [/virgen de agosto|asuncion|mare de deu d'agost/, 8, 15],
  [/pilar/, 10, 12],
  [/todos los santos|tots sants/, 11, 1],
  [/inmaculada|puris+ima/, 12, 8],
  [/nochebuena|nit de nadal/, 12, 24],
  [/navidad|nadal/, 12, 25],
  [/inocentes|innocents/, 12, 28],
  [/nochevieja|cap d'any|(?:ultimo|ultim) dia (?:del|de l')/, 12, 31],
];

export function feastOf(name: string): (typeof FEASTS)[number] | undefined {
  return FEASTS.find(([pattern]) => pattern.test(name));
}

/** 1 to 12, or 0. Basque declines the month (maiatzaren), people cut it (feb). */
export function monthOf(word: string): number {
  const whole = MONTHS.findIndex((names) => names.includes(word));
  if (whole >= 0) return whole + 1;
  const begins = MONTHS.findIndex((names) =>
    names.some(
      (month) =>
        (month.length >= 4 && word.startsWith(month)) || (word.length >= 3 && month.startsWith(word)),
    ),
  );
  return begins + 1;
}

/** Two digits mean the last hundred years. */
export function fullYear(text: string): number {
  const digits = text.replace(/\D/g, '');
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= LAST_YEAR - 2000 ? 2000 + year : 1900 + year;
}

export function isoDate(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
