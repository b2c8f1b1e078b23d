import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, maskPhone, parsePhone, phoneProblem } from '../../main/citizens/phones.ts';

describe('phones', () => {
  it.each([
    '612 03 45 67',
    '612.03.45.67',
    '612-034-567',
    '+34 612034567',
    '0034 612 03 45 67',
    '34612034567',
    '(+34) 612 034 567',
    'tel:+34612034567',
    'Tel. 612 034 567',
    'Móvil: 612034567',
    '６１２０３４５６７',
    '612\u00a0034\u00a0567',
    '\u202a+34 612 034 567\u202c',
    '612\u200b034567',
    '612_034_567',
  ])('reads %s', (text) => {
    expect(parsePhone(text)).toEqual({ e164: '+34612034567', kind: 'MOBILE' });
  });

  it('tells the kinds of Spanish numbers', () => {
    expect(parsePhone('711064580')?.kind).toBe('MOBILE');
    expect(parsePhone('701234567')?.kind).toBe('PERSONAL');
    expect(parsePhone('976045113')?.kind).toBe('LANDLINE');
    expect(parsePhone('876045113')?.kind).toBe('LANDLINE');
  });

  it('reads every Spanish number in every style, and back from how it is shown', () => {
    const ranges = [
      ['6', 'MOBILE'],
      ['71', 'MOBILE'],
      ['70', 'PERSONAL'],
      ['91', 'LANDLINE'],
      ['85', 'LANDLINE'],
    ] as const;
    const numbers = fc.constantFrom(...ranges).chain(([start, kind]) =>
      fc.tuple(
        fc.constant(kind),
        fc.stringMatching(new RegExp(`^\\d{${9 - start.length}}$`)).map((rest) => start + rest),
      ),
    );
    const prefixes = fc.constantFrom('', '+34 ', '0034 ', '(+34) ', 'Tfno. ', 'tel: +34-');
    const between = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200b', ' - ');
    fc.assert(
      fc.property(numbers, prefixes, between, ([kind, digits], prefix, separator) => {
        // Not every number of a range in use has been given out.
        fc.pre(parsePhone(digits) !== null);
        const text = prefix + [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(separator);
        expect(parsePhone(text)).toEqual({ e164: `+34${digits}`, kind });
        expect(parsePhone(formatPhone(`+34${digits}`))?.e164).toBe(`+34${digits}`);
        expect(maskPhone(`+34${digits}`)).toBe(`+34 ${digits.slice(0, 6)}***`);
      }),
    );
  });

  it('keeps foreign numbers, of which only the length can be judged', () => {
    expect(parsePhone('+44 7700 900318')).toEqual({ e164: '+447700900318', kind: 'FOREIGN' });
    expect(parsePhone('+351 912 000 477')).toEqual({ e164: '+351912000477', kind: 'FOREIGN' });
    expect(parsePhone('06 39 98 12 07', 'FR')).toEqual({ e164: '+33639981207', kind: 'FOREIGN' });
    expect(parsePhone('+44 77')).toBeNull();
  });

  it.each(['', '12', '512034567', '61203456', '6120345678', '612034567 ext', '9'.repeat(1000)])(
    'finds none in %j',
    (text) => {
      expect(parsePhone(text)).toBeNull();
    },
  );

  it.each([
    ['612 034 567', null],
    ['61203456', 'Tiene 8 cifras y un teléfono español tiene 9. Uno extranjero se escribe con su prefijo.'],
    ['+34 6', 'Tiene 1 cifra y un teléfono español tiene 9. Uno extranjero se escribe con su prefijo.'],
    [
      '0034 6120345678',
      'Tiene 10 cifras y un teléfono español tiene 9. Uno extranjero se escribe con su prefijo.',
    ],
    ['6I2O34567', 'Tiene «I», «O» donde va una cifra.'],
    ['512034567', 'Tiene 9 cifras, pero en España no hay teléfonos que empiecen así.'],
    ['+44 77', 'No tiene las cifras de un teléfono del país de su prefijo.'],
  ])('says what is wrong with %j', (text, words) => {
    expect(phoneProblem(text)).toBe(words);
  });

  it('shows and masks', () => {
    expect(formatPhone('+34612034567')).toBe('+34 612 03 45 67');
    expect(maskPhone('+34612034567')).toBe('+34 612034***');
    expect(maskPhone('+447700900318')).toBe('+44 7700900***');
    expect(maskPhone('nothing')).toBe('***');
    expect(formatPhone('nothing')).toBe('nothing');
  });
});
