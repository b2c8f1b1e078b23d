import { describe, expect, test } from 'vitest';
import type { AcceptableField } from '../../main/cases/model.ts';
import type { CitizenData } from '../../main/citizens/model.ts';
import { loadSettings, saveLadder } from '../../main/settings/settings.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { apiDesk } from '../support/api.ts';
import { aCitizen, allInOrder, aMessage, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const SAYS = {
  idType: 'DNI',
  id: '99193443D',
  givenName: 'Rocío',
  surnames: 'Benjumea Cala Ruiz',
  birthDate: '1987-11-23',
  naf: '281234567840',
  email: 'rocio@ejemplo.test',
  address: 'C/ Mayor 5, 50001 Zaragoza',
  phone: '+34612034567',
};

/** A case whose writer is known by a document, unless told otherwise. */
async function desk(
  citizenIs: Partial<CitizenData> & { deceased?: boolean } = {},
  { says = SAYS, verified = true }: { says?: Parameters<typeof declared>[0]; verified?: boolean } = {},
) {
  const store = await temporaryStore();
  const api = await apiDesk(store);
  const { cases } = api.client;
  const citizen = await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }], ...citizenIs });
  const messageId = await aMessage(store, { attachments: ['dni.pdf'], person: declared(says) });
  const made = await cases.create({ messageId });
  const caseId = made.id;
  const { version } = await cases.setCitizen({ caseId, version: made.version, citizenId: citizen.id });
  const verify = async (): Promise<void> => {
    const checklist = allInOrder(...made.attachments.map(({ id }) => id));
    await cases.verifyByDocument({ caseId, version, checklist, result: 'VERIFIED' });
  };
  if (verified) await verify();
  const accept = async (
    field: AcceptableField,
    change: { value?: string; citizenVersion?: number; attachmentId?: number } = {},
  ) => {
    const now = await cases.get({ caseId });
    return cases.acceptDeclared({
      caseId,
      version: now.version,
      citizenVersion: now.citizen?.version ?? 0,
      field,
      value: says[field] ?? '',
      ...change,
    });
  };
  const record = async () => (await cases.get({ caseId })).citizen;
  return {
    ...api,
    store,
    citizen,
    caseId,
    attachmentId: made.attachments[0]?.id ?? 0,
    messageId,
    verify,
    accept,
    record,
  };
}

const details = (reason: string) => ({ code: 'NOT_ALLOWED_YET', data: { details: { reason } } });

describe('a declared value', () => {
  test('goes to the record with the message as evidence, and back', async () => {
    const { store, client, citizen, messageId, accept, record, told } = await desk();
    for (const field of ['surnames', 'birthDate', 'naf', 'email', 'address'] as const) {
      const { detail, undoId } = await accept(field);
      expect(detail.citizen?.[field]).toBe(SAYS[field]);
      expect(detail.comparison.find((row) => row.field === field)?.outcome).toBe('EQUAL');
      const entry = await store.prisma.auditEntry.findFirstOrThrow({
        where: { action: 'citizen.declaredAccepted', objectId: citizen.id },
        orderBy: { id: 'desc' },
      });
      expect(JSON.parse(entry.details)).toMatchObject({
        field,
        messageId,
        where: 'BODY',
        level: 'DOCUMENT',
        [`${field}From`]: citizen[field],
        [`${field}To`]: SAYS[field],
      });
      await client.messages.undo({ undoId });
      expect((await record())?.[field]).toBe(citizen[field]);
      await expect(client.messages.undo({ undoId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(told).toContainEqual({ type: 'CITIZEN_CHANGED', citizenId: citizen.id });
    expect(await store.prisma.auditEntry.count({ where: { action: 'citizen.acceptedUndone' } })).toBe(5);
  });

  test('a document is added to those on record', async () => {
    const nie = { type: 'NIE', number: 'X1234567L' } as const;
    const { client, accept, record } = await desk({ documents: [nie] });
    const { undoId } = await accept('id');
    expect((await record())?.documents).toEqual([nie, { type: 'DNI', number: '99193443D' }]);
    await client.messages.undo({ undoId });
    expect((await record())?.documents).toEqual([nie]);
  });

  test('of a form goes there with the attachment as evidence', async () => {
    const { store, citizen, messageId, attachmentId, accept, record } = await desk();
    await accept('surnames', { value: 'Del Formulario', attachmentId });
    expect((await record())?.surnames).toBe('Del Formulario');
    const entry = await store.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'citizen.declaredAccepted', objectId: citizen.id },
    });
    expect(JSON.parse(entry.details)).toMatchObject({ messageId, attachmentId, where: 'ATTACHMENT' });
    await expect(accept('surnames', { value: 'Del Formulario', attachmentId })).rejects.toMatchObject(
      details('NOTHING_DECLARED'),
    );
    await expect(accept('email', { attachmentId: attachmentId + 99 })).rejects.toMatchObject({
      data: { details: { fields: ['attachmentId'] } },
    });
  });

  test('a document of a form is added as well, when its letter is right', async () => {
    const nie = { type: 'NIE', number: 'X1234567L' } as const;
    const { client, accept, record, attachmentId } = await desk({ documents: [nie] });
    for (const value of ['99193443A', 'A58818501']) {
      await expect(accept('id', { value, attachmentId })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    const { undoId } = await accept('id', { value: '99193443D', attachmentId });
    expect((await record())?.documents).toEqual([nie, { type: 'DNI', number: '99193443D' }]);
    await client.messages.undo({ undoId });
    expect((await record())?.documents).toEqual([nie]);
  });

  test('that cannot be right stays out', async () => {
    const nie = { type: 'NIE', number: 'X1234567L' } as const;
    const wrong = { ...SAYS, id: '99193443A', naf: '281234567841', email: 'rocio', birthDate: '2999-01-01' };
    const { store, accept, record, citizen } = await desk({ documents: [nie] }, { says: wrong });
    for (const field of ['id', 'naf', 'email', 'birthDate'] as const) {
      await expect(accept(field)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        data: { details: { fields: [field] } },
      });
    }
    expect(await record()).toMatchObject({ version: citizen.version, documents: [nie] });
    expect(await store.prisma.auditEntry.count({ where: { action: 'citizen.declaredAccepted' } })).toBe(0);
  });

  test("that is another citizen's stays out", async () => {
    const nie = { type: 'NIE', number: 'X1234567L' } as const;
    const taken = await desk({ documents: [nie] });
    await aCitizen(taken.store, { documents: [{ type: 'DNI', number: SAYS.id }] });
    await expect(taken.accept('id')).rejects.toMatchObject({ code: 'DUPLICATE' });
  });

  test('needs what the ladder asks', async () => {
    const { store, accept, verify } = await desk({}, { verified: false });
    await expect(accept('surnames')).rejects.toMatchObject({
      data: { details: { reason: 'IDENTITY', needed: 'DOCUMENT' } },
    });
    const { ladder } = await loadSettings(store);
    await saveLadder(store, SYSTEM_ACTOR, { ...ladder, changeContact: 'SMS' });
    await verify();
    await expect(accept('email')).rejects.toMatchObject({ data: { details: { needed: 'SMS' } } });
    await accept('surnames');
  });

  test('of somebody who is dead stays out', async () => {
    const dead = await desk({ deceased: true }, { verified: false });
    await expect(dead.accept('email')).rejects.toMatchObject(details('DECEASED'));
  });

  test('is the one the clerk saw, on the record he saw', async () => {
    const { store, client, caseId, citizen, accept } = await desk();
    await expect(accept('surnames', { value: 'Otros' })).rejects.toMatchObject({ code: 'STALE' });
    await expect(accept('surnames', { citizenVersion: citizen.version + 1 })).rejects.toMatchObject({
      code: 'STALE',
    });
    await expect(accept('givenName')).rejects.toMatchObject(details('NOTHING_DECLARED'));
    await accept('surnames');
    await expect(accept('surnames')).rejects.toMatchObject(details('NOTHING_DECLARED'));
    await client.cases.setCitizen({
      caseId,
      version: (await client.cases.get({ caseId })).version,
      citizenId: null,
    });
    await expect(accept('email')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await store.prisma.auditEntry.count({ where: { action: 'citizen.declaredAccepted' } })).toBe(1);
  });

  test('is not put back over what somebody changed since', async () => {
    const { client, store, citizen, accept, record } = await desk();
    const { detail, undoId } = await accept('email');
    const supervisor = await apiDesk(store, 'SUPERVISOR');
    await supervisor.client.citizens.update({
      citizenId: citizen.id,
      version: detail.citizen?.version ?? 0,
      data: { ...citizen, email: 'nueva@ejemplo.test' },
    });
    await expect(client.messages.undo({ undoId })).rejects.toMatchObject({ code: 'STALE' });
    expect((await record())?.email).toBe('nueva@ejemplo.test');
  });
});
