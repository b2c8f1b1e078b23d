import { expect, test } from 'vitest';
import { longDay, longIsoDay } from '../../../renderer/kiosk/dates.ts';
import { kioskCa } from '../../../renderer/strings/ca/kiosk.ts';
import { kioskWorkingLifeCa } from '../../../renderer/strings/ca/kiosk-working-life.ts';
import { kioskEs } from '../../../renderer/strings/es/kiosk.ts';
import { kioskEu } from '../../../renderer/strings/eu/kiosk.ts';
import { kioskGl } from '../../../renderer/strings/gl/kiosk.ts';

const days = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-11`);

test('a day is written in the visit’s language, also where the browser does not know it', () => {
  expect(longIsoDay('1987-11-22', 'es')).toBe('22 de noviembre de 1987');
  expect(longIsoDay('1987-11-22', 'ca')).toMatch(/^22 de novembre de/);
  expect(longIsoDay('1987-11-22', 'gl')).toBe('22 de novembro de 1987');
  expect(longIsoDay('1987-11-22', 'eu')).toBe('1987ko azaroaren 22a');
  // What Node knows and Chromium does not.
  const galician = new Intl.DateTimeFormat('gl', { dateStyle: 'long', timeZone: 'UTC' });
  for (const day of days) expect(longIsoDay(day, 'gl')).toBe(galician.format(new Date(day)));
  const basque = new Intl.DateTimeFormat('eu', { month: 'long', timeZone: 'UTC' });
  for (const day of days) expect(longIsoDay(day, 'eu')).toContain(` ${basque.format(new Date(day))}ren 11a`);
});

test('is the day in the office, not in London', () => {
  expect(longDay(new Date('2026-07-31T22:30:00Z'), 'eu')).toBe('2026ko abuztuaren 1a');
});

test.each([
  [1951, 'ko'],
  [1987, 'ko'],
  [2000, 'ko'],
  [1900, 'eko'],
  [2001, 'eko'],
  [2005, 'eko'],
  [2010, 'eko'],
  [2011, 'ko'],
  [2015, 'eko'],
  [2020, 'ko'],
  [2021, 'eko'],
  [2026, 'ko'],
  [2030, 'eko'],
  [2031, 'ko'],
])('the Basque year %i takes -%s, as its name is said', (year, ending) => {
  expect(longIsoDay(`${year}-03-02`, 'eu')).toBe(`${year}${ending} martxoaren 2a`);
});

test('Catalan elides its article before the days that begin with a vowel', () => {
  expect(kioskCa.personal.messageLine('1 de març de 2026')).toBe('Missatge rebut l’1 de març de 2026');
  expect(kioskCa.personal.messageLine('12 de març de 2026')).toBe('Missatge rebut el 12 de març de 2026');
  expect(kioskCa.personal.event('11 de març de 2026', 'es va registrar', '', '')).toMatch(/^L’11 de març/);
  expect(kioskWorkingLifeCa.result('11 de març de 2026', '67 anys')).toBe(
    'Des de l’11 de març de 2026, amb 67 anys.',
  );
});

test.each([kioskEs, kioskCa, kioskGl, kioskEu])('one second is not several', ({ idle }) => {
  expect(idle.seconds(1)).not.toBe(idle.seconds(2).replace('2', '1'));
});
