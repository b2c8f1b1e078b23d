import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inputs } from '../../main/api/contract/index.ts';
import { openPhoneRecord } from '../../main/citizens/phone-record.ts';
import { loadSettings, saveSettings } from '../../main/settings/settings.ts';
import { saveGateway } from '../../main/sms/config.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { aCitizen, aMessage, declared } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const OLD = '+34633012290';
const NEW = '+34645027731';
const MINUTE = 60_000;

type Office = { possession?: boolean; secondPerson?: boolean };
type Asked = Partial<Inputs['phones']['request']>;

/** Rocío's case at a desk of Ana's, with her TA.1 linked and her identity verified; Luis and Inés sit beside. */
async function office(is: Office = {}, phone: string | null = OLD) {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const ana = await apiDesk(store);
  const luis = await apiDesk(store);
  const ines = await apiDesk(store, 'SUPERVISOR');
  await saveGateway(store, SYSTEM_ACTOR, { data: { kind: 'SIMULATOR' }, secret: null });
  const settings = await loadSettings(store);
  await saveSettings(store, SYSTEM_ACTOR, {
    ...settings,
    phones: { possession: false, secondPerson: false, ...is },
  });
  const citizen = await aCitizen(store, {
    documents: [{ type: 'DNI', number: '99193443D' }],
    ...(phone === null ? {} : { phone }),
  });
  const messageId = await aMessage(store, {
    attachments: ['ta1.pdf', 'dni.pdf'],
    person: declared({ id: '99193443D' }),
  });
  const made = await ana.client.cases.create({ messageId });
  const [ta1 = 0, dni = 0] = made.attachments.map(({ id }) => id);
  const caseId = made.id;
  const on = async () => {
    const { version } = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    return { caseId, version };
  };
  await ana.client.cases.linkAttachment({ ...(await on()), attachmentId: ta1, documentType: 'TA1' });
  const verify = async () =>
    ana.client.cases.verifyByDocument({
      ...(await on()),
      checklist: { attachmentIds: [dni], legible: true, matches: true, inForce: true },
      result: 'VERIFIED',
    });
  const ask = async (what: Asked = {}, by: ApiDesk = ana) =>
    by.client.phones.request({
      ...(await on()),
      contactSet: 'ELECTRONIC',
      wish: { act: 'SET', phone: NEW },
      channel: 'TA1',
      cause: 'Cambio de compañía',
      attachmentIds: [ta1],
      ...what,
    });
  const confirm = async (by: ApiDesk, changeId: number, withdrawOthers = false) =>
    by.client.phones.confirm({ ...(await on()), changeId, withdrawOthers });
  const onRecord = (citizenId = citizen.id) =>
    store.prisma.phoneRecord
      .findMany({ where: { citizenId, validTo: null }, orderBy: { id: 'asc' } })
      .then((rows) => rows.map(({ contactSet, e164 }) => [contactSet, e164]));
  const log = async (action: string) =>
    (await store.prisma.auditEntry.findMany({ where: { action } })).map((entry) => ({
      ...entry,
      details: JSON.parse(entry.details) as Record<string, unknown>,
    }));
  return {
    clock,
    store,
    ana,
    luis,
    ines,
    citizen,
    caseId,
    ta1,
    dni,
    on,
    verify,
    ask,
    confirm,
    onRecord,
    log,
  };
}

/** The office with the identity verified already. */
async function verified(is: Office = {}, phone: string | null = OLD) {
  const desk = await office(is, phone);
  await desk.verify();
  return desk;
}

const refused = (reason: string) => ({ code: 'NOT_ALLOWED_YET', data: { details: { reason } } });
const forbidden = (reason: string) => ({ code: 'FORBIDDEN', data: { details: { reason } } });
const invalid = (field: string) => ({ code: 'INVALID_INPUT', data: { details: { fields: [field] } } });

describe('a change of phone', () => {
  test('takes effect with what it rests on; no window and no log has a whole number', async () => {
    const d = await verified();
    const after = await d.ask();
    expect(after.citizen).toMatchObject({ maskedPhone: '+34 645027***', version: d.citizen.version + 1 });
    expect(after.phoneChanges).toMatchObject([
      {
        kind: 'CHANGE',
        contactSet: 'ELECTRONIC',
        state: 'EFFECTIVE',
        maskedFrom: '+34 633012***',
        maskedTo: '+34 645027***',
        channel: 'TA1',
        cause: 'Cambio de compañía',
        verification: 'DOCUMENT',
        attachments: [{ id: d.ta1, name: 'ta1.pdf' }],
        recycled: false,
        needs: null,
        requestedBy: d.ana.clerk.name,
        decidedBy: null,
      },
    ]);
    expect(await d.onRecord()).toEqual([['ELECTRONIC', NEW]]);
    const { client } = d.ana;
    const seen = JSON.stringify([
      after,
      await client.cases.get({ caseId: d.caseId }),
      await client.cases.history({ caseId: d.caseId }),
      await client.citizens.get({ citizenId: d.citizen.id }),
      await client.citizens.search({ text: OLD }),
      await client.citizens.search({ text: '645 02 77 31' }),
      await client.phones.waiting(),
      await d.store.prisma.auditEntry.findMany(),
      d.ana.told,
    ]);
    expect(seen).toContain('633012***');
    for (const whole of ['633012290', '645027731']) expect(seen).not.toContain(whole);
    expect((await client.citizens.search({ text: '645 02 77 31' })).rows).toHaveLength(1);
    expect(d.ana.told).toContainEqual({ type: 'CITIZEN_CHANGED', citizenId: d.citizen.id });
    expect(await d.log('citizen.phoneChanged')).toMatchObject([
      { objectId: d.citizen.id, details: { from: '+34 633012***', to: '+34 645027***', channel: 'TA1' } },
    ]);
  });

  test('waits for an identity: neither data nor a citizen who died', async () => {
    const d = await office();
    await expect(d.ask()).rejects.toMatchObject(refused('IDENTITY'));
    await d.verify();
    await d.store.write((tx) => tx.citizen.update({ where: { id: d.citizen.id }, data: { deceased: true } }));
    await expect(d.ask()).rejects.toMatchObject(refused('DECEASED'));
    await d.store.write((tx) =>
      tx.citizen.update({ where: { id: d.citizen.id }, data: { deceased: false } }),
    );
    await d.ana.client.cases.setCitizen({ ...(await d.on()), citizenId: null });
    await expect(d.ask()).rejects.toMatchObject(refused('NO_CITIZEN'));
    expect(await d.store.prisma.phoneChange.count()).toBe(0);
  });

  test('says what is wrong with it, and nothing is written', async () => {
    const d = await verified();
    await expect(d.ask({ wish: { act: 'SET', phone: '+34 633-012-290' } })).rejects.toMatchObject(
      refused('SAME_PHONE'),
    );
    await expect(d.ask({ wish: { act: 'SET', phone: '64502773' } })).rejects.toMatchObject(invalid('phone'));
    await expect(d.ask({ wish: { act: 'SET', phone: '976 123 456' } })).rejects.toMatchObject(
      refused('MOBILE_ONLY'),
    );
    await expect(d.ask({ attachmentIds: [d.dni] })).rejects.toMatchObject(invalid('attachmentIds'));
    await expect(d.ask({ attachmentIds: [] })).rejects.toMatchObject(refused('TA1'));
    await expect(d.ask({ cause: ' a ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(d.ask({ version: 1 })).rejects.toMatchObject({ code: 'STALE' });
    expect(await d.store.prisma.phoneChange.count()).toBe(0);
    expect(await d.onRecord()).toEqual([['ELECTRONIC', OLD]]);
  });

  test('whatever is typed as a number is refused or stored as one', async () => {
    const d = await verified({}, null);
    const typed = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.stringMatching(/^[+()0-9 .-]{0,20}$/u),
      fc.integer({ min: 600_000_000, max: 699_999_999 }).map(String),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (phone) => {
        const before = await d.store.prisma.phoneChange.count();
        const done = await d.ask({ wish: { act: 'SET', phone } }).then(
          () => true,
          (error: { code?: string }) => {
            expect(['INVALID_INPUT', 'NOT_ALLOWED_YET']).toContain(error.code);
            return false;
          },
        );
        expect(await d.store.prisma.phoneChange.count()).toBe(before + (done ? 1 : 0));
        for (const [, e164] of await d.onRecord()) expect(e164).toMatch(/^\+\d{6,15}$/u);
      }),
      { numRuns: 30 },
    );
  });

  test('by mailbox or at the counter needs no paper', async () => {
    const d = await verified({}, null);
    const after = await d.ask({ channel: 'COUNTER', attachmentIds: [] });
    expect(after.phoneChanges[0]).toMatchObject({ kind: 'REGISTER', maskedFrom: null, channel: 'COUNTER' });
  });
});

describe('two sets of contact data', () => {
  test('are kept apart; codes and the diagnosis know the electronic one only', async () => {
    const d = await verified();
    const general = await d.ask({ contactSet: 'GENERAL', wish: { act: 'SET', phone: '976 12 34 56' } });
    expect(general.phoneChanges[0]).toMatchObject({ kind: 'REGISTER', contactSet: 'GENERAL' });
    expect(general.citizen?.maskedPhone).toBe('+34 633012***');
    expect(await d.onRecord()).toEqual([
      ['ELECTRONIC', OLD],
      ['GENERAL', '+34976123456'],
    ]);
    const gone = await d.ask({ wish: { act: 'REMOVE' } });
    expect(gone.phoneChanges[0]).toMatchObject({ kind: 'REMOVE', maskedTo: null });
    expect(await d.onRecord()).toEqual([['GENERAL', '+34976123456']]);
    expect((await d.ana.client.identity.challenge({ caseId: d.caseId })).obstacle).toBe('NO_PHONE');
    await expect(d.ask({ wish: { act: 'REMOVE' } })).rejects.toMatchObject(refused('NO_PHONE'));
    const diagnosis = { id: '99193443D', birth: '22/11/1987', phone: '633012290', prefix: '+34' };
    expect((await d.ana.client.identity.diagnose(diagnosis)).outcome).toBe('PHONE_UNKNOWN');
  });

  test('a number that is his no more leaves on a document: a code to it proves nothing', async () => {
    const d = await office();
    const { client } = d.ana;
    await client.identity.sendCode({ ...(await d.on()), language: 'es' });
    const code = codeOn(d.ana);
    expect((await client.identity.checkCode({ ...(await d.on()), code })).check.outcome).toBe('VERIFIED');
    await expect(d.ask({ wish: { act: 'DISOWN' } })).rejects.toMatchObject(refused('DOCUMENT'));
    await d.verify();
    const after = await d.ask({ wish: { act: 'DISOWN' } });
    expect(after.phoneChanges[0]).toMatchObject({
      kind: 'DISOWN',
      verification: 'DOCUMENT',
      state: 'EFFECTIVE',
    });
    expect(await d.onRecord()).toEqual([]);
  });
});

/** Time goes by; whoever sits there signs in again. */
function later(d: { clock: { advance: (ms: number) => void }; ana: ApiDesk }, ms: number): void {
  d.clock.advance(ms);
  d.ana.services.sessions.signIn('window', d.ana.clerk.id);
}

function codeOn({ services: { phone } }: ApiDesk): string {
  return /\b\d{6}\b/u.exec(phone?.messages[0]?.text ?? '')?.[0] ?? '';
}

describe('possession of the new number', () => {
  test('is shown by a code to that very number, in this case, within a day', async () => {
    const d = await verified({ possession: true });
    const { client } = d.ana;
    await expect(d.ask()).rejects.toMatchObject(refused('POSSESSION'));
    const newPhone = '645 02 77 31';
    const { sent, challenge } = await client.identity.sendCode({
      ...(await d.on()),
      language: 'es',
      newPhone,
    });
    expect(sent.outcome).toBe('SENT');
    expect(challenge).toMatchObject({ state: 'PENDING', maskedPhone: '+34 645027***' });
    expect(d.ana.services.phone?.messages[0]?.to).toBe(NEW);
    const code = codeOn(d.ana);
    const other = { ...(await d.on()), code, newPhone: '699 000 111' };
    expect((await client.identity.checkCode(other)).check.outcome).toBe('NONE');
    expect((await client.identity.checkCode({ ...(await d.on()), code })).check.outcome).toBe('NONE');
    const shown = await client.identity.checkCode({ ...(await d.on()), code, newPhone });
    expect(shown).toMatchObject({ check: { outcome: 'VERIFIED' }, challenge: { state: 'USED' } });
    await expect(d.ask({ wish: { act: 'SET', phone: '699000111' } })).rejects.toMatchObject(
      refused('POSSESSION'),
    );
    const after = await d.ask();
    expect(after.phoneChanges[0]).toMatchObject({ state: 'EFFECTIVE', possessionShown: true });
    later(d, 25 * 60 * MINUTE);
    await d.ask({ wish: { act: 'REMOVE' } });
    await expect(d.ask()).rejects.toMatchObject(refused('POSSESSION'));
  });

  test('is asked for where codes go only: not for general use, nor to take a number away', async () => {
    const d = await verified({ possession: true });
    await d.ask({ contactSet: 'GENERAL' });
    await d.ask({ wish: { act: 'REMOVE' } });
    expect(await d.onRecord()).toEqual([['GENERAL', NEW]]);
    await expect(
      d.ana.client.identity.challenge({ caseId: d.caseId, newPhone: 'no es' }),
    ).rejects.toMatchObject(invalid('phone'));
  });
});

describe('four eyes', () => {
  test('nothing changes until somebody else confirms; nobody confirms his own', async () => {
    const d = await verified({ secondPerson: true });
    const asked = await d.ask();
    const changeId = asked.phoneChanges[0]?.id ?? 0;
    expect(asked.phoneChanges[0]).toMatchObject({ state: 'PENDING', needs: 'SECOND_PERSON' });
    expect(await d.onRecord()).toEqual([['ELECTRONIC', OLD]]);
    expect(await d.luis.client.phones.waiting()).toMatchObject([
      { id: changeId, citizenName: 'Rocío Benjumea Cala', caseId: d.caseId },
    ]);
    expect((await d.luis.client.cases.list({ filter: { state: 'TO_ATTEND' } })).rows).toMatchObject([
      { id: d.caseId, attention: ['PHONE_TO_CONFIRM'] },
    ]);
    await expect(d.ask()).rejects.toMatchObject(refused('PENDING_CHANGE'));
    await expect(d.confirm(d.ana, changeId)).rejects.toMatchObject(forbidden('OWN_CHANGE'));
    expect(await d.log('access.refused')).toMatchObject([
      { actorId: d.ana.clerk.id, details: { procedure: 'phones.confirm', reason: 'OWN_CHANGE' } },
    ]);
    const done = await d.confirm(d.luis, changeId);
    expect(done.phoneChanges[0]).toMatchObject({ state: 'EFFECTIVE', decidedBy: d.luis.clerk.name });
    expect(await d.onRecord()).toEqual([['ELECTRONIC', NEW]]);
    expect(await d.ana.client.phones.waiting()).toEqual([]);
    expect((await d.luis.client.cases.list({ filter: { state: 'TO_ATTEND' } })).rows).toEqual([]);
    await expect(d.confirm(d.ines, changeId)).rejects.toMatchObject(refused('DECIDED'));
  });

  test('two who decide at once: one wins, the other is told who', async () => {
    const d = await verified({ secondPerson: true });
    const changeId = (await d.ask()).phoneChanges[0]?.id ?? 0;
    const seen = { ...(await d.on()), changeId };
    const both = await Promise.allSettled([
      d.luis.client.phones.confirm({ ...seen, withdrawOthers: false }),
      d.ines.client.phones.refuse({ ...seen, note: 'No es su letra.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'STALE' });
    expect(await d.store.prisma.phoneChange.count({ where: { state: 'PENDING' } })).toBe(0);
  });

  test('a refusal says why; whoever asked takes it back without a word', async () => {
    const d = await verified({ secondPerson: true });
    const first = (await d.ask()).phoneChanges[0]?.id ?? 0;
    const refuse = async (by: ApiDesk, changeId: number, note: string) =>
      by.client.phones.refuse({ ...(await d.on()), changeId, note });
    await expect(refuse(d.luis, first, ' ')).rejects.toMatchObject(invalid('note'));
    expect((await refuse(d.luis, first, 'El TA.1 no está firmado.')).phoneChanges[0]).toMatchObject({
      state: 'REFUSED',
      decidedBy: d.luis.clerk.name,
      decisionNote: 'El TA.1 no está firmado.',
    });
    const second = (await d.ask()).phoneChanges[0]?.id ?? 0;
    expect((await refuse(d.ana, second, '')).phoneChanges[0]).toMatchObject({ state: 'WITHDRAWN' });
    expect(await d.onRecord()).toEqual([['ELECTRONIC', OLD]]);
    const elsewhere = await d.ana.client.cases.create({ messageId: await aMessage(d.store) });
    await expect(
      d.luis.client.phones.refuse({ caseId: elsewhere.id, version: 1, changeId: first, note: 'x' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what was right when it was asked for must still be', async () => {
    const d = await verified({ secondPerson: true });
    const changeId = (await d.ask()).phoneChanges[0]?.id ?? 0;
    await d.store.write((tx) =>
      openPhoneRecord(tx, d.clock.now(), {
        citizenId: d.citizen.id,
        contactSet: 'ELECTRONIC',
        e164: '+34699000111',
        reason: 'Importación',
        origin: 'IMPORT',
        recordedById: null,
        changeId: null,
      }),
    );
    await expect(d.confirm(d.luis, changeId)).rejects.toMatchObject(refused('PHONE_CHANGED'));
    await d.ana.client.cases.verifyByDocument({
      ...(await d.on()),
      checklist: { attachmentIds: [d.dni], legible: true, matches: false, inForce: true },
      result: 'REJECTED',
      notes: 'La foto es otra.',
    });
    await expect(d.confirm(d.luis, changeId)).rejects.toMatchObject(refused('IDENTITY'));
  });
});

describe("a number on another citizen's record", () => {
  const withOther = async () => {
    const d = await verified();
    const other = await aCitizen(d.store, { phone: NEW });
    const asked = await d.ask();
    return { ...d, other, asked, changeId: asked.phoneChanges[0]?.id ?? 0 };
  };

  test('waits for a supervisor, whatever the office wants; a clerk cannot put it through', async () => {
    const d = await withOther();
    expect(d.asked.phoneChanges[0]).toMatchObject({ state: 'PENDING', recycled: true, needs: 'SUPERVISOR' });
    await expect(d.confirm(d.luis, d.changeId)).rejects.toMatchObject(forbidden('SUPERVISOR'));
    expect(await d.log('access.refused')).toHaveLength(1);
    expect(await d.onRecord()).toEqual([['ELECTRONIC', OLD]]);
    await d.confirm(d.ines, d.changeId);
    expect(await d.onRecord()).toEqual([['ELECTRONIC', NEW]]);
    for (const citizenId of [d.citizen.id, d.other.id]) {
      const { citizen } = await d.ana.client.citizens.get({ citizenId });
      expect(citizen.phoneRecords.filter(({ validTo }) => validTo === null)).toMatchObject([
        { shared: true },
      ]);
    }
  });

  test('leaves the other record when the supervisor says so, with its own line in that history', async () => {
    const d = await withOther();
    await d.confirm(d.ines, d.changeId, true);
    expect(await d.onRecord(d.other.id)).toEqual([]);
    const { phoneChanges } = await d.ana.client.citizens.get({ citizenId: d.other.id });
    expect(phoneChanges).toMatchObject([
      { kind: 'DISOWN', state: 'EFFECTIVE', verification: null, decidedBy: d.ines.clerk.name },
    ]);
    const { citizen } = await d.ana.client.citizens.get({ citizenId: d.citizen.id });
    expect(citizen.phoneRecords[0]).toMatchObject({ shared: false });
  });

  test('a supervisor does not confirm his own, and a number that turned up since needs one', async () => {
    const d = await verified({ secondPerson: true });
    const own = await d.ask({ contactSet: 'GENERAL' }, d.ines);
    await expect(d.confirm(d.ines, own.phoneChanges[0]?.id ?? 0)).rejects.toMatchObject(
      forbidden('OWN_CHANGE'),
    );
    await aCitizen(d.store, { phone: NEW });
    await expect(d.confirm(d.luis, own.phoneChanges[0]?.id ?? 0)).rejects.toMatchObject(
      forbidden('SUPERVISOR'),
    );
  });
});

describe('undo', () => {
  const done = async () => {
    const d = await verified();
    const changeId = (await d.ask()).phoneChanges[0]?.id ?? 0;
    const undo = async (by: ApiDesk) => by.client.phones.undo({ ...(await d.on()), changeId });
    return { ...d, changeId, undo };
  };

  test('puts the number of before back; the history keeps both', async () => {
    const d = await done();
    later(d, 15 * MINUTE);
    const after = await d.undo(d.ana);
    expect(after.phoneChanges[0]).toMatchObject({ state: 'UNDONE', effectiveAt: expect.any(Date) as Date });
    expect(await d.onRecord()).toEqual([['ELECTRONIC', OLD]]);
    expect(await d.store.prisma.phoneRecord.count()).toBe(3);
    await expect(d.undo(d.ana)).rejects.toMatchObject(refused('UNDO'));
  });

  test("is not somebody else's, nor late, nor after the next change, nor after it was handed over", async () => {
    const d = await done();
    await expect(d.undo(d.luis)).rejects.toMatchObject(refused('UNDO'));
    const handedOverAt = (at: Date | null) =>
      d.store.write((tx) => tx.phoneChange.update({ where: { id: d.changeId }, data: { handedOverAt: at } }));
    await handedOverAt(d.clock.now());
    await expect(d.undo(d.ana)).rejects.toMatchObject(refused('UNDO'));
    await handedOverAt(null);
    await d.ask({ wish: { act: 'REMOVE' } });
    await expect(d.undo(d.ana)).rejects.toMatchObject(refused('UNDO'));
    const late = await done();
    later(late, 15 * MINUTE + 1);
    await expect(late.undo(late.ana)).rejects.toMatchObject(refused('UNDO'));
  });
});

describe('a whole number', () => {
  test('is shown to a clerk from a case of that citizen, and each look is in the log', async () => {
    const d = await verified();
    const recordId = (await d.ana.client.cases.get({ caseId: d.caseId })).citizen?.phoneRecords[0]?.id ?? 0;
    const ref = { of: 'RECORD', id: recordId } as const;
    const { client } = d.ana;
    expect(await client.phones.reveal({ ref, caseId: d.caseId })).toEqual({ phone: OLD });
    expect(await client.phones.reveal({ ref, caseId: d.caseId })).toEqual({ phone: OLD });
    expect(await d.log('citizen.phoneRevealed')).toMatchObject(
      [1, 2].map(() => ({ actorId: d.ana.clerk.id, objectId: d.citizen.id, caseId: d.caseId })),
    );
    const { lookUps } = await client.citizens.get({ citizenId: d.citizen.id });
    expect(lookUps.map(({ action }) => action)).toContain('citizen.phoneRevealed');
  });

  test("is kept from a clerk without such a case, who is written down; a supervisor's look is, too", async () => {
    const d = await verified();
    const recordId = (await d.ana.client.cases.get({ caseId: d.caseId })).citizen?.phoneRecords[0]?.id ?? 0;
    const ref = { of: 'RECORD', id: recordId } as const;
    const elsewhere = await d.ana.client.cases.create({ messageId: await aMessage(d.store) });
    for (const caseId of [null, elsewhere.id]) {
      await expect(d.ana.client.phones.reveal({ ref, caseId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await d.log('access.refused')).toHaveLength(2);
    expect(await d.log('citizen.phoneRevealed')).toEqual([]);
    expect(await d.ines.client.phones.reveal({ ref, caseId: null })).toEqual({ phone: OLD });
    expect(await d.log('citizen.phoneRevealed')).toMatchObject([{ actorId: d.ines.clerk.id, caseId: null }]);
    const change = { of: 'CHANGE', id: (await d.ask()).phoneChanges[0]?.id ?? 0 } as const;
    expect(await d.ana.client.phones.reveal({ ref: change, caseId: d.caseId })).toEqual({ phone: NEW });
    await expect(
      d.ines.client.phones.reveal({ ref: { of: 'CHANGE', id: 99 }, caseId: null }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
