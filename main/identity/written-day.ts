import { fold } from '../triage/fold.ts';

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

const SHAPES = [
  /^(?<year>\d{4})\s*[-/.]\s*(?<month>\d{1,2})\s*[-/.]\s*(?<day>\d{1,2})$/u,
  /^(?<day>\d{1,2})\s*[-/.\s]\s*(?<month>\d{1,2}|[a-z]{3,10})\.?\s*[-/.\s]\s*(?<year>\d{4})$/u,
  /^(?<day>\d{1,2})\s+de\s+(?<month>[a-z]{3,10})\s+del?\s+(?<year>\d{4})$/u,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/u,
];

/**
 * One day as a person types it into a field, day before month (14/03/1985, 14-3-1985, 14031985, 14 de marzo de 1985,
 * 1985-03-14), as ISO; null when it is none of the calendar. A year of two digits is none: it may be of two centuries.
 */
export function parseWrittenDay(text: string): string | null {
  if (text.length > 60) return null;
  const folded = fold(text).trim().replace('setiembre', 'septiembre');
  for (const shape of SHAPES) {
    const { year, month, day } = shape.exec(folded)?.groups ?? {};
    if (year === undefined || month === undefined || day === undefined) continue;
    const number = /^\d/u.test(month)
      ? Number(month)
      : MONTHS.findIndex((name) => name.startsWith(month)) + 1;
    const iso = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
    const time = Date.parse(`${iso}T00:00:00Z`);
    return Number.isFinite(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
  }
  return null;
}
