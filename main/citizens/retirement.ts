import { z } from 'zod';
import { addDays } from '../days.ts';

/** Complete years and months. */
export const YearsMonths = z.object({ years: z.number().int(), months: z.number().int() });
export type YearsMonths = z.infer<typeof YearsMonths>;

/** A line of the law's table: what was contributed for retiring at 65, and the age of everybody else. */
export const RetirementRule = z.object({
  year: z.number().int(),
  contributed: YearsMonths,
  age: YearsMonths,
});
export type RetirementRule = z.infer<typeof RetirementRule>;

const line = (
  year: number,
  [years, months]: readonly [number, number],
  [ageYears, ageMonths]: readonly [number, number],
): RetirementRule => ({
  year,
  contributed: { years, months },
  age: { years: ageYears, months: ageMonths },
});

/**
 * LGSS (RDL 8/2015), disposición transitoria séptima, from Ley 27/2011, art. 4. The last line holds for every year from
 * then on (LGSS art. 205.1.a); before the first, everybody retired at 65.
 */
export const RETIREMENT_TABLE: readonly RetirementRule[] = [
  line(2013, [35, 3], [65, 1]),
  line(2014, [35, 6], [65, 2]),
  line(2015, [35, 9], [65, 3]),
  line(2016, [36, 0], [65, 4]),
  line(2017, [36, 3], [65, 5]),
  line(2018, [36, 6], [65, 6]),
  line(2019, [36, 9], [65, 8]),
  line(2020, [37, 0], [65, 10]),
  line(2021, [37, 3], [66, 0]),
  line(2022, [37, 6], [66, 2]),
  line(2023, [37, 9], [66, 4]),
  line(2024, [38, 0], [66, 6]),
  line(2025, [38, 3], [66, 8]),
  line(2026, [38, 3], [66, 10]),
  line(2027, [38, 6], [67, 0]),
];
const FIRST_YEAR = 2013;
const LAST_YEAR = 2027;
const AT_65: YearsMonths = { years: 65, months: 0 };

/** RD 1716/2012, art. 1.2: a year is 365 days and a month 30.41666; what is not complete does not count. */
const YEAR_DAYS = 365;
const MONTH_DAYS = 30.41666;

export function asYearsMonths(days: number): YearsMonths {
  const years = Math.floor(days / YEAR_DAYS);
  return { years, months: Math.floor((days - years * YEAR_DAYS) / MONTH_DAYS) };
}

/** The fewest days that make so many years and months. */
export function daysOf({ years, months }: YearsMonths): number {
  return years * YEAR_DAYS + Math.ceil(months * MONTH_DAYS);
}

/** The day on which an age is reached: from date to date, or the month's last day (RD 1716/2012, art. 1.1). */
export function dayOfAge(birthDate: string, { years, months }: YearsMonths): string {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const monthsLater = month - 1 + years * 12 + months;
  const lastDay = new Date(Date.UTC(year, monthsLater + 1, 0));
  return new Date(Date.UTC(year, monthsLater, Math.min(day, lastDay.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}

/** Contributory pensions need fifteen years (LGSS art. 205.1.b). */
export const MINIMUM_CONTRIBUTED: YearsMonths = { years: 15, months: 0 };

export const ForeseenRetirement = z.object({
  date: z.iso.date(),
  age: YearsMonths,
  /** LONG: enough contributed for 65 or the first day after it; GENERAL: the age of everybody else; BEFORE_2013: 65. */
  route: z.enum(['LONG', 'GENERAL', 'BEFORE_2013']),
  /** The line of the table for the year of `date`; null before there was one. */
  rule: RetirementRule.nullable(),
  /** On that day. */
  contributedThen: YearsMonths,
});
export type ForeseenRetirement = z.infer<typeof ForeseenRetirement>;

/**
 * The first day on which somebody may retire at the ordinary age: the law's line is that of the year in which the age is
 * reached. `asOf` is the day up to which `days` were contributed; with `goesOn` every day after it counts as well.
 */
export function foreseeRetirement(input: {
  readonly birthDate: string;
  readonly days: number;
  readonly asOf: string;
  readonly goesOn: boolean;
}): ForeseenRetirement {
  const { birthDate, days, asOf, goesOn } = input;
  const at65 = dayOfAge(birthDate, AT_65);
  const contributedBy = (date: string) =>
    asYearsMonths(goesOn && date > asOf ? days + (Date.parse(date) - Date.parse(asOf)) / 86_400_000 : days);
  if (at65 < `${FIRST_YEAR}-01-01`) {
    return { date: at65, age: AT_65, route: 'BEFORE_2013', rule: null, contributedThen: contributedBy(at65) };
  }
  const candidates = RETIREMENT_TABLE.flatMap((rule) => {
    const holds = (date: string) =>
      date >= `${rule.year}-01-01` && (rule.year === LAST_YEAR || date <= `${rule.year}-12-31`);
    const missing = daysOf(rule.contributed) - days;
    const enough = missing <= 0 ? '' : goesOn ? addDays(asOf, missing) : null;
    const long = enough === null ? null : latest(at65, enough, `${rule.year}-01-01`);
    return [
      { date: dayOfAge(birthDate, rule.age), route: 'GENERAL' as const, rule },
      ...(long === null ? [] : [{ date: long, route: 'LONG' as const, rule }]),
    ].filter(({ date }) => holds(date));
  });
  const [first] = candidates.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  if (first === undefined) throw new Error('the table has a line for every year');
  const age = first.route === 'GENERAL' ? first.rule.age : ageOn(birthDate, first.date);
  return { ...first, age, contributedThen: contributedBy(first.date) };
}

function latest(...days: string[]): string {
  return days.reduce((a, b) => (a > b ? a : b));
}

/** Complete years and months of life. */
function ageOn(birthDate: string, date: string): YearsMonths {
  let months = AT_65.years * 12;
  while (dayOfAge(birthDate, { years: 0, months: months + 1 }) <= date) months += 1;
  return { years: Math.floor(months / 12), months: months % 12 };
}
