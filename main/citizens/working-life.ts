import { z } from 'zod';

const day = z.iso.date();

/** A stretch of a working life, as it was imported. */
export const EmploymentPeriod = z.object({
  employer: z.string(),
  fromDate: day,
  toDate: day.nullable(), // the last day; null: it went on at the import
  /** Contributed in it; fewer than its days on the calendar where part time counted in part. */
  days: z.number().int().nonnegative(),
  importedOn: day,
});
export type EmploymentPeriod = z.infer<typeof EmploymentPeriod>;

export const ContributedDays = z.object({
  sum: z.number().int(), // of the periods, each by itself
  simultaneous: z.number().int(), // in more than one at a time: counted once, so taken off
  counted: z.number().int(),
});
export type ContributedDays = z.infer<typeof ContributedDays>;

/** Of a CSV of working lives: all or nothing. Lines count from 1, header included. */
export const EmploymentImportReport = z.object({
  read: z.number().int(),
  people: z.number().int(),
  rejected: z.array(z.object({ line: z.number().int(), field: z.string(), reason: z.string() })),
});
export type EmploymentImportReport = z.infer<typeof EmploymentImportReport>;

/** Days on the calendar from one ISO day to another, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/**
 * What counts of several periods: a day is at most one day however many employments it was worked in ("total de días
 * efectivamente computables" of the Treasury's own report), and two half ones make it whole. A period that counts in
 * part is taken to do so evenly.
 */
export function contributedDays(periods: readonly EmploymentPeriod[]): ContributedDays {
  const changes = periods.flatMap(({ fromDate, toDate, days, importedOn }) => {
    const length = daysBetween(fromDate, toDate ?? importedOn);
    const begin = Date.parse(fromDate) / 86_400_000;
    const share = length > 0 ? days / length : 0;
    return [
      { at: begin, share },
      { at: begin + length, share: -share },
    ];
  });
  changes.sort((a, b) => a.at - b.at);
  let counted = 0;
  let share = 0;
  let last = 0;
  for (const change of changes) {
    counted += (change.at - last) * Math.min(1, share);
    share += change.share;
    last = change.at;
  }
  const sum = periods.reduce((total, { days }) => total + days, 0);
  // Shares are fractions of days: what is missing to a whole one by less than a second is rounding.
  const whole = Math.min(sum, Math.floor(counted + 1e-5));
  return { sum, simultaneous: sum - whole, counted: whole };
}
