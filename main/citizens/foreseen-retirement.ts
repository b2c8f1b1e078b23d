import { z } from 'zod';
import { dayAt } from '../days.ts';
import type { Store } from '../store/store.ts';
import {
  ForeseenRetirement,
  MINIMUM_CONTRIBUTED,
  YearsMonths,
  asYearsMonths,
  daysOf,
  foreseeRetirement,
} from './retirement.ts';
import { ContributedDays, EmploymentPeriod, contributedDays } from './working-life.ts';

/** A citizen's working life as far as it was imported, and what follows from it step by step. Binds nobody. */
export const WorkingLife = z.object({
  periods: z.array(EmploymentPeriod.omit({ importedOn: true })), // newest first
  /** The day of the import: nothing is known after it. */
  asOf: z.iso.date(),
  days: ContributedDays,
  contributed: YearsMonths,
  /** Fifteen years, without which there is no contributory pension. */
  minimumMet: z.boolean(),
  /** Null without a birth date. `goesOn` null: contributing from now on changes nothing. */
  retirement: z
    .object({
      birthDate: z.iso.date(),
      stops: ForeseenRetirement,
      goesOn: ForeseenRetirement.nullable(),
    })
    .nullable(),
});
export type WorkingLife = z.infer<typeof WorkingLife>;

/** Null where nothing was imported for him. */
export async function workingLifeOf(store: Store, citizenId: number): Promise<WorkingLife | null> {
  const { birthDate, employmentPeriods } = await store.prisma.citizen.findUniqueOrThrow({
    where: { id: citizenId },
    select: { birthDate: true, employmentPeriods: { orderBy: [{ fromDate: 'desc' }, { id: 'asc' }] } },
  });
  const [newest] = employmentPeriods;
  if (newest === undefined) return null;
  // One import states a whole working life: all rows have its day.
  const asOf = dayAt(newest.importedAt, 'Europe/Madrid');
  const days = contributedDays(employmentPeriods.map((period) => ({ ...period, importedOn: asOf })));
  const foresee = (goesOn: boolean, born: string) =>
    foreseeRetirement({ birthDate: born, days: days.counted, asOf, goesOn });
  const retirementOf = (born: string) => {
    const [stops, goesOn] = [foresee(false, born), foresee(true, born)];
    return { birthDate: born, stops, goesOn: goesOn.date === stops.date ? null : goesOn };
  };
  return WorkingLife.parse({
    periods: employmentPeriods,
    asOf,
    days,
    contributed: asYearsMonths(days.counted),
    minimumMet: days.counted >= daysOf(MINIMUM_CONTRIBUTED),
    retirement: birthDate === null ? null : retirementOf(birthDate),
  } satisfies Record<keyof WorkingLife, unknown>);
}
