import type { Category, SupervisionOverview } from '../../../main/api/contract/index.ts';
import { CATEGORY_ORDER } from '../../strings/es/labels.ts';

export type Flow = SupervisionOverview['flow'];

/** Stacking order: the five categories, no request, undecided. */
export const STACK_ORDER: readonly (Category | null)[] = [...CATEGORY_ORDER, null];

export type DayFlow = {
  readonly day: string;
  readonly received: ReadonlyMap<Category | null, number>;
  readonly finished: ReadonlyMap<Category | null, number>;
  readonly receivedTotal: number;
  readonly finishedTotal: number;
};

const DAYS = 30;
const DAY_MS = 86_400_000;

/** The thirty days up to `lastDay`, empty ones included. */
export function flowByDay(flow: Flow, lastDay: string): readonly DayFlow[] {
  const end = Date.parse(`${lastDay}T00:00:00Z`);
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(end - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    const rows = flow.filter((row) => row.day === day);
    return {
      day,
      received: new Map(rows.map((row) => [row.category, row.received])),
      finished: new Map(rows.map((row) => [row.category, row.finished])),
      receivedTotal: sum(rows.map((row) => row.received)),
      finishedTotal: sum(rows.map((row) => row.finished)),
    };
  });
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The next round whole number at or above: 4, 8, 15, 25, 60, 150 … */
export function niceMax(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * power);
  return steps.find((step) => step >= value && Number.isInteger(step)) ?? 10 * power;
}

/** First day of each band of age, and the first after it; the last has no end. */
const BAND_DAYS = [
  [0, 1],
  [1, 3],
  [3, 6],
  [6, 11],
] as const;

/** Where a limit of so many days falls on the axis of age bands, from 0 to 5; beyond the last edge, in its middle. */
export function limitPosition(days: number): number {
  const firstLate = days + 1;
  const index = BAND_DAYS.findIndex(([, end]) => firstLate < end);
  const band = BAND_DAYS[index];
  if (band === undefined) return firstLate === 11 ? 4 : 4.5;
  const [start, end] = band;
  return index + (firstLate - start) / (end - start);
}
