import type { KioskLanguage } from '../../main/api/contract/index.ts';

/** Chromium has the dates of some languages only, and of these two it has none: it would write them in Spanish. */
const MONTHS = {
  gl: 'xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro'.split(' '),
  eu: 'urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren azaroaren abenduaren'.split(
    ' ',
  ),
} as const;

/** "16 de marzo de 2026", in the visit's language and on the office's calendar. */
export function longDay(at: Date, language: KioskLanguage): string {
  if (language !== 'gl' && language !== 'eu') {
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Madrid' }).format(at);
  }
  const [year = 0, month = 0, day = 0] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid' })
    .format(at)
    .split('-')
    .map(Number);
  const name = MONTHS[language][month - 1] ?? '';
  return language === 'gl' ? `${day} de ${name} de ${year}` : `${year}${ofYear(year)} ${name} ${day}a`;
}

/** "2026ko", but "2025eko": with an e where the number's name ends in a consonant (bat, bost, hamar, ehun). */
function ofYear(year: number): string {
  const rest = year % 100;
  const consonant = rest === 0 ? year % 1000 !== 0 : rest % 20 === 1 || rest % 10 === 5 || rest % 20 === 10;
  return consonant ? 'eko' : 'ko';
}

/** The same for a calendar day as stored: "1987-11-22". */
export function longIsoDay(day: string, language: KioskLanguage): string {
  return longDay(new Date(`${day}T12:00:00Z`), language);
}
