import { describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { NO_USER } from '../../main/store/audit-model.ts';
import type { Store } from '../../main/store/store.ts';
import { firstAuditIdSince } from '../../main/store/supervision-queries.ts';
import { activityPeople, listActivity, type ActivityFilter } from '../../main/supervision/activity.ts';
import { exportActivity, exportSupervision } from '../../main/supervision/export.ts';
import { aMessage, aUser } from '../support/builders.ts';
import { temporaryStore, testClock, type TestClock } from '../support/store.ts';

const everything: ActivityFilter = {
  actorId: null,
  action: null,
  objectType: null,
  objectId: null,
  from: null,
  to: null,
};

/** An entry a day, at 23:30 in Madrid, from the 1st to the 5th of March. */
async function fiveDays(store: Store, clock: TestClock) {
  const clerk = await aUser(store, { displayName: 'Marta López' });
  for (const day of [1, 2, 3, 4, 5]) {
    clock.set(`2026-03-0${day}T22:30:00Z`);
    await store.audit({
      actor: day % 2 === 0 ? clerk : SYSTEM_ACTOR,
      action: day === 3 ? 'citizen.searched' : 'case.opened',
      objectType: day === 3 ? 'CITIZEN' : 'CASE',
      objectId: day === 3 ? null : day,
      details: { day },
    });
  }
  return clerk;
}

async function daysOf(
  store: Store,
  filter: Partial<ActivityFilter>,
  limit = 50,
  cursor: number | null = null,
) {
  const { rows } = await listActivity(store, { ...everything, ...filter }, { cursor, limit });
  return rows.flatMap((row) => row.details['day'] ?? []);
}

describe('listActivity', () => {
  test('filters by who, what, on which and when, newest first', async () => {
    const clock = testClock('2026-02-20T10:00:00Z');
    const store = await temporaryStore(clock);
    const clerk = await fiveDays(store, clock);
    expect(await daysOf(store, {})).toEqual([5, 4, 3, 2, 1]);
    expect(await daysOf(store, { actorId: clerk.id })).toEqual([4, 2]);
    expect(await daysOf(store, { actorId: NO_USER })).toEqual([5, 3, 1]);
    expect(await daysOf(store, { action: 'citizen.searched' })).toEqual([3]);
    expect(await daysOf(store, { objectType: 'CASE' })).toEqual([5, 4, 2, 1]);
    expect(await daysOf(store, { objectType: 'CASE', objectId: 4 })).toEqual([4]);
    expect(await daysOf(store, { from: '2026-03-02', to: '2026-03-03' })).toEqual([3, 2]);
    expect(await daysOf(store, { from: '2026-03-04' })).toEqual([5, 4]);
    expect(await daysOf(store, { to: '2026-03-01' })).toEqual([1]);
    expect(await daysOf(store, { from: '2026-03-06' })).toEqual([]);
    expect(await daysOf(store, { from: '2026-03-02', actorId: clerk.id, action: 'case.opened' })).toEqual([
      4, 2,
    ]);
  });

  test('pages by the last id seen, without gap or repetition', async () => {
    const clock = testClock('2026-02-20T10:00:00Z');
    const store = await temporaryStore(clock);
    await fiveDays(store, clock);
    const seen: number[] = [];
    let cursor: number | null = null;
    do {
      const page = await listActivity(store, { ...everything, to: '2026-03-05' }, { cursor, limit: 2 });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const all = await store.prisma.auditEntry.findMany({ orderBy: { id: 'desc' }, select: { id: true } });
    expect(seen).toEqual(all.map((entry) => entry.id));
  });

  test('the first entry of a moment is found in any log, an empty one too', async () => {
    const clock = testClock('2026-02-20T10:00:00Z');
    const store = await temporaryStore(clock);
    await fiveDays(store, clock);
    const entries = await store.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } });
    for (const entry of entries) {
      const first = entries.find((other) => other.at >= entry.at);
      expect(firstAuditIdSince(store.sql, entry.at.getTime())).toBe(first?.id);
    }
    const last = entries.at(-1);
    expect(firstAuditIdSince(store.sql, Date.parse('2030-01-01'))).toBe((last?.id ?? 0) + 1);
  });
});

describe('exports', () => {
  test('the filtered log, whole, with office time, and the export itself is logged', async () => {
    const clock = testClock('2026-02-20T10:00:00Z');
    const store = await temporaryStore(clock);
    const clerk = await fiveDays(store, clock);
    const { fileName, csv } = await exportActivity(store, clerk, { ...everything, objectType: 'CASE' });
    expect(fileName).toBe('estafeta-actividad-2026-03-05.csv');
    const lines = csv.slice(1).trim().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(/^\d+;2026-03-05 23:30:00;Estafeta;case\.opened;CASE;5;;"\{""day"":5\}";/);
    const last = await store.prisma.auditEntry.findFirst({ orderBy: { id: 'desc' } });
    expect(last).toMatchObject({
      action: 'data.exported',
      actorId: clerk.id,
      details: '{"table":"actividad","rows":4}',
    });
  });

  test.each(['FLOW', 'OPEN', 'AGE', 'LOAD', 'AGREEMENT', 'CORRECTIONS'] as const)(
    'the table %s has a header and comes with the day in its name',
    async (table) => {
      const store = await temporaryStore();
      const clerk = await aUser(store, { displayName: 'Marta López' });
      await aMessage(store, { subject: '=HYPERLINK("http://mal.example")' });
      const { fileName, csv } = await exportSupervision(store, clerk, table);
      expect(fileName).toMatch(/^estafeta-[a-z-]+-2026-03-16\.csv$/);
      expect(csv.split('\r\n')[0]).toMatch(/^\uFEFF[A-ZÁÉÍÓÚ][^;]*(;[A-Z][^;]*)+$/);
    },
  );
});

test('who has left can still be asked for', async () => {
  const store = await temporaryStore();
  await aUser(store, { displayName: 'Marta López' });
  const gone = await aUser(store, { displayName: 'Ana Gil', active: false });
  expect(await activityPeople(store)).toMatchObject([
    { id: gone.id, displayName: 'Ana Gil', active: false },
    { displayName: 'Marta López', active: true },
  ]);
});
