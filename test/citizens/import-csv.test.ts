import { describe, expect, test } from 'vitest';
import { importCitizens } from '../../main/citizens/import-csv.ts';
import { loadCitizen } from '../../main/citizens/record.ts';
import { searchCitizens } from '../../main/citizens/search.ts';
import { verifyAudit } from '../../main/store/audit-verify.ts';
import type { Store } from '../../main/store/store.ts';
import { aCitizen, aDni, aUser } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const HEADER = 'idType,id,givenName,surnames,birthDate,naf,phone,email,address,deceased';
const ROCIO = 'DNI,99193443D,Rocío,Benjumea Cala,1987-11-22,,+34633012290,,"Calle Mayor 1, 2.º",false';
const HADI = 'NIE,X1234567L,Hadi,,1990-02-03,281234567840,+34612034567,hadi@ejemplo.test,,true';

async function office() {
  const store = await temporaryStore();
  return { store, clerk: await aUser(store) };
}

const real = { skipBad: false, dryRun: false };
const csv = (...lines: string[]) => [HEADER, ...lines].join('\r\n');

async function everything(store: Store) {
  const ids = await store.prisma.citizen.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  return Promise.all(ids.map(({ id }) => loadCitizen(store.prisma, id)));
}

describe('importing citizens', () => {
  test('creates them with document and phone, findable at once, and says so in the log', async () => {
    const { store, clerk } = await office();
    const report = await importCitizens(store, clerk, { csv: csv(ROCIO, HADI), ...real });
    expect(report).toEqual({ read: 2, created: 2, updated: 0, rejected: [], flagged: [] });
    const [rocio, hadi] = await everything(store);
    expect(rocio).toMatchObject({
      givenName: 'Rocío',
      surnames: 'Benjumea Cala',
      birthDate: '1987-11-22',
      naf: null,
      address: 'Calle Mayor 1, 2.º',
      deceased: false,
      documents: [{ type: 'DNI', number: '99193443D' }],
      phone: '+34633012290',
      phoneRecords: [{ origin: 'IMPORT', recordedBy: clerk.name, validTo: null, changeId: null }],
    });
    expect(hadi).toMatchObject({
      surnames: '',
      naf: '281234567840',
      email: 'hadi@ejemplo.test',
      deceased: true,
    });
    for (const text of ['benjumea', '633012290', '99193443-D']) {
      const { rows } = await searchCitizens(store, clerk, { text, cursor: null, limit: 5 });
      expect(rows.map((row) => row.id)).toEqual([rocio?.id]);
    }
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'citizen.imported' } });
    expect(JSON.parse(entry.details)).toMatchObject({ read: 2, created: 2, updated: 0, rejectedLines: 0 });
  });

  test.each([
    [
      'semicolons, a byte order mark and LF',
      (text: string) =>
        `\uFEFF${text
          .replace(/"[^"]*"/gu, '')
          .replaceAll(',', ';')
          .replaceAll('\r', '')}\n`,
    ],
    [
      'columns in another order',
      (text: string) =>
        text
          .split('\r\n')
          .map((line) => line.replace(/^([^,]*),([^,]*),/u, '$2,$1,'))
          .join('\r\n'),
    ],
  ])('reads %s', async (_name, written) => {
    const { store, clerk } = await office();
    const report = await importCitizens(store, clerk, { csv: written(csv(ROCIO, HADI)), ...real });
    expect(report).toEqual({ read: 2, created: 2, updated: 0, rejected: [], flagged: [] });
    expect(await store.prisma.identityDocument.count({ where: { type: 'DNI', number: '99193443D' } })).toBe(
      1,
    );
  });

  test('one bad row stops all of it; each fault is named with its line, in Spanish', async () => {
    const { store, clerk } = await office();
    const bad = 'DNI,99193443A,,"Varias\r\nlíneas",1987-02-30,281234567841,12,nadie,,sí';
    const report = await importCitizens(store, clerk, { csv: csv(ROCIO, bad, HADI), ...real });
    expect(report).toMatchObject({ read: 3, created: 0, updated: 0 });
    expect(report.rejected.map(({ line, field }) => [line, field])).toEqual([
      [3, 'id'],
      [3, 'givenName'],
      [3, 'birthDate'],
      [3, 'naf'],
      [3, 'phone'],
      [3, 'email'],
      [3, 'deceased'],
    ]);
    expect(report.rejected[0]?.reason).toMatch(
      /^La letra A no corresponde a esas cifras\. Con esas cifras sería la /,
    );
    expect(await everything(store)).toEqual([]);
    expect(await store.prisma.auditEntry.count({ where: { action: 'citizen.imported' } })).toBe(0);
  });

  test('bad rows are left out when asked, and the line after a long cell is right', async () => {
    const { store, clerk } = await office();
    const rows = [
      'DNI,99193443D,Rocío,"Benjumea\nCala",,,,,,',
      'DNI,99193443D,Otra,Vez,,,,,,',
      'CARNET,1,A,B,,,,,,',
      'DNI,12345678Z,Con,Pocas',
      'DNI,12345678Z,"Sin"cierre,X,,,,,,',
      HADI,
    ];
    const report = await importCitizens(store, clerk, { csv: csv(...rows), skipBad: true, dryRun: false });
    expect(report).toMatchObject({ read: 6, created: 2, updated: 0 });
    expect(report.rejected).toEqual([
      { line: 4, field: 'id', reason: 'Repite el documento de la línea 2.' },
      { line: 5, field: 'idType', reason: 'Debe ser uno de estos: DNI, NIE, NIF, CIF, PASSPORT.' },
      { line: 6, field: 'fila', reason: 'Tiene 4 columnas y la cabecera 10.' },
      { line: 7, field: 'fila', reason: 'Las comillas no están bien cerradas.' },
    ]);
    expect((await everything(store)).map((citizen) => citizen?.surnames)).toEqual(['Benjumea Cala', '']);
  });

  test.each([
    ['idType,id,givenName', [['surnames', 'Falta esta columna en la cabecera.']]],
    [`${HEADER},fax`, [['fax', 'La cabecera tiene una columna que no se conoce.']]],
    [`${HEADER},id`, [['id', 'La columna está dos veces en la cabecera.']]],
    [
      '',
      ['idType', 'id', 'givenName', 'surnames'].map((field) => [field, 'Falta esta columna en la cabecera.']),
    ],
  ])('takes nothing with the header %j, whatever is skipped', async (header, faults) => {
    const { store, clerk } = await office();
    const report = await importCitizens(store, clerk, {
      csv: `${header}\n${ROCIO}`,
      skipBad: true,
      dryRun: false,
    });
    expect(report).toMatchObject({ read: 0, created: 0, updated: 0 });
    expect(report.rejected.map(({ line, field, reason }) => [line, field, reason])).toEqual(
      faults.map(([field, reason]) => [1, field, reason]),
    );
    expect(await everything(store)).toEqual([]);
  });

  test('a dry run tells what would happen and writes nothing', async () => {
    const { store, clerk } = await office();
    await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }] });
    const before = await everything(store);
    const report = await importCitizens(store, clerk, {
      csv: csv(ROCIO, HADI),
      skipBad: false,
      dryRun: true,
    });
    expect(report).toEqual({ read: 2, created: 1, updated: 1, rejected: [], flagged: [] });
    expect(await everything(store)).toEqual(before);
  });

  test('brings a record up to date: empty cells leave it, another phone closes the one before', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const clerk = await aUser(store);
    const before = await aCitizen(store, {
      documents: [
        { type: 'DNI', number: '99193443D' },
        { type: 'PASSPORT', number: 'AAA123456' },
      ],
      naf: '281234567840',
      phone: '+34612034567',
    });
    clock.set('2026-04-01T09:00:00Z');
    const change = 'DNI,99193443-D,Rocío,Benjumea Cala,,,+34633012290,rocio@ejemplo.test,,true';
    const report = await importCitizens(store, clerk, { csv: csv(change), ...real });
    expect(report).toEqual({ read: 1, created: 0, updated: 1, rejected: [], flagged: [] });
    const after = await loadCitizen(store.prisma, before.id);
    expect(after).toMatchObject({
      version: before.version + 1,
      birthDate: '1987-11-22',
      naf: '281234567840',
      email: 'rocio@ejemplo.test',
      deceased: true,
      phone: '+34633012290',
      updatedAt: new Date('2026-04-01T09:00:00Z'),
    });
    expect(after?.documents).toHaveLength(2);
    expect(after?.phoneRecords.map(({ e164, validTo }) => [e164, validTo])).toEqual([
      ['+34633012290', null],
      ['+34612034567', new Date('2026-04-01T09:00:00Z')],
    ]);
    const replaced = await store.prisma.phoneRecord.findFirstOrThrow({ where: { validTo: null } });
    expect(replaced.replacesId).toBe(before.phoneRecords[0]?.id);
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'citizen.updated' } });
    expect(JSON.parse(entry.details)).toEqual({
      emailFrom: null,
      emailTo: 'rocio@ejemplo.test',
      deceasedFrom: false,
      deceasedTo: true,
      phoneFrom: '+34 612034***',
      phoneTo: '+34 633012***',
    });
    for (const text of ['612034567', '633012290', 'AAA123456', '281234567840']) {
      const { rows } = await searchCitizens(store, clerk, { text, cursor: null, limit: 5 });
      expect([text, rows.map((row) => row.id)]).toEqual([text, [before.id]]);
    }
  });

  test('a number that comes to stand on two records is taken, reported with its line and counted in the log', async () => {
    const { store, clerk } = await office();
    const holder = await aCitizen(store, { phone: '+34612034567' });
    const row = (id: string, phone: string) => `DNI,${id},Nombre,Apellidos,,,${phone},,,`;
    const file = csv(
      row('99193443D', '612034567'), // the holder's
      row('12345678Z', '+34655010203'),
      row('00000000T', '655010203'), // the line before's
      row('99999999R', ''),
    );
    const report = await importCitizens(store, clerk, { csv: file, ...real });
    expect(report).toMatchObject({ read: 4, created: 4, rejected: [] });
    expect(report.flagged).toEqual([
      { line: 2, field: 'phone', reason: 'Consta también en la ficha de otra persona.' },
      { line: 4, field: 'phone', reason: 'Es también el teléfono de la línea 3.' },
    ]);
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'citizen.imported' } });
    expect(JSON.parse(entry.details)).toMatchObject({ sharedPhones: 2 });
    const shared = (await loadCitizen(store.prisma, holder.id))?.phoneRecords.map((record) => record.shared);
    expect(shared).toEqual([true]);
    // Two who change numbers with each other share none.
    const swapped = csv(row('12345678Z', '+34699999998'), row('99999999R', '+34655010203'));
    await importCitizens(store, clerk, { csv: csv(row('00000000T', '+34699999997')), ...real });
    expect((await importCitizens(store, clerk, { csv: swapped, ...real })).flagged).toEqual([]);
    // Whoever keeps his own number is not told of it, however often the file comes again.
    const again = csv(row('12345678Z', '+34699999998'));
    expect((await importCitizens(store, clerk, { csv: again, ...real })).flagged).toEqual([]);
  });

  test('the same file again changes nothing', async () => {
    const { store, clerk } = await office();
    await importCitizens(store, clerk, { csv: csv(ROCIO, HADI), ...real });
    const before = await everything(store);
    expect(await importCitizens(store, clerk, { csv: csv(ROCIO, HADI), ...real })).toEqual({
      read: 2,
      created: 0,
      updated: 2,
      rejected: [],
      flagged: [],
    });
    expect(await everything(store)).toEqual(before);
  });

  test('two rows about one person with two documents are refused', async () => {
    const { store, clerk } = await office();
    await aCitizen(store, {
      documents: [
        { type: 'DNI', number: '99193443D' },
        { type: 'NIE', number: 'X1234567L' },
      ],
    });
    const report = await importCitizens(store, clerk, { csv: csv(ROCIO, HADI), ...real });
    expect(report).toMatchObject({
      created: 0,
      updated: 0,
      rejected: [
        { line: 3, field: 'id', reason: 'Es de la misma persona que la línea 2, con otro documento.' },
      ],
    });
  });

  test('more rows than one batch, half of them known', async () => {
    const { store, clerk } = await office();
    const lines = Array.from({ length: 1201 }, (_, n) => `DNI,${aDni(n)},Persona,Número ${n},,,,,,`);
    const known = lines.filter((_, n) => n % 2 === 0);
    expect(await importCitizens(store, clerk, { csv: csv(...known), ...real })).toMatchObject({
      created: 601,
    });
    const report = await importCitizens(store, clerk, { csv: csv(...lines), ...real });
    expect(report).toEqual({ read: 1201, created: 600, updated: 601, rejected: [], flagged: [] });
    const found = await searchCitizens(store, clerk, { text: aDni(1199), cursor: null, limit: 5 });
    expect(found.rows.map((row) => row.name)).toEqual(['Persona Número 1199']);
    const renamed = lines.map((line) => line.replace('Persona', 'Otra'));
    expect(await importCitizens(store, clerk, { csv: csv(...renamed), ...real })).toMatchObject({
      updated: 1201,
    });
    expect(await store.prisma.auditEntry.count({ where: { action: 'citizen.updated' } })).toBe(1201);
    expect((await verifyAudit(store.sql)).fault).toBeNull();
  });

  test('cancelled half way through writing, it leaves nothing behind', async () => {
    const { store, clerk } = await office();
    const lines = Array.from({ length: 1200 }, (_, n) => `DNI,${aDni(n)},Persona,Número ${n},,,,,,`);
    const abort = new AbortController();
    const told: [number, number | null][] = [];
    const watch = {
      signal: abort.signal,
      progress: (done: number, total: number | null) => {
        told.push([done, total]);
        if (total !== null && done === 1000) abort.abort();
      },
    };
    await expect(importCitizens(store, clerk, { csv: csv(...lines), ...real }, watch)).rejects.toThrow();
    expect(told).toEqual([
      [500, null],
      [1000, null],
      [500, 1200],
      [1000, 1200],
    ]);
    expect(await everything(store)).toEqual([]);
    const { rows } = await searchCitizens(store, clerk, { text: 'persona', cursor: null, limit: 5 });
    expect(rows).toEqual([]);
  });
});
