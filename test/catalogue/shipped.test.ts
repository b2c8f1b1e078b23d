import { expect, test } from 'vitest';
import { entryKey } from '../../main/catalogue/catalogue.ts';
import { CatalogueEntryData } from '../../main/catalogue/model.ts';
import { SHIPPED_CATALOGUE } from '../../main/catalogue/shipped.ts';
import { shipCatalogue } from '../../main/catalogue/ship.ts';
import { ONLINE_TEMPLATE } from '../../main/settings/default-templates.ts';
import { setUpOffice } from '../../main/settings/set-up.ts';
import { temporaryStore } from '../support/store.ts';

const OFFICE = {
  provinceCode: '50',
  officeName: 'Dirección Provincial de Zaragoza',
  mailboxAddress: '',
  admin: { userName: 'irene', displayName: 'Irene', password: 'una frase bastante larga' },
};

test('every shipped entry is one that could be saved, each once', () => {
  for (const entry of SHIPPED_CATALOGUE) expect(CatalogueEntryData.parse(entry)).toEqual(entry);
  expect(new Set(SHIPPED_CATALOGUE.map(entryKey)).size).toBe(SHIPPED_CATALOGUE.length);
});

test('the ways in are those that the seeds name', () => {
  const accessOf = (name: string) => SHIPPED_CATALOGUE.find((entry) => entry.name === name)?.access;
  expect(accessOf('Informe de Vida laboral')).toEqual(['USER_PASSWORD']);
  expect(accessOf('Informe de datos identificativos y de domicilio')).toEqual([
    'USER_PASSWORD',
    'CLAVE',
    'SMS',
    'CERTIFICATE',
    'EU_LOGIN',
  ]);
  expect(accessOf('Comunicación y variación de datos de contacto/Dirección')).toEqual([]);
});

test('a new store gets the catalogue once, and what the office makes of it stays', async () => {
  const store = await temporaryStore();
  await shipCatalogue(store);
  await store.write((tx) => tx.catalogueEntry.updateMany({ data: { active: false } }));
  await setUpOffice(store, OFFICE);
  await shipCatalogue(store);
  expect(await store.prisma.catalogueEntry.count({ where: { active: false } })).toBe(
    SHIPPED_CATALOGUE.length,
  );
  expect(await store.prisma.template.count({ where: { name: ONLINE_TEMPLATE } })).toBe(1);
  expect(await store.prisma.auditEntry.count({ where: { action: 'catalogue.shipped' } })).toBe(1);
});

test('an office that was set up before there was a catalogue gets its template with it', async () => {
  const store = await temporaryStore();
  await setUpOffice(store, OFFICE);
  await store.write(async (tx) => {
    await tx.templateVersion.deleteMany({ where: { name: ONLINE_TEMPLATE } });
    await tx.template.deleteMany({ where: { name: ONLINE_TEMPLATE } });
  });
  await shipCatalogue(store);
  const template = await store.prisma.template.findUniqueOrThrow({
    where: { name: ONLINE_TEMPLATE },
    include: { versions: true },
  });
  expect(template.versions).toMatchObject([{ version: 1, body: template.body, savedById: null }]);
});
