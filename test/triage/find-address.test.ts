import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../main/triage/find-address.ts';
import { flatten } from '../../main/triage/fold.ts';

const found = (text: string) => findAddresses(flatten(text), text).map(({ value }) => value);

describe('postal addresses', () => {
  test.each([
    ['Mi nueva dirección es C/ Mayor, 5, 3º B, 50001 Zaragoza.', 'C/ Mayor, 5, 3º B, 50001 Zaragoza'],
    [
      'vivo ahora en la calle de los Membrillos número 15, 41927. Mi teléfono',
      'calle de los Membrillos número 15, 41927',
    ],
    [
      'AHORA: calle del Pozo Blanco 11, 4º C, 50003 Zaragoza',
      'calle del Pozo Blanco 11, 4º C, 50003 Zaragoza',
    ],
    ['Carrer del Forn Vell 2, 17200 Palafrugell', 'Carrer del Forn Vell 2, 17200 Palafrugell'],
    ['Domicilio: Avda. de la Constitución nº 12, bajo izq.', 'Avda. de la Constitución nº 12, bajo izq'],
    ['domicilio Plaza España 1, Huesca', 'Plaza España 1, Huesca'],
    ['Dirección: Paseo Sagasta s/n, 50006 Zaragoza', 'Paseo Sagasta s/n, 50006 Zaragoza'],
  ])('are found in %j', (text, address) => {
    expect(found(text)).toEqual([address]);
  });

  test.each([
    'me he quedado en la calle con esto y tengo 3 hijos',
    'en el bar de la plaza de un pueblo de la Ribera',
    'nos vimos en la calle Postas, con fecha 14/01/2020.',
    'por la plaza de la guardería de mi niño me piden 2 papeles',
    'la avenida no llega',
  ])('are not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('hostile text is got through, and every hit is a stretch of the text', () => {
    const hostile = [
      'calle ' + 'a '.repeat(9000),
      'c/'.repeat(9000),
      'calle a, '.repeat(2200),
      'domicilio calle b 1'.repeat(1000),
    ];
    for (const text of hostile) expect(found(text).length).toBeLessThanOrEqual(10);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('calle', 'C/', 'Mayor', '5', ',', ' ', '3º', 'B', '50001', '\n', 'vivo')),
        (words) => {
          const text = words.join(' ');
          for (const { start, end, value } of findAddresses(flatten(text), text)) {
            expect(text.slice(start, end).replace(/\s+/g, ' ')).toBe(value);
          }
        },
      ),
    );
  });
});
