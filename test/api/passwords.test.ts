import { describe, expect, test } from 'vitest';
import { WORD_CATEGORIES } from '../../main/registrations/word-question.ts';
import { saveGateway } from '../../main/sms/config.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { apiDesk } from '../support/api.ts';
import { kioskPage, type KioskPage } from '../support/kiosk.ts';
import { aRegistration, anActivated, anotherCode, type Registered } from '../support/registration.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const FIRST = 'Tortug4;verde';
const NEXT = 'Elefant3;gris';
const categories = new Map<string, readonly string[]>(Object.entries(WORD_CATEGORIES));

async function office() {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const { services } = await apiDesk(store);
  await saveGateway(store, SYSTEM_ACTOR, { data: { kind: 'SIMULATOR' }, secret: null });
  const kiosk = async () => {
    const page = kioskPage(services);
    await page.client.kiosk.begin({ language: 'es' });
    return page;
  };
  const sms = () => /\b\d{6}\b/u.exec(services.phone?.messages[0]?.text ?? '')?.[0] ?? 'none';
  return { clock, store, services, kiosk, sms, page: await kiosk() };
}

const answerTo = ({ category, words }: { category: string; words: readonly string[] }) =>
  words.find((word) => categories.get(category)?.includes(word)) ?? '';

type Cause = 'ACTIVATION' | 'FORGOTTEN';

async function prove({ client }: KioskPage, cause: Cause, registered: Registered, change: object = {}) {
  const answer = answerTo(await client.passwords.question());
  const { document, email, activationCode } = registered;
  const shown = { type: 'DNI' as const, number: document.number };
  return client.passwords.prove({ cause, document: shown, email, activationCode, answer, ...change });
}

const own = ({ document }: Registered) => ({ type: null, number: document.number });
const visitOf = async ({ client }: KioskPage) => (await client.kiosk.state()).visit;
const notAllowed = { code: 'NOT_ALLOWED_YET' };

describe('a password at the kiosk', () => {
  test('is set, used, changed, forgotten, and given up', async () => {
    const { store, sms, page, kiosk } = await office();
    const { passwords } = page.client;
    const registered = await aRegistration(store);

    expect(await prove(page, 'FORGOTTEN', registered)).toMatchObject({ outcome: 'NOT_ACTIVE' });
    expect(await prove(page, 'ACTIVATION', registered)).toMatchObject({ outcome: 'PROVEN', attempts: 5 });
    await expect(passwords.set({ password: FIRST })).rejects.toMatchObject(notAllowed);
    expect((await passwords.sendCode()).notice?.message).toContain('+34 600123***');
    expect((await passwords.checkCode({ code: sms() })).outcome).toBe('VERIFIED');
    expect(await passwords.check({ password: 'Benjumea' })).toMatchObject({
      notOwnData: false,
      length: true,
    });
    expect(await passwords.set({ password: 'Benjumea;1' })).toBe('POLICY');
    expect(await passwords.set({ password: FIRST })).toBe('SET');
    await expect(passwords.set({ password: NEXT })).rejects.toMatchObject(notAllowed);
    expect(await prove(page, 'ACTIVATION', registered)).toMatchObject({ outcome: 'ALREADY_ACTIVE' });

    // In, without the second factor; with it once a code was answered.
    expect(await visitOf(page)).toMatchObject({ isIdentified: false });
    expect(await passwords.signIn({ document: own(registered), password: FIRST })).toMatchObject({
      outcome: 'ADMITTED',
    });
    expect(await visitOf(page)).toMatchObject({ isIdentified: true });

    const other = await kiosk();
    const { passwords: there } = other.client;
    const change = { cause: 'CHANGE', document: own(registered) } as const;
    expect((await there.proveCurrent({ ...change, password: NEXT })).outcome).toBe('REFUSED');
    await expect(there.check({ password: NEXT })).rejects.toMatchObject(notAllowed);
    expect((await there.proveCurrent({ ...change, password: FIRST })).outcome).toBe('PROVEN');
    expect(await there.set({ password: FIRST })).toBe('SAME');
    expect(await there.set({ password: NEXT })).toBe('SET');

    for (let turn = 0; turn < 6; turn++) {
      const { outcome } = await there.signIn({ document: own(registered), password: FIRST });
      expect(outcome).toBe('REFUSED');
    }
    expect((await there.signIn({ document: own(registered), password: NEXT })).outcome).toBe('REFUSED');
    expect(await prove(other, 'FORGOTTEN', registered, { email: '' })).toMatchObject({ outcome: 'PROVEN' });
    await there.sendCode();
    await there.checkCode({ code: sms() });
    expect(await there.set({ password: FIRST })).toBe('SET');
    expect((await there.signIn({ document: own(registered), password: FIRST })).outcome).toBe('ADMITTED');
    // He came in here: the visit at the first kiosk is over.
    expect(await visitOf(page)).toBeNull();

    await expect(there.close()).rejects.toMatchObject(notAllowed);
    const close = { cause: 'CLOSE', document: own(registered), password: FIRST } as const;
    expect((await there.proveCurrent(close)).outcome).toBe('PROVEN');
    await expect(there.set({ password: NEXT })).rejects.toMatchObject(notAllowed);
    await there.close();
    expect(await visitOf(other)).toMatchObject({ isIdentified: false });
    expect((await there.signIn({ document: own(registered), password: FIRST })).outcome).toBe('REFUSED');
    expect(await prove(other, 'FORGOTTEN', registered)).toMatchObject({ outcome: 'REFUSED' });
  });

  test('a question is answered once, and before it nothing else is looked at', async () => {
    const { store, page } = await office();
    const registered = await aRegistration(store);
    const { passwords } = page.client;
    const first = await passwords.question();
    const input = {
      cause: 'ACTIVATION',
      document: own(registered),
      email: registered.email,
      activationCode: anotherCode(registered.activationCode),
    } as const;
    const wrong = await passwords.prove({ ...input, answer: 'Berenjena' });
    expect(wrong.outcome).toBe('WRONG_ANSWER');
    expect(wrong.question).not.toEqual(first);
    expect((await passwords.prove({ ...input, answer: answerTo(first) })).outcome).toBe('WRONG_ANSWER');
    expect(await store.prisma.activationCode.findFirst()).toMatchObject({ failures: 0 });
    expect(JSON.stringify(wrong)).not.toContain('"answer"');
  });

  test('the next question is another, whoever stands at the kiosk by then', async () => {
    const { page } = await office();
    const asked: string[] = [];
    for (let visit = 0; visit < 100; visit += 1) {
      await page.client.kiosk.begin({ language: 'es' });
      asked.push((await page.client.passwords.question()).category);
    }
    expect(asked.filter((category, turn) => category === asked[turn - 1])).toEqual([]);
  });

  test('before any question was asked no answer is right, not even an empty one', async () => {
    const { store, page } = await office();
    const registered = await aRegistration(store);
    const { email, activationCode } = registered;
    const input = {
      cause: 'ACTIVATION',
      document: own(registered),
      email,
      activationCode,
      answer: '',
    } as const;
    expect((await page.client.passwords.prove(input)).outcome).toBe('WRONG_ANSWER');
  });

  test('what cannot be a document or a code costs no attempt', async () => {
    const { store, page } = await office();
    const registered = await aRegistration(store);
    const bad = { document: { type: 'DNI', number: '12345678A' } };
    expect(await prove(page, 'ACTIVATION', registered, bad)).toMatchObject({ outcome: 'BAD_DOCUMENT' });
    const passport = { document: { type: null, number: 'AAA123456' } };
    expect(await prove(page, 'ACTIVATION', registered, passport)).toMatchObject({ outcome: 'BAD_DOCUMENT' });
    expect(await prove(page, 'ACTIVATION', registered, { activationCode: '1234' })).toMatchObject({
      outcome: 'BAD_CODE',
    });
    expect(await store.prisma.activationCode.findFirst()).toMatchObject({ failures: 0 });
  });

  test('whatever was proved is proved no more after another question, another claim, or the end', async () => {
    const { store, services, page } = await office();
    const registered = await aRegistration(store);
    const { passwords, kiosk } = page.client;
    for (const forget of [
      () => passwords.question(),
      async () => services.visits.claim(page.connectionId, registered.citizenId),
      () => kiosk.begin({ language: 'es' }),
    ]) {
      expect((await prove(page, 'ACTIVATION', registered)).outcome).toBe('PROVEN');
      await forget();
      await expect(passwords.sendCode()).rejects.toMatchObject(notAllowed);
    }
  });

  test('who leaves while the password is compared is not let in, nor is the next one in his name', async () => {
    const { store, page } = await office();
    const registered = await anActivated(store, FIRST);
    const entering = page.client.passwords.signIn({ document: own(registered), password: FIRST });
    await page.client.kiosk.end({ ending: 'ENDED' });
    await page.client.kiosk.begin({ language: 'es' });
    await expect(entering).rejects.toMatchObject({ code: 'VISIT_ENDED' });
    expect(await visitOf(page)).toMatchObject({ isIdentified: false });
  });

  test('a code for one visit answers in no other', async () => {
    const { store, page, kiosk, sms } = await office();
    const registered = await aRegistration(store);
    await prove(page, 'ACTIVATION', registered);
    await page.client.passwords.sendCode();
    const other = await kiosk();
    await prove(other, 'ACTIVATION', registered);
    expect((await other.client.passwords.checkCode({ code: sms() })).outcome).toBe('NONE');
  });

  test('the password opens; the second factor is a code to the registered telephone', async () => {
    const { store, services, page, sms } = await office();
    const registered = await anActivated(store, FIRST);
    await page.client.passwords.signIn({ document: own(registered), password: FIRST });
    const visitor = () => services.visits.at(page.connectionId)?.visitor;
    expect(visitor()).toMatchObject({ method: 'PASSWORD', secondFactor: false });
    const { kiosk } = page.client;
    expect(await kiosk.personalPage()).toMatchObject({
      phones: [],
      registered: { maskedPhone: '+34 600123***' },
    });
    await expect(kiosk.report({ saved: false })).rejects.toMatchObject(notAllowed);
    await kiosk.sendCode();
    await kiosk.checkCode({ code: sms() });
    expect(visitor()).toEqual({ citizenId: registered.citizenId, method: 'PASSWORD', secondFactor: true });
    expect((await kiosk.report({ saved: false })).type).toBe('application/pdf');
  });

  test('a code that is answered when its visit is over lets nobody in', async () => {
    const { store, page, sms } = await office();
    const registered = await anActivated(store, FIRST);
    const { kiosk, passwords } = page.client;
    await passwords.signIn({ document: own(registered), password: FIRST });
    await kiosk.sendCode();
    const answering = kiosk.checkCode({ code: sms() });
    await kiosk.begin({ language: 'es' });
    await expect(answering).rejects.toMatchObject({ code: 'VISIT_ENDED' });
    expect(await visitOf(page)).toMatchObject({ isIdentified: false });
  });
});
