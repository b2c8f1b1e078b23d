import type { KioskLanguage } from '../../main/api/contract/index.ts';

/** "16 de marzo de 2026", in the visit's language and on the office's calendar. */
export function longDay(at: Date, language: KioskLanguage): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Madrid' }).format(at);
}

/** The same for a calendar day as stored: "1987-11-22". */
export function longIsoDay(day: string, language: KioskLanguage): string {
  return longDay(new Date(`${day}T12:00:00Z`), language);
}
