import { beforeEach, describe, expect, it } from 'vitest';
import type { Citizen } from '../../main/citizens/model.ts';
import { closePhoneRecord } from '../../main/citizens/phone-record.ts';
import { saveSettings } from '../../main/settings/settings.ts';
import { loadSettings } from '../../main/settings/settings.ts';
import { saveGateway } from '../../main/sms/config.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { GRACE_MS } from '../../main/kiosk/visits.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { aCitizen, aMessage } from '../support/builders.ts';
import { kioskPage, type KioskPage } from '../support/kiosk.ts';
import { aRegistration } from '../support/registration.ts';
import { temporaryStore, testClock, type TestClock } from '../support/store.ts';

/** Access by SMS as seed 001 shows it, at a kiosk. */

const PHONE = '+34612034567';
const MINUTE = 60_000;

let clock: TestClock;
let store: Store;
let phone: SimulatedPhone;
let desk: ApiDesk;
let kiosk: KioskPage;
let citizen: Citizen;

beforeEach(async () => {
  clock = testClock();
  store = await temporaryStore(clock);
  await saveGateway(store, SYSTEM_ACTOR, { data: { kind: 'SIMULATOR' }, secret: null });
  phone = new SimulatedPhone(clock);
  desk = await apiDesk(store, 'SUPERVISOR', phone);
  citizen = await aCitizen(store, { phone: PHONE, email: 'rocio@correo.example', address: 'Calle Nueva, 1' });
  kiosk = kioskPage(desk.services);
  await kiosk.client.kiosk.begin({ language: 'es' });
});

function dni({ documents }: Citizen): string {
  return documents[0]?.number ?? '';
}

function typedBy(one: Citizen, change: Partial<Record<'id' | 'birth' | 'phone' | 'prefix', string>> = {}) {
  return { id: dni(one), birth: '22/11/1987', phone: '612034567', prefix: '+34', ...change };
}

/** The six digits of the newest message. */
function code(): string {
  return /\d{6}/u.exec(phone.messages[0]?.text ?? '')?.[0] ?? '';
}

const wrong = () => (code() === '000000' ? '000001' : '000000');

async function enter(page = kiosk, one = citizen): Promise<void> {
  await page.client.kiosk.smsAccess(typedBy(one));
  const { check } = await page.client.kiosk.checkCode({ code: code() });
  expect(check.outcome).toBe('VERIFIED');
}

describe('the messages of the table', () => {
  it.each([
    [{ id: '99999999X' }, 'El documento identificativo introducido no tiene un formato válido.'],
    [{ birth: '31/02/1987' }, 'La fecha introducida no tiene un formato válido.'],
    [{ phone: '976123456' }, 'El número de teléfono móvil introducido no tiene un formato válido.'],
    [
      { phone: '699999999' },
      'Los datos que has introducido no coinciden. Revisa los datos. Si tu número de teléfono ha cambiado, modifícalo en tu área personal o solicita el cambio a través de Enviar una solicitud',
    ],
    [
      { birth: '23/11/1987' },
      'Los datos que has introducido no coinciden. Revisa los datos. Si tu número de teléfono ha cambiado, modifícalo en tu área personal o solicita el cambio a través de Enviar una solicitud',
    ],
  ])('%o: %s', async (change, message) => {
    const { diagnosis, code: sent } = await kiosk.client.kiosk.smsAccess(typedBy(citizen, change));
    expect([diagnosis.message, sent]).toEqual([message, null]);
    expect(phone.messages).toEqual([]);
    await expect(kiosk.client.kiosk.checkCode({ code: '123456' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
    });
  });

  it('of who died, and of who has no phone on record', async () => {
    const dead = await aCitizen(store, { phone: '+34612034568', deceased: true });
    const phoneless = await aCitizen(store);
    const told = async (one: Citizen) => (await kiosk.client.kiosk.smsAccess(typedBy(one))).diagnosis.message;
    expect(await told(dead)).toMatch(
      /^No es posible su identificación: El identificador pertenece a un fallecido\./,
    );
    expect(await told(phoneless)).toMatch(/^Tu teléfono no consta en nuestra base de datos\./);
    expect(phone.messages).toEqual([]);
  });

  it('of the code: sent, sent again, wrong, and used up, after which the data are asked for anew', async () => {
    const { code: sent } = await kiosk.client.kiosk.smsAccess(typedBy(citizen));
    expect(sent).toMatchObject({
      outcome: 'SENT',
      maskedPhone: '+34 612034***',
      notice: {
        message:
          'Te hemos enviado un código de seguridad de 6 dígitos y un sólo uso por SMS al: +34 612034***',
      },
    });
    expect((await kiosk.client.kiosk.sendCode()).notice?.message).toBe(
      'Te hemos reenviado el código de seguridad',
    );
    const answers: (string | undefined)[] = [];
    for (let count = 1; count <= 3; count += 1) {
      const { check } = await kiosk.client.kiosk.checkCode({ code: wrong() });
      answers.push(check.notice?.message);
    }
    expect(answers).toEqual([
      'Código de seguridad incorrecto',
      'Código de seguridad incorrecto',
      'Se ha superado el número de intentos de validación del código enviado a su teléfono. El código queda anulado.',
    ]);
    await expect(kiosk.client.kiosk.checkCode({ code: code() })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
      data: { details: { reason: 'IDENTITY' } },
    });
  });

  it('of the resends, counted over visits and kiosks, until the cool-down has passed', async () => {
    await kiosk.client.kiosk.smsAccess(typedBy(citizen));
    for (let count = 1; count <= 3; count += 1) await kiosk.client.kiosk.sendCode();
    const other = kioskPage(desk.services);
    await other.client.kiosk.begin({ language: 'es' });
    const { code: sent } = await other.client.kiosk.smsAccess(typedBy(citizen));
    expect([sent?.outcome, sent?.notice?.message]).toEqual([
      'RESEND_LIMIT',
      'Se ha llegado al número máximo de reenvíos permitidos',
    ]);
    clock.advance(30 * MINUTE);
    await other.client.kiosk.begin({ language: 'es' });
    expect((await other.client.kiosk.smsAccess(typedBy(citizen))).code?.outcome).toBe('SENT');
  });
});

describe('the way in', () => {
  it('tells nothing before the code, and the citizen’s own data after it, masked where others might look', async () => {
    await kiosk.client.kiosk.smsAccess(typedBy(citizen));
    for (const call of [kiosk.client.kiosk.personalPage(), kiosk.client.kiosk.report({ saved: false })]) {
      await expect(call).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET' });
    }
    const { state } = await kiosk.client.kiosk.checkCode({ code: code() });
    expect(state.visit).toEqual({ language: 'es', isIdentified: true });
    const page = await kiosk.client.kiosk.personalPage();
    expect(page).toMatchObject({
      method: 'SMS',
      name: 'Rocío Benjumea Cala',
      documents: [`D.N.I. ${dni(citizen)}`],
      maskedEmail: 'r***@correo.example',
      phones: [{ contactSet: 'ELECTRONIC', masked: '+34 612034***' }],
      phoneEvents: [{ kind: 'IMPORT', maskedTo: '+34 612034***' }],
    });
    expect(JSON.stringify(page)).not.toContain('612034567');
    const report = await kiosk.client.kiosk.report({ saved: false });
    expect([report.name, report.type]).toEqual(['informe-datos-identificativos.pdf', 'application/pdf']);
    const acts = await store.prisma.auditEntry.findMany({
      where: { objectType: 'CITIZEN', objectId: citizen.id, actorName: 'Quiosco' },
      orderBy: { id: 'asc' },
    });
    expect(acts.map(({ action }) => action)).toEqual([
      'citizen.accessDiagnosed',
      'code.requested',
      'code.sent',
      'kiosk.citizenAdmitted',
      'citizen.opened',
      'document.generated',
    ]);
    expect(acts.every(({ actorId }) => actorId === null)).toBe(true);
  });

  it('shows the subject of a message only where it is known who wrote it', async () => {
    const messageId = await aMessage(store, { subject: 'Cambio de móvil' });
    const clerk = desk.client;
    const { id: caseId, version } = await clerk.cases.create({ messageId });
    await clerk.cases.setCitizen({ caseId, version, citizenId: citizen.id });
    await enter();
    expect((await kiosk.client.kiosk.personalPage()).messages).toMatchObject([{ subject: null }]);
    await store.write((tx) =>
      tx.message.update({ where: { id: messageId }, data: { identityLevel: 'DOCUMENT' } }),
    );
    expect(await kiosk.client.kiosk.personalPage()).toMatchObject({
      messages: [{ subject: 'Cambio de móvil' }],
      cases: [{ state: 'NEW' }],
    });
  });

  it('is closed to a number that is another citizen’s too: it does not tell which of them has the telephone', async () => {
    await kiosk.client.kiosk.smsAccess(typedBy(citizen));
    const before = code();
    const other = await aCitizen(store, { phone: PHONE });
    const refused = { code: 'NOT_ALLOWED_YET', data: { details: { reason: 'SHARED_PHONE' } } };
    // Sent a moment before, it is good no longer.
    const { check } = await kiosk.client.kiosk.checkCode({ code: before });
    expect(check.outcome).toBe('VOID');
    await expect(kiosk.client.kiosk.sendCode()).rejects.toMatchObject(refused);
    for (const one of [citizen, other]) {
      await expect(kiosk.client.kiosk.smsAccess(typedBy(one))).rejects.toMatchObject(refused);
      await expect(kiosk.client.kiosk.personalPage()).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET' });
    }
    expect(phone.messages).toHaveLength(1);
    const written = await store.prisma.auditEntry.findMany({ where: { action: 'code.notSent' } });
    expect(written.map(({ objectId, details }) => [objectId, JSON.parse(details) as unknown])).toEqual(
      [citizen, citizen, other].map(({ id }) => [
        id,
        { purpose: 'ACCESS', phone: '+34 612034***', reason: 'SHARED_PHONE' },
      ]),
    );
    // Once it is on one record only, its holder gets in.
    await store.write((tx) =>
      closePhoneRecord(tx, clock.now(), { citizenId: other.id, contactSet: 'ELECTRONIC' }),
    );
    await enter();
  });

  it('is closed as well where somebody else registered with that number at the counter', async () => {
    const { e164 } = await aRegistration(store);
    const holder = await aCitizen(store, { phone: e164 });
    await expect(kiosk.client.kiosk.smsAccess(typedBy(holder, { phone: e164 }))).rejects.toMatchObject({
      data: { details: { reason: 'SHARED_PHONE' } },
    });
  });

  it('takes a code in the visit that it was sent for only', async () => {
    await kiosk.client.kiosk.smsAccess(typedBy(citizen));
    await kiosk.client.kiosk.begin({ language: 'es' });
    await expect(kiosk.client.kiosk.checkCode({ code: code() })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
    });
  });

  it('asks all kiosks together to look no more than so often in an hour', async () => {
    const settings = await loadSettings(store);
    await saveSettings(store, SYSTEM_ACTOR, {
      ...settings,
      kiosk: { ...settings.kiosk, diagnosesPerHour: 2 },
    });
    const other = kioskPage(desk.services);
    await other.client.kiosk.begin({ language: 'es' });
    await kiosk.client.kiosk.smsAccess(typedBy(citizen, { id: '1' }));
    await other.client.kiosk.smsAccess(typedBy(citizen, { id: '2' }));
    await expect(kiosk.client.kiosk.smsAccess(typedBy(citizen))).rejects.toMatchObject({
      code: 'RATE_LIMITED',
    });
    await desk.client.identity.diagnose(typedBy(citizen)); // a clerk has his own count
    clock.advance(60 * MINUTE);
    await kiosk.client.kiosk.begin({ language: 'es' });
    expect((await kiosk.client.kiosk.smsAccess(typedBy(citizen))).code?.outcome).toBe('SENT');
  });
});

describe('the report as a file', () => {
  const save = () => kiosk.client.kiosk.report({ saved: true });

  it('is the citizen’s to take while he is there, and the log says that he did; after the end nobody gets it', async () => {
    await expect(save()).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET' });
    await enter();
    expect((await kiosk.client.kiosk.state()).savesReports).toBe(true);
    expect((await save()).type).toBe('application/pdf');
    const [written] = await store.prisma.auditEntry.findMany({ where: { action: 'document.generated' } });
    expect(JSON.parse(written?.details ?? '')).toMatchObject({
      document: 'REPORT',
      method: 'SMS',
      saved: true,
    });
    await kiosk.client.kiosk.end({ ending: 'ENDED' });
    await expect(save()).rejects.toMatchObject({ code: 'VISIT_ENDED' });
    expect(await store.prisma.auditEntry.count({ where: { action: 'document.generated' } })).toBe(1);
  });

  it('is nobody’s where the office does not want it; it can be looked at all the same', async () => {
    const settings = await loadSettings(store);
    await saveSettings(store, SYSTEM_ACTOR, {
      ...settings,
      kiosk: { ...settings.kiosk, savesReports: false },
    });
    await enter();
    expect((await kiosk.client.kiosk.state()).savesReports).toBe(false);
    await expect(save()).rejects.toMatchObject({ data: { details: { reason: 'SAVING' } } });
    expect((await kiosk.client.kiosk.report({ saved: false })).type).toBe('application/pdf');
  });
});

describe('the end', () => {
  it('comes by itself when nothing is done, and everything is forgotten', async () => {
    await enter();
    clock.advance(90_000 + GRACE_MS);
    const state = await kiosk.client.kiosk.state();
    expect([state.visit, state.ending]).toEqual([null, 'IDLE']);
    for (const call of [kiosk.client.kiosk.personalPage(), kiosk.client.kiosk.touch()]) {
      await expect(call).rejects.toMatchObject({ code: 'VISIT_ENDED' });
    }
    await store.audit({ actor: SYSTEM_ACTOR, action: 'store.backup', objectType: 'STORE' }); // after what was queued
    const ended = await store.prisma.auditEntry.findMany({ where: { action: 'kiosk.visitEnded' } });
    expect(ended.map(({ objectId, details }) => [objectId, details])).toEqual([
      [citizen.id, '{"ending":"IDLE"}'],
    ]);
  });

  it('asking how things stand keeps nobody’s visit open', async () => {
    await enter();
    clock.advance(60_000);
    await kiosk.client.kiosk.state();
    clock.advance(30_000 + GRACE_MS);
    expect((await kiosk.client.kiosk.state()).visit).toBeNull();
  });

  it('comes to the older of two kiosks on one citizen', async () => {
    await enter();
    const other = kioskPage(desk.services);
    await other.client.kiosk.begin({ language: 'es' });
    await enter(other);
    expect((await kiosk.client.kiosk.state()).ending).toBe('REPLACED');
    await expect(kiosk.client.kiosk.personalPage()).rejects.toMatchObject({ code: 'VISIT_ENDED' });
    expect((await other.client.kiosk.personalPage()).name).toBe('Rocío Benjumea Cala');
  });
});

describe('opening and leaving', () => {
  it('opens for a supervisor, locks his window, and needs the code that he chose to be left', async () => {
    const { token } = await desk.client.kiosk.open({ exitCode: '864209' });
    expect((await desk.client.session.state()).phase).toBe('LOCKED');
    expect(desk.services.kiosks.enter(token)).not.toBeNull();
    expect(await kiosk.client.kiosk.leave({ code: '000000' })).toEqual({ left: false });
    expect(kiosk.left()).toBe(false);
    await enter();
    expect(await kiosk.client.kiosk.leave({ code: '135790' })).toEqual({ left: true });
    expect(kiosk.left()).toBe(true);
    expect(desk.services.visits.at(kiosk.connectionId)).toBeNull();
    await expect(kiosk.client.kiosk.state()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('an exit code is of six digits at least', async () => {
    await expect(desk.client.kiosk.open({ exitCode: '12345' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });
});
