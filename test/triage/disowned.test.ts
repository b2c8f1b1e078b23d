import { describe, expect, it } from 'vitest';
import { disowned } from '../../main/triage/disowned.ts';
import { flatten } from '../../main/triage/fold.ts';

const NUMBER = '612 034 567';
const isDisowned = (text: string) => {
  const flat = flatten(text);
  const start = flat.indexOf(NUMBER);
  return disowned(flat, { start, end: start + NUMBER.length });
};

describe('disowned', () => {
  it.each([
    'Llámenme al 612 034 567 no, perdón, al 623 045 678',
    'Mi teléfono es 612 034 567? no existe ya',
    'Tél. : 612 034 567 ← non pardon, c’est celui de mon cousin. Le mien : 623 045 678',
    'O bo é o 612 034 567... perdón, estou a ler o da muller',
    'El teléfono de la residencia es 612 034 567',
    'el 612 034 567 es el de mi vecina',
    'el 612 034 567 que no es mío',
    'Telefonul familiei (nu al meu): 612 034 567',
    'El de mi cuñado es el 612 034 567',
    'el 612 034 567 es de mi gestor',
    'afiliación 612 034 567... un momento que me bailan: 623 045 678',
  ])('is told: %s', (text) => {
    expect(isDisowned(text)).toBe(true);
  });

  it.each([
    'Mi teléfono es 612 034 567. No puedo ir a la oficina.',
    'Tel. 612 034 567, no tengo otro',
    'Apunten el 612 034 567 por favor',
    'El 612 034 567 es el nuevo y el de mi ficha el viejo',
    'mi móvil 612 034 567\nno me llamen por la mañana',
    'El 612 034 567 es mi teléfono de casa',
    'Es el 612 034 567 de mi casa',
  ])('is not told: %s', (text) => {
    expect(isDisowned(text)).toBe(false);
  });
});
