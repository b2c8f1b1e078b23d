import type { SessionState } from '../../main/api/contract/index.ts';

const LOCALE = 'es-ES';
const YEAR_MS = 365 * 24 * 3600 * 1000;

type OfficeZone = NonNullable<SessionState['office']>['timeZone'];
let zone: OfficeZone = 'Europe/Madrid';
let parts = partsIn(zone);
let isoDay = isoDayIn(zone);

/** From now on, times and days are those of this office. */
export function setOfficeZone(next: OfficeZone): void {
  if (next === zone) return;
  zone = next;
  parts = partsIn(next);
  isoDay = isoDayIn(next);
  todayParts = null;
}

function partsIn(timeZone: OfficeZone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

function isoDayIn(timeZone: OfficeZone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone });
}

type DateParts = { weekday: string; day: string; month: string; year: string; hour: string; minute: string };

function partsOf(date: Date): DateParts {
  const found: DateParts = { weekday: '', day: '', month: '', year: '', hour: '', minute: '' };
  for (const { type, value } of parts.formatToParts(date)) {
    if (type in found) found[type as keyof DateParts] = value.replace('.', '');
  }
  return found;
}

function isOld(date: Date, now: Date): boolean {
  return Math.abs(now.getTime() - date.getTime()) > YEAR_MS;
}

/** "lun 16 mar, 14:02"; with the year when older than a year. Office time. */
export function formatDateTime(date: Date, now = new Date()): string {
  const { weekday, day, month, year, hour, minute } = partsOf(date);
  return `${weekday} ${day} ${month}${isOld(date, now) ? ` ${year}` : ''}, ${hour}:${minute}`;
}

/** "lun 16 mar", with the year when older than a year. */
export function formatDay(date: Date, now = new Date()): string {
  const { weekday, day, month, year } = partsOf(date);
  return `${weekday} ${day} ${month}${isOld(date, now) ? ` ${year}` : ''}`;
}

const MINUTE_MS = 60_000;
let todayParts: { readonly minute: number; readonly parts: DateParts } | null = null;

/** Rows ask for it many times a second while the list is scrolled. */
function partsOfNow(now: Date): DateParts {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  if (todayParts?.minute !== minute) todayParts = { minute, parts: partsOf(now) };
  return todayParts.parts;
}

/** For rows: today "14:02", otherwise "16 mar", older than a year "16 mar 2020". */
export function formatShort(date: Date, now = new Date()): string {
  const then = partsOf(date);
  const today = partsOfNow(now);
  if (then.day === today.day && then.month === today.month && then.year === today.year) {
    return `${then.hour}:${then.minute}`;
  }
  return `${then.day} ${then.month}${isOld(date, now) ? ` ${then.year}` : ''}`;
}

/** "16 mar 2026": for what counts in years. */
export function formatDate(date: Date): string {
  const { day, month, year } = partsOf(date);
  return `${day} ${month} ${year}`;
}

/** A calendar day as stored ("2026-03-16"): "16 mar 2026". */
export function formatIsoDay(day: string): string {
  return formatDate(new Date(`${day}T12:00:00Z`));
}

/** Whole days from today (office time) to a calendar day; negative when past. */
export function daysUntil(day: string, now = new Date()): number {
  const today = isoDay.format(now);
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

const numbers = new Intl.NumberFormat(LOCALE, { useGrouping: 'always' });
/** "1.240" */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

const sizes = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
/** "12 KB", "3,4 MB". */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${sizes.format(Math.round(bytes / 1024))} KB`;
  return `${sizes.format(bytes / 1024 / 1024)} MB`;
}

/** "+34600123456" as "600 123 456"; foreign numbers keep their prefix. */
export function formatPhone(e164: string): string {
  const spanish = /^\+34(\d{3})(\d{3})(\d{3})$/.exec(e164);
  return spanish === null ? e164 : `${spanish[1]} ${spanish[2]} ${spanish[3]}`;
}

/** "Marta Ruiz Gil" as "MR". */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
