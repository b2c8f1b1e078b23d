import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../main/citizens/identifier-texts.ts';
import { parseCcc, parseIdentityDocument, parseIpf, parseNaf } from '../../main/citizens/identifiers.ts';

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const eight = fc.integer({ min: 0, max: 99_999_999 });
const seven = fc.integer({ min: 0, max: 9_999_999 });

const letter = (n: number) => LETTERS.charAt(n % 23);

/** The ways people write a number whose parts they keep apart, or not: what stands between, around and before them. */
function written(parts: readonly string[], labels: readonly string[]): fc.Arbitrary<string> {
  const between = fc.constantFrom('', ' ', '-', '.', '/', ' – ', '\u00a0', '\u200b', '\u2011', ' - ', ' (');
  const form = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toLowerCase(),
    (text: string) => `(${text})`,
    (text: string) => ` ${text}. `,
    (text: string) => `\u202a${text}\u202c`,
    fullWidth,
  );
  return fc
    .tuple(fc.constantFrom('', ...labels), between, form)
    .map(([label, separator, dress]) => dress(label + parts.join(separator)));
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}

/** Every number that differs from this one in one digit at one of those places. */
function changes(digits: string, places: readonly number[]): string[] {
  return places.flatMap((at) =>
    [...'0123456789']
      .filter((digit) => digit !== digits[at])
      .map((digit) => digits.slice(0, at) + digit + digits.slice(at + 1)),
  );
}

const DOCUMENT_LABELS = [
  'DNI ',
  'D.N.I.: ',
  'dni nº ',
  'NIF: ',
  'N.I.E. ',
  'Documento: ',
  'N.º ',
  'Tarjeta de extranjero ',
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
    ['12345678A', 'DNI', 'LETTER', 'Z'],
    ['12345678', 'DNI', 'LETTER', 'Z'],
    ['1234567', 'DNI', 'LETTER', 'L'],
    ['K1234567A', 'NIF', 'LETTER', 'L'],
    ['Z9948926N', 'NIE', 'LETTER', letter(29948926)],
    ['Y1234567', 'NIE', 'LETTER', 'X'],
    ['9939176Y', 'DNI', 'LENGTH', null],
    ['Z934080H', 'NIE', 'LENGTH', null],
    ['995O2078F', 'DNI', 'CHARACTERS', null],
    ['B00342619', 'CIF', 'LETTER', null],
  ])('says what is wrong with %s, and which letter its digits would have', (text, type, problem, fits) => {
    expect(parseIdentityDocument(text)).toEqual({
      type,
      number: text,
      valid: false,
      problem,
      fits,
      duplicity: null,
    });
  });

  it('never accepts extra leading characters', () => {
    for (const text of ['X12345678Z', 'A12345678Z', '012345678Z', '0012345678Z', '112345678Z']) {
      expect(parseIdentityDocument(text).valid, text).not.toBe(true);
    }
  });

  it('takes a passport as it is: it has no check', () => {
    expect(parseIdentityDocument('990041728')).toMatchObject({
      type: 'PASSPORT',
      number: '990041728',
      valid: null,
      problem: null,
    });
    expect(parseIdentityDocument('XOI297873').type).toBe('PASSPORT');
    expect(parseIdentityDocument('DNI123456')).toMatchObject({ type: 'PASSPORT', number: 'DNI123456' });
    expect(parseIdentityDocument('Pasaporte: 12345678Z')).toMatchObject({ type: 'PASSPORT', valid: null });
    expect(parseIdentityDocument('12345678Z', 'PASSPORT').valid).toBeNull();
    expect(parseIdentityDocument('', 'PASSPORT').problem).toBe('CHARACTERS');
  });

  it.each([
    'DNI 12345678Z',
    'dni: 12345678-z',
    'DNI12345678Z',
    'D.N.I. n.º 12.345.678-Z',
    '12345678(Z)',
    '(12345678 Z)',
    '１２３４５６７８Ｚ',
    '1234\u200b5678Z',
    '12\u00a0345\u00a0678\u00a0Z',
    'Documento nacional de identidad: 12345678Z',
  ])('reads %s as the DNI that it is', (text) => {
    expect(parseIdentityDocument(text)).toMatchObject({ type: 'DNI', number: '12345678Z', valid: true });
  });

  it('accepts every DNI in every style, zeros lost or not', () => {
    const styles = fc.tuple(eight, fc.boolean()).chain(([n, padded]) => {
      const whole = String(n).padStart(8, '0');
      const digits = padded ? whole : String(n);
      const parts = [digits.slice(0, -6), digits.slice(-6, -3), digits.slice(-3), letter(n)];
      return fc.tuple(fc.constant(whole + letter(n)), written(parts.filter(Boolean), DOCUMENT_LABELS));
    });
    fc.assert(
      fc.property(styles, ([number, text]) => {
        expect(parseIdentityDocument(text)).toMatchObject({ type: 'DNI', number, valid: true });
      }),
    );
  });

  it('accepts every NIE and every NIF of K, L and M in every style', () => {
    const styles = fc.tuple(seven, fc.constantFrom('X', 'Y', 'Z', 'K', 'L', 'M')).chain(([n, first]) => {
      const digits = String(n).padStart(7, '0');
      const control = letter(Math.max(0, 'XYZ'.indexOf(first)) * 10_000_000 + n);
      return fc.tuple(
        fc.constant(first + digits + control),
        written([first, digits.slice(0, 1), digits.slice(1, 4), digits.slice(4), control], DOCUMENT_LABELS),
      );
    });
    fc.assert(
      fc.property(styles, ([number, text]) => {
        const type = /^[XYZ]/.test(number) ? 'NIE' : 'NIF';
        expect(parseIdentityDocument(text)).toMatchObject({ type, number, valid: true });
      }),
    );
  });

  it('accepts Spanish passports in every style', () => {
    const styles = fc
      .tuple(fc.stringMatching(/^[A-Z]{3}$/), fc.stringMatching(/^\d{6}$/))
      .filter(([letters]) => !/^(?:DNI|NI[EF]|CIF|TIE|IPF|NAF|N[SU]S|CCC|NUM)$/.test(letters))
      .chain((parts) => fc.tuple(fc.constant(parts.join('')), written(parts, ['Pasaporte ', 'Passport: '])));
    fc.assert(
      fc.property(styles, ([number, text]) => {
        expect(parseIdentityDocument(text)).toMatchObject({ type: 'PASSPORT', number, problem: null });
      }),
    );
  });

  it('catches every changed digit, and says the letter that the changed ones would have', () => {
    const numbers = fc.tuple(fc.constantFrom('', 'X', 'Y', 'Z', 'K', 'L', 'M'), eight);
    fc.assert(
      fc.property(numbers, ([first, n]) => {
        const digits = first === '' ? String(n).padStart(8, '0') : String(n).padStart(8, '0').slice(1);
        const series = Math.max(0, 'XYZ'.indexOf(first || '?')) * 10_000_000;
        const control = letter(series + Number(digits));
        for (const wrong of changes(digits, [...digits].keys().toArray())) {
          expect(parseIdentityDocument(first + wrong + control)).toMatchObject({
            valid: false,
            problem: 'LETTER',
            fits: letter(series + Number(wrong)),
          });
        }
      }),
      { numRuns: 30 },
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

describe('identifiers of natural persons (IPF)', () => {
  it('reads type, number and duplicidad in every style', () => {
    const people = fc.oneof(
      eight.map((n) => ({ key: '1', type: 'DNI', number: String(n).padStart(8, '0') + letter(n) })),
      seven.map((n) => ({ key: '6', type: 'NIE', number: `X${String(n).padStart(7, '0')}${letter(n)}` })),
    );
    const duplicities = fc.option(fc.stringMatching(/^\d{4}$/));
    const styles = fc.tuple(people, duplicities).chain(([person, duplicity]) => {
      const parts = [person.key, `0${person.number}`, duplicity ?? ''].filter(Boolean);
      return fc.tuple(
        fc.constant({ ...person, duplicity }),
        written(parts, ['IPF ', 'I.P.F.: ', 'Identificador de persona física: ']),
      );
    });
    fc.assert(
      fc.property(styles, ([{ type, number, duplicity }, text]) => {
        expect(parseIpf(text)).toEqual({ type, number, duplicity });
        expect(parseIdentityDocument(text)).toMatchObject({ type, number, valid: true, duplicity });
      }),
    );
  });

  it('checks the letter in it, takes lost zeros only behind its label, and knows the fictitious ones', () => {
    expect(parseIdentityDocument('1 012345678A')).toMatchObject({
      type: 'DNI',
      problem: 'LETTER',
      fits: 'Z',
    });
    expect(parseIpf('IPF 1 345678Z 0001')).toEqual({ type: 'DNI', number: '345678Z', duplicity: '0001' });
    expect(parseIpf('1 345678Z 0001')).toBeNull();
    expect(parseIdentityDocument('112345678Z')).toMatchObject({ type: 'DNI', problem: 'LENGTH' });
    expect(parseIpf('IPF 9 0012345678 0000')).toEqual({
      type: 'FICTITIOUS',
      number: '0012345678',
      duplicity: '0000',
    });
  });
});

describe('numbers in words for the clerk', () => {
  it.each([
    [
      'DNI',
      '12345678',
      'Falta la letra. Con esas cifras sería la Z, pero también puede haber una cifra equivocada: compruébelo en el documento.',
    ],
    [
      'DNI',
      '12345678A',
      'La letra A no corresponde a esas cifras. Con esas cifras sería la Z, pero también puede haber una cifra equivocada: compruébelo en el documento.',
    ],
    ['DNI', '9939176Y', 'Tiene 8 caracteres y un DNI tiene 9.'],
    ['DNI', '995O2078F', 'Tiene «O» donde va una cifra.'],
    ['DNI', '123456789', 'Tiene «9» donde va la letra de control.'],
    ['NIE', 'A1234567L', 'Un NIE empieza por X, Y o Z.'],
    ['CIF', 'B00342619', 'El control «9» no corresponde a las demás cifras.'],
    ['PASSPORT', 'Ñ-12', 'Un pasaporte solo tiene letras sin tilde y cifras, y al menos una cifra.'],
    ['PASSPORT', 'A1', 'Tiene 2 caracteres y un pasaporte tiene entre 5 y 20.'],
    ['NAF', '28/1234567A/40', 'Tiene caracteres que no son cifras: un NAF tiene 12 cifras.'],
    ['NAF', '00000001', 'Tiene 8 cifras y un NAF tiene 12.'],
    ['NAF', '991234567840', 'Empieza por 99, que no es ninguna provincia.'],
    [
      'NAF',
      '281234567841',
      'El control (las dos últimas cifras) no corresponde a las demás: hay alguna cifra equivocada.',
    ],
    ['CCC', '5099741211', 'Tiene 10 cifras y un CCC tiene 11.'],
  ] as const)('%s %s', (kind, text, note) => {
    expect(readNumber(kind, text)).toMatchObject({ valid: false, note });
  });

  it('says what has to be known of a right one, and of most nothing', () => {
    expect(readNumber('DNI', '12.345.678-Z')).toEqual({ number: '12345678Z', valid: true, note: null });
    expect(readNumber('DNI', 'IPF 1012345678Z 0000').note).toBeNull();
    expect(readNumber('DNI', 'IPF 1012345678Z 0002')).toMatchObject({
      number: '12345678Z',
      valid: true,
      note: expect.stringContaining('duplicidad 0002') as string,
    });
    expect(readNumber('DNI', 'IPF 9 0012345678')).toMatchObject({
      valid: false,
      note: expect.stringContaining('ficticio') as string,
    });
    expect(readNumber('CCC', '01/0999999/53')).toMatchObject({
      valid: true,
      note: expect.stringContaining('menores de 1.000.000') as string,
    });
    expect(readNumber('DNI', '1'.repeat(100))).toMatchObject({
      valid: false,
      note: 'Es demasiado largo: un DNI tiene 9 caracteres.',
    });
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
    const styles = fc
      .tuple(provinces, fc.oneof(eight, seven))
      .map(([province, n]) => nafOf(province, n))
      .chain((number) => {
        const parts = [number.slice(0, 2), number.slice(2, 10), number.slice(10)];
        const labels = ['NAF ', 'N.A.F.: ', 'nº SS ', 'NUSS: ', 'N.º de afiliación a la Seguridad Social: '];
        return fc.tuple(fc.constant(number), written(parts, labels));
      });
    fc.assert(
      fc.property(styles, ([number, text]) => {
        expect(parseNaf(text)).toEqual({ number, valid: true, problem: null });
      }),
    );
    fc.assert(
      fc.property(provinces, seven, (province, n) => {
        const number = nafOf(province, n);
        expect(parseNaf(`${number.slice(0, 2)}/${number.slice(3, 10)}/${number.slice(10)}`).number).toBe(
          number,
        );
      }),
    );
  });

  it('catches every changed digit but one: a zero before the number changes how its control is reckoned', () => {
    fc.assert(
      fc.property(provinces, fc.oneof(eight, seven), (province, n) => {
        const right = nafOf(province, n);
        for (const wrong of changes(right, [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11])) {
          expect(parseNaf(wrong).valid, wrong).toBe(false);
        }
      }),
      { numRuns: 50 },
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

  it('accepts every province and number in every style, and catches every changed digit from a million on', () => {
    const accounts = fc
      .tuple(provinces, fc.integer({ min: 1_000_000, max: 9_999_999 }))
      .map(([province, n]) => {
        const two = (value: number) => String(value).padStart(2, '0');
        return [two(province), String(n), two((province * 10_000_000 + n) % 97)];
      });
    const styles = accounts.chain((parts) =>
      fc.tuple(fc.constant(parts.join('')), written(parts, ['CCC ', 'C.C.C.: ', 'CCC 0111 '])),
    );
    fc.assert(
      fc.property(styles, ([number, text]) => {
        expect(parseCcc(text)).toEqual({ number, valid: true, problem: null, warning: null });
        for (const wrong of changes(number, [0, 1, 3, 4, 5, 6, 7, 8, 9, 10])) {
          expect(parseCcc(wrong).valid, wrong).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
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
