import { describe, expect, test } from 'vitest';
import { loadChallenge } from '../../main/identity/challenge.ts';
import { checkCode } from '../../main/identity/check-code.ts';
import { sendCode } from '../../main/identity/send-code.ts';
import type { SmsSettings } from '../../main/settings/model.ts';
import { loadSettings, saveSettings } from '../../main/settings/settings.ts';
import { refused, type SmsGateway } from '../../main/sms/gateway.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { aCitizen, aUser } from '../support/builders.ts';
import { temporaryFolder, TEST_KEY, testClock } from '../support/store.ts';
import { aCase, desk, IDENTITY, MINUTE, MOBILE, received, wrong } from './code-desk.ts';

async function limits(store: Store, change: Partial<SmsSettings>): Promise<void> {
  const settings = await loadSettings(store);
  await saveSettings(store, SYSTEM_ACTOR, { ...settings, sms: { ...settings.sms, ...change } });
}

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
