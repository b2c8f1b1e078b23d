import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { loadSettings, saveSending, saveSettings } from '../../main/settings/settings.ts';
import { addNewTemplates, isSetUp, setUpOffice } from '../../main/settings/set-up.ts';
import { listTemplates, saveTemplate, templateVersions } from '../../main/settings/templates.ts';
import { listMailboxes } from '../../main/settings/mailboxes.ts';
import { DEFAULT_TEMPLATES } from '../../main/settings/default-templates.ts';
import { DEFAULT_UNITS, listUnits, saveUnit } from '../../main/settings/units.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { aCertificate } from '../support/certificate.ts';
import { aUser } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const office = {
  provinceCode: '50',
  officeName: 'Dirección Provincial de Zaragoza',
  mailboxAddress: 'zaragoza@seg-social.example',
};
const admin = { userName: 'teresa.gil', displayName: 'Teresa Gil', password: 'una frase bastante larga' };

async function entries(store: Store, action: string) {
  const found = await store.prisma.auditEntry.findMany({ where: { action }, orderBy: { id: 'asc' } });
  return found.map((entry) => JSON.parse(entry.details) as unknown);
}

describe('setUpOffice', () => {
  test('makes the first admin, the settings, the templates and the units', async () => {
    const store = await temporaryStore();
    expect(await isSetUp(store)).toBe(false);
    const user = await setUpOffice(store, { ...office, admin });
    expect(user).toMatchObject({ userName: 'teresa.gil', role: 'ADMIN', active: true });
    expect(await isSetUp(store)).toBe(true);
    expect((await loadSettings(store)).office).toEqual({ ...office, phone: '' });
    expect((await listTemplates(store)).map((template) => template.name).sort()).toEqual(
      DEFAULT_TEMPLATES.map((template) => template.name).sort(),
    );
    expect((await listUnits(store)).map((unit) => unit.name).sort()).toEqual([...DEFAULT_UNITS].sort());
    expect(await entries(store, 'office.setUp')).toEqual([office]);
  });

  test('is refused for good once there is an account, and changes nothing', async () => {
    const store = await temporaryStore();
    await setUpOffice(store, { ...office, admin });
    const again = { ...office, officeName: 'Otra', admin: { ...admin, userName: 'otra.persona' } };
    await expect(setUpOffice(store, again)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await loadSettings(store)).office.officeName).toBe(office.officeName);
    expect(await store.prisma.user.count()).toBe(1);
  });
});

describe('settings', () => {
  test('have defaults before the office is set up', async () => {
    const store = await temporaryStore();
    const settings = await loadSettings(store);
    expect(settings.mail).toEqual({ maxMessageBytes: 52_428_800, maxParts: 200, maxDepth: 20 });
    expect(settings.session.idleMinutes).toBe(10);
  });

  test('are saved whole, and the log says what changed from what to what', async () => {
    const store = await temporaryStore();
    const before = await loadSettings(store);
    const after = {
      ...before,
      office: { ...before.office, ...office },
      triage: { reviewBelow: 0.75 },
    };
    expect(await saveSettings(store, SYSTEM_ACTOR, after)).toEqual(after);
    expect(await loadSettings(store)).toEqual(after);
    expect(await entries(store, 'settings.changed')).toEqual([
      {
        'office.provinceCodeFrom': '28',
        'office.provinceCodeTo': '50',
        'office.officeNameFrom': 'Oficina sin configurar',
        'office.officeNameTo': office.officeName,
        'office.mailboxAddressFrom': '',
        'office.mailboxAddressTo': office.mailboxAddress,
        'triage.reviewBelowFrom': 0.6,
        'triage.reviewBelowTo': 0.75,
      },
    ]);
    await saveSettings(store, SYSTEM_ACTOR, after);
    expect(await entries(store, 'settings.changed')).toHaveLength(1);
  });
});

test('how answers leave is saved by itself, beside what somebody else has just saved', async () => {
  const store = await temporaryStore();
  const before = await loadSettings(store);
  await saveSettings(store, SYSTEM_ACTOR, { ...before, cases: { dueDays: 7 } });
  const sending = { ...before.sending, quote: 'NONE', unknownAddress: 'WARN', maxBytes: 5_000_000 } as const;
  const saved = await saveSending(store, SYSTEM_ACTOR, sending);
  expect(saved).toEqual({ ...before, cases: { dueDays: 7 }, sending });
  expect(await loadSettings(store)).toEqual(saved);
  expect((await entries(store, 'settings.changed')).at(-1)).toEqual({
    ...{ 'sending.quoteFrom': before.sending.quote, 'sending.quoteTo': 'NONE' },
    ...{ 'sending.unknownAddressFrom': 'STOP', 'sending.unknownAddressTo': 'WARN' },
    ...{ 'sending.maxBytesFrom': before.sending.maxBytes, 'sending.maxBytesTo': 5_000_000 },
  });
});

describe('authorities whose signatures are trusted', () => {
  const saved = async (store: Store, trustedCertificates: string) =>
    saveSettings(store, SYSTEM_ACTOR, {
      ...(await loadSettings(store)),
      signatures: { trustedCertificates },
    });

  test('are kept as they were pasted, and logged by their fingerprints', async () => {
    const store = await temporaryStore();
    const [one, two] = await Promise.all([aCertificate(), aCertificate()]);
    const pem = `Autoridad de pruebas\n${one.cert}\n${two.cert}`;
    expect((await saved(store, pem)).signatures.trustedCertificates).toBe(pem);
    await saved(store, '');
    const prints = [one, two].map(({ cert }) => new X509Certificate(cert).fingerprint256).join(' ');
    const [name, from, to] = ['signatures.trustedCertificates', 'From', 'To'];
    expect(await entries(store, 'settings.changed')).toEqual([
      { [name + from]: '', [name + to]: prints },
      { [name + from]: prints, [name + to]: '' },
    ]);
  });

  test('that cannot be read are refused, and it is said which', async () => {
    const store = await temporaryStore();
    const { cert } = await aCertificate();
    const broken = cert.replace(/[A-Za-z0-9+/]{40}/, '');
    for (const [pem, certificate] of [
      ['no es un certificado', 1],
      [broken, 1],
      [`${cert}\n${broken}`, 2],
      [`${cert}\n${cert}\n${cert.split('-----END')[0] ?? ''}`, 3],
    ] as const) {
      await expect(saved(store, pem)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: ['signatures.trustedCertificates'], certificate },
      });
    }
    expect((await loadSettings(store)).signatures.trustedCertificates).toBe('');
  });
});

describe('templates of a later version', () => {
  const later = { name: 'Una plantilla nueva', subject: 'Re: {{asunto}}', body: 'Hola, {{nombre}}:' };
  const shipped = [...DEFAULT_TEMPLATES, later];

  test('are added once to an office that was set up before; nothing else is touched', async () => {
    const store = await temporaryStore();
    await addNewTemplates(store, shipped);
    expect(await listTemplates(store)).toEqual([]); // no office yet
    await setUpOffice(store, { ...office, admin });
    const [renamed, removed, changed] = await listTemplates(store);
    if (renamed === undefined || removed === undefined || changed === undefined)
      throw new Error('none shipped');
    await saveTemplate(store, SYSTEM_ACTOR, { ...renamed, name: 'Con otro nombre' });
    await saveTemplate(store, SYSTEM_ACTOR, { ...removed, active: false });
    await saveTemplate(store, SYSTEM_ACTOR, { ...changed, body: 'Otro texto' });
    const before = await listTemplates(store);
    await addNewTemplates(store, shipped);
    await addNewTemplates(store, shipped);
    const after = await listTemplates(store);
    const added = after.filter(({ name }) => name === later.name);
    expect(added).toMatchObject([{ ...later, version: 1, active: true }]);
    expect(after.filter(({ name }) => name !== later.name)).toEqual(before);
    expect(await templateVersions(store, added[0]?.id ?? 0)).toMatchObject([{ ...later, savedBy: null }]);
    expect(await entries(store, 'template.saved')).toContainEqual({
      name: later.name,
      version: 1,
      active: true,
    });
  });

  test('an office may already have one of that name', async () => {
    const store = await temporaryStore();
    await setUpOffice(store, { ...office, admin });
    await saveTemplate(store, SYSTEM_ACTOR, {
      ...later,
      body: 'La nuestra',
      id: null,
      version: null,
      active: true,
    });
    await addNewTemplates(store, shipped);
    const found = (await listTemplates(store)).filter(({ name }) => name === later.name);
    expect(found).toMatchObject([{ body: 'La nuestra' }]);
  });
});

describe('templates', () => {
  test('every text that one has had is kept, with who wrote it', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store, { displayName: 'Ana Gil' });
    const first = { id: null, version: null, name: 'Cita', subject: 'Re: {{asunto}}', active: true };
    const made = await saveTemplate(store, SYSTEM_ACTOR, { ...first, body: 'Uno' });
    await saveTemplate(store, clerk, { ...made, name: 'Cita previa', body: 'Dos' });
    expect(await templateVersions(store, made.id)).toMatchObject([
      { version: 2, name: 'Cita previa', body: 'Dos', savedBy: 'Ana Gil' },
      { version: 1, name: 'Cita', body: 'Uno', savedBy: null },
    ]);
    await expect(templateVersions(store, 99)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  const draft = { id: null, version: null, name: 'Cita previa', subject: 'Re: {{asunto}}', active: true };

  test('a new one and its next version', async () => {
    const store = await temporaryStore();
    const made = await saveTemplate(store, SYSTEM_ACTOR, { ...draft, body: 'Hola, {{ Nombre }}:' });
    expect(made).toMatchObject({ version: 1, name: 'Cita previa', body: 'Hola, {{ Nombre }}:' });
    const changed = await saveTemplate(store, SYSTEM_ACTOR, { ...made, active: false });
    expect(changed).toEqual({ ...made, version: 2, active: false });
    expect(await listTemplates(store)).toEqual([changed]);
    expect(await entries(store, 'template.saved')).toEqual([
      { name: 'Cita previa', version: 1, active: true },
      { name: 'Cita previa', version: 2, active: false },
    ]);
  });

  test('a placeholder that does not exist is named and refused', async () => {
    const store = await temporaryStore();
    const body = 'Hola, {{nombre}}. Su nota es {{nota}} y su {{clave}}.';
    await expect(saveTemplate(store, SYSTEM_ACTOR, { ...draft, body })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { unknown: ['nota', 'clave'] },
    });
    expect(await listTemplates(store)).toEqual([]);
  });

  test('a stale version and a name that is taken are refused', async () => {
    const store = await temporaryStore();
    const made = await saveTemplate(store, SYSTEM_ACTOR, { ...draft, body: 'Uno' });
    await saveTemplate(store, SYSTEM_ACTOR, { ...made, body: 'Dos' });
    await expect(saveTemplate(store, SYSTEM_ACTOR, { ...made, body: 'Tres' })).rejects.toMatchObject({
      code: 'STALE',
    });
    await expect(saveTemplate(store, SYSTEM_ACTOR, { ...draft, body: 'Otra' })).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
    expect((await listTemplates(store)).map((template) => template.body)).toEqual(['Dos']);
  });
});

test('units: a new one, a change, a name that is taken', async () => {
  const store = await temporaryStore();
  const unit = await saveUnit(store, SYSTEM_ACTOR, { id: null, name: 'Archivo', email: null, active: true });
  const changed = { ...unit, email: 'archivo@seg-social.example', active: false };
  expect(await saveUnit(store, SYSTEM_ACTOR, changed)).toEqual(changed);
  await expect(
    saveUnit(store, SYSTEM_ACTOR, { id: null, name: 'Archivo', email: null, active: true }),
  ).rejects.toMatchObject({ code: 'DUPLICATE' });
  expect(await listUnits(store)).toEqual([changed]);
  expect(await entries(store, 'unit.saved')).toHaveLength(2);
});

test('a mailbox that nothing was read from yet has no messages', async () => {
  const store = await temporaryStore();
  await store.write((tx) =>
    tx.mailbox.create({
      data: { name: 'Entrada', kind: 'MAILDIR', location: '/correo/entrada', createdAt: store.clock.now() },
    }),
  );
  expect(await listMailboxes(store)).toEqual([
    {
      id: 1,
      name: 'Entrada',
      kind: 'MAILDIR',
      location: '/correo/entrada',
      messageCount: 0,
      lastSeenAt: null,
    },
  ]);
});
