import { describe, expect, test } from 'vitest';
import { createCase } from '../../main/cases/create.ts';
import { DIAGNOSIS_TEXTS } from '../../main/identity/diagnosis-texts.ts';
import { saveGateway } from '../../main/sms/config.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { aCitizen, aMessage, declared } from '../support/builders.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { temporaryStore, testClock } from '../support/store.ts';

async function desk(role: 'CLERK' | 'ADMIN' = 'CLERK') {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const api = await apiDesk(store, role);
  await saveGateway(store, SYSTEM_ACTOR, { data: { kind: 'SIMULATOR' }, secret: null });
  return { clock, store, ...api };
}

async function aCase({ services: { store }, clerk }: ApiDesk): Promise<number> {
  await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }], phone: '+34612034567' });
  const messageId = await aMessage(store, { person: declared({ id: '99193443D' }) });
  return (await createCase(store, clerk, { messageId })).id;
}

describe('a challenge from a window', () => {
  test('is sent, seen on the telephone of the demo, and answered; every window is told', async () => {
    const d = await desk();
    const caseId = await aCase(d);
    const { identity } = d.client;
    const { sent, challenge } = await identity.sendCode({ caseId, version: 1, language: 'gl' });
    expect(sent).toMatchObject({ outcome: 'SENT', refusal: null });
    expect(challenge).toMatchObject({ state: 'PENDING', language: 'gl', maskedPhone: '+34 612034***' });
    expect(d.told).toContainEqual({ type: 'CASE_CHANGED', caseId, by: d.clerk.name });
    const [sms] = await identity.simulatedPhone();
    expect(sms).toMatchObject({ to: '+34612034567' });
    expect(sms?.text).toContain('contrasinal');
    expect((await identity.askDelivery({ caseId })).delivery).toBe('DELIVERED');
    const code = /\b\d{6}\b/.exec(sms?.text ?? '')?.[0] ?? '';
    const { check, detail } = await identity.checkCode({ caseId, version: 1, code });
    expect(check.outcome).toBe('VERIFIED');
    expect(detail).toMatchObject({ identityLevel: 'SMS', version: 2 });
    expect(JSON.stringify(d.told)).not.toContain(code);
    expect(d.told.some(({ type }) => type === 'MESSAGES_CHANGED')).toBe(true);
  });

  test('that the office cannot send says why', async () => {
    const d = await desk();
    const caseId = await aCase(d);
    await saveGateway(d.store, SYSTEM_ACTOR, { data: { kind: 'NONE' }, secret: null });
    expect((await d.client.identity.challenge({ caseId })).obstacle).toBe('NO_GATEWAY');
    await expect(d.client.identity.sendCode({ caseId, version: 1, language: 'es' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
      data: { details: { reason: 'NO_GATEWAY' } },
    });
  });
});

test('the diagnosis answers in the words of the service, and only so often', async () => {
  const d = await desk('ADMIN');
  const settings = await d.client.settings.get();
  await d.client.settings.save({ ...settings, sms: { ...settings.sms, diagnosesPerHour: 1 } });
  const input = { id: '99193443D', birth: '1987-11-22', phone: '612034567', prefix: '+34' };
  expect(await d.client.identity.diagnose(input)).toEqual({
    outcome: 'NO_MATCH',
    ...DIAGNOSIS_TEXTS.NO_MATCH,
  });
  await expect(d.client.identity.diagnose(input)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});

describe('the gateway of the office', () => {
  test('is saved and tried by an administrator; the log has neither number nor secret', async () => {
    const d = await desk('ADMIN');
    const { identity } = d.client;
    expect(await identity.testSms({ phone: '612 03 45 67' })).toEqual({ refusal: null, detail: null });
    expect((await identity.simulatedPhone())[0]?.text).toContain('mensaje de prueba');
    const data = {
      kind: 'HTTPS',
      url: 'https://127.0.0.1:1/sms',
      headers: 'X-Clave: {{secreto}}',
      body: '{"a":"{{destino}}","b":"{{texto}}"}',
      idField: 'id',
      status: null,
      caPem: null,
    } as const;
    expect(await identity.saveGateway({ data, secret: 'muy-secreto' })).toEqual({ data, hasSecret: true });
    expect(await identity.testSms({ phone: '612 03 45 67' })).toEqual({
      refusal: 'UNREACHABLE',
      detail: null,
    });
    await expect(identity.testSms({ phone: '976 123 456' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const log = JSON.stringify(await d.store.prisma.auditEntry.findMany());
    expect(log).not.toContain('muy-secreto');
    expect(log).not.toContain('612034567');
  });

  test('on real data there is no telephone to look at', async () => {
    const store = await temporaryStore();
    const { client } = await apiDesk(store, 'CLERK', null);
    await expect(client.identity.simulatedPhone()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
