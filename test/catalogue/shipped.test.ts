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

/** Seed 004's services and administrations, word for word: said a second time on purpose, so that none is lost. */
const SEED_004 = `
Comunicación de Vida Laboral y Bases de Cotización a los trabajadores (Campaña Anual)
Consulta del número de Seguridad Social
Duplicado de Resolución alta/baja en RETA
Informe acreditación actividad agraria cuenta propia
Informe de alta laboral a fecha concreta
Informe de bases de cotización
Informe de bases y cuotas ingresadas
Informe de datos identificativos y de domicilio
Informe estar al corriente en las obligaciones de Seguridad Social
Informe de situación actual del trabajador
Informe de situación de Empresario Individual
Informe de Vida laboral
Informe de Vida Laboral Acotado
Justificante de jornadas reales trabajadas
Alta en RETA
Baja en RETA
Modificación de Actividad RETA
Solicitud de modificación para el año próximo en la cobertura de contingencias RETA
Cambio de base cotización - convenios especiales
Cambio de domicilio
Rectificación informe vida laboral
Informe negativo de afiliación
Alta en Sistema Especial para Empleados de Hogar
Baja en Sistema Especial para Empleados de Hogar
Asignación de número de Seguridad Social
Comunicación de teléfono y correo electrónico
Consulta de cálculos de cuotas para trabajador
Consulta de deudas y obtención de documentos de ingreso
Eliminación de altas/ bajas previas de trabajadores en el Sistema Especial para Empleados de Hogar
Inclusión/exclusión/reincorporación en Sistema Especial Agrario. Inactividad
Domiciliación en cuenta
Rectificación informe bases de cotización
Impugnaciones ante la TGSS Seguimiento
Confirmación de asignación CCC o NAF a un autorizado RED
Consulta autorizado RED que gestiona un NAF
Rescisión de CCC y NAF asignados a un autorizado RED
Duplicado de documentos de Inscripción y Asignación de CCC para empresario
Cambio de bases de cotización - autónomos
Inscripción y asignación de CCC para empresario individual
Informe negativo de inscripción de empresario
Comunicación de teléfono y correo electrónico del empresario
Consulta de autorizados RED que gestionan una empresa
Seguridad Social
Agencia Estatal de Admón. Tributaria
Dirección General Tráfico
Ministerio de Hacienda y Administraciones Públicas
Ministerio del Interior
Ministerio de Empleo y Seguridad Social
Dirección General del Catastro
Ministerio de Defensa
Ministerio de Industria, Energía y Turismo
Ministerio de Economía y Competitividad
Ministerio de Sanidad, Serv. Sociales e Igualdad
Ministerio de Educación, Cultura y Deporte
Ministerio de Justicia
Ministerio de Fomento: Autoridad Portuaria de Baleares
Consejo Superior Deportes
Ministerio Presidencia
Tesoro Público
Ministerio Asuntos Exteriores y Cooperación
Oficina de Patentes y Marcas
Agencia Española de Protección de Datos
`;

test('every service and administration of seed 004 is shipped', () => {
  const shipped = new Map<string, number>();
  for (const { name } of SHIPPED_CATALOGUE) shipped.set(name, (shipped.get(name) ?? 0) + 1);
  const missing = SEED_004.trim()
    .split('\n')
    .filter((name) => {
      const left = shipped.get(name) ?? 0;
      shipped.set(name, left - 1);
      return left === 0;
    });
  expect(missing).toEqual([]);
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
