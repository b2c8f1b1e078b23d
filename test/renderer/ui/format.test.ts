import { describe, expect, it } from 'vitest';
import {
  daysUntil,
  formatDateTime,
  formatDay,
  formatIsoDay,
  formatNumber,
  formatPhone,
  formatShort,
  formatSize,
  initials,
  setOfficeZone,
} from '../../../renderer/ui/format.ts';

const now = new Date('2026-03-20T09:00:00Z');

describe('dates', () => {
  it('are in office time, without the year while it is not a year ago', () => {
    expect(formatDateTime(new Date('2026-03-16T13:02:00Z'), now)).toBe('lun 16 mar, 14:02');
    expect(formatDay(new Date('2026-03-16T23:30:00Z'), now)).toBe('mar 17 mar');
  });

  it('say the year when older than one', () => {
    expect(formatDateTime(new Date('2020-07-01T10:00:00Z'), now)).toBe('mié 1 jul 2020, 12:00');
    expect(formatShort(new Date('2020-07-01T10:00:00Z'), now)).toBe('1 jul 2020');
  });

  it('are a time of day for today, by the office and not by UTC', () => {
    expect(formatShort(new Date('2026-03-19T23:30:00Z'), now)).toBe('00:30');
    expect(formatShort(new Date('2026-03-19T22:30:00Z'), now)).toBe('19 mar');
  });

  it('count days to a deadline by the calendar, across the change of hour', () => {
    expect(daysUntil('2026-03-20', now)).toBe(0);
    expect(daysUntil('2026-03-30', now)).toBe(10);
    expect(daysUntil('2026-03-19', new Date('2026-03-20T22:59:00Z'))).toBe(-1);
    expect(daysUntil('2026-03-21', new Date('2026-03-20T23:01:00Z'))).toBe(0);
  });

  it('are an hour earlier where the office is on the Canary Islands', () => {
    setOfficeZone('Atlantic/Canary');
    try {
      expect(formatDateTime(new Date('2026-03-16T13:02:00Z'), now)).toBe('lun 16 mar, 13:02');
      expect(formatDay(new Date('2026-03-16T23:30:00Z'), now)).toBe('lun 16 mar');
      expect(formatShort(new Date('2026-03-19T23:30:00Z'), now)).toBe('19 mar');
      expect(daysUntil('2026-03-20', new Date('2026-03-20T23:30:00Z'))).toBe(0);
    } finally {
      setOfficeZone('Europe/Madrid');
    }
  });

  it('write a stored day as people do', () => {
    expect(formatIsoDay('1966-04-06')).toBe('6 abr 1966');
  });
});

describe('figures and names', () => {
  it('group thousands from the first on', () => {
    expect(formatNumber(1240)).toBe('1.240');
    expect(formatNumber(100_000)).toBe('100.000');
  });

  it('measure files', () => {
    expect([formatSize(12), formatSize(20_344), formatSize(3_456_000)]).toEqual(['12 B', '20 KB', '3,3 MB']);
  });

  it('group Spanish phones and leave foreign ones whole', () => {
    expect(formatPhone('+34600123456')).toBe('600 123 456');
    expect(formatPhone('+33612345678')).toBe('+33612345678');
  });

  it('take two initials', () => {
    expect(initials('Marta Lasierra Gil')).toBe('ML');
  });
});
