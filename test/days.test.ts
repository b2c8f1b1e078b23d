import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayAt, startOfDay, type TimeZone } from '../main/days.ts';

const at = (iso: string) => new Date(iso);

describe('days of the office', () => {
  test.each([
    ['2026-03-16T22:59:59Z', 'Europe/Madrid', '2026-03-16'],
    ['2026-03-16T23:00:00Z', 'Europe/Madrid', '2026-03-17'],
    ['2026-03-16T23:00:00Z', 'Atlantic/Canary', '2026-03-16'],
    ['2026-07-01T22:00:00Z', 'Europe/Madrid', '2026-07-02'],
    ['2026-07-01T22:59:59Z', 'Atlantic/Canary', '2026-07-01'],
    ['2026-07-01T23:00:00Z', 'Atlantic/Canary', '2026-07-02'],
  ] as const)('%s in %s is %s', (instant, zone, day) => {
    expect(dayAt(at(instant), zone)).toBe(day);
  });

  test('the days on which clocks change are 23 and 25 hours long', () => {
    const hours = (day: string, zone: TimeZone) =>
      (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / 3_600_000;
    for (const zone of ['Europe/Madrid', 'Atlantic/Canary'] as const) {
      expect(hours('2026-03-29', zone)).toBe(23);
      expect(hours('2026-10-25', zone)).toBe(25);
      expect(hours('2026-03-16', zone)).toBe(24);
    }
  });

  test('every day begins at its first instant and not before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom<TimeZone>('Europe/Madrid', 'Atlantic/Canary'),
        (days, zone) => {
          const day = addDays('1998-01-01', days);
          const start = startOfDay(day, zone);
          expect(dayAt(new Date(start), zone)).toBe(day);
          expect(dayAt(new Date(start - 1), zone)).toBe(addDays(day, -1));
        },
      ),
    );
  });
});
