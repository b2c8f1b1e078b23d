import { z } from 'zod';
import { AppError } from '../errors.ts';
import { parseIdentityDocument, parseNaf } from './identifiers.ts';
import type { CitizenData, IdentityDocument } from './model.ts';

/** Nobody who writes was born before; a year typed wrong was. */
const EARLIEST_BIRTH = '1890-01-01';

/**
 * What a clerk stated, normalised. Throws INVALID_INPUT with the fields that cannot be right: a document or a NAF
 * whose control does not hold, a birth date that is not past, an address that is no e-mail.
 */
export function checkedCitizenData(data: CitizenData, today: string): CitizenData {
  const fields: string[] = [];
  const documents = data.documents.map((document, index) => {
    const checked = checkedDocument(document);
    if (checked === null) fields.push(`documents.${index}.number`);
    return checked ?? document;
  });
  const repeated = documents.findIndex((document, index) =>
    documents.slice(0, index).some((other) => same(other, document)),
  );
  if (repeated !== -1) fields.push(`documents.${repeated}.number`);
  const naf = blankToNull(data.naf);
  const checkedNafNumber = naf === null ? null : checkedNaf(naf);
  if (naf !== null && checkedNafNumber === null) fields.push('naf');
  const email = blankToNull(data.email);
  if (email !== null && !isEmail(email)) fields.push('email');
  if (data.birthDate !== null && !isBirthDate(data.birthDate, today)) fields.push('birthDate');
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
  return {
    givenName: oneLine(data.givenName),
    surnames: oneLine(data.surnames),
    birthDate: data.birthDate,
    naf: checkedNafNumber,
    email,
    address: blankToNull(data.address),
    documents,
  };
}

/** The document normalised; null when it cannot be one of its type. */
export function checkedDocument(document: IdentityDocument): IdentityDocument | null {
  const parsed = parseIdentityDocument(document.number, document.type);
  return parsed.problem === null ? { type: parsed.type, number: parsed.number } : null;
}

/** Twelve digits; null when the control does not hold. */
export function checkedNaf(text: string): string | null {
  const parsed = parseNaf(text);
  return parsed.valid ? parsed.number : null;
}

export function isEmail(text: string): boolean {
  return z.email().safeParse(text).success;
}

/** `day` and `today` are ISO days. */
export function isBirthDate(day: string, today: string): boolean {
  return day >= EARLIEST_BIRTH && day <= today;
}

export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function blankToNull(text: string | null): string | null {
  const line = oneLine(text ?? '');
  return line === '' ? null : line;
}

function same(a: IdentityDocument, b: IdentityDocument): boolean {
  return a.type === b.type && a.number === b.number;
}
