/** The zones in which offices live; their days begin and end there. */
export type TimeZone = 'Europe/Madrid' | 'Atlantic/Canary';

const DAY_MS = 86_400_000;

/** The day it is at `instant` in the zone, as ISO (2026-03-16). */
export function dayAt(instant: Date, zone: TimeZone): string {
  return new Date(instant.getTime() + offsetMs(instant.getTime(), zone)).toISOString().slice(0, 10);
}

/** UTC ms of the zone's midnight that begins the ISO day. In Spain clocks never change at midnight. */
export function startOfDay(day: string, zone: TimeZone): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  return asUtc - offsetMs(asUtc - offsetMs(asUtc, zone), zone);
}

/** The ISO day that many days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

const formats: Record<TimeZone, Intl.DateTimeFormat> = {
  'Europe/Madrid': new Intl.DateTimeFormat('en', { timeZone: 'Europe/Madrid', timeZoneName: 'longOffset' }),
  'Atlantic/Canary': new Intl.DateTimeFormat('en', {
    timeZone: 'Atlantic/Canary',
    timeZoneName: 'longOffset',
  }),
};

function offsetMs(instant: number, zone: TimeZone): number {
  const hours = /GMT\+0(\d):00/.exec(formats[zone].format(instant))?.[1] ?? '0';
  return Number(hours) * 3_600_000;
}
