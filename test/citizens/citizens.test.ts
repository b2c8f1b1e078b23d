import { describe, expect, test } from 'vitest';
import { createCitizen, updateCitizen } from '../../main/citizens/edit.ts';
import type { CitizenData } from '../../main/citizens/model.ts';
import { readQuery, searchCitizens } from '../../main/citizens/search.ts';
import { aCitizen, aUser } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const data: CitizenData = {
  givenName: ' Rocío ',
  surnames: 'Benjumea  Cala',
  birthDate: '1987-11-22',
  naf: '41/99532629/79',
  email: 'rocio@ejemplo.test',
  address: '  ',
  documents: [{ type: 'DNI', number: '99.193.443-d' }],
};

describe('creating and changing a record', () => {
  test('normalises what was typed and writes the act down', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const citizen = await createCitizen(store, clerk, data);
    expect(citizen).toMatchObject({
      version: 1,
      givenName: 'Rocío',
      surnames: 'Benjumea Cala',
      naf: '419953262979',
      address: null,
      documents: [{ type: 'DNI', number: '99193443D' }],
      phone: null,
      deceased: false,
    });
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'citizen.created' } });
    expect(entry).toMatchObject({ actorId: clerk.id, objectType: 'CITIZEN', objectId: citizen.id });
    expect(JSON.parse(entry.details)).toMatchObject({ documents: ['DNI 99193443D'], givenName: 'Rocío' });
  });

  test.each([
    [{ documents: [{ type: 'DNI', number: '99193443A' }] }, ['documents.0.number']],
    [{ documents: [{ type: 'NIE', number: '99193443D' }] }, ['documents.0.number']],
    [{ naf: '281234567841' }, ['naf']],
    [{ birthDate: '2026-03-17' }, ['birthDate']],
    [{ birthDate: '1087-11-22' }, ['birthDate']],
    [{ email: 'rocio' }, ['email']],
    [{ naf: '1', email: 'x' }, ['naf', 'email']],
    [
      {
        documents: [
          { type: 'DNI', number: '99193443D' },
          { type: 'DNI', number: '99193443-D' },
        ],
      },
      ['documents.1.number'],
    ],
  ] as const)('refuses %j and names the field', async (wrong, fields) => {
    const store = await temporaryStore();
    const input = { ...data, ...wrong } as CitizenData;
    await expect(createCitizen(store, await aUser(store), input)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields },
    });
    expect(await store.prisma.citizen.count()).toBe(0);
  });

  test('refuses a document that is on another record, also when changing', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const first = await createCitizen(store, clerk, data);
    await expect(createCitizen(store, clerk, data)).rejects.toMatchObject({
      code: 'DUPLICATE',
      details: { citizenId: first.id },
    });
    const second = await aCitizen(store);
    await expect(
      updateCitizen(store, clerk, { citizenId: second.id, version: second.version, data }),
    ).rejects.toMatchObject({ code: 'DUPLICATE' });
  });

  test('a change keeps from and to, and moves the search with it', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const before = await createCitizen(store, clerk, data);
    const after = await updateCitizen(store, clerk, {
      citizenId: before.id,
      version: 1,
      data: {
        ...data,
        surnames: 'Quintero Cala',
        documents: [
          { type: 'DNI', number: '99193443D' },
          { type: 'PASSPORT', number: 'AAA123456' },
        ],
      },
    });
    expect(after).toMatchObject({ version: 2, surnames: 'Quintero Cala' });
    expect(after.documents).toHaveLength(2);
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'citizen.updated' } });
    expect(JSON.parse(entry.details)).toEqual({
      surnamesFrom: 'Benjumea Cala',
      surnamesTo: 'Quintero Cala',
      documentsFrom: ['DNI 99193443D'],
      documentsTo: ['DNI 99193443D', 'PASSPORT AAA123456'],
    });
    const names = async (text: string) =>
      (await searchCitizens(store, clerk, { text, cursor: null, limit: 10 })).rows.map((row) => row.name);
    expect(await names('benjumea')).toEqual([]);
    expect(await names('quintero')).toEqual(['Rocío Quintero Cala']);
    expect(await names('aaa123456')).toEqual(['Rocío Quintero Cala']);
  });

  test('saving without a difference writes nothing', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const before = await createCitizen(store, clerk, data);
    const entries = await store.prisma.auditEntry.count();
    expect(await updateCitizen(store, clerk, { citizenId: before.id, version: 1, data })).toEqual(before);
    expect(await store.prisma.auditEntry.count()).toBe(entries);
  });

  test('a stale version is refused with who changed it', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const ana = await aUser(store, { displayName: 'Ana' });
    const luis = await aUser(store, { displayName: 'Luis' });
    const citizen = await createCitizen(store, ana, data);
    clock.set('2026-03-16T11:00:00Z');
    const change = { citizenId: citizen.id, version: 1 };
    await updateCitizen(store, luis, { ...change, data: { ...data, address: 'Calle Mayor 1' } });
    await expect(updateCitizen(store, ana, { ...change, data })).rejects.toMatchObject({
      code: 'STALE',
      details: { changedBy: 'Luis', changedAt: '2026-03-16T11:00:00.000Z', changed: ['citizen.updated'] },
    });
  });
});

describe('searching', () => {
  test.each([
    ['99.193.443-d', 'DOCUMENT', ['99193443D']],
    ['281234567840', 'NAF', ['281234567840']],
    ['612 03 45 67', 'PHONE', ['34612034567']],
    ['Núñez  de-la', 'NAME', ['Núñez', 'de', 'la']],
    ['99193443', 'NAME', ['99193443']],
    ['"*" OR', 'NAME', ['OR']],
  ])('reads %j as %s', (text, kind, words) => {
    expect(readQuery(text)).toMatchObject({ kind, words });
  });

  test('finds by the beginning of names without accents, by document and by phone', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const citizen = await aCitizen(store, {
      givenName: 'Íñigo',
      surnames: 'Muñoz Ibáñez',
      phone: '+34612034567',
      documents: [{ type: 'NIE', number: 'X1234567L' }],
    });
    await aCitizen(store, { givenName: 'Otra', surnames: 'Persona' });
    for (const text of [
      'munoz ini',
      'MUÑ',
      'x-1234567-l',
      'x1234',
      '612034567',
      '+34 612 034 567',
      '61203',
    ]) {
      const { rows } = await searchCitizens(store, clerk, { text, cursor: null, limit: 10 });
      expect([text, rows.map((row) => row.id)]).toEqual([text, [citizen.id]]);
      expect(rows[0]).toMatchObject({
        name: 'Íñigo Muñoz Ibáñez',
        maskedPhone: '+34 612034***',
        openCases: 0,
      });
    }
    for (const text of ['munoz persona', '612034568', 'x1234567r']) {
      expect((await searchCitizens(store, clerk, { text, cursor: null, limit: 10 })).rows).toEqual([]);
    }
  });

  test('pages newest first without gaps, with and without words', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const ids: number[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await aCitizen(store)).id);
    for (const text of ['', 'rocio']) {
      const first = await searchCitizens(store, clerk, { text, cursor: null, limit: 3 });
      const second = await searchCitizens(store, clerk, { text, cursor: first.nextCursor, limit: 3 });
      expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(ids);
      expect(second.nextCursor).toBeNull();
    }
  });

  test('writes the look-up down by its kind, never with its words; listing everybody is none', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const citizen = await aCitizen(store);
    await searchCitizens(store, clerk, { text: '', cursor: null, limit: 10 });
    await searchCitizens(store, clerk, { text: 'benjumea', cursor: null, limit: 10 });
    const entries = await store.prisma.auditEntry.findMany({ where: { action: 'citizen.searched' } });
    expect(entries.map((entry) => [entry.actorId, entry.details])).toEqual([
      [clerk.id, JSON.stringify({ kind: 'NAME', shown: [citizen.id] })],
    ]);
  });
});
