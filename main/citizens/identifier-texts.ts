import { z } from 'zod';
import { IdType } from '../triage/model.ts';
import {
  parseCcc,
  parseIpf,
  parseIdentityDocument,
  parseNaf,
  type ParsedCcc,
  type ParsedIdentityDocument,
  type ParsedNaf,
} from './identifiers.ts';

const NAMES: Readonly<Record<IdType, string>> = {
  DNI: 'un DNI',
  NIE: 'un NIE',
  NIF: 'un NIF de los que empiezan por K, L o M',
  CIF: 'un CIF',
  PASSPORT: 'un pasaporte',
};

const FICTITIOUS =
  'IPF de tipo 9: un número ficticio que la Seguridad Social da a menores sin DNI. No es un documento ni tiene letra que comprobar.';

const FIRST = {
  NIE: { right: /^[XYZ]/u, note: 'Un NIE empieza por X, Y o Z.' },
  NIF: { right: /^[KLM]/u, note: 'Un NIF de persona sin DNI ni NIE empieza por K, L o M.' },
  CIF: { right: /^[A-HJNP-SUVW]/u, note: 'Un CIF empieza por la letra de la clase de entidad.' },
} as const;

/** What has to be known of a document, in words for the clerk: what is wrong, else what its IPF says; null: nothing. */
function documentNote(parsed: ParsedIdentityDocument): string | null {
  return documentProblem(parsed) ?? duplicityNote(parsed);
}

/**
 * What is wrong with a document, in words; null when nothing is. The letter that would fit is told as one
 * possibility: a wrong digit is as likely as a wrong letter.
 */
export function documentProblem(parsed: ParsedIdentityDocument): string | null {
  switch (parsed.problem) {
    case null:
      return null;
    case 'LETTER':
      return letterNote(parsed);
    case 'LENGTH':
      return lengthNote(parsed);
    case 'CHARACTERS':
      return charactersNote(parsed);
  }
}

function duplicityNote({ type, duplicity }: ParsedIdentityDocument): string | null {
  if (duplicity === null || duplicity === '0000') return null;
  return `IPF con duplicidad ${duplicity}: ese ${type} figura en más de un registro de la Seguridad Social. Compruebe cuál es el de esta persona.`;
}

function letterNote({ type, number, fits }: ParsedIdentityDocument): string {
  const last = number.at(-1) ?? '';
  if (type === 'CIF' || fits === null) return `El control «${last}» no corresponde a las demás cifras.`;
  const wouldBe = `Con esas cifras sería la ${fits}, pero también puede haber una cifra equivocada: compruébelo en el documento.`;
  return /\d/u.test(last)
    ? `Falta la letra. ${wouldBe}`
    : `La letra ${last} no corresponde a esas cifras. ${wouldBe}`;
}

function lengthNote({ type, number }: ParsedIdentityDocument): string {
  const right = type === 'PASSPORT' ? 'entre 5 y 20' : '9';
  if (number === '') return `Es demasiado largo: ${NAMES[type]} tiene ${right} caracteres.`;
  const count = number.length === 1 ? '1 carácter' : `${number.length} caracteres`;
  return `Tiene ${count} y ${NAMES[type]} tiene ${right}.`;
}

/** Only what has the right number of characters gets here, passports apart. */
function charactersNote({ type, number }: ParsedIdentityDocument): string {
  if (type === 'PASSPORT') return 'Un pasaporte solo tiene letras sin tilde y cifras, y al menos una cifra.';
  const odd = [...new Set(number.slice(type === 'DNI' ? 0 : 1, 8).replace(/\d/gu, ''))];
  if (odd.length > 0) return `Tiene ${odd.map((one) => `«${one}»`).join(', ')} donde va una cifra.`;
  if (type !== 'DNI' && !FIRST[type].right.test(number)) return FIRST[type].note;
  return `Tiene «${number.at(-1) ?? ''}» donde va la letra de control.`;
}

/** What is wrong with a Social Security number; null when nothing is. */
export function nafProblem(parsed: ParsedNaf): string | null {
  return accountProblem(parsed, 'un NAF', 12);
}

/** What has to be known of an employer's account; null: nothing. */
function cccNote(parsed: ParsedCcc): string | null {
  if (parsed.warning === null) return accountProblem(parsed, 'un CCC', 11);
  return 'El control cuadra por una de las dos formas de calcularlo que hay para números menores de 1.000.000. Compruébelo en un documento.';
}

function accountProblem({ problem, number }: ParsedNaf, name: string, digits: number): string | null {
  switch (problem) {
    case null:
      return null;
    case 'CHARACTERS':
      return `Tiene caracteres que no son cifras: ${name} tiene ${digits} cifras.`;
    case 'LENGTH':
      return number === ''
        ? `Es demasiado largo: ${name} tiene ${digits} cifras.`
        : `Tiene ${number.length === 1 ? '1 cifra' : `${number.length} cifras`} y ${name} tiene ${digits}.`;
    case 'PROVINCE':
      return `Empieza por ${number.slice(0, 2)}, que no es ninguna provincia.`;
    case 'CONTROL':
      return 'El control (las dos últimas cifras) no corresponde a las demás: hay alguna cifra equivocada.';
  }
}

/** What a number is: an identity document of some type, a Social Security number, or an employer's account. */
export const NumberKind = z.enum([...IdType.options, 'NAF', 'CCC']);
export type NumberKind = z.infer<typeof NumberKind>;

/** A number as the register would keep it, and what a clerk has to know of it. */
export const ReadNumber = z.object({ number: z.string(), valid: z.boolean(), note: z.string().nullable() });
export type ReadNumber = z.infer<typeof ReadNumber>;

/** Reads a number of that kind as it was written. `valid`: nothing is wrong with it, as far as it can be checked. */
export function readNumber(kind: NumberKind, text: string): ReadNumber {
  switch (kind) {
    case 'NAF': {
      const parsed = parseNaf(text);
      return { number: parsed.number, valid: parsed.valid, note: nafProblem(parsed) };
    }
    case 'CCC': {
      const parsed = parseCcc(text);
      return { number: parsed.number, valid: parsed.valid, note: cccNote(parsed) };
    }
    case 'DNI':
    case 'NIE':
    case 'NIF':
    case 'CIF':
    case 'PASSPORT': {
      const parsed = parseIdentityDocument(text, kind);
      const note = parseIpf(text)?.type === 'FICTITIOUS' ? FICTITIOUS : documentNote(parsed);
      return { number: parsed.number, valid: parsed.problem === null, note };
    }
  }
}
