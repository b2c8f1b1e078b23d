import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchingServices } from '../../main/catalogue/matching.ts';
import type { CatalogueEntryData } from '../../main/catalogue/model.ts';
import { SHIPPED_CATALOGUE } from '../../main/catalogue/shipped.ts';

const first = (text: string, category: Parameters<typeof matchingServices>[1] = null) =>
  matchingServices(text, category, SHIPPED_CATALOGUE)[0]?.entry.name;

describe('what a message asks for', () => {
  test.each([
    ['Necesito un informe de mi vida laboral para una oposición', 'Informe de Vida laboral'],
    ['NECESITO LA VIDA LABORAL', 'Informe de Vida laboral'],
    ['En mi vida laboral faltan días del 2015', 'Rectificación informe vida laboral'],
    ['He cambiado de domicilio y quiero comunicarlo', 'Cambio de domicilio'],
    ['mi domicilio ha cambiado', 'Cambio de domicilio'],
    ['Cómo puedo saber mi número de la seguridad social', 'Consulta del número de Seguridad Social'],
    ['Mi NAF es 281234567840, mi número de la Seguridad Social', undefined],
    ['quiero darme de baja en autónomos desde este mes', 'Baja en RETA'],
    ['me quiero dar de alta como autónoma', 'Alta en RETA'],
    ['Quiero cambiar la cuenta bancaria donde me cobran la cuota', 'Domiciliación en cuenta'],
    [
      'Certificado de estar al corriente de pago',
      'Informe estar al corriente en las obligaciones de Seguridad Social',
    ],
    ['Tengo una deuda y quiero pagarla', undefined],
    ['quiero consultar mis deudas', 'Consulta de deudas y obtención de documentos de ingreso'],
    ['dar de alta a una empleada del hogar', 'Alta en Sistema Especial para Empleados de Hogar'],
    ['Quiero saber cuándo me puedo jubilar', 'Previsible edad de jubilación ordinaria'],
  ])('%s', (text, service) => {
    expect(first(text)).toBe(service);
  });

  test('a new telephone: with identification, and by the form that asks for none', () => {
    const found = matchingServices('Quiero cambiar mi número de móvil', 'AFILIACION', SHIPPED_CATALOGUE);
    expect(found.slice(0, 2).map(({ entry }) => entry.name)).toEqual([
      'Comunicación de teléfono y correo electrónico',
      'Comunicación y variación de datos de contacto/Dirección',
    ]);
    expect(found[0]?.because).toEqual(['cambi* móvil', 'cambi* número']);
  });

  test('the category tells two services apart that the words do not', () => {
    const entry = {
      kind: 'SERVICE',
      active: true,
      words: ['cambio base'],
    } satisfies Partial<CatalogueEntryData>;
    const entries = [
      { ...entry, name: 'Bases uno', category: 'AFILIACION' },
      { ...entry, name: 'Bases dos', category: 'COTIZACION' },
    ] as const;
    const names = (category: 'AFILIACION' | 'COTIZACION') =>
      matchingServices('un cambio de la base', category, entries).map((match) => match.entry.name);
    expect(names('AFILIACION')).toEqual(['Bases uno', 'Bases dos']);
    expect(names('COTIZACION')).toEqual(['Bases dos', 'Bases uno']);
  });

  test('what is out of use, and administrations, are not offered; what says nothing finds nothing', () => {
    const vida = SHIPPED_CATALOGUE.filter(({ name }) => name === 'Informe de Vida laboral');
    expect(matchingServices('vida laboral', null, vida)).toHaveLength(1);
    expect(
      matchingServices(
        'vida laboral',
        null,
        vida.map((entry) => ({ ...entry, active: false })),
      ),
    ).toEqual([]);
    expect(first('Tesoro Público, Dirección General Tráfico')).toBeUndefined();
    expect(first('')).toBeUndefined();
    expect(first('de la el y mi *')).toBeUndefined();
  });

  test('never throws, offers at most six, and always the same', () => {
    const words = SHIPPED_CATALOGUE.flatMap((entry) => entry.words);
    const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const found = matchingServices(parts.join(' '), null, SHIPPED_CATALOGUE);
        expect(found.length).toBeLessThanOrEqual(6);
        expect(matchingServices(parts.join(' '), null, SHIPPED_CATALOGUE)).toEqual(found);
      }),
      { numRuns: 20 },
    );
  });

  test('every shipped word finds its own service', () => {
    for (const entry of SHIPPED_CATALOGUE.filter(({ kind }) => kind === 'SERVICE')) {
      for (const word of [entry.name, ...entry.words]) {
        const found = matchingServices(word.replaceAll('*', ''), entry.category, [entry]);
        expect([word, found.length]).toEqual([word, 1]);
      }
    }
  });
});
