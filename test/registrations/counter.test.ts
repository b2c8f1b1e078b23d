import { describe, expect, test } from 'vitest';
import { updateUser } from '../../main/accounts/accounts.ts';
import { checkActivationCode, inGroups } from '../../main/registrations/activation-code.ts';
import {
  blockAccess,
  closeRegistration,
  register,
  reissueCode,
  voidCode,
  type Attendant,
} from '../../main/registrations/counter.ts';
import { checkPossessionCode, sendPossessionCode } from '../../main/registrations/possession.ts';
import { registrationsOf } from '../../main/registrations/registrations.ts';
import { addSignedSheet, openSignedSheet } from '../../main/registrations/signed-sheet.ts';
import type { CounterChecklist } from '../../main/registrations/model.ts';
import { loadSettings, saveSettings } from '../../main/settings/settings.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import { KIOSK_ACTOR, SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { aCitizen, aDni, aUser } from '../support/builders.ts';
import { temporaryFolder, temporaryStore, TEST_KEY, testClock, type TestClock } from '../support/store.ts';

const PHONE = '+34612034567';
const EMAIL = 'rocio@correo.example';
const DNI = '99193443D';
const OTHER_DNI = aDni(700_001);
const SHOWN: CounterChecklist = {
  shown: 'DNI',
  number: '99193443-d',
  supportNumber: 'BAA000589',
  validUntil: '2031-01-01',
  dataMatch: true,
  isBearer: true,
};

async function counter(store?: Store, clock: TestClock = testClock()) {
  const open = store ?? (await temporaryStore(clock));
  const phone = new SimulatedPhone(clock);
  const ana = await attendant(open, '12345678Z');
  const citizen = await aCitizen(open, { documents: [{ type: 'DNI', number: DNI }] });
  return { clock, store: open, phone, ana, citizenId: citizen.id };
}

/** A clerk whose own document is written down. */
async function attendant(store: Store, document: string): Promise<Attendant> {
  const clerk = await aUser(store, { displayName: 'Ana' });
  await updateUser(store, SYSTEM_ACTOR, {
    ...{ id: clerk.id, displayName: clerk.name, role: 'CLERK', active: true },
    ...{ password: null, document },
  });
  return clerk;
}

type Counter = Awaited<ReturnType<typeof counter>>;

/** Shows that the citizen holds the address; answers the code that went there. */
async function show({ store, phone, ana, citizenId }: Counter, kind: 'PHONE' | 'EMAIL', address: string) {
  await sendPossessionCode(store, phone, ana, { citizenId, kind, address, language: 'es' });
  const code = /\b\d{6}\b/.exec(phone.messages[0]?.text ?? '')?.[0] ?? '';
  const check = await checkPossessionCode(store, ana, { citizenId, kind, address, code });
  expect(check.outcome).toBe('VERIFIED');
  return code;
}

const input = ({ citizenId }: Counter, change: Partial<CounterChecklist> = {}) => ({
  citizenId,
  checklist: { ...SHOWN, ...change },
  phone: '612 03 45 67',
  email: ' Rocio@Correo.example ',
});

async function registered(desk: Counter) {
  await show(desk, 'PHONE', PHONE);
  await show(desk, 'EMAIL', EMAIL);
  const { registrationId, code } = await register(desk.store, desk.ana, input(desk));
  const on = async () => ({
    registrationId,
    version: (await desk.store.prisma.registration.findUniqueOrThrow({ where: { id: registrationId } }))
      .version,
  });
  const check = (typed: string, store = desk.store) =>
    checkActivationCode(store, KIOSK_ACTOR, registrationId, typed);
  return { registrationId, code, on, check };
}

const history = async ({ store, citizenId }: Counter) =>
  ((await registrationsOf(store, citizenId))[0]?.events ?? [])
    .map(({ act, by, reason }) => `${act} ${by ?? '-'}${reason === null ? '' : ` (${reason})`}`)
    .reverse();

const wrongOf = (code: string) => (code.startsWith('2') ? '3' : '2') + code.slice(1);

describe('registering in person', () => {
  test('asks for both possessions and makes a code that only its hash is kept of', async () => {
    const desk = await counter();
    const { store, ana, citizenId } = desk;
    await expect(register(store, ana, input(desk))).rejects.toMatchObject({ details: { reason: 'PHONE' } });
    await show(desk, 'PHONE', PHONE);
    await expect(register(store, ana, input(desk))).rejects.toMatchObject({ details: { reason: 'EMAIL' } });
    await show(desk, 'EMAIL', EMAIL);
    expect(desk.phone.messages.map(({ to }) => to)).toEqual([EMAIL, PHONE]);

    const { code, registrationId } = await register(store, ana, input(desk));
    const [view] = await registrationsOf(store, citizenId);
    expect(view).toMatchObject({
      id: registrationId,
      state: 'OPEN',
      documentNumber: DNI,
      maskedPhone: '+34 612034***',
      maskedEmail: 'r***@correo.example',
      code: { state: 'ACTIVE' },
      password: null,
      createdBy: 'Ana',
    });
    expect(await history(desk)).toEqual(['REGISTERED Ana', 'CODE_ISSUED Ana']);
    for (const table of store.sql
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .all()) {
      const rows = JSON.stringify(store.sql.prepare(`SELECT * FROM "${table.name}"`).all());
      expect(rows, table.name).not.toContain(code);
      expect(rows, table.name).not.toContain(inGroups(code));
    }
    const log = await store.prisma.auditEntry.findMany({
      where: { action: { startsWith: 'registration.' } },
    });
    expect(log.map(({ action, objectId }) => [action, objectId])).toEqual([
      ['registration.opened', citizenId],
      ['registration.codeIssued', citizenId],
    ]);
    expect(log.map(({ details }) => details).join()).not.toMatch(/612034567|rocio@/);
    await expect(register(store, ana, input(desk))).rejects.toMatchObject({ code: 'DUPLICATE' });
  });

  test.each([
    ['a letter that does not fit', { number: '99193443A' }, { fields: ['checklist.number'] }],
    [
      'a support number of another card',
      { supportNumber: 'E12345678' },
      { fields: ['checklist.supportNumber'] },
    ],
    ['no support number', { supportNumber: null }, { fields: ['checklist.supportNumber'] }],
    ['one where MiDNI has none', { shown: 'MIDNI' }, { fields: ['checklist.supportNumber'] }],
    ['not in force', { validUntil: '2026-03-15' }, { reason: 'EXPIRED' }],
    ['somebody else’s', { number: '12345678Z' }, { reason: 'OTHER_PERSON' }],
    ['other data', { dataMatch: false }, { reason: 'IDENTITY', needed: 'DOCUMENT' }],
    ['another face', { isBearer: false }, { reason: 'IDENTITY', needed: 'DOCUMENT' }],
  ] as const)('is refused with %s', async (_, change, details) => {
    const desk = await counter();
    await show(desk, 'PHONE', PHONE);
    await show(desk, 'EMAIL', EMAIL);
    await expect(register(desk.store, desk.ana, input(desk, change))).rejects.toMatchObject({ details });
    expect(await desk.store.prisma.registration.count()).toBe(0);
  });

  test('takes MiDNI, a document for good, and one on its last day', async () => {
    for (const change of [
      { shown: 'MIDNI', supportNumber: null },
      { validUntil: null },
      { validUntil: '2026-03-16' },
    ] as const) {
      const desk = await counter();
      await show(desk, 'PHONE', PHONE);
      await show(desk, 'EMAIL', EMAIL);
      await register(desk.store, desk.ana, input(desk, change));
      expect(await desk.store.prisma.registration.count()).toBe(1);
    }
  });

  test('is refused for the clerk himself, without his own document, and for the dead; the tries are in the log', async () => {
    const desk = await counter();
    const { store, citizenId } = desk;
    await show(desk, 'PHONE', PHONE);
    await show(desk, 'EMAIL', EMAIL);
    const nobody = await aUser(store);
    const self = await attendant(store, DNI);
    await expect(register(store, nobody, input(desk))).rejects.toMatchObject({
      details: { reason: 'OWN_DOCUMENT' },
    });
    await expect(register(store, self, input(desk))).rejects.toMatchObject({ details: { reason: 'SELF' } });
    await store.write((tx) => tx.citizen.update({ where: { id: citizenId }, data: { deceased: true } }));
    await expect(register(store, desk.ana, input(desk))).rejects.toMatchObject({
      details: { reason: 'DECEASED' },
    });
    const refused = await store.prisma.auditEntry.findMany({ where: { action: 'registration.refused' } });
    expect(refused.map(({ details }) => (JSON.parse(details) as { reason: string }).reason)).toEqual([
      'OWN_DOCUMENT',
      'SELF',
      'DECEASED',
    ]);
    expect(await store.prisma.registration.count()).toBe(0);
  });

  test('needs possession shown today, of that very address, and once for each registration', async () => {
    const desk = await counter();
    const { store, ana, clock } = desk;
    await show(desk, 'PHONE', '+34612034568');
    await show(desk, 'EMAIL', EMAIL);
    await expect(register(store, ana, input(desk))).rejects.toMatchObject({ details: { reason: 'PHONE' } });
    clock.advance(24 * 3_600_000);
    await show(desk, 'PHONE', PHONE);
    await expect(register(store, ana, input(desk))).rejects.toMatchObject({ details: { reason: 'EMAIL' } });
    await show(desk, 'EMAIL', EMAIL);
    const { registrationId } = await register(store, ana, input(desk));
    await closeRegistration(store, ana, { registrationId, version: 1, checklist: SHOWN, reason: 'Lo pide' });
    await expect(register(store, ana, input(desk))).rejects.toMatchObject({ details: { reason: 'PHONE' } });
  });

  test('by two clerks at once happens once', async () => {
    const desk = await counter();
    await show(desk, 'PHONE', PHONE);
    await show(desk, 'EMAIL', EMAIL);
    const both = await Promise.allSettled([
      register(desk.store, desk.ana, input(desk)),
      register(desk.store, desk.ana, input(desk)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await desk.store.prisma.activationCode.count()).toBe(1);
  });

  test('an office may ask for more: then the phone on record has to answer too', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const settings = await loadSettings(store);
    await saveSettings(store, SYSTEM_ACTOR, { ...settings, ladder: { ...settings.ladder, register: 'SMS' } });
    const desk = await counter(store, clock);
    await show(desk, 'PHONE', PHONE);
    await show(desk, 'EMAIL', EMAIL);
    await expect(register(store, desk.ana, input(desk))).rejects.toMatchObject({
      details: { reason: 'IDENTITY', needed: 'SMS' },
    });
    const other = {
      ...desk,
      citizenId: (await aCitizen(store, { phone: PHONE, documents: [{ type: 'DNI', number: OTHER_DNI }] }))
        .id,
    };
    await show(other, 'PHONE', PHONE);
    await show(other, 'EMAIL', EMAIL);
    await register(store, desk.ana, input(other, { number: OTHER_DNI }));
    expect(await store.prisma.registration.count()).toBe(1);
  });
});

describe('the activation code', () => {
  test('opens as it is typed, also a second time; a slip costs nothing', async () => {
    const desk = await counter();
    const { code, check } = await registered(desk);
    await expect(check('7K3M')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await check(inGroups(code).toLowerCase())).toEqual({ outcome: 'RIGHT', attemptsLeft: 5 });
    expect(await check(wrongOf(code))).toEqual({ outcome: 'WRONG', attemptsLeft: 4 });
    expect(await check(code)).toEqual({ outcome: 'RIGHT', attemptsLeft: 5 });
  });

  test('is blocked by five errors, whatever is restarted in between, and the right one comes too late', async () => {
    const clock = testClock();
    const dataDir = temporaryFolder();
    const open = () => openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY }, clock });
    let store = await open();
    const desk = await counter(store, clock);
    const { code, check } = await registered(desk);
    const outcomes: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      outcomes.push((await check(wrongOf(code), store)).outcome);
      await store.close();
      store = await open();
    }
    expect(outcomes).toEqual(['WRONG', 'WRONG', 'WRONG', 'WRONG', 'BLOCKED', 'BLOCKED']);
    expect(await check(code, store)).toEqual({ outcome: 'BLOCKED', attemptsLeft: 0 });
    expect((await history({ ...desk, store })).at(-1)).toBe('CODE_BLOCKED - (FAILURES)');
    await store.close();
  });

  test('many tries at once are counted one by one', async () => {
    const desk = await counter();
    const { code, check } = await registered(desk);
    const tries = await Promise.all(Array.from({ length: 12 }, () => check(wrongOf(code))));
    expect(tries.filter(({ outcome }) => outcome === 'WRONG')).toHaveLength(4);
    expect((await check(code)).outcome).toBe('BLOCKED');
  });

  test('lasts as long as the office says when it is issued', async () => {
    const desk = await counter();
    const settings = await loadSettings(desk.store);
    const registrations = { ...settings.registrations, codeDays: 7 };
    await saveSettings(desk.store, SYSTEM_ACTOR, { ...settings, registrations });
    const { code, check } = await registered(desk);
    desk.clock.advance(7 * 86_400_000 - 1);
    expect((await check(code)).outcome).toBe('RIGHT');
    desk.clock.advance(1);
    expect((await check(code)).outcome).toBe('EXPIRED');
  });

  test('is over by its date, and while the clock stands before its last use', async () => {
    const desk = await counter();
    const { code, check } = await registered(desk);
    desk.clock.advance(-1);
    expect((await check(code)).outcome).toBe('EXPIRED');
    desk.clock.advance(1825 * 86_400_000);
    expect((await check(code)).outcome).toBe('RIGHT');
    desk.clock.advance(1);
    expect((await check(code)).outcome).toBe('EXPIRED');
    expect((await registrationsOf(desk.store, desk.citizenId))[0]?.code?.state).toBe('EXPIRED');
  });

  test('issued anew, the old one is dead, also a blocked one', async () => {
    const desk = await counter();
    const { store, ana } = desk;
    const { code, check, on } = await registered(desk);
    const seen = await on();
    const { code: second } = await reissueCode(store, ana, {
      ...seen,
      checklist: SHOWN,
      reason: 'Lo perdió',
    });
    expect((await check(code)).outcome).toBe('WRONG');
    expect((await check(second)).outcome).toBe('RIGHT');
    await expect(
      reissueCode(store, ana, { ...seen, checklist: SHOWN, reason: 'Otra vez' }),
    ).rejects.toMatchObject({ code: 'STALE' });
    await expect(
      reissueCode(store, ana, { ...(await on()), checklist: { ...SHOWN, isBearer: false }, reason: 'Otra' }),
    ).rejects.toMatchObject({ details: { reason: 'IDENTITY' } });
    await voidCode(store, ana, { ...(await on()), reason: 'Se lo han robado' });
    expect((await check(second)).outcome).toBe('VOID');
    await expect(voidCode(store, ana, { ...(await on()), reason: 'Se repite' })).rejects.toMatchObject({
      details: { reason: 'NO_CODE' },
    });
    const { code: third } = await reissueCode(store, ana, {
      ...(await on()),
      checklist: SHOWN,
      reason: 'Nuevo',
    });
    await blockAccess(store, ana, { ...(await on()), reason: 'Sospecha' });
    expect((await check(third)).outcome).toBe('BLOCKED');
    await expect(blockAccess(store, ana, { ...(await on()), reason: 'Sospecha' })).rejects.toMatchObject({
      details: { reason: 'NOTHING' },
    });
    const log = await store.prisma.auditEntry.findMany({
      where: { action: { startsWith: 'registration.code' }, actorId: ana.id },
      orderBy: { id: 'asc' },
    });
    expect(log.map(({ action }) => action.slice('registration.'.length))).toEqual([
      'codeIssued',
      'codeVoided',
      'codeIssued',
      'codeVoided',
      'codeIssued',
      'codeBlocked',
    ]);
    expect(await history(desk)).toEqual([
      'REGISTERED Ana',
      'CODE_ISSUED Ana',
      'CODE_VOIDED Ana (REPLACED)',
      'CODE_ISSUED Ana (Lo perdió)',
      'CODE_VOIDED Ana (Se lo han robado)',
      'CODE_ISSUED Ana (Nuevo)',
      'CODE_BLOCKED Ana (Sospecha)',
    ]);
  });
});

describe('the end', () => {
  test('closes every way in, keeps the history, and lets the citizen register again', async () => {
    const desk = await counter();
    const { store, ana, citizenId } = desk;
    const { registrationId, code, check, on } = await registered(desk);
    await store.write((tx) =>
      tx.registration.update({
        where: { id: registrationId },
        data: { passwordHash: 'x', passwordSetAt: new Date() },
      }),
    );
    await closeRegistration(store, ana, { ...(await on()), checklist: SHOWN, reason: 'Lo pide' });
    expect((await check(code)).outcome).toBe('VOID');
    const row = await store.prisma.registration.findUniqueOrThrow({ where: { id: registrationId } });
    expect(row).toMatchObject({ state: 'CLOSED', closedReason: 'Lo pide', passwordHash: null });
    await expect(
      reissueCode(store, ana, { ...(await on()), checklist: SHOWN, reason: 'Tarde' }),
    ).rejects.toMatchObject({ details: { reason: 'CLOSED' } });
    await registered(desk);
    expect((await registrationsOf(store, citizenId)).map(({ state }) => state)).toEqual(['OPEN', 'CLOSED']);
  });

  test('of a dead person’s is the office’s, and opens nothing', async () => {
    const desk = await counter();
    const { store, ana, citizenId } = desk;
    const { on } = await registered(desk);
    await store.write((tx) => tx.citizen.update({ where: { id: citizenId }, data: { deceased: true } }));
    await expect(
      reissueCode(store, ana, { ...(await on()), checklist: SHOWN, reason: 'Viene' }),
    ).rejects.toMatchObject({ details: { reason: 'DECEASED' } });
    await closeRegistration(store, ana, { ...(await on()), checklist: null, reason: 'Falleció' });
    expect((await history(desk)).at(-1)).toBe('CLOSED Ana (Falleció)');
  });
});

describe('the signed sheet', () => {
  const pdf = (text = '%PDF-1.7\n%firmada\n') => new File([text], 'escaneo.pdf');

  test('is kept byte for byte as evidence of the newest code, and every look at it is written down', async () => {
    const desk = await counter();
    const { store, ana } = desk;
    const { registrationId } = await registered(desk);
    await addSignedSheet(store, ana, { registrationId, file: pdf() });
    const [view] = await registrationsOf(store, desk.citizenId);
    expect(view?.sheets).toMatchObject([{ mediaType: 'application/pdf', size: 18, addedBy: 'Ana' }]);
    const file = await openSignedSheet(store, ana, view?.sheets[0]?.id ?? 0);
    expect(await file.text()).toBe('%PDF-1.7\n%firmada\n');
    expect((await history(desk)).at(-1)).toBe('SHEET_SIGNED Ana');
    expect(await store.prisma.auditEntry.count({ where: { action: 'registration.sheetOpened' } })).toBe(1);
    await expect(addSignedSheet(store, ana, { registrationId, file: pdf() })).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
  });

  test.each([
    ['nothing', new File([], 'hoja.pdf')],
    ['a page of HTML', new File(['<!doctype html><p>hola'], 'hoja.pdf', { type: 'application/pdf' })],
    ['too much', new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'hoja.pdf')],
  ])('is not %s', async (_, file) => {
    const desk = await counter();
    const { registrationId } = await registered(desk);
    await expect(addSignedSheet(desk.store, desk.ana, { registrationId, file })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
