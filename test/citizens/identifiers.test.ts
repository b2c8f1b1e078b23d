import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCcc, parseIdentityDocument, parseNaf } from '../../main/citizens/identifiers.ts';

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const letterOf = (n: number) => LETTERS.charAt(n % 23);
const eight = fc.integer({ min: 0, max: 99_999_999 });
const seven = fc.integer({ min: 0, max: 9_999_999 });

/** The ways people write nine characters with the letter at the end. */
const styles = [
  (digits: string, letter: string) => digits + letter,
  (digits: string, letter: string) => `${digits} ${letter.toLowerCase()}`,
  (digits: string, letter: string) => `${digits}-${letter}`,
  (digits: string, letter: string) => `${digits.replace(/(\d{3})(\d{3})$/, '.$1.$2')} – ${letter}`,
  (digits: string, letter: string) => `${digits.replace(/(\d{3})(\d{3})$/, ' $1 $2')} ${letter}`,
];

describe('identity documents', () => {
  // DOMAIN.md section 1
  it.each([
    '00000000T',
    '12345678Z',
    '99999999R',
    'X0000000T',
    'X1234567L',
    'Y1234567X',
    'Z1234567R',
    'K1234567L',
  ])('accepts %s', (number) => {
    expect(parseIdentityDocument(number)).toMatchObject({ number, valid: true, problem: null });
  });

  it('tells the types apart', () => {
    const types = ['12345678Z', 'X1234567L', 'K1234567L', 'B00545525', 'AAA123456'].map(
      (text) => parseIdentityDocument(text).type,
    );
    expect(types).toEqual(['DNI', 'NIE', 'NIF', 'CIF', 'PASSPORT']);
  });

  it.each([
    ['12345678A', 'DNI', 'LETTER'],
    ['12345678', 'DNI', 'LETTER'],
    ['K1234567A', 'NIF', 'LETTER'],
    ['Z9948926N', 'NIE', 'LETTER'],
    ['9939176Y', 'DNI', 'LENGTH'],
    ['Z934080H', 'NIE', 'LENGTH'],
    ['995O2078F', 'DNI', 'CHARACTERS'],
    ['B00342619', 'CIF', 'LETTER'],
  ])('says what is wrong with %s', (text, type, problem) => {
    expect(parseIdentityDocument(text)).toEqual({ type, number: text, valid: false, problem });
  });

  it('never accepts extra leading characters', () => {
    for (const text of ['X12345678Z', 'A12345678Z', '012345678Z', '0012345678Z', '112345678Z']) {
      expect(parseIdentityDocument(text).valid, text).not.toBe(true);
    }
  });

  it('takes a passport as it is: it has no check', () => {
    expect(parseIdentityDocument('990041728')).toEqual({
      type: 'PASSPORT',
      number: '990041728',
      valid: null,
      problem: null,
    });
    expect(parseIdentityDocument('12345678Z', 'PASSPORT').valid).toBeNull();
    expect(parseIdentityDocument('', 'PASSPORT').problem).toBe('CHARACTERS');
  });

  it('accepts every DNI in every style, zeros lost or not', () => {
    fc.assert(
      fc.property(eight, fc.constantFrom(...styles), fc.boolean(), (n, style, padded) => {
        const number = String(n).padStart(8, '0') + letterOf(n);
        const written = style(padded ? String(n).padStart(8, '0') : String(n), letterOf(n));
        expect(parseIdentityDocument(written)).toMatchObject({ type: 'DNI', number, valid: true });
      }),
    );
  });

  it('accepts every NIE in every style', () => {
    fc.assert(
      fc.property(seven, fc.constantFrom(0, 1, 2), fc.constantFrom(...styles), (n, series, style) => {
        const letter = letterOf(series * 10_000_000 + n);
        const digits = String(n).padStart(7, '0');
        const first = 'XYZ'.charAt(series);
        expect(parseIdentityDocument(`${first}-${style(digits, letter)}`)).toMatchObject({
          type: 'NIE',
          number: first + digits + letter,
          valid: true,
        });
      }),
    );
  });

  it('catches every changed digit', () => {
    fc.assert(
      fc.property(eight, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
        const digits = String(n).padStart(8, '0');
        const changed = (Number(digits.charAt(at)) + by) % 10;
        const wrong = digits.slice(0, at) + String(changed) + digits.slice(at + 1) + letterOf(n);
        expect(parseIdentityDocument(wrong)).toMatchObject({ valid: false, problem: 'LETTER' });
      }),
    );
  });

  it('never throws and always answers in capitals without separators', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(parseIdentityDocument(text).number).not.toMatch(/[\s.-]/);
      }),
    );
  });
});

/** The control of a NAF by DOMAIN.md section 1, in exact arithmetic. */
function nafOf(province: number, number: number): string {
  const d = BigInt(province) * (number < 10_000_000 ? 10_000_000n : 100_000_000n) + BigInt(number);
  const two = (n: bigint | number) => String(n).padStart(2, '0');
  return two(province) + String(number).padStart(8, '0') + two(d % 97n);
}

const provinces = fc.constantFrom(...Array.from({ length: 53 }, (_, i) => i + 1), 66);

describe('Social Security numbers', () => {
  it.each(['281234567840', '281000000016', '280999999969', '280012345666', '080123456774'])(
    'accepts %s',
    (number) => {
      expect(parseNaf(number)).toEqual({ number, valid: true, problem: null });
    },
  );

  it.each(['280999999915', '280012345612', '080123456717'])('refuses the naive control of %s', (text) => {
    expect(parseNaf(text)).toMatchObject({ valid: false, problem: 'CONTROL' });
  });

  it('says what is wrong', () => {
    expect(parseNaf('00000001')).toMatchObject({ valid: false, problem: 'LENGTH' });
    expect(parseNaf('99/12345678/40')).toMatchObject({ valid: false, problem: 'PROVINCE' });
    expect(parseNaf('28/1234567A/40')).toMatchObject({ valid: false, problem: 'CHARACTERS' });
  });

  it('accepts every province and number in every style, and old numbers of eleven digits', () => {
    fc.assert(
      fc.property(provinces, eight, fc.constantFrom('/', ' ', '-', '.', ''), (province, n, separator) => {
        const number = nafOf(province, n);
        const parts = [number.slice(0, 2), number.slice(2, 10), number.slice(10)];
        expect(parseNaf(parts.join(separator))).toEqual({ number, valid: true, problem: null });
        if (n < 10_000_000)
          expect(parseNaf([parts[0], parts[1]?.slice(1), parts[2]].join('/')).valid).toBe(true);
      }),
    );
  });

  it('catches every changed digit of the number', () => {
    fc.assert(
      fc.property(
        provinces,
        eight,
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 9 }),
        (province, n, at, by) => {
          const right = nafOf(province, n);
          const digit = (Number(right.charAt(2 + at)) + by) % 10;
          const wrong = right.slice(0, 2 + at) + String(digit) + right.slice(3 + at);
          expect(parseNaf(wrong).valid).toBe(false);
        },
      ),
    );
  });
});

describe('employer accounts', () => {
  it.each(['28123456742', '01100000006'])('accepts %s without a warning', (number) => {
    expect(parseCcc(number)).toEqual({ number, valid: true, problem: null, warning: null });
  });

  it('accepts both readings below a million, with a warning', () => {
    for (const text of ['01/0999999/53', '01/0999999/05']) {
      expect(parseCcc(text)).toMatchObject({ valid: true, warning: 'TWO_READINGS' });
    }
    expect(parseCcc('01/0999999/52').valid).toBe(false);
  });

  it('refuses a published example that fails the check', () => {
    expect(parseCcc('01123456742')).toMatchObject({ valid: false, problem: 'CONTROL', warning: null });
  });

  it('reads the styles people use, and the scheme in front', () => {
    for (const text of [
      '50/9974121/16',
      '50 9974121 16',
      '50-9974121-16',
      '0111 50 9974121 16',
      '5099741211 6',
    ]) {
      expect(parseCcc(text), text).toMatchObject({ number: '50997412116', valid: true });
    }
  });

  it('is not slowed down by hostile text', () => {
    expect(parseCcc(`1${' '.repeat(100_000)}x`).valid).toBe(false);
    expect(parseNaf('1 '.repeat(100_000)).valid).toBe(false);
    expect(parseIdentityDocument('1'.repeat(100_000)).valid).toBe(false);
  });
});
