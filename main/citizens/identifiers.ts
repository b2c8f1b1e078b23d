import { cif } from 'stdnum/lib/cjs/es/index.js';
import type { IdType } from '../triage/model.ts';
import { readWritten, type Written } from './written.ts';

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
  /**
   * With the problem LETTER: the letter that these digits would have (DNI, NIE, NIF). It is not the right one where
   * a digit is wrong, so nothing may put it in by itself.
   */
  readonly fits: string | null;
  /** Of a number written as IPF: which of the records with that document is meant, four digits. */
  readonly duplicity: string | null;
};

const CONTROL_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
const LONGEST_PASSPORT = 20;

/**
 * Reads one identity document in any style people write it (dots, spaces, hyphens, brackets, lower case, leading
 * zeros lost, a label in front, as IPF). `type` settles what the characters alone cannot, such as a passport of nine
 * digits. Never accepts extra characters in front. Sources: DOMAIN.md section 1; CIF by `stdnum`, the letter of
 * persons here because `stdnum` lets every letter of K/L/M pass and says none that would fit.
 */
export function parseIdentityDocument(text: string, type: IdType | null = null): ParsedIdentityDocument {
  const written = readWritten(text);
  if (written === null) return bad(type ?? 'PASSPORT', '', 'LENGTH');
  const ipf = ipfOf(written);
  if (ipf !== null && ipf.type !== 'FICTITIOUS' && (type ?? ipf.type) === ipf.type) {
    return { ...parseAs(ipf.type, ipf.number), duplicity: ipf.duplicity };
  }
  const { number, label } = written;
  return parseAs(type ?? (label === 'PASSPORT' ? 'PASSPORT' : guessType(number)), number);
}

function parseAs(type: IdType, number: string): ParsedIdentityDocument {
  switch (type) {
    case 'DNI':
      return parseDni(number);
    case 'NIE':
      return parseNie(number);
    case 'NIF':
      return checked('NIF', number, /^[KLM]\d{7}[A-Z]$/u);
    case 'CIF':
      return parseCif(number);
    case 'PASSPORT':
      return parsePassport(number);
  }
}

function guessType(number: string): IdType {
  if (/^[A-Z]{3}\d{6}$/u.test(number)) return 'PASSPORT';
  if (/^\d{1,8}[A-Z]?$/u.test(number)) return 'DNI';
  // 995O2078F is a DNI with a wrong character, not a passport.
  if (/^[\dOI]{8}[A-Z]$/u.test(number) && /(?:\d.*){5}/u.test(number)) return 'DNI';
  if (/^\d{9,10}[A-Z]$/u.test(number)) return 'DNI';
  if (/^[XYZ][\dOI]{1,8}[A-Z]?$/u.test(number)) return 'NIE';
  if (/^[KLM]\d{7}[A-Z]$/u.test(number)) return 'NIF';
  if (CIF_SHAPE.test(number)) return 'CIF';
  return 'PASSPORT';
}

function parseDni(number: string): ParsedIdentityDocument {
  const padded = number.padStart(9, '0');
  if (/^\d{1,7}[A-Z]$/u.test(number) && letterFor(padded) === padded[8]) return good('DNI', padded);
  if (/^\d{1,8}$/u.test(number)) return bad('DNI', number, 'LETTER', letterFor(number.padStart(8, '0')));
  return checked('DNI', number, /^\d{8}[A-Z]$/u);
}

function parseNie(number: string): ParsedIdentityDocument {
  const padded = number.slice(0, 1) + number.slice(1).padStart(8, '0');
  if (/^[XYZ]\d{1,6}[A-Z]$/u.test(number) && letterFor(padded) === padded[8]) return good('NIE', padded);
  if (/^[XYZ]\d{7}$/u.test(number)) return bad('NIE', number, 'LETTER', letterFor(number));
  return checked('NIE', number, /^[XYZ]\d{7}[A-Z]$/u);
}

const CIF_SHAPE = /^[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]$/u;

function parseCif(number: string): ParsedIdentityDocument {
  if (number.length !== 9) return bad('CIF', number, 'LENGTH');
  if (!CIF_SHAPE.test(number)) return bad('CIF', number, 'CHARACTERS');
  return cif.validate(number).isValid ? good('CIF', number) : bad('CIF', number, 'LETTER');
}

/** Foreign passports are free: letters and digits, with no check of their own. */
function parsePassport(number: string): ParsedIdentityDocument {
  if (!/^[A-Z0-9]*$/u.test(number) || !/\d/u.test(number)) return bad('PASSPORT', number, 'CHARACTERS');
  if (number.length < 5 || number.length > LONGEST_PASSPORT) return bad('PASSPORT', number, 'LENGTH');
  return { ...good('PASSPORT', number), valid: null };
}

function checked(type: IdType, number: string, shape: RegExp): ParsedIdentityDocument {
  if (number.length !== 9) return bad(type, number, 'LENGTH');
  if (!shape.test(number)) return bad(type, number, 'CHARACTERS');
  const fits = letterFor(number);
  return fits === number[8] ? good(type, number) : bad(type, number, 'LETTER', fits);
}

/** The letter of the first eight characters: of a NIE, X, Y and Z stand for 0, 1 and 2; K, L and M for nothing. */
function letterFor(number: string): string | null {
  const digits = number
    .slice(0, 8)
    .replace(/^[XKLM]/u, '0')
    .replace('Y', '1')
    .replace('Z', '2');
  return CONTROL_LETTERS[Number(digits) % 23] ?? null;
}

function good(type: IdType, number: string): ParsedIdentityDocument {
  return { type, number, valid: true, problem: null, fits: null, duplicity: null };
}

function bad(
  type: IdType,
  number: string,
  problem: IdentityProblem,
  fits: string | null = null,
): ParsedIdentityDocument {
  return { type, number, valid: false, problem, fits, duplicity: null };
}

/** The Social Security's key of a person. FICTITIOUS: given to a Spanish child without a DNI; it has no check. */
export type Ipf = {
  readonly type: 'DNI' | 'NIE' | 'FICTITIOUS';
  /** Without the zeros in front: not checked yet. */
  readonly number: string;
  /** Four digits; null when it was left out. One document may have several records. */
  readonly duplicity: string | null;
};

/**
 * Reads an IPF (identificador de persona física): type 1, 6 or 9, ten characters filled up with zeros, and the four
 * digits of the duplicidad (DOMAIN.md section 1). Behind its label the zeros may be lost; null when it is none.
 */
export function parseIpf(text: string): Ipf | null {
  const written = readWritten(text);
  return written === null ? null : ipfOf(written);
}

function ipfOf({ number, label }: Written): Ipf | null {
  const [, key, rest = '', duplicity = null] =
    (label === 'IPF' ? IPF_LABELLED : IPF_WHOLE).exec(number) ?? [];
  switch (key) {
    case '1':
      return { type: 'DNI', number: rest.slice(-9), duplicity };
    case '6':
      return { type: 'NIE', number: rest.replace(/^0+/u, ''), duplicity };
    case '9':
      return { type: 'FICTITIOUS', number: rest.padStart(10, '0'), duplicity };
    default:
      return null;
  }
}

/** Without its label nothing less than all of it, and of a type that has a letter: any other number may begin so. */
const IPF_WHOLE = /^(1(?=0\d)|6(?=0[XYZ]))(0[XYZ\d]\d{7}[A-Z])(\d{4})?$/u;
const IPF_LABELLED = /^([169])(0?\d{1,8}[A-Z]|0*[XYZ]\d{1,7}[A-Z]|\d{10})(\d{4})?$/u;

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
  return parseAccount(readWritten(text), 8, (province, number, control) => {
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
  const written = readWritten(text);
  const parsed = parseAccount(written && withoutScheme(written), 7, (province, number, control) => {
    const concatenated = (province * 10_000_000 + number) % 97 === control;
    return concatenated || (number < 1_000_000 && (province * 1_000_000 + number) % 97 === control);
  });
  const small = parsed.valid && Number(parsed.number.slice(2, 9)) < 1_000_000;
  return { ...parsed, warning: small ? 'TWO_READINGS' : null };
}

/** 0111 and the like: four digits in front of the eleven. */
function withoutScheme({ number, groups, label }: Written): Written {
  const scheme = groups.length === 4 && /^0\d{3}$/u.test(groups[0] ?? '');
  return { number: number.replace(/^0\d{3}(?=\d{11}$)/u, ''), groups: groups.slice(scheme ? 1 : 0), label };
}

type Control = (province: number, number: number, control: number) => boolean;

/** Shared by NAF and CCC: province 2, a number of `width` digits, control 2. */
function parseAccount(written: Written | null, width: 7 | 8, isValid: Control): ParsedNaf {
  if (written === null) return { number: '', valid: false, problem: 'LENGTH' };
  const { number, groups } = written;
  if (!/^\d+$/u.test(number)) return { number, valid: false, problem: 'CHARACTERS' };
  const length = width + 4;
  const candidates = new Set<string>();
  const [province = '', middle = '', control = ''] = groups;
  if (groups.length === 3) candidates.add(province.padStart(2, '0') + middle.padStart(width, '0') + control);
  candidates.add(number);
  if (number.length === length - 1) {
    candidates.add(`0${number}`);
    candidates.add(`${number.slice(0, 2)}0${number.slice(2)}`);
  }
  for (const candidate of candidates) {
    if (candidate.length !== length || !hasProvince(candidate)) continue;
    if (controlHolds(candidate, width, isValid)) return { number: candidate, valid: true, problem: null };
  }
  if (number.length !== length) return { number, valid: false, problem: 'LENGTH' };
  return { number, valid: false, problem: hasProvince(number) ? 'CONTROL' : 'PROVINCE' };
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
