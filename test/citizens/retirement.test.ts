import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  RETIREMENT_TABLE,
  asYearsMonths,
  dayOfAge,
  daysOf,
  foreseeRetirement,
} from '../../main/citizens/retirement.ts';
import { contributedDays, type EmploymentPeriod } from '../../main/citizens/working-life.ts';
import { addDays } from '../../main/days.ts';

const asOf = '2026-11-22';
const foresee = (birthDate: string, days: number, goesOn = false) => {
  const { date, age, route, rule } = foreseeRetirement({ birthDate, days, asOf, goesOn });
  return [date, `${age.years}+${age.months}`, route, rule?.year ?? null];
};
const years = (whole: number, months = 0) => daysOf({ years: whole, months });

test('the table is the law’s, line by line', () => {
  expect(
    RETIREMENT_TABLE.map(({ year, contributed, age }) =>
      [year, contributed.years, contributed.months, age.years, age.months].join(' '),
    ),
  ).toEqual([
    '2013 35 3 65 1',
    '2014 35 6 65 2',
    '2015 35 9 65 3',
    '2016 36 0 65 4',
    '2017 36 3 65 5',
    '2018 36 6 65 6',
    '2019 36 9 65 8',
    '2020 37 0 65 10',
    '2021 37 3 66 0',
    '2022 37 6 66 2',
    '2023 37 9 66 4',
    '2024 38 0 66 6',
    '2025 38 3 66 8',
    '2026 38 3 66 10',
    '2027 38 6 67 0',
  ]);
});

describe('days as years and months (RD 1716/2012)', () => {
  test.each([
    [0, 0, 0],
    [30, 0, 0],
    [31, 0, 1],
    [364, 0, 11],
    [365, 1, 0],
    [13_961, 38, 2], // 38 × 365 + 91: three months are 91.25 days
    [13_962, 38, 3],
    [14_052, 38, 5],
    [14_053, 38, 6],
  ])('%i days are %i years and %i months', (days, wholeYears, months) => {
    expect(asYearsMonths(days)).toEqual({ years: wholeYears, months });
  });

  test('the fewest days for so many years and months are enough, and one less is not', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(11), (wholeYears, months) => {
        fc.pre(wholeYears + months > 0);
        const days = daysOf({ years: wholeYears, months });
        expect(asYearsMonths(days)).toEqual({ years: wholeYears, months });
        expect(asYearsMonths(days - 1)).not.toEqual({ years: wholeYears, months });
      }),
    );
  });
});

describe('the day of an age', () => {
  test.each([
    ['1960-02-29', 65, 0, '2025-02-28'],
    ['1964-02-29', 64, 0, '2028-02-29'],
    ['1960-02-29', 66, 10, '2026-12-29'],
    ['1960-08-31', 66, 6, '2027-02-28'],
    ['1961-12-31', 65, 2, '2027-02-28'],
    ['1961-03-15', 67, 0, '2028-03-15'],
  ])('born on %s, %i years and %i months: %s', (birthDate, wholeYears, months, day) => {
    expect(dayOfAge(birthDate, { years: wholeYears, months })).toBe(day);
  });
});

describe('the ordinary age', () => {
  test.each([
    // Turns 65 in 2025 with 38 years and 3 months: that day.
    ['1960-06-15', years(38, 3), ['2025-06-15', '65+0', 'LONG', 2025]],
    // A day less: 66 years and 10 months would be 2027-04-15, when 67 are asked for.
    ['1960-06-15', years(38, 3) - 1, ['2027-06-15', '67+0', 'GENERAL', 2027]],
    // 66 years and 8 months on 2025-12-10: the line of 2025.
    ['1959-04-10', years(30), ['2025-12-10', '66+8', 'GENERAL', 2025]],
    // 66 and 8 would be 2026-01-10, a year that asks for two months more.
    ['1959-05-10', years(30), ['2026-03-10', '66+10', 'GENERAL', 2026]],
    // 66 and 10 on 2026-12-31, the last day of that line.
    ['1960-02-29', years(20), ['2026-12-29', '66+10', 'GENERAL', 2026]],
    ['1960-03-01', years(20), ['2027-03-01', '67+0', 'GENERAL', 2027]],
    // Far from now: the last line goes on.
    ['1990-02-28', years(5), ['2057-02-28', '67+0', 'GENERAL', 2027]],
    ['1992-02-29', years(39), ['2057-02-28', '65+0', 'LONG', 2027]],
    // The table's beginning.
    ['1947-12-31', years(10), ['2012-12-31', '65+0', 'BEFORE_2013', null]],
    ['1948-01-01', years(10), ['2013-02-01', '65+1', 'GENERAL', 2013]],
    ['1948-01-01', years(35, 3), ['2013-01-01', '65+0', 'LONG', 2013]],
    // Each step of the middle.
    ['1953-04-30', years(20), ['2018-10-30', '65+6', 'GENERAL', 2018]],
    ['1953-07-01', years(20), ['2019-03-01', '65+8', 'GENERAL', 2019]],
    ['1955-03-31', years(36, 11), ['2021-03-31', '66+0', 'GENERAL', 2021]],
  ])('born on %s with %i days', (birthDate, days, expected) => {
    expect(foresee(birthDate, days)).toEqual(expected);
  });

  test('going on, the first day after 65 on which enough is contributed', () => {
    // 38 years and 6 months lack 100 days: reached on 2027-03-02, after the 65th birthday.
    expect(foresee('1962-01-10', years(38, 6) - 100, true)).toEqual(['2027-03-02', '65+1', 'LONG', 2027]);
    // The same without going on waits for 67.
    expect(foresee('1962-01-10', years(38, 6) - 100)).toEqual(['2029-01-10', '67+0', 'GENERAL', 2027]);
    // Enough for 2026 but only from the birthday in 2027 on: the line of that year is the one that counts.
    expect(foresee('1962-01-10', years(38, 3))).toEqual(['2029-01-10', '67+0', 'GENERAL', 2027]);
  });

  test('nobody retires before 65 or after 67, nor later for having contributed more', () => {
    const births = fc.integer({ min: -8000, max: 14_000 }).map((offset) => addDays('1970-01-01', offset));
    fc.assert(
      fc.property(births, fc.nat(18_000), fc.nat(3000), fc.boolean(), (birthDate, days, more, goesOn) => {
        const { date } = foreseeRetirement({ birthDate, days, asOf, goesOn });
        expect(date >= dayOfAge(birthDate, { years: 65, months: 0 })).toBe(true);
        expect(date <= dayOfAge(birthDate, { years: 67, months: 0 })).toBe(true);
        expect(foreseeRetirement({ birthDate, days: days + more, asOf, goesOn }).date <= date).toBe(true);
        expect(foreseeRetirement({ birthDate, days, asOf, goesOn: true }).date <= date).toBe(true);
      }),
    );
  });
});

const period = (fromDate: string, toDate: string | null, days: number): EmploymentPeriod => ({
  employer: 'Talleres Ejemplo, S. L.',
  fromDate,
  toDate,
  days,
  importedOn: asOf,
});

describe('contributed days', () => {
  test('one after another add up', () => {
    const periods = [period('2020-01-01', '2020-01-31', 31), period('2020-02-01', '2020-02-29', 29)];
    expect(contributedDays(periods)).toEqual({ sum: 60, simultaneous: 0, counted: 60 });
  });

  test('two at the same time count once', () => {
    const periods = [period('2020-01-01', '2020-12-31', 366), period('2020-12-01', '2021-01-31', 62)];
    expect(contributedDays(periods)).toEqual({ sum: 428, simultaneous: 31, counted: 397 });
    expect(contributedDays([...periods, ...periods])).toMatchObject({ counted: 397 });
  });

  test('two halves of the same days make whole ones, three do not make more', () => {
    const half = period('2021-01-01', '2021-04-10', 50);
    expect(contributedDays([half])).toEqual({ sum: 50, simultaneous: 0, counted: 50 });
    expect(contributedDays([half, half])).toEqual({ sum: 100, simultaneous: 0, counted: 100 });
    expect(contributedDays([half, half, half])).toEqual({ sum: 150, simultaneous: 50, counted: 100 });
  });

  test('one that goes on ends on the day it was imported', () => {
    expect(contributedDays([period('2026-11-01', null, 22), period('2026-11-20', '2026-12-31', 42)])).toEqual(
      {
        sum: 64,
        simultaneous: 3,
        counted: 61,
      },
    );
  });

  test('nothing gives nothing', () => {
    expect(contributedDays([])).toEqual({ sum: 0, simultaneous: 0, counted: 0 });
  });

  test('is what counting day by day gives', () => {
    const periods = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }))
      .map(([start, length]) => ({ start, length }));
    fc.assert(
      fc.property(fc.array(periods, { maxLength: 6 }), (stretches) => {
        const worked = new Set(
          stretches.flatMap(({ start, length }) => Array.from({ length }, (_, index) => start + index)),
        );
        const list = stretches.map(({ start, length }) =>
          period(addDays('2000-02-20', start), addDays('2000-02-20', start + length - 1), length),
        );
        expect(contributedDays(list).counted).toBe(worked.size);
      }),
    );
  });
});
