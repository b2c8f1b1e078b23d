import { describe, expect, it } from 'vitest';
import { declaredCategory } from '../../main/triage/declared-category.ts';

const of = (subject: string) => declaredCategory(subject)?.category ?? null;

describe('declared category', () => {
  it.each([
    ['AFILIACIÓN E INSCRIPCIÓN DE EMPRESAS, ALTAS, BAJAS Y VARIACIONES DE DATOS', 'AFILIACION'],
    ['Cotización', 'COTIZACION'],
    ['recaudacion', 'RECAUDACION'],
    ['MORATORIAS', 'MORATORIAS'],
    ['Otras gestiones', 'OTRAS'],
    ['Otros', 'OTRAS'],
  ])('official name: %s', (subject, category) => {
    expect(of(subject)).toBe(category);
  });

  it.each([
    ['Re: RE: RV: Fwd: COTIZACIÓN', 'COTIZACION'],
    ['RE[2]: RECAUDACIÓN', 'RECAUDACION'],
    ['[EXTERNO] Re: MORATORIAS', 'MORATORIAS'],
    ['Respuesta automática: RE: MORATORIAS', 'MORATORIAS'],
    ['No se puede entregar: Cotización', 'COTIZACION'],
  ])('behind prefixes: %s', (subject, category) => {
    expect(of(subject)).toBe(category);
  });

  it.each([
    ['AFILIACION E INSCRIPCION DE EMPRESAS, ALTAS, BA', 'AFILIACION'],
    ['afilacion', 'AFILIACION'],
    ['afil. e inscr. empresas', 'AFILIACION'],
    ['Inscripción de empresas, altas, bajas', 'AFILIACION'],
    ['COTIZASION', 'COTIZACION'],
    ['cotizac.', 'COTIZACION'],
    ['COTI ZACION', 'COTIZACION'],
    ['RECAUADCION', 'RECAUDACION'],
    ['Recaud.', 'RECAUDACION'],
    ['moratora', 'MORATORIAS'],
    ['OTRAS GESITONES', 'OTRAS'],
    ['otras gest.', 'OTRAS'],
  ])('misspelt, cut or abbreviated: %s', (subject, category) => {
    expect(of(subject)).toBe(category);
  });

  it.each([
    ["AFILIACIÓ I INSCRIPCIÓ D'EMPRESES", 'AFILIACION'],
    ['COTITZACIÓ', 'COTIZACION'],
    ['RECAPTACIÓ', 'RECAUDACION'],
    ['MORATÒRIES', 'MORATORIAS'],
    ['ALTRES GESTIONS', 'OTRAS'],
    ['RECADACIÓN', 'RECAUDACION'],
    ['OUTRAS XESTIÓNS', 'OTRAS'],
    ['KOTIZAZIOA', 'COTIZACION'],
    ['MORATORIAK', 'MORATORIAS'],
    ['BESTE GESTIO BATZUK', 'OTRAS'],
    ['Bestelako kudeaketak', 'OTRAS'],
  ])('in a co-official language: %s', (subject, category) => {
    expect(of(subject)).toBe(category);
  });

  it.each([
    ['Other procedures – Cl@ve activation', 'OTRAS'],
    ['Autres démarches', 'OTRAS'],
    ['Outras gestões', 'OTRAS'],
    ['Cotizație', 'COTIZACION'],
    ['Moratorium', 'MORATORIAS'],
    ['Affiliation', 'AFILIACION'],
    ['Recouvrement', 'RECAUDACION'],
  ])('in a language from further away: %s', (subject, category) => {
    expect(of(subject)).toBe(category);
  });

  it.each([
    ['RECAUDACIÓN - certificado al corriente', 'RECAUDACION'],
    ['Asunto: COTIZACIÓN', 'COTIZACION'],
    ['URGENTE MORATORIAS', 'MORATORIAS'],
    ['Ana Prueba - AFILIACIÓN', 'AFILIACION'],
    ['MORATORIA AUTÓNOMOS', 'MORATORIAS'],
    ['99999999R RECAUDACIÓN', 'RECAUDACION'],
    ['COTIZACIÓN recibo que no me han cargado', 'COTIZACION'],
  ])('with something more: %s', (subject, category) => {
    expect(of(subject)).toBe(category);
  });

  it.each([
    '',
    '.',
    'hola',
    'baja autónomo 30 junio',
    'Novedades en cotización e incapacidad',
    '¿quién puede pedir la moratoria?',
    'No me habéis mandado el informe de cotización que pedí',
    'Ampliación de plazo',
    'Motivación de la resolución',
    'Reclamación',
    'Aflicción',
    'Cobrança',
    'Altre',
    'otra vez lo mismo',
    'Moratoria que me denegaron y no sé por qué',
    'AFILIACIÓN, COTIZACIÓN, RECAUDACIÓN, MORATORIAS, OTRAS GESTIONES',
    'COTIZACIÓN / RECAUDACIÓN',
    'afiliación y cotización',
  ])('no false claim: %s', (subject) => {
    expect(of(subject)).toBeNull();
  });

  it('quotes the words that declare, as they are written', () => {
    expect(declaredCategory('RE: Recaudasión - aplazamiento')?.quote).toBe('Recaudasión');
  });
});
