import { describe, expect, test } from 'vitest';
import { importEmployment } from '../../main/citizens/import-employment.ts';
import { verifyAudit } from '../../main/store/audit-verify.ts';
import type { Store } from '../../main/store/store.ts';
import { aCitizen, aUser } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const HEADER = 'naf;idType;id;employer;from;to;days';
const NAF = '281234567840';

async function office() {
  const store = await temporaryStore(); // 2026-03-16
  const actor = await aUser(store, { role: 'SUPERVISOR' });
  const rocio = await aCitizen(store, { naf: NAF, documents: [{ type: 'DNI', number: '12345678Z' }] });
  const hadi = await aCitizen(store, {
    naf: null,
    documents: [{ type: 'NIE', number: 'X1234567L' }],
  });
  const run = (lines: readonly string[], dryRun = false, header = HEADER) =>
    importEmployment(store, actor, { csv: [header, ...lines].join('\r\n'), dryRun });
  return { store, rocio, hadi, run };
}

const periods = (store: Store, citizenId: number) =>
  store.prisma.employmentPeriod.findMany({
    where: { citizenId },
    orderBy: [{ fromDate: 'asc' }, { id: 'asc' }],
    select: { employer: true, fromDate: true, toDate: true, days: true },
  });

describe('importing working lives', () => {
  test('by NAF or by document, with a period that goes on', async () => {
    const { store, rocio, hadi, run } = await office();
    const report = await run([
      '28/12345678/40;;;Talleres Ejemplo, S. L.;2001-02-01;2001-02-28;28',
      ';nie;x-1234567-l;Panadería Ejemplo;2020-01-01;2020-12-31;183',
      `${NAF};DNI;12345678Z;Tienda Ejemplo;2026-03-01;;16`,
    ]);
    expect(report).toEqual({ read: 3, people: 2, rejected: [] });
    expect(await periods(store, rocio.id)).toEqual([
      { employer: 'Talleres Ejemplo, S. L.', fromDate: '2001-02-01', toDate: '2001-02-28', days: 28 },
      { employer: 'Tienda Ejemplo', fromDate: '2026-03-01', toDate: null, days: 16 },
    ]);
    expect(await periods(store, hadi.id)).toMatchObject([{ days: 183 }]);
    expect((await verifyAudit(store.sql)).fault).toBeNull();
    const acts = await store.prisma.auditEntry.findMany({
      where: { action: 'citizen.updated', objectId: rocio.id },
    });
    expect(acts.map(({ details }) => JSON.parse(details) as unknown)).toEqual([
      { employmentPeriodsFrom: 0, employmentPeriodsTo: 2 },
    ]);
  });

  test('a file is the whole working life of those who are in it, and of nobody else', async () => {
    const { store, rocio, hadi, run } = await office();
    await run([`${NAF};;;A;2001-01-01;2001-01-31;31`, ';NIE;X1234567L;B;2002-01-01;2002-01-31;31']);
    expect(await run([`${NAF};;;C;2003-01-01;2003-01-31;31`])).toEqual({ read: 1, people: 1, rejected: [] });
    expect(await periods(store, rocio.id)).toMatchObject([{ employer: 'C' }]);
    expect(await periods(store, hadi.id)).toMatchObject([{ employer: 'B' }]);
  });

  test('all or nothing: one bad row, and none is taken; each says which cell', async () => {
    const { store, run } = await office();
    const bad = [
      ['281234567841;;;A;2001-01-01;2001-01-31;31', 'naf'],
      ['280012345666;;;A;2001-01-01;2001-01-31;31', 'naf'],
      [';DNI;12345678A;A;2001-01-01;2001-01-31;31', 'id'],
      [';XXX;12345678Z;A;2001-01-01;2001-01-31;31', 'idType'],
      [';;;A;2001-01-01;2001-01-31;31', 'naf'],
      [`${NAF};NIE;X1234567L;A;2001-01-01;2001-01-31;31`, 'naf'],
      [`${NAF};;;;2001-01-01;2001-01-31;31`, 'employer'],
      [`${NAF};;;A;01/01/2001;2001-01-31;31`, 'from'],
      [`${NAF};;;A;2001-02-30;2001-03-31;31`, 'from'],
      [`${NAF};;;A;2026-03-17;;1`, 'from'],
      [`${NAF};;;A;2001-01-01;2000-12-31;31`, 'to'],
      [`${NAF};;;A;2001-01-01;2001-01-31;32`, 'days'],
      [`${NAF};;;A;2001-01-01;2001-01-31;-1`, 'days'],
      [`${NAF};;;A;2001-01-01;2001-01-31;1,5`, 'days'],
      [`${NAF};;;Talleres \uFFFD;2001-01-01;2001-01-31;31`, 'employer'],
      [`${NAF};;;A;2001-01-01;2001-01-31`, 'fila'],
    ] as const;
    const report = await run([`${NAF};;;A;2001-03-01;2001-03-31;31`, ...bad.map(([row]) => row)]);
    expect(report).toMatchObject({ read: bad.length + 1, people: 0 });
    expect(report.rejected.map(({ line, field }) => [line, field])).toEqual(
      bad.map(([, field], index) => [index + 3, field]),
    );
    expect(await store.prisma.employmentPeriod.count()).toBe(0);
  });

  test('a period twice is one too many, but two employments at the same time are not', async () => {
    const { run } = await office();
    const row = `${NAF};;;A;2001-01-01;2001-01-31;31`;
    expect(await run([row, row])).toMatchObject({ rejected: [{ line: 3, field: 'from' }] });
    expect(await run([row, `${NAF};;;B;2001-01-01;2001-01-31;31`])).toMatchObject({ rejected: [] });
  });

  test('a wrong header, an empty file and a check write nothing', async () => {
    const { store, run } = await office();
    expect(await run([`${NAF};A`], false, 'naf;employer')).toMatchObject({
      rejected: [{ field: 'from' }, { field: 'to' }, { field: 'days' }],
    });
    expect(await run([])).toEqual({ read: 0, people: 0, rejected: [] });
    expect(await run([`${NAF};;;A;2001-01-01;2001-01-31;31`], true)).toMatchObject({ people: 1 });
    expect(await store.prisma.employmentPeriod.count()).toBe(0);
    expect(await store.prisma.auditEntry.count({ where: { action: 'citizen.employmentImported' } })).toBe(0);
  });
});
