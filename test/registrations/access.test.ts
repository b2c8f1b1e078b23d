import { describe, expect, test } from 'vitest';
import { issueActivationCode } from '../../main/registrations/activation-code.ts';
import {
  activeRegistration,
  closeByCitizen,
  proveActivation,
  provePassword,
  type ProvenRegistration,
} from '../../main/registrations/access.ts';
import { setPassword } from '../../main/registrations/set-password.ts';
import { loadSettings, saveSettings } from '../../main/settings/settings.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { verifyAudit } from '../../main/store/audit-verify.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { aUser } from '../support/builders.ts';
import { aRegistration, anActivated, anotherCode } from '../support/registration.ts';
import { TEST_KEY, temporaryFolder, temporaryStore, testClock } from '../support/store.ts';

const FIRST = 'Tortug4;verde';
const NEXT = 'Elefant3;gris';
const NOBODY = { type: 'DNI', number: '99999999R' } as const;
const DAY = 86_400_000;

const passwordOutcome = async (
  store: Store,
  document: { type: 'DNI' | 'NIE' | 'NIF' | 'CIF' | 'PASSPORT'; number: string },
  password: string,
) => (await provePassword(store, { document, password })).outcome;

async function proven(
  proof: Promise<{ registration: ProvenRegistration | null }>,
): Promise<ProvenRegistration> {
  const { registration } = await proof;
  if (registration === null) throw new Error('not proven');
  return registration;
}

const acts = async (store: Store, registrationId: number) =>
  (await store.prisma.registrationEvent.findMany({ where: { registrationId }, orderBy: { id: 'asc' } })).map(
    ({ act }) => act,
  );

const logged = async (store: Store, action: string) =>
  (await store.prisma.auditEntry.findMany({ where: { action }, orderBy: { id: 'asc' } })).map(
    ({ objectId, details }) => [objectId, JSON.parse(details) as Record<string, unknown>] as const,
  );

describe('signing in', () => {
  test('with document and password; nothing of either is stored readable', async () => {
    const store = await temporaryStore();
    const { id, citizenId, document } = await anActivated(store, FIRST);
    expect(await provePassword(store, { document, password: FIRST })).toEqual({
      outcome: 'PROVEN',
      registration: { id, version: 2, citizenId, e164: '+34600123456', activated: true },
    });
    expect(await passwordOutcome(store, document, `${FIRST} `)).toBe('REFUSED');
    const row = await store.prisma.registration.findUniqueOrThrow({ where: { id } });
    expect(row.passwordHash).toMatch(/^\$scrypt\$/u);
    const log = await store.prisma.auditEntry.findMany();
    expect(log.filter(({ details }) => details.includes('Tortug'))).toEqual([]);
    expect((await verifyAudit(store.sql)).fault).toBeNull();
  });

  test('before activation there is no password, not even an empty one', async () => {
    const store = await temporaryStore();
    const { id, document } = await aRegistration(store);
    for (const password of ['', FIRST, FIRST, FIRST, FIRST, FIRST]) {
      expect(await passwordOutcome(store, document, password)).toBe('REFUSED');
    }
    expect(await store.prisma.registration.findUniqueOrThrow({ where: { id } })).toMatchObject({
      passwordFailures: 0,
      passwordBlocked: null,
    });
  });

  test('five wrong in a row block it, and the right one opens it no more', async () => {
    const store = await temporaryStore();
    const { id, citizenId, document } = await anActivated(store, FIRST);
    for (let turn = 0; turn < 5; turn++) expect(await passwordOutcome(store, document, NEXT)).toBe('REFUSED');
    expect(await passwordOutcome(store, document, FIRST)).toBe('REFUSED');
    expect(await acts(store, id)).toEqual(['CODE_ISSUED', 'ACTIVATED', 'PASSWORD_BLOCKED']);
    const refusals = await logged(store, 'registration.passwordFailed');
    expect(refusals.map(([objectId, { reason }]) => [objectId, reason])).toEqual([
      ...Array.from({ length: 5 }, () => [citizenId, 'PASSWORD']),
      [citizenId, 'BLOCKED'],
    ]);
  });

  test('four wrong and the right one begin to count anew', async () => {
    const store = await temporaryStore();
    const { document } = await anActivated(store, FIRST);
    for (let round = 0; round < 2; round++) {
      for (let turn = 0; turn < 4; turn++) await passwordOutcome(store, document, NEXT);
      expect(await passwordOutcome(store, document, FIRST)).toBe('PROVEN');
    }
  });

  test('many guesses at the same time get no further than five', async () => {
    const store = await temporaryStore();
    const { id, document } = await anActivated(store, FIRST);
    const guesses = Array.from({ length: 12 }, (_, index) =>
      passwordOutcome(store, document, `${NEXT}${index}`),
    );
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(['REFUSED']));
    const reasons = (await logged(store, 'registration.passwordFailed')).map(([, { reason }]) => reason);
    expect(reasons.filter((reason) => reason === 'PASSWORD')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'BLOCKED')).toHaveLength(7);
    expect((await acts(store, id)).filter((act) => act === 'PASSWORD_BLOCKED')).toHaveLength(1);
  });

  test('a restart gives no guess back', async () => {
    const dataDir = temporaryFolder();
    const open = () => openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY }, clock: testClock() });
    let store = await open();
    const { document } = await anActivated(store, FIRST);
    for (let turn = 0; turn < 5; turn++) {
      await passwordOutcome(store, document, NEXT);
      await store.close();
      store = await open();
    }
    expect(await passwordOutcome(store, document, FIRST)).toBe('REFUSED');
    await store.close();
  });

  test('a document that is nobody’s gets the same answer and is written down', async () => {
    const store = await temporaryStore();
    const { document } = await anActivated(store, FIRST);
    const strange = await provePassword(store, { document: NOBODY, password: FIRST });
    expect(strange).toEqual(await provePassword(store, { document, password: NEXT }));
    expect((await logged(store, 'registration.passwordFailed'))[0]).toEqual([null, { reason: 'UNKNOWN' }]);
  });

  test('a year later the password is right, and too old', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const { document } = await anActivated(store, FIRST);
    clock.advance(365 * DAY - 1);
    expect(await passwordOutcome(store, document, FIRST)).toBe('PROVEN');
    clock.advance(1);
    expect(await passwordOutcome(store, document, FIRST)).toBe('EXPIRED');
    // A clock put back does not make it young.
    clock.set('2020-01-01T00:00:00Z');
    expect(await passwordOutcome(store, document, FIRST)).toBe('EXPIRED');
  });

  test('the deceased sign nothing', async () => {
    const store = await temporaryStore();
    const { citizenId, document } = await anActivated(store, FIRST);
    await store.write((tx) => tx.citizen.update({ where: { id: citizenId }, data: { deceased: true } }));
    expect(await passwordOutcome(store, document, NEXT)).toBe('REFUSED');
    expect(await passwordOutcome(store, document, FIRST)).toBe('DECEASED');
  });
});

describe('the activation code', () => {
  test('with the e-mail address it opens the first password, however both are typed', async () => {
    const store = await temporaryStore();
    const { id, document, activationCode } = await aRegistration(store);
    const spoken = activationCode.toLowerCase().replace(/(.{4})(?=.)/gu, '$1 - ');
    const proof = await proveActivation(store, {
      document,
      email: ' PERSONA@correo.example ',
      activationCode: spoken,
    });
    expect(proof).toMatchObject({ outcome: 'PROVEN', registration: { id, activated: false } });
  });

  test.each(['the code', 'the e-mail address'])('%s wrong five times blocks it', async (wrong) => {
    const store = await temporaryStore();
    const { id, document, email, activationCode } = await aRegistration(store);
    const input =
      wrong === 'the code'
        ? { document, email, activationCode: anotherCode(activationCode) }
        : { document, email: 'otra@correo.example', activationCode };
    const answers = [];
    for (let turn = 0; turn < 5; turn++) answers.push(await proveActivation(store, input));
    answers.push(await proveActivation(store, { document, email, activationCode }));
    answers.push(await proveActivation(store, { document: NOBODY, email, activationCode }));
    expect(answers).toEqual(answers.map(() => ({ outcome: 'REFUSED', registration: null })));
    expect(await acts(store, id)).toEqual(['CODE_ISSUED', 'CODE_BLOCKED']);
  });

  test('issued anew, the old one opens nothing', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const registered = await aRegistration(store);
    const activationCode = await store.write((tx) =>
      issueActivationCode(store, tx, clerk, registered, { codeDays: 365 }),
    );
    expect((await proveActivation(store, registered)).outcome).toBe('REFUSED');
    expect((await proveActivation(store, { ...registered, activationCode })).outcome).toBe('PROVEN');
  });
});

test('how many errors block, and how long code and password last, are the office’s settings', async () => {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const settings = await loadSettings(store);
  const registrations = { ...settings.registrations, codeAttempts: 2, passwordAttempts: 1, passwordDays: 30 };
  await saveSettings(store, SYSTEM_ACTOR, { ...settings, registrations });
  const registered = await anActivated(store, FIRST);
  const { id, document } = registered;
  clock.advance(30 * DAY);
  expect(await passwordOutcome(store, document, FIRST)).toBe('EXPIRED');
  expect(await passwordOutcome(store, document, NEXT)).toBe('REFUSED');
  expect(await passwordOutcome(store, document, FIRST)).toBe('REFUSED');
  expect(await acts(store, id)).toContain('PASSWORD_BLOCKED');
  const wrong = { ...registered, activationCode: anotherCode(registered.activationCode) };
  await proveActivation(store, wrong);
  expect((await proveActivation(store, registered)).outcome).toBe('PROVEN');
  for (let turn = 0; turn < 2; turn++) await proveActivation(store, wrong);
  expect((await proveActivation(store, registered)).outcome).toBe('REFUSED');
  expect(await acts(store, id)).toContain('CODE_BLOCKED');
});

describe('setting a password', () => {
  test('one that does not meet the policy, or is the one before, is not set', async () => {
    const store = await temporaryStore();
    const { id, document } = await anActivated(store, FIRST);
    const registration = await proven(provePassword(store, { document, password: FIRST }));
    const change = (password: string) => setPassword(store, registration, { cause: 'CHANGE', password });
    expect(await change('corta')).toBe('POLICY');
    expect(await change('Benjumea;31')).toBe('POLICY');
    expect(await change(`Aa;${document.number}`)).toBe('POLICY');
    expect(await change(FIRST)).toBe('SAME');
    expect(await acts(store, id)).toEqual(['CODE_ISSUED', 'ACTIVATED']);
    expect(await change(NEXT)).toBe('SET');
    expect(await acts(store, id)).toEqual(['CODE_ISSUED', 'ACTIVATED', 'PASSWORD_CHANGED']);
    expect(await passwordOutcome(store, document, FIRST)).toBe('REFUSED');
    expect(await passwordOutcome(store, document, NEXT)).toBe('PROVEN');
  });

  test('a blocked one is replaced with the activation code, and the block is lifted', async () => {
    const store = await temporaryStore();
    const registered = await anActivated(store, FIRST);
    const { id, document } = registered;
    for (let turn = 0; turn < 5; turn++) await passwordOutcome(store, document, NEXT);
    const registration = await proven(proveActivation(store, { ...registered, email: null }));
    const reset = (password: string) => setPassword(store, registration, { cause: 'FORGOTTEN', password });
    expect(await reset(FIRST)).toBe('SAME');
    expect(await reset(NEXT)).toBe('SET');
    expect(await passwordOutcome(store, document, NEXT)).toBe('PROVEN');
    expect(await acts(store, id)).toContain('PASSWORD_RESET');
  });

  test('what was proved before another password, or before the code was taken back, is worth nothing', async () => {
    const store = await temporaryStore();
    const registered = await anActivated(store, FIRST);
    const { document } = registered;
    const byCode = await proven(proveActivation(store, { ...registered, email: null }));
    const byPassword = await proven(provePassword(store, { document, password: FIRST }));
    for (let turn = 0; turn < 5; turn++) {
      await proveActivation(store, { ...registered, activationCode: anotherCode(registered.activationCode) });
    }
    await expect(setPassword(store, byCode, { cause: 'FORGOTTEN', password: NEXT })).rejects.toMatchObject({
      code: 'STALE',
    });
    expect(await setPassword(store, byPassword, { cause: 'CHANGE', password: NEXT })).toBe('SET');
    await expect(
      setPassword(store, byPassword, { cause: 'CHANGE', password: 'Jirafa;2031' }),
    ).rejects.toMatchObject({ code: 'STALE' });
    expect(await closeByCitizen(store, byPassword)).toBe(false);
  });
});

describe('closing', () => {
  test('ends the password and the code, once, and leaves the history', async () => {
    const store = await temporaryStore();
    const registered = await anActivated(store, FIRST);
    const { id, citizenId, document } = registered;
    const registration = await proven(provePassword(store, { document, password: FIRST }));
    expect(await activeRegistration(store.prisma, citizenId)).toEqual(registration);
    expect(await closeByCitizen(store, registration)).toBe(true);
    expect(await closeByCitizen(store, registration)).toBe(false);
    expect(await passwordOutcome(store, document, FIRST)).toBe('REFUSED');
    expect((await proveActivation(store, registered)).outcome).toBe('REFUSED');
    expect(await activeRegistration(store.prisma, citizenId)).toBeNull();
    expect(await acts(store, id)).toEqual(['CODE_ISSUED', 'ACTIVATED', 'CODE_VOIDED', 'CLOSED']);
    expect(await store.prisma.registration.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'CLOSED',
      passwordHash: null,
      closedById: null,
    });
    expect((await verifyAudit(store.sql)).fault).toBeNull();
  });
});
