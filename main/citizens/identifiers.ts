import { cif, dni, nie } from 'stdnum/lib/cjs/es/index.js';
import type { IdType } from '../triage/model.ts';

/**
 * What is wrong with an identity document: the control letter (wrong or missing), the number of characters, or
 * characters that cannot stand there.
 */
export type IdentityProblem = 'LETTER' | 'LENGTH' | 'CHARACTERS';

export type ParsedIdentityDocument = {
  readonly type: IdType;
  /** Without separators, in capitals; lost leading zeros are put back when the letter proves them, else as written. */
  readonly number: string;
  /** The control check; null where there is none (passports). */
  readonly valid: boolean | null;
  readonly problem: IdentityProblem | null;
};

const CONTROL_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const SEPARATORS = /[\s.,\-_/·'’‐-―]+/gu;
const LONGEST_PASSPORT = 20;
const LONGEST_TEXT = 60;

/**
 * Reads one identity document in any style people write it (dots, spaces, hyphens, lower case, leading zeros
 * lost). `type` settles what the characters alone cannot, such as a passport of nine digits. Never accepts extra
 * characters in front. Sources: DOMAIN.md section 1; DNI, NIE and CIF by `stdnum`, K/L/M here because `stdnum`
 * lets every letter pass.
 */
export function parseIdentityDocument(text: string, type: IdType | null = null): ParsedIdentityDocument {
  const number = text.toUpperCase().replace(SEPARATORS, '');
  switch (type ?? guessType(number)) {
    case 'DNI':
      return parseDni(number);
    case 'NIE':
      return parseNie(number);
    case 'NIF':
      return checked('NIF', number, /^[KLM]\d{7}[A-Z]$/u, 9, hasPersonalLetter);
    case 'CIF':
      return checked('CIF', number, /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/u, 9, (n) => cif.validate(n).isValid);
    case 'PASSPORT':
      return parsePassport(number);
  }
}

function guessType(number: string): IdType {
  if (/^\d{1,8}[A-Z]?$/u.test(number)) return 'DNI';
  // 995O2078F is a DNI with a wrong character, not a passport.
  if (/^[\dOI]{8}[A-Z]$/u.test(number) && /(?:\d.*){5}/u.test(number)) return 'DNI';
  if (/^\d{9,10}[A-Z]$/u.test(number)) return 'DNI';
  if (/^[XYZ][\dOI]{1,8}[A-Z]?$/u.test(number)) return 'NIE';
  if (/^[KLM]\d{7}[A-Z]$/u.test(number)) return 'NIF';
  if (/^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/u.test(number)) return 'CIF';
  return 'PASSPORT';
}

function parseDni(number: string): ParsedIdentityDocument {
  const padded = number.padStart(9, '0');
  if (/^\d{1,7}[A-Z]$/u.test(number) && dni.validate(padded).isValid) return good('DNI', padded);
  if (/^\d{1,8}$/u.test(number)) return bad('DNI', number, 'LETTER');
  return checked('DNI', number, /^\d{8}[A-Z]$/u, 9, (n) => dni.validate(n).isValid);
}

function parseNie(number: string): ParsedIdentityDocument {
  const padded = number.slice(0, 1) + number.slice(1).padStart(8, '0');
  if (/^[XYZ]\d{1,6}[A-Z]$/u.test(number) && nie.validate(padded).isValid) return good('NIE', padded);
  if (/^[XYZ]\d{7}$/u.test(number)) return bad('NIE', number, 'LETTER');
  return checked('NIE', number, /^[XYZ]\d{7}[A-Z]$/u, 9, (n) => nie.validate(n).isValid);
}

/** Foreign passports are free: letters and digits, with no check of their own. */
function parsePassport(number: string): ParsedIdentityDocument {
  if (!/^[A-Z0-9]*$/u.test(number) || !/\d/u.test(number)) return bad('PASSPORT', number, 'CHARACTERS');
  if (number.length < 5 || number.length > LONGEST_PASSPORT) return bad('PASSPORT', number, 'LENGTH');
  return { type: 'PASSPORT', number, valid: null, problem: null };
}

function checked(
  type: IdType,
  number: string,
  shape: RegExp,
  length: number,
  isValid: (number: string) => boolean,
): ParsedIdentityDocument {
  if (number.length !== length) return bad(type, number, 'LENGTH');
  if (!shape.test(number)) return bad(type, number, 'CHARACTERS');
  return isValid(number) ? good(type, number) : bad(type, number, 'LETTER');
}

function hasPersonalLetter(number: string): boolean {
  return CONTROL_LETTERS[Number(number.slice(1, 8)) % 23] === number[8];
}

function good(type: IdType, number: string): ParsedIdentityDocument {
  return { type, number, valid: true, problem: null };
}

function bad(type: IdType, number: string, problem: IdentityProblem): ParsedIdentityDocument {
  return { type, number, valid: false, problem };
}

export type NumberProblem = 'LENGTH' | 'CHARACTERS' | 'PROVINCE' | 'CONTROL';

export type ParsedNaf = {
  /** Twelve digits when they could be told, else the digits as written. */
  readonly number: string;
  readonly valid: boolean;
  readonly problem: NumberProblem | null;
};

/**
 * Reads a Social Security number (NAF, NSS, NUSS): province 2, number 8, control 2, with or without separators.
 * The control is d mod 97 with d = province·10⁷ + number below ten million, else province·10⁸ + number (DOMAIN.md
 * section 1: `stdnum` lacks both this and Ceuta and Melilla). Old numbers of eleven digits, and those that lost the
 * zero of their province, are completed when the control proves it.
 */
export function parseNaf(text: string): ParsedNaf {
  return parseAccount(text, 8, (province, number, control) => {
    const scale = number < 10_000_000 ? 10_000_000 : 100_000_000;
    return (province * scale + number) % 97 === control;
  });
}

export type ParsedCcc = ParsedNaf & {
  /** The control was right by one of the two readings that sources give for numbers below a million: ask for proof. */
  readonly warning: 'TWO_READINGS' | null;
};

/**
 * Reads an employer's account (CCC): province 2, number 7, control 2, with or without separators and the four
 * digits of the scheme in front (0111 ...). Below 1,000,000 sources disagree on the control, so either reading is
 * accepted with a warning (DOMAIN.md section 1).
 */
export function parseCcc(text: string): ParsedCcc {
  const withScheme = /^\s*0\d{3}(?=[\s./-]*\d{2}[\s./-]*\d{7}[\s./-]*\d{2}\s*$)/u;
  const parsed = parseAccount(text.replace(withScheme, ''), 7, (province, number, control) => {
    const concatenated = (province * 10_000_000 + number) % 97 === control;
    return concatenated || (number < 1_000_000 && (province * 1_000_000 + number) % 97 === control);
  });
  const small = parsed.valid && Number(parsed.number.slice(2, 9)) < 1_000_000;
  return { ...parsed, warning: small ? 'TWO_READINGS' : null };
}

type Control = (province: number, number: number, control: number) => boolean;

/** Shared by NAF and CCC: province 2, a number of `width` digits, control 2. */
function parseAccount(text: string, width: 7 | 8, isValid: Control): ParsedNaf {
  if (text.length > LONGEST_TEXT) return { number: '', valid: false, problem: 'LENGTH' };
  const groups = /^\s*(\d{1,2})\s*[/\-.\s]\s*(\d{1,8})\s*[/\-.\s]\s*(\d{2})\s*$/u.exec(text);
  const digits = text.replace(SEPARATORS, '');
  if (!/^\d+$/u.test(digits)) return { number: digits, valid: false, problem: 'CHARACTERS' };
  const length = width + 4;
  const candidates = new Set<string>();
  if (groups?.[1] !== undefined && groups[2] !== undefined && groups[3] !== undefined) {
    candidates.add(groups[1].padStart(2, '0') + groups[2].padStart(width, '0') + groups[3]);
  }
  candidates.add(digits);
  if (digits.length === length - 1) {
    candidates.add(`0${digits}`);
    candidates.add(`${digits.slice(0, 2)}0${digits.slice(2)}`);
  }
  const whole = [...candidates].filter((candidate) => candidate.length === length);
  for (const number of whole) {
    if (hasProvince(number) && controlHolds(number, width, isValid)) {
      return { number, valid: true, problem: null };
    }
  }
  if (digits.length !== length) return { number: digits, valid: false, problem: 'LENGTH' };
  return { number: digits, valid: false, problem: hasProvince(digits) ? 'CONTROL' : 'PROVINCE' };
}

function controlHolds(number: string, width: number, isValid: Control): boolean {
  const end = 2 + width;
  return isValid(Number(number.slice(0, 2)), Number(number.slice(2, end)), Number(number.slice(end)));
}

/** Provinces 01 to 52, and the prefixes 53 and 66 that also exist. */
function hasProvince(number: string): boolean {
  const province = Number(number.slice(0, 2));
  return (province >= 1 && province <= 53) || province === 66;
}
