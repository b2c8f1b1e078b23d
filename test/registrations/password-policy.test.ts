import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commonPasswords } from '../../main/registrations/common-passwords.ts';
import {
  SPECIAL_CHARACTERS,
  checkPolicy,
  type PasswordOwner,
} from '../../main/registrations/password-policy.ts';

const owner: PasswordOwner = {
  givenName: 'José María',
  surnames: 'Núñez de la Peña',
  documents: [{ number: '12345678Z' }, { number: 'Y7654321G' }],
};

let common: ReadonlySet<string>;
beforeAll(async () => {
  common = await commonPasswords();
});

const check = (password: string, whose = owner) => checkPolicy(password, whose, common);
const unmet = (password: string, whose = owner) =>
  Object.entries(check(password, whose)).flatMap(([rule, met]) => (met || rule === 'ok' ? [] : [rule]));

describe('the policy of seed 004', () => {
  test('eight characters of three groups are enough, seven are not', () => {
    expect(check('Tortug4s').ok).toBe(true);
    expect(unmet('Tortu4s')).toEqual(['length', 'special']);
    expect(check('Tortu4s').ok).toBe(false);
  });

  test.each([
    ['tortugas', ['groups', 'upper', 'digit', 'special']],
    ['Tortugas', ['groups', 'digit', 'special']],
    ['tortug4;', ['upper']],
    ['TORTUG4;', ['lower']],
    ['Tortuga;', ['digit']],
  ])('%s lacks %j', (password, rules) => {
    expect(unmet(password)).toEqual(rules);
  });

  test('from sixteen characters on no groups are asked for', () => {
    expect(check('tortugasdelnorte').ok).toBe(true);
    expect(check('tortugasdelnort').ok).toBe(false);
  });

  test('the special characters are exactly the listed ones', () => {
    for (const character of SPECIAL_CHARACTERS) expect(check(`tortuga${character}`).special).toBe(true);
    for (const character of '.-#"\'{}|^~`¡, ') {
      const listed = SPECIAL_CHARACTERS.includes(character);
      expect([character, check(`tortuga${character}`).special]).toEqual([character, listed]);
    }
    expect([...'!$€%&@/\\()=?¿*[];,:;_+<>'].every((one) => SPECIAL_CHARACTERS.includes(one))).toBe(true);
    expect(check('tortuga，').special).toBe(false);
  });

  test('length is counted in characters, not in bytes or units', () => {
    expect(check('ñañañañ').length).toBe(false);
    expect(check('😀😀😀😀').length).toBe(false);
    expect(check('n\u0303an\u0303an\u0303an\u0303').length).toBe(false);
  });

  test('an empty password meets none', () => {
    expect(Object.values(check(''))).toEqual(Object.values(check('')).map(() => false));
  });
});

describe('own data', () => {
  test.each([
    'Maria-2031;x',
    'xXMARIAXx9;',
    'airaM-2031;x',
    'nunez_2031X',
    'NÚÑEZ_2031x',
    'Zeñun:31xx',
    'Peña2031;k',
    '12345678Zz;',
    'aA;12345678',
    '1234-56.78 Zz;',
    'Z87654321;a',
    'Ll7654321;',
    '１２３４５６７８;aA',
  ])('%s holds some', (password) => {
    expect(check(password).notOwnData).toBe(false);
  });

  test('particles are nobody’s name', () => {
    expect(check('La.de.los.Lunes4').notOwnData).toBe(true);
  });

  test('a very short name counts where it stands alone, not inside a word', () => {
    const ana = { givenName: 'Ana', surnames: 'Gil Bo', documents: [] };
    expect(check('Manzanas;31', ana).notOwnData).toBe(true);
    expect(check('Vigilante;31', ana).notOwnData).toBe(true);
    expect(check('Ana;2031;xx', ana).notOwnData).toBe(false);
    expect(check('31ligotros', ana).notOwnData).toBe(true);
    expect(check('31lig;Otros', ana).notOwnData).toBe(false);
    expect(check('31GilBo;otros', ana).notOwnData).toBe(false);
  });

  test('an initial is no name, and neither is an empty surname', () => {
    const one = { givenName: 'M. Li', surnames: '', documents: [] };
    expect(check('m-31;Otros', one).notOwnData).toBe(true);
    expect(check('Li-31;Otros', one).notOwnData).toBe(false);
  });

  test('a document that lost its zeros is the same document', () => {
    const low = { givenName: 'Eva', surnames: 'Sol', documents: [{ number: '00123456N' }] };
    expect(check('xX;123456;', low).notOwnData).toBe(false);
  });

  const surroundings = fc.string({ unit: 'grapheme', maxLength: 12 });
  const word = fc.constantFrom('José', 'María', 'Núñez', 'Peña', '12345678', '7654321');
  const disguise = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase().normalize('NFD'),
    (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    (text) => [...text].reverse().join(''),
    (text) => [...text].map((one) => (/[ -~]/.test(one) ? fullWidth(one) : one)).join(''),
  );

  test('never passes, wherever it stands and however it is written', () => {
    fc.assert(
      fc.property(surroundings, word, disguise, surroundings, (before, own, dress, after) => {
        // A mark at the beginning of what follows would make another letter of the last one: that is folded too.
        expect(check(`${before} ${dress(own)} ${after}`).notOwnData).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

function fullWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code === 0x20 ? character : String.fromCharCode(code + 0xfee0);
}

describe('known passwords', () => {
  test.each([
    'Password1',
    'password1',
    'PÁSSWORD1',
    '¡Password1!',
    'Qwertyuiop',
    'realmadrid',
    'Barcelona',
    '1qaz2wsx',
  ])('%s is one of them', (password) => {
    expect(check(password).notCommon).toBe(false);
    expect(check(password).ok).toBe(false);
  });

  test('a longer one that begins like one is another', () => {
    expect(check('Barcelona-en-abril').notCommon).toBe(true);
  });
});

test('what is accepted meets each rule, told in another way', () => {
  const characters = fc.constantFrom(...'abzñABZÑ0189!€.- ', 'Maria', '12345678');
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 20 }), (parts) => {
      const password = parts.join('');
      const { ok } = check(password);
      const groups = [/[a-zñ]/, /[A-ZÑ]/, /[0-9]/, /[!€]/].filter((group) => group.test(password)).length;
      const expected =
        password.length >= 8 &&
        (password.length >= 16 || groups >= 3) &&
        !/maria|airam/i.test(password) &&
        !/12345678|87654321/.test(password.replace(/[^a-z0-9ñ]/gi, '')) &&
        !common.has(password.toLowerCase());
      // Only lists and own data are told more strictly than this.
      if (ok) expect(expected).toBe(true);
      else if (expected) expect(check(password).notCommon && check(password).notOwnData).toBe(false);
    }),
    { numRuns: 500 },
  );
});
