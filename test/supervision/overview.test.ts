import { describe, expect, test } from 'vitest';
import { archive, assign, confirmProposed, setCategory } from '../../main/mail/message-acts.ts';
import { Settings } from '../../main/settings/model.ts';
import { saveSettings } from '../../main/settings/settings.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { listCorrections } from '../../main/supervision/corrections.ts';
import { supervisionOverview } from '../../main/supervision/overview.ts';
import { aMessage, aUser, type Clerk } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

/** A Monday, 11:00 in Madrid. */
const now = '2026-03-16T10:00:00Z';

const received = (iso: string) => ({ receivedAt: Date.parse(iso) });

async function aCase(store: Store, messageId: number, clerk: Clerk, resolvedAt: string | null) {
  await store.write(async (tx) => {
    const at = store.clock.now();
    const { id } = await tx.case.create({
      data: {
        number: `50/2026/${String(messageId).padStart(6, '0')}`,
        title: 'Cambio de teléfono',
        state: resolvedAt === null ? 'IN_PROGRESS' : 'RESOLVED',
        assigneeId: clerk.id,
        identityLevel: 'NONE',
        openedAt: at,
        openedById: clerk.id,
        resolvedAt: resolvedAt === null ? null : new Date(resolvedAt),
        updatedAt: at,
        updatedById: clerk.id,
      },
    });
    await tx.message.update({
      where: { id: messageId },
      data: {
        caseId: id,
        assigneeId: clerk.id,
        state: resolvedAt === null ? 'IN_PROGRESS' : 'RESOLVED',
      },
    });
  });
}

async function inProvince(store: Store, provinceCode: string) {
  const office = { provinceCode, officeName: 'Oficina de prueba', mailboxAddress: '' };
  await saveSettings(store, SYSTEM_ACTOR, Settings.parse({ office }));
}

describe('flow', () => {
  test('counts by the day of the office, also across midnight and in the Canaries', async () => {
    const store = await temporaryStore(testClock(now));
    await aMessage(store, received('2026-03-14T23:30:00Z')); // Sunday 00:30 in Madrid, Saturday in Las Palmas
    await aMessage(store, { ...received('2026-03-15T12:00:00Z'), proposedCategory: 'RECAUDACION' });
    await inProvince(store, '50');
    expect((await supervisionOverview(store)).flow).toEqual([
      { day: '2026-03-15', category: 'AFILIACION', received: 1, finished: 0 },
      { day: '2026-03-15', category: 'RECAUDACION', received: 1, finished: 0 },
    ]);
    await inProvince(store, '35');
    expect((await supervisionOverview(store)).flow.map((row) => row.day)).toEqual([
      '2026-03-14',
      '2026-03-15',
    ]);
  });

  test('covers thirty days with today, and leaves out what is no request', async () => {
    const store = await temporaryStore(testClock(now));
    await inProvince(store, '50');
    await aMessage(store, received('2026-02-14T22:59:59Z')); // the last second of the day before
    await aMessage(store, received('2026-02-14T23:00:00Z'));
    await aMessage(store, received('2026-03-16T09:59:00Z'));
    await aMessage(store, { ...received('2026-03-16T09:59:00Z'), kind: 'SPAM', isRequest: false });
    expect((await supervisionOverview(store)).flow).toEqual([
      { day: '2026-02-15', category: 'AFILIACION', received: 1, finished: 0 },
      { day: '2026-03-16', category: 'AFILIACION', received: 1, finished: 0 },
    ]);
  });

  test('tells of the thirty days up to the latest request as long as the last thirty are empty', async () => {
    const store = await temporaryStore(testClock(now));
    await inProvince(store, '50');
    expect(await supervisionOverview(store)).toMatchObject({ lastDay: '2026-03-16', flow: [] });
    const old = await aMessage(store, received('2020-04-17T22:30:00Z')); // the 18th in Madrid
    await aMessage(store, received('2020-03-19T22:59:59Z')); // the last second of the day before the thirty
    await aMessage(store, { ...received('2020-05-01T10:00:00Z'), kind: 'SPAM', isRequest: false });
    await aMessage(store, received('2031-01-01T10:00:00Z')); // a writer's mistake
    expect(await supervisionOverview(store)).toMatchObject({
      today: '2026-03-16',
      lastDay: '2020-04-18',
      flow: [{ day: '2020-04-18', category: 'AFILIACION', received: 1, finished: 0 }],
    });
    await archive(store, await aUser(store), [old]);
    expect(await supervisionOverview(store)).toMatchObject({
      today: '2026-03-16',
      lastDay: '2026-03-16',
      flow: [{ day: '2026-03-16', category: 'AFILIACION', received: 0, finished: 1 }],
    });
  });

  test('a resolved case finishes its requests; archiving finishes those without a case, undoing takes it back', async () => {
    const clock = testClock(now);
    const store = await temporaryStore(clock);
    await inProvince(store, '50');
    const clerk = await aUser(store);
    const old = received('2026-01-10T10:00:00Z');
    await aCase(store, await aMessage(store, old), clerk, '2026-03-12T10:00:00Z');
    await aCase(store, await aMessage(store, old), clerk, '2026-01-20T10:00:00Z'); // too long ago
    await aCase(store, await aMessage(store, old), clerk, null);
    const loose = await aMessage(store, old);
    const undone = await aMessage(store, old);
    await archive(store, clerk, [loose]);
    await (await archive(store, clerk, [undone])).restore?.();
    const overview = await supervisionOverview(store);
    expect(overview.flow).toEqual([
      { day: '2026-03-12', category: 'AFILIACION', received: 0, finished: 1 },
      { day: '2026-03-16', category: 'AFILIACION', received: 0, finished: 1 },
    ]);
    expect(overview.load.find((row) => row.clerk?.id === clerk.id)).toMatchObject({
      open: 1,
      finished30Days: 2,
    });
  });

  test('archived, taken back and archived again counts once, on the last day', async () => {
    const clock = testClock('2026-03-10T10:00:00Z');
    const store = await temporaryStore(clock);
    await inProvince(store, '50');
    const clerk = await aUser(store);
    const id = await aMessage(store, received('2026-01-10T10:00:00Z'));
    await (await archive(store, clerk, [id])).restore?.();
    clock.set(now);
    await archive(store, clerk, [id]);
    expect((await supervisionOverview(store)).flow).toEqual([
      { day: '2026-03-16', category: 'AFILIACION', received: 0, finished: 1 },
    ]);
  });
});

test('open requests by category and state, by age and by clerk', async () => {
  const store = await temporaryStore(testClock(now));
  await inProvince(store, '50');
  const marta = await aUser(store, { displayName: 'Marta' });
  const gone = await aUser(store, { displayName: 'Ya no está', active: false });
  const ages = [
    '2026-03-16T08:00:00Z', // today
    '2026-03-17T08:00:00Z', // a date in the future
    '2026-03-15T22:59:00Z', // yesterday, 23:59
    '2026-03-13T10:00:00Z',
    '2026-03-11T10:00:00Z',
    '2026-03-06T10:00:00Z',
    '2026-03-05T22:59:00Z', // eleven days ago, 23:59
    '2020-01-01T10:00:00Z',
  ];
  const ids: number[] = [];
  for (const iso of ages) ids.push(await aMessage(store, received(iso)));
  await archive(store, marta, [await aMessage(store, received('2026-03-16T08:00:00Z'))]);
  await assign(store, SYSTEM_ACTOR, ids.slice(0, 3), marta.id);
  await aMessage(store, {
    ...received('2026-03-16T08:00:00Z'),
    proposedCategory: null,
    declaredCategory: null,
  });
  const overview = await supervisionOverview(store);
  expect(overview.age).toEqual([
    { band: 'TODAY', count: 3 },
    { band: 'DAYS_1_2', count: 1 },
    { band: 'DAYS_3_5', count: 2 },
    { band: 'DAYS_6_10', count: 1 },
    { band: 'OVER_10', count: 2 },
  ]);
  expect(overview.open).toHaveLength(2);
  expect(overview.open).toContainEqual({ category: 'AFILIACION', state: 'NEW', count: 8 });
  expect(overview.open).toContainEqual({ category: null, state: 'NEW', count: 1 });
  expect(overview.load).toEqual([
    { clerk: { id: marta.id, displayName: 'Marta' }, open: 3, finished30Days: 1 },
    { clerk: null, open: 6, finished30Days: 0 },
  ]);
  expect(overview.load.some((row) => row.clerk?.id === gone.id)).toBe(false);
});

test('a likely copy is counted with the message it copies, as in the inbox', async () => {
  const store = await temporaryStore(testClock(now));
  await inProvince(store, '50');
  const first = await aMessage(store, received('2026-03-16T08:00:00Z'));
  const copy = await aMessage(store, received('2026-03-16T09:00:00Z'));
  await store.write((tx) => tx.message.update({ where: { id: copy }, data: { copyOfId: first } }));
  const overview = await supervisionOverview(store);
  expect(overview.flow.map((row) => row.received)).toEqual([1]);
  expect(overview.open.map((row) => row.count)).toEqual([1]);
  expect(overview.age.find((row) => row.band === 'TODAY')?.count).toBe(1);
  expect(overview.load.map((row) => row.open)).toEqual([1]);
});

test('what was proposed against what people decided, and the corrections newest first by pages', async () => {
  const store = await temporaryStore(testClock(now));
  const clerk = await aUser(store, { displayName: 'Marta López' });
  const [first, second, third, fourth] = [
    await aMessage(store, { subject: 'Uno' }),
    await aMessage(store, { subject: 'Dos', proposedCategory: null, declaredCategory: null }),
    await aMessage(store, { subject: 'Tres', declaredCategory: 'OTRAS', proposedCategory: 'OTRAS' }),
    await aMessage(store, { subject: 'Cuatro' }),
  ];
  await setCategory(store, clerk, [first, second], 'RECAUDACION');
  await setCategory(store, clerk, [third], 'COTIZACION');
  await confirmProposed(store, clerk, [fourth]);
  const { agreement } = await supervisionOverview(store);
  expect(agreement).toHaveLength(4);
  for (const row of [
    { proposed: 'AFILIACION', final: 'AFILIACION', count: 1 },
    { proposed: 'AFILIACION', final: 'RECAUDACION', count: 1 },
    { proposed: null, final: 'RECAUDACION', count: 1 },
    { proposed: 'OTRAS', final: 'COTIZACION', count: 1 },
  ]) {
    expect(agreement).toContainEqual(row);
  }
  const page = await listCorrections(store, { cursor: null, limit: 2 });
  expect(page.rows.map((row) => row.subject)).toEqual(['Tres', 'Dos']);
  expect(page.rows[0]).toEqual({
    messageId: third,
    subject: 'Tres',
    declared: 'OTRAS',
    proposed: 'OTRAS',
    confidence: 0.9,
    final: 'COTIZACION',
    by: 'Marta López',
    at: store.clock.now(),
  });
  const rest = await listCorrections(store, { cursor: page.nextCursor, limit: 2 });
  expect(rest.rows.map((row) => row.subject)).toEqual(['Uno']);
  expect(rest.nextCursor).toBeNull();
});
