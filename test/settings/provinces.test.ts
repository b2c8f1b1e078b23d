import { expect, test } from 'vitest';
import { ProvinceCode } from '../../main/settings/model.ts';
import { languagesOf, provinceName, timeZoneOf } from '../../main/settings/provinces.ts';

const codes = Array.from({ length: 52 }, (_, index) => String(index + 1).padStart(2, '0'));

test('every code that the model accepts has its own name', () => {
  for (const code of codes) expect(ProvinceCode.safeParse(code).success).toBe(true);
  expect(new Set(codes.map(provinceName)).size).toBe(52);
  expect(provinceName('50')).toBe('Zaragoza');
  expect(provinceName('07')).toBe('Illes Balears');
});

test('a code that is no province is refused by model and list alike', () => {
  for (const code of ['00', '53', '1', '066', '']) {
    expect(ProvinceCode.safeParse(code).success).toBe(false);
    expect(() => provinceName(code)).toThrow(RangeError);
  }
});

test('only Las Palmas and Santa Cruz de Tenerife live an hour earlier', () => {
  expect(codes.filter((code) => timeZoneOf(code) === 'Atlantic/Canary')).toEqual(['35', '38']);
});

test('each province has Spanish first, and the other language of DOMAIN.md section 11 where there is one', () => {
  const speaking = (language: string) => codes.filter((code) => languagesOf(code).includes(language as 'es'));
  expect(codes.filter((code) => languagesOf(code)[0] !== 'es')).toEqual([]);
  expect(speaking('ca')).toEqual(['03', '07', '08', '12', '17', '25', '43', '46']);
  expect(speaking('gl')).toEqual(['15', '27', '32', '36']);
  expect(speaking('eu')).toEqual(['01', '20', '31', '48']);
  expect(languagesOf('50')).toEqual(['es']);
});
