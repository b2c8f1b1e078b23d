import { describe, expect, it } from 'vitest';
import { threadSubject } from '../../main/triage/thread.ts';

describe('thread subject', () => {
  it('is the same through prefixes, capitals and accents', () => {
    for (const subject of [
      'Cambio de teléfono',
      'RE: cambio de telefono',
      'Fwd: RV: Re: CAMBIO DE TELÉFONO.',
    ]) {
      expect(threadSubject(subject)).toBe('cambio de telefono');
    }
  });

  it.each([
    '',
    'RV:',
    '.',
    'hola',
    '(sin asunto)',
    'URGENTE!!!!!',
    'COTIZACIÓN',
    'RE: AFILIACIÓN E INSCRIPCIÓN DE EMPRESAS, ALTAS, BAJAS Y VARIACIONES DE DATOS',
    'AFILIACIÓN, COTIZACIÓN, RECAUDACIÓN, MORATORIAS, OTRAS GESTIONES',
    '12345',
  ])('is empty where it says nothing: %s', (subject) => {
    expect(threadSubject(subject)).toBe('');
  });

  it('keeps what follows an official name', () => {
    expect(threadSubject('RE: RECAUDACIÓN - certificado')).toBe('recaudacion certificado');
  });
});
