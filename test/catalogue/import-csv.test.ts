import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allEntries } from '../../main/catalogue/catalogue.ts';
import { CATALOGUE_COLUMNS, importCatalogue } from '../../main/catalogue/import-csv.ts';
import { exportCatalogue } from '../../main/catalogue/export-csv.ts';
import { CatalogueEntryData } from '../../main/catalogue/model.ts';
import { shipCatalogue } from '../../main/catalogue/ship.ts';
import type { Store } from '../../main/store/store.ts';
import { aUser } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const HEADER = 'tipo;para;apartado;nombre;acceso;categoria;palabras;en_uso';

async function anOffice() {
  const store = await temporaryStore();
  const clerk = await aUser(store, { role: 'SUPERVISOR' });
  const run = (csv: string, dryRun = false) => importCatalogue(store, clerk, { csv, dryRun });
  return { store, run };
}

const acts = async (store: Store) =>
  (
    await store.prisma.auditEntry.findMany({ where: { objectType: 'CATALOGUE' }, orderBy: { id: 'asc' } })
  ).map(({ action }) => action);

describe('importing the catalogue', () => {
  test('creates, and changes what has the same name; an empty cell and a missing column leave what is there', async () => {
    const { store, run } = await anOffice();
    expect(
      await run(
        `${HEADER}\r\n;Ciudadanos;Informes;Informe de prueba;contraseña, SMS;cotizacion;"uno dos, tres*";\r\nentidad;todos;Entidades;Catastro;Clave;;;no\r\n`,
      ),
    ).toEqual({ read: 2, created: 2, updated: 0, rejected: [] });
    expect(await allEntries(store.prisma)).toMatchObject([
      {
        kind: 'SERVICE',
        audience: 'CITIZEN',
        section: 'Informes',
        name: 'Informe de prueba',
        access: ['USER_PASSWORD', 'SMS'],
        category: 'COTIZACION',
        words: ['uno dos', 'tres*'],
        active: true,
        version: 1,
      },
      { kind: 'ENTITY', audience: 'EVERYONE', access: ['CLAVE'], words: [], category: null, active: false },
    ]);
    expect(
      await run('nombre,para,apartado,acceso,categoria\nINFORME DE PRUEBA,ciudadanos,Otros,ninguno,\n'),
    ).toEqual({ read: 1, created: 0, updated: 1, rejected: [] });
    expect((await allEntries(store.prisma))[0]).toMatchObject({
      name: 'INFORME DE PRUEBA',
      section: 'Otros',
      access: [],
      category: 'COTIZACION',
      words: ['uno dos', 'tres*'],
      version: 2,
    });
    expect(await acts(store)).toEqual(['catalogue.imported', 'catalogue.saved', 'catalogue.imported']);
  });

  test('one bad row and nothing is imported; every fault is named with its line', async () => {
    const { store, run } = await anOffice();
    const report = await run(
      [
        HEADER,
        ';ciudadanos;Informes;Bueno;sms;;;',
        ';vecinos;Informes;Malo;;;;',
        ';empresas;;Mal;fax;PENSIONES;a,b*;quizá',
        ';ciudadanos;Informes;BUENO;sms;;;',
        ';ciudadanos;Informes',
        ';ciudadanos;Informes;"roto',
      ].join('\n'),
    );
    expect(report).toMatchObject({ read: 6, created: 0, updated: 0 });
    expect(report.rejected.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '3 para',
      '3 acceso',
      '4 acceso',
      '4 categoria',
      '4 en_uso',
      '5 nombre',
      '6 fila',
      '7 fila',
    ]);
    expect(await allEntries(store.prisma)).toEqual([]);
    expect(await acts(store)).toEqual([]);
  });

  test('what no entry may be is refused by its column', async () => {
    const { run } = await anOffice();
    const { rejected } = await run(`${HEADER}\n;todos;${'x'.repeat(81)};ab;ninguno;;a*;sí\n`);
    expect(rejected.map(({ field }) => field).sort()).toEqual(['apartado', 'nombre', 'palabras']);
  });

  test('what is exported is read back as it was', async () => {
    const { store, run } = await anOffice();
    await shipCatalogue(store);
    const entries = await allEntries(store.prisma);
    const clerk = await aUser(store, { role: 'SUPERVISOR' });
    const { csv } = await exportCatalogue(store, clerk);
    expect(await run(csv)).toEqual({
      read: entries.length,
      created: 0,
      updated: entries.length,
      rejected: [],
    });
    expect(await allEntries(store.prisma)).toEqual(entries);
    await store.write((tx) => tx.catalogueEntry.deleteMany());
    expect(await run(csv)).toMatchObject({ created: entries.length });
    const again = await allEntries(store.prisma);
    expect(again.map((entry) => CatalogueEntryData.parse(entry))).toEqual(
      entries.map((entry) => CatalogueEntryData.parse(entry)),
    );
    expect(await acts(store)).toEqual([
      'catalogue.shipped',
      'data.exported',
      'catalogue.imported',
      'catalogue.imported',
    ]);
  });

  test('a check writes nothing', async () => {
    const { store, run } = await anOffice();
    expect(await run(`${HEADER}\n;todos;Uno;Servicio;ninguno;;;\n`, true)).toMatchObject({ created: 1 });
    expect(await allEntries(store.prisma)).toEqual([]);
  });

  test.each([
    ['', ['para', 'apartado', 'nombre', 'acceso']],
    ['para;apartado;nombre\n', ['acceso']],
    ['para;apartado;nombre;acceso;precio\n', ['precio']],
    ['para;apartado;nombre;acceso;para\n', ['para']],
  ])('a header that is none: %j', async (csv, fields) => {
    const { run } = await anOffice();
    const { read, rejected } = await run(csv);
    expect([read, rejected.map(({ field }) => field)]).toEqual([0, fields]);
  });

  test('hostile text is taken whole or refused, never in part', async () => {
    const { store, run } = await anOffice();
    const cell = fc.oneof(
      fc.constantFrom('todos', 'ciudadanos', 'sms', 'ninguno', 'servicio', 'Un nombre', '', '"', 'si'),
      fc.string({ maxLength: 12 }),
    );
    const csv = fc
      .array(fc.array(cell, { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 4 })
      .map((rows) => [CATALOGUE_COLUMNS, ...rows].map((row) => row.join(';')).join('\n'));
    await fc.assert(
      fc.asyncProperty(csv, async (text) => {
        const before = await store.prisma.catalogueEntry.count();
        const report = await run(text);
        const after = await store.prisma.catalogueEntry.count();
        expect(after - before).toBe(report.created);
        if (report.rejected.length > 0) expect([report.created, report.updated]).toEqual([0, 0]);
        else expect(report.created + report.updated).toBe(report.read);
      }),
      { numRuns: 40 },
    );
  });
});
