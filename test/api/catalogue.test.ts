import { expect, test } from 'vitest';
import { z } from 'zod';
import { CatalogueEntryData } from '../../main/catalogue/model.ts';
import { shipCatalogue } from '../../main/catalogue/ship.ts';
import { DEFAULT_TEMPLATES, ONLINE_TEMPLATE } from '../../main/settings/default-templates.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { aMessage } from '../support/builders.ts';
import { kioskPage } from '../support/kiosk.ts';
import { temporaryStore } from '../support/store.ts';

async function desk(role: 'CLERK' | 'SUPERVISOR' = 'CLERK'): Promise<ApiDesk> {
  const store = await temporaryStore();
  await shipCatalogue(store);
  return apiDesk(store, role);
}

const names = (entries: readonly { readonly name: string }[]) => entries.map(({ name }) => name);

test('is searched without accents or capitals, by the beginnings of words, in names, sections and words', async () => {
  const { client } = await desk();
  expect(names(await client.catalogue.list({ text: 'RECTIFICACION cotiz' }))).toEqual([
    'Rectificación informe bases de cotización',
  ]);
  expect(names(await client.catalogue.list({ text: 'entidades trafico' }))).toEqual([
    'Dirección General Tráfico',
  ]);
  expect(names(await client.catalogue.list({ text: 'peonadas' }))).toEqual([
    'Justificante de jornadas reales trabajadas',
  ]);
  // One way in has two names (seeds 002 and 004), and is written with an @ or without.
  const vidaLaboral = 'Informe de Vida Laboral Acotado';
  for (const way of ['usuario y contraseña', 'Cl@ve Permanente', 'clave permanente']) {
    expect(names(await client.catalogue.list({ text: `acotado ${way}` }))).toEqual([vidaLaboral]);
  }
  expect(await client.catalogue.list({ text: 'acotado sms' })).toEqual([]);
  expect(await client.catalogue.list({ text: 'boral' })).toEqual([]);
  expect((await client.catalogue.list({})).length).toBeGreaterThan(60);
});

test('a kiosk finds the services, and the administrations that take Cl@ve, but nothing out of use', async () => {
  const { services } = await desk();
  const { client } = kioskPage(services);
  await client.kiosk.begin({ language: 'es' });
  const find = (text: string) => client.kiosk.services({ text });
  expect(names(await find('vida laboral acotado'))).toEqual(['Informe de Vida Laboral Acotado']);
  expect(await find('trafico')).toMatchObject([
    { name: 'Dirección General Tráfico', ways: ['Usuario y contraseña (Cl@ve Permanente)', 'Cl@ve PIN'] },
  ]);
  await services.store.write((tx) => tx.catalogueEntry.updateMany({ data: { active: false } }));
  expect(await find('')).toEqual([]);
});

test('a supervisor changes an entry on the version seen; both leave their trace', async () => {
  const { client, clerk, services } = await desk('SUPERVISOR');
  const [entry] = await client.catalogue.list({ text: 'informe vida laboral acotado' });
  if (entry === undefined) throw new Error('not shipped');
  const input = CatalogueEntryData.extend({ id: z.int(), version: z.int() }).parse(entry);
  const saved = await client.catalogue.save({ ...input, access: ['USER_PASSWORD', 'SMS'] });
  expect(saved).toMatchObject({ id: entry.id, version: 2, access: ['USER_PASSWORD', 'SMS'] });
  await expect(client.catalogue.save({ ...input, active: false })).rejects.toMatchObject({ code: 'STALE' });
  await expect(
    client.catalogue.save({ ...input, id: null, version: null, name: 'INFORME de vida laboral acotado' }),
  ).rejects.toMatchObject({ code: 'DUPLICATE' });
  await expect(client.catalogue.save({ ...input, id: 999_999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(client.catalogue.save({ ...input, version: 2, words: ['*'] })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
  const act = await services.store.prisma.auditEntry.findFirstOrThrow({
    where: { action: 'catalogue.saved' },
  });
  expect(act).toMatchObject({ actorId: clerk.id, objectType: 'CATALOGUE', objectId: entry.id });
  expect(JSON.parse(act.details)).toEqual({
    name: 'Informe de Vida Laboral Acotado',
    accessFrom: ['USER_PASSWORD'],
    accessTo: ['USER_PASSWORD', 'SMS'],
  });
});

test('a message is answered with the services that it asks for and how to get in', async () => {
  const { client, services } = await desk();
  const { store } = services;
  const template = DEFAULT_TEMPLATES.find(({ name }) => name === ONLINE_TEMPLATE);
  if (template === undefined) throw new Error('not shipped');
  const { id: templateId } = await store.write((tx) =>
    tx.template.create({ data: { ...template, updatedAt: store.clock.now() } }),
  );
  const messageId = await aMessage(store, {
    subject: 'Consulta',
    text: 'Buenos días, necesito el informe de mis datos personales.\n\nEl 9/6/2020, TGSS escribió:\n> Su vida laboral está lista.\n> Un saludo',
    kind: 'REPLY',
  });
  const matches = await client.catalogue.forMessage({ messageId });
  expect(matches.map(({ entry, because }) => [entry.name, because])).toEqual([
    ['Informe de datos identificativos y de domicilio', ['datos personales']],
  ]);
  const formal = { subject: 'Inscripción de empresas', declaredCategory: 'AFILIACION' } as const;
  const asked = async (text: string) =>
    (await client.catalogue.forMessage({ messageId: await aMessage(store, { ...formal, text }) })).map(
      ({ entry }) => entry.name,
    );
  expect(await asked('pido mi vida laboral')).toEqual(['Informe de Vida laboral']);
  expect(await asked('un saludo')).toEqual(['Inscripción y asignación de CCC para empresario individual']);
  await expect(client.catalogue.forMessage({ messageId: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });

  const { id: caseId } = await client.cases.create({ messageId });
  const serviceIds = matches.map(({ entry }) => entry.id);
  const { body, missing } = await client.replies.preview({ caseId, templateId, serviceIds });
  expect(missing).toEqual([]);
  expect(body).toContain(
    '- «Informe de datos identificativos y de domicilio» («Ciudadanos», «Informes y Certificados»): se entra con Usuario y contraseña (Cl@ve Permanente), Cl@ve PIN, Vía SMS, DNIe o certificado, EU Login.',
  );
  expect(body).toContain('- Vía SMS: con su DNI o NIE, su fecha de nacimiento');
  expect((await client.replies.preview({ caseId, templateId })).missing).toEqual(['servicios_en_línea']);

  const [open] = await client.catalogue.list({ text: 'enviar una solicitud' });
  const plain = await client.replies.preview({ caseId, templateId, serviceIds: [open?.id ?? 0] });
  expect(plain.body).toContain('no hace falta identificarse.');
  expect(plain.body).not.toContain('Formas de entrar');

  const [entity] = await client.catalogue.list({ text: 'tesoro' });
  await expect(
    client.replies.preview({ caseId, templateId, serviceIds: [entity?.id ?? 0] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
