import { describe, expect, test } from 'vitest';
import { setCitizen } from '../../main/cases/acts.ts';
import { createCase } from '../../main/cases/create.ts';
import { openPhoneRecord } from '../../main/citizens/phone-record.ts';
import { askDelivery, loadChallenge } from '../../main/identity/challenge.ts';
import { checkCode } from '../../main/identity/check-code.ts';
import { sentNotice } from '../../main/identity/code-texts.ts';
import { sendCode, type CodeTarget } from '../../main/identity/send-code.ts';
import { verifyByDocument } from '../../main/identity/verify.ts';
import type { SmsSettings } from '../../main/settings/model.ts';
import { loadSettings, saveSettings } from '../../main/settings/settings.ts';
import { refused, type SendResult, type SmsGateway } from '../../main/sms/gateway.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { aCitizen, aMessage, aUser, declared, type Clerk } from '../support/builders.ts';
import { SEED_001 } from '../support/seed-001.ts';
import { temporaryFolder, temporaryStore, TEST_KEY, testClock } from '../support/store.ts';

const MOBILE = '+34612034567';
const MASKED = '+34 612034***';
const MINUTE = 60_000;
const IDENTITY: CodeTarget = { purpose: 'IDENTITY' };

async function desk(citizenIs: { phone?: string; deceased?: boolean } = { phone: MOBILE }) {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const phone = new SimulatedPhone(clock);
  const ana = await aUser(store, { displayName: 'Ana' });
  const citizen = await aCitizen(store, {
    documents: [{ type: 'DNI', number: '99193443D' }],
    ...citizenIs,
  });
  return { clock, store, phone, ana, citizen, ...(await aCase(store, phone, ana)) };
}

/** A case of that citizen, and what a desk does in it. */
async function aCase(
  store: Store,
  phone: SmsGateway & { readonly messages?: SimulatedPhone['messages'] },
  clerk: Clerk,
) {
  const messageId = await aMessage(store, {
    attachments: ['dni.pdf'],
    person: declared({ id: '99193443D' }),
  });
  const { id: caseId, attachments } = await createCase(store, clerk, { messageId });
  const version = async () => (await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).version;
  const send = async (by: Clerk = clerk, gateway: SmsGateway | null = phone, target = IDENTITY) =>
    sendCode(store, gateway, by, { caseId, version: await version(), target, language: 'es' });
  const check = async (code: string, by: Clerk = clerk) =>
    (await checkCode(store, by, { caseId, version: await version(), target: IDENTITY, code })).check;
  const challenge = (gateway: SmsGateway | null = phone) => loadChallenge(store, gateway, caseId);
  return { caseId, attachments, version, send, check, challenge };
}

/** The code in the newest message that the telephone got. */
function received({ messages }: Pick<SimulatedPhone, 'messages'>): string {
  return /\b\d{6}\b/.exec(messages[0]?.text ?? '')?.[0] ?? '';
}

/** What the screen shows of a row of the seed: its solution is for the person who sits at the service's own page. */
function notice({ message, explanation }: (typeof SEED_001)[keyof typeof SEED_001]) {
  return { message, explanation };
}

/** Another one of six digits. */
function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

async function limits(store: Store, change: Partial<SmsSettings>): Promise<void> {
  const settings = await loadSettings(store);
  await saveSettings(store, SYSTEM_ACTOR, { ...settings, sms: { ...settings.sms, ...change } });
}

const actions = async (store: Store) =>
  (
    await store.prisma.auditEntry.findMany({
      where: { action: { startsWith: 'code.' } },
      orderBy: { id: 'asc' },
    })
  ).map((entry) => entry.action);

describe('a code by SMS', () => {
  test('goes to the phone on record and verifies the case when it comes back', async () => {
    const { store, phone, caseId, citizen, send, check, challenge } = await desk();
    expect(await challenge()).toMatchObject({
      obstacle: null,
      maskedPhone: MASKED,
      state: null,
      isResend: false,
    });
    expect(await send()).toEqual({
      outcome: 'SENT',
      notice: sentNotice(MASKED),
      refusal: null,
      refusalDetail: null,
    });
    expect(phone.messages).toMatchObject([{ to: MOBILE }]);
    expect(await challenge()).toMatchObject({
      state: 'PENDING',
      attemptsLeft: 3,
      resendsLeft: 3,
      secondsLeft: 300,
    });
    const code = received(phone);
    expect(await check(`${code.slice(0, 3)} ${code.slice(3)}`)).toEqual({
      outcome: 'VERIFIED',
      notice: null,
    });

    const after = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(after).toMatchObject({ identityLevel: 'SMS', version: 2 });
    const verification = await store.prisma.verification.findFirstOrThrow();
    expect(verification).toMatchObject({ method: 'SMS', result: 'VERIFIED', citizenId: citizen.id });
    expect(verification.checklist).toEqual({ codeId: 1, phone: MASKED });
    expect(await actions(store)).toEqual(['code.requested', 'code.sent']);
    expect(await check(code)).toEqual({ outcome: 'USED', notice: null });
    expect(await store.prisma.verification.count()).toBe(1);
  });

  test('is kept nowhere: not in the tables, not in the log', async () => {
    const { store, phone, send, check } = await desk();
    await send();
    const code = received(phone);
    await check(wrong(code));
    await check(code);
    for (const table of store.sql
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .all()) {
      const rows = JSON.stringify(store.sql.prepare(`SELECT * FROM "${table.name}"`).all());
      expect(rows, table.name).not.toContain(code);
      expect(rows, table.name).not.toContain(wrong(code));
    }
    const row = await store.prisma.oneTimeCode.findFirstOrThrow();
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row.salt).toMatch(/^[0-9a-f]{32}$/);
  });

  test('wrong three times is void, even if the right one comes then; a new one may be sent', async () => {
    const { store, phone, send, check, challenge } = await desk();
    await send();
    const code = received(phone);
    expect(await check(wrong(code))).toEqual({ outcome: 'WRONG', notice: notice(SEED_001.CODE_WRONG) });
    expect(await check(wrong(code))).toEqual({ outcome: 'WRONG', notice: notice(SEED_001.CODE_WRONG) });
    expect((await challenge()).attemptsLeft).toBe(1);
    expect(await check(wrong(code))).toEqual({
      outcome: 'EXHAUSTED',
      notice: notice(SEED_001.CODE_EXHAUSTED),
    });
    expect(await check(code)).toEqual({ outcome: 'EXHAUSTED', notice: notice(SEED_001.CODE_EXHAUSTED) });
    expect(await challenge()).toMatchObject({
      state: 'EXHAUSTED',
      attemptsLeft: 0,
      isResend: true,
      resendsLeft: 3,
    });
    expect(await send()).toMatchObject({ outcome: 'RESENT', notice: notice(SEED_001.RESENT) });
    expect((await check(received(phone))).outcome).toBe('VERIFIED');
    expect(await actions(store)).toEqual([
      ...['code.requested', 'code.sent', 'code.failed', 'code.failed', 'code.exhausted'],
      ...['code.requested', 'code.sent'],
    ]);
  });

  test('a number that two citizens share: shown, and only a supervisor sends a code there, which the log says', async () => {
    const { store, phone, send, challenge } = await desk();
    expect((await challenge()).shared).toBe(false);
    await aCitizen(store, { phone: MOBILE });
    expect((await challenge()).shared).toBe(true);
    await expect(send()).rejects.toMatchObject({ code: 'FORBIDDEN', details: { reason: 'SUPERVISOR' } });
    expect(phone.messages).toEqual([]);
    const refused = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'access.refused' } });
    expect(JSON.parse(refused.details)).toEqual({ procedure: 'identity.sendCode', reason: 'SUPERVISOR' });
    expect((await send(await aUser(store, { role: 'SUPERVISOR' }))).outcome).toBe('SENT');
    const asked = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'code.requested' } });
    expect(JSON.parse(asked.details)).toMatchObject({ phone: MASKED, shared: true });
  });

  test('the resent one voids the one before', async () => {
    const { phone, send, check } = await desk();
    await send();
    const first = received(phone);
    await send();
    // One in a million is the same.
    if (received(phone) !== first) expect((await check(first)).outcome).toBe('WRONG');
    expect((await check(received(phone))).outcome).toBe('VERIFIED');
  });

  test('after the last resend none is sent until the cool-down is over', async () => {
    const { clock, store, phone, send, check, challenge } = await desk();
    for (const outcome of ['SENT', 'RESENT', 'RESENT', 'RESENT', 'RESEND_LIMIT'] as const) {
      expect((await send()).outcome).toBe(outcome);
      clock.advance(MINUTE);
    }
    expect(phone.messages).toHaveLength(4);
    expect((await send()).notice).toEqual(notice(SEED_001.RESEND_LIMIT));
    expect(await actions(store)).toContain('code.resendLimit');
    expect(await challenge()).toMatchObject({ resendsLeft: 0, secondsToWait: 28 * 60 });
    expect((await check(received(phone))).outcome, 'the last one is good all the same').toBe('VERIFIED');
  });

  test('the cool-down counts from the last one sent, and then it starts from the beginning', async () => {
    const { clock, phone, send, challenge } = await desk();
    for (let n = 0; n < 4; n++) await send();
    clock.advance(30 * MINUTE - 1);
    expect((await send()).outcome).toBe('RESEND_LIMIT');
    clock.advance(1);
    expect(await challenge()).toMatchObject({ isResend: false, resendsLeft: 3, secondsToWait: null });
    expect((await send()).outcome).toBe('SENT');
    expect(phone.messages).toHaveLength(5);
  });

  test('expires', async () => {
    const { clock, phone, send, check, challenge } = await desk();
    await send();
    clock.advance(5 * MINUTE - 1);
    expect((await challenge()).secondsLeft).toBe(1);
    clock.advance(1);
    expect(await challenge()).toMatchObject({ state: 'EXPIRED', secondsLeft: 0, attemptsLeft: 0 });
    expect(await check(received(phone))).toEqual({ outcome: 'EXPIRED', notice: null });
  });

  test('what is no code costs no attempt', async () => {
    const { send, check, challenge } = await desk();
    await send();
    for (const text of ['', '12345', '1234567', '12345a', '١٢٣٤٥٦']) {
      await expect(check(text)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: ['code'] },
      });
    }
    expect((await challenge()).attemptsLeft).toBe(3);
    expect((await check('123456')).outcome).not.toBe('NONE');
  });

  test('a stale case judges nothing', async () => {
    const { store, phone, ana, caseId, send, challenge } = await desk();
    await send();
    for (const code of [received(phone), wrong(received(phone))]) {
      const stale = checkCode(store, ana, { caseId, version: 9, target: IDENTITY, code });
      await expect(stale).rejects.toMatchObject({ code: 'STALE' });
    }
    expect(await challenge()).toMatchObject({ state: 'PENDING', attemptsLeft: 3 });
  });
});

describe('is bound', () => {
  test('to its case: another case of the same citizen does not take it, and its own code voids it', async () => {
    const { store, phone, ana, send, check } = await desk();
    const other = await aCase(store, phone, ana);
    await send();
    const code = received(phone);
    expect((await other.check(code)).outcome).toBe('NONE');
    await other.send();
    expect((await check(code)).outcome).toBe('VOID');
    expect((await other.check(received(phone))).outcome).toBe('VERIFIED');
  });

  test('to its citizen', async () => {
    const { store, phone, ana, caseId, citizen, send, check, version } = await desk();
    const other = await aCitizen(store, { phone: '+34699000111' });
    await send();
    const code = received(phone);
    await setCitizen(store, ana, { caseId, version: await version(), citizenId: other.id });
    expect((await check(code)).outcome).toBe('NONE');
    await setCitizen(store, ana, { caseId, version: await version(), citizenId: citizen.id });
    expect((await check(code)).outcome).toBe('VERIFIED');
  });

  test('to the phone on record at the time', async () => {
    const { clock, store, phone, citizen, send, check, challenge } = await desk();
    await send();
    clock.advance(1000);
    await store.write((tx) =>
      openPhoneRecord(tx, clock.now(), {
        ...{ citizenId: citizen.id, e164: '+34699000111', reason: 'Otro', origin: 'IMPORT' },
        contactSet: 'ELECTRONIC',
        recordedById: null,
        changeId: null,
      }),
    );
    expect(await challenge()).toMatchObject({ state: 'VOID', maskedPhone: '+34 699000***' });
    expect((await check(received(phone))).outcome).toBe('VOID');
  });

  test('to its purpose: a code to a new number shows that he holds it, and does not verify who he is', async () => {
    const { store, phone, ana, caseId, send, check, version } = await desk();
    expect(await send(ana, phone, { purpose: 'POSSESSION', phone: '699 000 111' })).toMatchObject({
      notice: sentNotice('+34 699000***'),
    });
    expect(phone.messages[0]?.to).toBe('+34699000111');
    const code = received(phone);
    expect((await check(code)).outcome).toBe('NONE');
    const target = { purpose: 'POSSESSION', phone: '+34 699 000 111' } as const;
    const on = { caseId, version: await version(), target };
    const shown = await checkCode(store, ana, { ...on, code });
    expect(shown).toMatchObject({
      check: { outcome: 'VERIFIED' },
      codeId: 1,
      detail: { identityLevel: 'NONE' },
    });
    expect(await actions(store)).toContain('code.possessionShown');
    await expect(send(ana, phone, { purpose: 'POSSESSION', phone: '12' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});

describe('no code', () => {
  test.each([
    ['NO_PHONE', {}],
    ['NO_MOBILE', { phone: '+34976123456' }],
    ['NO_MOBILE', { phone: '+34701234567' }],
    ['DECEASED', { phone: MOBILE, deceased: true }],
  ] as const)('%s', async (reason, citizenIs) => {
    const { phone, send, challenge } = await desk(citizenIs);
    expect((await challenge()).obstacle).toBe(reason);
    await expect(send()).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET', details: { reason } });
    expect(phone.messages).toEqual([]);
  });

  test('without a citizen, or without a gateway', async () => {
    const { store, ana, caseId, send, challenge, version } = await desk();
    expect((await challenge(null)).obstacle).toBe('NO_GATEWAY');
    await expect(send(ana, null)).rejects.toMatchObject({ details: { reason: 'NO_GATEWAY' } });
    await setCitizen(store, ana, { caseId, version: await version(), citizenId: null });
    expect(await challenge()).toMatchObject({ obstacle: 'NO_CITIZEN', maskedPhone: null });
    await expect(send()).rejects.toMatchObject({ details: { reason: 'NO_CITIZEN' } });
  });

  test('to somebody who died while it was on its way', async () => {
    const { store, phone, citizen, send, check } = await desk();
    await send();
    await store.write((tx) => tx.citizen.update({ where: { id: citizen.id }, data: { deceased: true } }));
    await expect(check(received(phone))).rejects.toMatchObject({ details: { reason: 'DECEASED' } });
    expect(await store.prisma.verification.count()).toBe(0);
  });
});

describe('the gateway', () => {
  const answering = (result: SendResult): SmsGateway => ({
    kind: 'HTTPS',
    delivery: null,
    send: async () => result,
  });

  test('that certainly did not send it costs no resend; what nobody knows does', async () => {
    const { store, ana, send, check, challenge } = await desk();
    const down = answering(refused('UNREACHABLE', false));
    expect(await send(ana, down)).toEqual({
      ...{ outcome: 'NOT_SENT', notice: null, refusal: 'UNREACHABLE', refusalDetail: null },
    });
    expect(await challenge()).toMatchObject({ state: 'NOT_SENT', isResend: false, resendsLeft: 3 });
    expect((await check('000000')).outcome).toBe('NONE');
    expect(await send(ana, answering(refused('TIMEOUT', true)))).toMatchObject({
      outcome: 'SENT',
      refusal: 'TIMEOUT',
    });
    expect(await challenge()).toMatchObject({ state: 'PENDING', isResend: true, canAskDelivery: false });
    expect(await actions(store)).toEqual([
      'code.requested',
      'code.notSent',
      'code.requested',
      'code.notSent',
    ]);
  });

  test('says what became of the message when it is asked', async () => {
    const { store, phone, caseId, send, challenge } = await desk();
    await send();
    expect(await challenge()).toMatchObject({ delivery: null, canAskDelivery: true });
    await askDelivery(store, phone, caseId);
    expect((await challenge()).delivery).toBe('DELIVERED');
  });
});

describe('limits hold', () => {
  test('for two desks at once: the newer code voids the older, and both count', async () => {
    const { store, phone, ana, send, check } = await desk();
    const bea = await aUser(store);
    const outcomes = await Promise.all([send(ana), send(bea), send(ana), send(bea), send(ana), send(bea)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      ...['RESEND_LIMIT', 'RESEND_LIMIT', 'RESENT', 'RESENT', 'RESENT', 'SENT'],
    ]);
    expect(
      await store.prisma.oneTimeCode.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } }),
    ).toEqual([
      { state: 'PENDING', _count: 1 },
      { state: 'VOID', _count: 3 },
    ]);
    const newest = await store.prisma.oneTimeCode.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(newest.state).toBe('PENDING');
    const codeOf = (row: { gatewayId: string | null }) =>
      received({ messages: phone.messages.filter(({ id }) => id === row.gatewayId) });
    const older = await store.prisma.oneTimeCode.findFirstOrThrow();
    if (codeOf(older) !== codeOf(newest)) expect((await check(codeOf(older), bea)).outcome).toBe('WRONG');
    expect((await check(codeOf(newest), bea)).outcome).toBe('VERIFIED');
  });

  test('for many guesses at once: three are judged', async () => {
    const { store, phone, send, check } = await desk();
    await send();
    const code = received(phone);
    const guesses = await Promise.all(Array.from({ length: 8 }, () => check(wrong(code))));
    expect(guesses.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array<string>(6).fill('EXHAUSTED'),
      'WRONG',
      'WRONG',
    ]);
    expect(await store.prisma.oneTimeCode.findFirstOrThrow()).toMatchObject({
      attempts: 3,
      state: 'EXHAUSTED',
    });
  });

  test('over a restart of the program', async () => {
    const clock = testClock();
    const dataDir = temporaryFolder();
    const open = () => openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY }, clock });
    let store = await open();
    const ana = await aUser(store);
    await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }], phone: MOBILE });
    const phone = new SimulatedPhone(clock);
    const { caseId, send, check } = await aCase(store, phone, ana);
    for (let n = 0; n < 4; n++) await send();
    await check(wrong(received(phone)));
    const before = await loadChallenge(store, phone, caseId);
    await store.close();
    store = await open();
    expect(await loadChallenge(store, phone, caseId)).toEqual(before);
    const on = { caseId, version: 1 };
    expect(await sendCode(store, phone, ana, { ...on, target: IDENTITY, language: 'es' })).toMatchObject({
      outcome: 'RESEND_LIMIT',
    });
    const { check: checked } = await checkCode(store, ana, {
      ...on,
      target: IDENTITY,
      code: received(phone),
    });
    expect(checked.outcome).toBe('VERIFIED');
    await store.close();
  });

  test('when the clock goes back: nobody gets a try or a code more, whatever it does', async () => {
    const { clock, phone, send, check, challenge } = await desk();
    for (let n = 0; n < 4; n++) await send();
    const code = received(phone);
    expect((await check(wrong(code))).outcome).toBe('WRONG');
    clock.advance(-MINUTE);
    expect((await challenge()).state).toBe('EXPIRED');
    expect((await check(code)).outcome).toBe('EXPIRED');
    expect((await send()).outcome).toBe('RESEND_LIMIT');
    clock.advance(-365 * 24 * 60 * MINUTE);
    expect((await send()).outcome).toBe('RESEND_LIMIT');
    clock.set('2026-03-16T10:05:00Z');
    expect((await send()).outcome).toBe('RESEND_LIMIT');
    expect((await check(code)).outcome, 'over is over').toBe('EXPIRED');
    clock.set('2026-03-16T10:30:00Z');
    expect((await send()).outcome).toBe('SENT');
  });

  test('per person signed in and hour, whatever came of them', async () => {
    const { clock, store, ana, send } = await desk();
    const bea = await aUser(store);
    await limits(store, { perPersonAndHour: 2 });
    const down: SmsGateway = {
      kind: 'SMPP',
      delivery: null,
      send: async () => refused('UNREACHABLE', false),
    };
    await send(ana, down);
    await send(ana, down);
    await expect(send(ana)).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { reason: 'PERSON' } });
    expect((await send(bea)).outcome).toBe('SENT');
    clock.advance(60 * MINUTE);
    expect((await send(ana)).outcome).toBe('SENT');
  });

  test('per citizen and day, from every case, used or not', async () => {
    const { clock, store, phone, send, check } = await desk();
    await limits(store, { perCitizenAndDay: 2 });
    await send();
    await check(received(phone));
    await send();
    await expect(send()).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { reason: 'CITIZEN' } });
    clock.advance(24 * 60 * MINUTE);
    expect((await send()).outcome).toBe('SENT');
  });

  test('as the office sets them', async () => {
    const { clock, store, phone, send, check, challenge } = await desk();
    await limits(store, { lifetimeMinutes: 2, attempts: 1, resends: 0, coolDownMinutes: 10 });
    await send();
    expect(phone.messages[0]?.text).toContain('2 minutos');
    expect(await challenge()).toMatchObject({ secondsLeft: 120, attemptsLeft: 1, resendsLeft: 0 });
    expect((await send()).outcome).toBe('RESEND_LIMIT');
    expect((await check(wrong(received(phone)))).outcome).toBe('EXHAUSTED');
    clock.advance(10 * MINUTE);
    expect((await send()).outcome).toBe('SENT');
  });
});

test('SMS is above a document on the ladder, and stays when a document is looked at again', async () => {
  const { store, phone, ana, caseId, attachments, send, check, version } = await desk();
  const checklist = {
    attachmentIds: attachments.map(({ id }) => id),
    legible: true,
    matches: true,
    inForce: true,
  };
  const on = { caseId, checklist, notes: 'No se lee.' };
  await verifyByDocument(store, ana, { ...on, version: await version(), result: 'VERIFIED' });
  await send();
  await check(received(phone));
  const again = await verifyByDocument(store, ana, { ...on, version: await version(), result: 'REJECTED' });
  expect(again.identityLevel).toBe('SMS');
});
