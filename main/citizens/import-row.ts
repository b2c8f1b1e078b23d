import { z } from 'zod';
import { IdType } from '../triage/model.ts';
import type { Rejection } from './csv-table.ts';
import { documentProblem, nafProblem } from './identifier-texts.ts';
import { parseIdentityDocument, parseNaf } from './identifiers.ts';
import type { IdentityDocument } from './model.ts';
import { parsePhone } from './phones.ts';
import { isBirthDate, isEmail, oneLine } from './validate.ts';

/** The header of an import (DESIGN.md section 10), in any order. */
export const IMPORT_COLUMNS = [
  'idType',
  'id',
  'givenName',
  'surnames',
  'birthDate',
  'naf',
  'phone',
  'email',
  'address',
  'deceased',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Without these a row says nothing about anybody. */
export const REQUIRED_COLUMNS: readonly ImportColumn[] = ['idType', 'id', 'givenName', 'surnames'];

/** One person as the file states him. Null: the file does not say, and what is on record stays. */
export type ImportRow = {
  readonly line: number;
  readonly document: IdentityDocument;
  readonly givenName: string;
  readonly surnames: string;
  readonly birthDate: string | null;
  readonly naf: string | null;
  readonly phone: string | null; // E.164
  readonly email: string | null;
  readonly address: string | null;
  readonly deceased: boolean | null;
};

/** Reads one row; every fault is named, not only the first. `today` is an ISO day. */
export function readImportRow(
  line: number,
  cells: Readonly<Partial<Record<ImportColumn, string>>>,
  today: string,
): ImportRow | readonly Rejection[] {
  const faults: Rejection[] = [];
  const fault = (field: ImportColumn, reason: string) => {
    faults.push({ line, field, reason });
    return null;
  };
  const text = (field: ImportColumn, longest: number) => {
    const value = oneLine(cells[field] ?? '');
    if (value.length > longest) fault(field, `Es más largo que ${longest} caracteres.`);
    if (value.includes('\uFFFD')) fault(field, 'Tiene caracteres ilegibles: guarde el archivo en UTF-8.');
    return value;
  };
  const optional = <T>(field: ImportColumn, read: (value: string) => T | null, reason: string): T | null => {
    const value = text(field, 254);
    return value === '' ? null : (read(value) ?? fault(field, reason));
  };

  const document = readDocument(text('idType', 20), text('id', 40), fault);
  const givenName = text('givenName', 100);
  if (givenName === '') fault('givenName', 'Falta el nombre.');
  const row = {
    line,
    givenName,
    surnames: text('surnames', 150),
    birthDate: optional(
      'birthDate',
      (day) => (z.iso.date().safeParse(day).success && isBirthDate(day, today) ? day : null),
      'Debe ser una fecha de nacimiento posible, escrita AAAA-MM-DD.',
    ),
    naf: readNaf(text('naf', 60), fault),
    phone: optional(
      'phone',
      (value) => parsePhone(value)?.e164 ?? null,
      'No es un teléfono; escríbalo con el prefijo del país, por ejemplo +34612345678.',
    ),
    email: optional('email', (value) => (isEmail(value) ? value : null), 'No es una dirección de correo.'),
    address: text('address', 300) || null,
    deceased: optional<boolean>('deceased', readBoolean, 'Debe ser true o false.'),
  };
  return document === null || faults.length > 0 ? faults : { ...row, document };
}

/** The document that two cells state; what is wrong with them is told to `fault`. */
export function readDocument(
  typeText: string,
  number: string,
  fault: (field: 'idType' | 'id', reason: string) => null,
): IdentityDocument | null {
  const type = IdType.safeParse(typeText.toUpperCase() === 'PASAPORTE' ? 'PASSPORT' : typeText.toUpperCase());
  if (!type.success) return fault('idType', `Debe ser uno de estos: ${IdType.options.join(', ')}.`);
  if (number === '') return fault('id', 'Falta el número del documento.');
  const parsed = parseIdentityDocument(number, type.data);
  const wrong = documentProblem(parsed);
  return wrong === null ? { type: parsed.type, number: parsed.number } : fault('id', wrong);
}

function readNaf(text: string, fault: (field: ImportColumn, reason: string) => null): string | null {
  if (text === '') return null;
  const parsed = parseNaf(text);
  const wrong = nafProblem(parsed);
  return wrong === null ? parsed.number : fault('naf', wrong);
}

function readBoolean(value: string): boolean | null {
  const lower = value.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : null;
}
