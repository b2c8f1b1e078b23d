import { describe, expect, test } from 'vitest';
import { setCitizen } from '../../main/cases/acts.ts';
import { openPhoneRecord } from '../../main/citizens/phone-record.ts';
import { askDelivery } from '../../main/identity/challenge.ts';
import { checkCode } from '../../main/identity/check-code.ts';
import { sentNotice } from '../../main/identity/code-texts.ts';
import { verifyByDocument } from '../../main/identity/verify.ts';
import { refused, type SendResult, type SmsGateway } from '../../main/sms/gateway.ts';
import type { Store } from '../../main/store/store.ts';
import { aCitizen, allInOrder, aUser } from '../support/builders.ts';
import { SEED_001 } from '../support/seed-001.ts';
import { aCase, desk, IDENTITY, MINUTE, MOBILE, received, wrong } from './code-desk.ts';

const MASKED = '+34 612034***';

/** What the screen shows of a row of the seed: its solution is for the person who sits at the service's own page. */
function notice({ message, explanation }: (typeof SEED_001)[keyof typeof SEED_001]) {
  return { message, explanation };
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

test('SMS is above a document on the ladder, and stays when a document is looked at again', async () => {
  const { store, phone, ana, caseId, attachments, send, check, version } = await desk();
  const checklist = allInOrder(...attachments.map(({ id }) => id));
  const on = { caseId, checklist, notes: 'No se lee.' };
  await verifyByDocument(store, ana, { ...on, version: await version(), result: 'VERIFIED' });
  await send();
  await check(received(phone));
  const again = await verifyByDocument(store, ana, { ...on, version: await version(), result: 'REJECTED' });
  expect(again.identityLevel).toBe('SMS');
});
