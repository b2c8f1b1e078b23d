import type { CaseState } from '../cases/model.ts';
import { addDays, dayAt, startOfDay, type TimeZone } from '../days.ts';
import { loadSettings } from '../settings/settings.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import {
  agreement,
  finishedIn,
  latestRequestBefore,
  openGroups,
  openReceivedIn,
  receivedIn,
  type Finished,
  type OpenGroup,
} from '../store/supervision-queries.ts';
import type { Store } from '../store/store.ts';
import { Category } from '../triage/model.ts';
import type { AgeBand, SupervisionOverview } from './model.ts';

const FLOW_DAYS = 30;

/** Bands of age in whole days of the office: from so many days ago to so many. */
const AGE_BANDS: readonly { readonly band: AgeBand; readonly newest: number; readonly oldest: number }[] = [
  { band: 'TODAY', newest: 0, oldest: 0 },
  { band: 'DAYS_1_2', newest: 1, oldest: 2 },
  { band: 'DAYS_3_5', newest: 3, oldest: 5 },
  { band: 'DAYS_6_10', newest: 6, oldest: 10 },
  { band: 'OVER_10', newest: 11, oldest: Infinity },
];

/**
 * Everything the supervisor's page draws, counted in requests: a case that is resolved finishes each of its requests.
 * Days are those of the office's time zone; days and categories without anything are left out.
 */
export async function supervisionOverview(store: Store): Promise<SupervisionOverview> {
  const zone = await officeZone(store);
  const today = dayAt(store.clock.now(), zone);
  const { lastDay, flow, finished } = flowOf(store, zone, today);
  const open = openGroups(store.sql);
  return {
    today,
    lastDay,
    flow,
    open: openByCategoryAndState(open),
    age: age(store, zone, today),
    load: await load(store, open, finished),
    agreement: agreement(store.sql).map(({ proposed, final, count }) => ({
      proposed: Category.nullable().parse(proposed),
      final: Category.parse(final),
      count,
    })),
  };
}

/** Where the office's days begin. */
export async function officeZone(store: Store): Promise<TimeZone> {
  const { office } = await loadSettings(store);
  return timeZoneOf(office.provinceCode);
}

type FlowParts = {
  readonly lastDay: string;
  readonly flow: SupervisionOverview['flow'];
  readonly finished: readonly Finished[];
};

/** The thirty days up to today; when they are empty, those up to the latest request before them. */
function flowOf(store: Store, zone: TimeZone, today: string): FlowParts {
  const current = flowUpTo(store, zone, today);
  if (current.flow.length > 0) return current;
  const latest = latestRequestBefore(store.sql, startOfDay(today, zone));
  return latest === null ? current : flowUpTo(store, zone, dayAt(new Date(latest), zone));
}

function flowUpTo(store: Store, zone: TimeZone, lastDay: string): FlowParts {
  const firstDay = addDays(lastDay, 1 - FLOW_DAYS);
  const finished = finishedIn(store.sql, {
    from: startOfDay(firstDay, zone),
    to: startOfDay(addDays(lastDay, 1), zone),
  });
  const rows = new Map<string, SupervisionOverview['flow'][number]>();
  const rowOf = (day: string, category: string | null) => {
    const key = `${day} ${category}`;
    const row = rows.get(key) ?? {
      day,
      category: Category.nullable().parse(category),
      received: 0,
      finished: 0,
    };
    rows.set(key, row);
    return row;
  };
  const days = Array.from({ length: FLOW_DAYS }, (_, offset) => addDays(firstDay, offset));
  const starts = days.map((day) => startOfDay(day, zone));
  for (const [index, day] of days.entries()) {
    const period = { from: starts[index] ?? 0, to: startOfDay(addDays(day, 1), zone) };
    for (const { category, count } of receivedIn(store.sql, period)) rowOf(day, category).received += count;
  }
  for (const { at, category } of finished) {
    const day = days[starts.findLastIndex((start) => start <= at)];
    if (day !== undefined) rowOf(day, category).finished += 1;
  }
  return { lastDay, flow: [...rows.values()].sort((a, b) => a.day.localeCompare(b.day)), finished };
}

function openByCategoryAndState(groups: readonly OpenGroup[]): SupervisionOverview['open'] {
  const rows = new Map<string, SupervisionOverview['open'][number]>();
  for (const { category, state, count } of groups) {
    const key = `${category} ${state}`;
    const row = rows.get(key);
    if (row !== undefined) row.count += count;
    else
      rows.set(key, {
        category: Category.nullable().parse(category),
        state: state as CaseState,
        count,
      });
  }
  return [...rows.values()];
}

function age(store: Store, zone: TimeZone, today: string): SupervisionOverview['age'] {
  return AGE_BANDS.map(({ band, newest, oldest }) => ({
    band,
    count: openReceivedIn(store.sql, {
      from: oldest === Infinity ? 0 : startOfDay(addDays(today, -oldest), zone),
      // A date in the future is a writer's mistake and counts as today's.
      to: newest === 0 ? Number.MAX_SAFE_INTEGER : startOfDay(addDays(today, 1 - newest), zone),
    }),
  }));
}

/** Everybody who can be given work, the others as long as they have some, and nobody. */
async function load(
  store: Store,
  groups: readonly OpenGroup[],
  finished: readonly Finished[],
): Promise<SupervisionOverview['load']> {
  const open = new Map<number | null, number>();
  for (const { clerkId, count } of groups) open.set(clerkId, (open.get(clerkId) ?? 0) + count);
  const done = new Map<number | null, number>();
  for (const { clerkId } of finished) done.set(clerkId, (done.get(clerkId) ?? 0) + 1);
  const users = await store.prisma.user.findMany({
    select: { id: true, displayName: true, active: true },
    orderBy: { displayName: 'asc' },
  });
  const clerks = users.filter(({ id, active }) => active || open.has(id) || done.has(id));
  return [...clerks, null].map((clerk) => {
    const id = clerk?.id ?? null;
    return {
      clerk: clerk === null ? null : { id: clerk.id, displayName: clerk.displayName },
      open: open.get(id) ?? 0,
      finished30Days: done.get(id) ?? 0,
    };
  });
}
