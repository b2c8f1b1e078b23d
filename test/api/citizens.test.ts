import { describe, expect, test } from 'vitest';
import { apiDesk } from '../support/api.ts';
import { aDni, aMessage, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const rocio = {
  givenName: 'Rocío',
  surnames: 'Benjumea Cala',
  birthDate: '1987-11-22',
  naf: null,
  email: null,
  address: null,
  documents: [{ type: 'DNI' as const, number: '99193443-D' }],
};

describe('citizens over the contract', () => {
  test('create, find, change and open, with cases, messages and who looked', async () => {
    const store = await temporaryStore();
    const { client, clerk, told } = await apiDesk(store, 'SUPERVISOR');
    const { id: citizenId } = await client.citizens.create(rocio);
    const messageId = await aMessage(store, { person: declared({ id: '99193443D' }) });
    const made = await client.cases.create({ messageId });
    await client.citizens.update({ citizenId, version: 1, data: { ...rocio, email: 'rocio@ejemplo.test' } });
    expect(told.filter((event) => event.type === 'CITIZEN_CHANGED')).toEqual([
      { type: 'CITIZEN_CHANGED', citizenId },
      { type: 'CITIZEN_CHANGED', citizenId },
    ]);
    expect((await client.citizens.search({ text: 'benju' })).rows).toMatchObject([
      { id: citizenId, openCases: 1 },
    ]);
    await client.citizens.get({ citizenId });
    expect(await client.citizens.get({ citizenId })).toMatchObject({
      citizen: { id: citizenId, email: 'rocio@ejemplo.test', version: 2 },
      cases: [{ id: made.id, number: made.number }],
      messages: [{ id: messageId }],
      lookUps: [{ actorId: clerk.id, action: 'citizen.opened', objectId: citizenId, caseId: null }],
    });
    await expect(client.citizens.get({ citizenId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.citizens.create(rocio)).rejects.toMatchObject({
      code: 'DUPLICATE',
      data: { details: { citizenId } },
    });
  });

  test('says how a number is read and what is wrong with it, and writes nothing down', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store, 'CLERK');
    const before = await store.prisma.auditEntry.count();
    expect(await client.citizens.readNumber({ kind: 'DNI', text: 'DNI 12.345.678 (A)' })).toEqual({
      number: '12345678A',
      valid: false,
      note: 'La letra A no corresponde a esas cifras. Con esas cifras sería la Z, pero también puede haber una cifra equivocada: compruébelo en el documento.',
    });
    expect(await store.prisma.auditEntry.count()).toBe(before);
  });

  test('supervisors import, as work that everybody sees', async () => {
    const store = await temporaryStore();
    const { client, told } = await apiDesk(store, 'SUPERVISOR');
    const csv = 'idType;id;givenName;surnames\nDNI;99193443D;Rocío;Benjumea Cala\nDNI;1;Mala;Fila\n';
    const dry = await client.citizens.import({ csv, skipBad: true, dryRun: true });
    expect(dry).toMatchObject({ read: 2, created: 1, rejected: [{ line: 3, field: 'id' }] });
    expect((await client.citizens.search({})).rows).toEqual([]);
    expect(await client.citizens.import({ csv, skipBad: true, dryRun: false })).toEqual(dry);
    expect((await client.citizens.search({})).rows).toMatchObject([{ name: 'Rocío Benjumea Cala' }]);
    expect(await client.work.list()).toMatchObject([
      { kind: 'CITIZEN_IMPORT', state: 'DONE', label: 'se comprueba el archivo' },
      {
        kind: 'CITIZEN_IMPORT',
        state: 'DONE',
        label: '',
        result: { created: 1, rejected: 1 },
      },
    ]);
    expect(told.some((event) => event.type === 'WORK')).toBe(true);
  });

  test('an import that is cancelled leaves nothing', async () => {
    const store = await temporaryStore();
    const { client, services } = await apiDesk(store, 'SUPERVISOR');
    services.events.subscribe('event', (event) => {
      if (event.type === 'WORK' && event.work.state === 'RUNNING') services.work.cancel(event.work.id);
    });
    const lines = Array.from({ length: 600 }, (_, n) => `DNI,${aDni(n)},Persona,Número ${n}`);
    const csv = ['idType,id,givenName,surnames', ...lines].join('\n');
    await expect(client.citizens.import({ csv, skipBad: false, dryRun: false })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect((await client.citizens.search({})).rows).toEqual([]);
    expect(await client.work.list()).toMatchObject([{ state: 'CANCELLED' }]);
  });
});
