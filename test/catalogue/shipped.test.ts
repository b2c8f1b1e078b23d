import { expect, test } from 'vitest';
import { entryKey } from '../../main/catalogue/catalogue.ts';
import { CatalogueEntryData } from '../../main/catalogue/model.ts';
import { SHIPPED_CATALOGUE } from '../../main/catalogue/shipped.ts';
import { shipCatalogue } from '../../main/catalogue/ship.ts';
import { temporaryStore } from '../support/store.ts';

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
  await shipCatalogue(store);
  expect(await store.prisma.catalogueEntry.count({ where: { active: false } })).toBe(
    SHIPPED_CATALOGUE.length,
  );
  expect(await store.prisma.auditEntry.count({ where: { action: 'catalogue.shipped' } })).toBe(1);
});
