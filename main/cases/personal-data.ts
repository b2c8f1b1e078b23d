import { addressWords } from '../citizens/address.ts';
import type { Citizen } from '../citizens/model.ts';
import { fold } from '../triage/fold.ts';
import type { RecordField } from './reply-model.ts';

/**
 * Which of the record's data stand in a text, however they are written: documents and phones in full, the NAF, the
 * birth date, the street with its number. Masked values do not count.
 */
export function recordFieldsIn(text: string, citizen: Citizen): RecordField[] {
  const joined = text.toUpperCase().replace(/[\s.\-/()]/gu, '');
  const words = streetWords(text);
  const found: Record<RecordField, boolean> = {
    DOCUMENT: citizen.documents.some(({ number }) => joined.includes(essence(number))),
    PHONE: citizen.phoneRecords.some(({ e164 }) => joined.includes(e164.replace(/^\+34|^\+/u, ''))),
    NAF: citizen.naf !== null && joined.includes(citizen.naf.replace(/\D/gu, '')),
    BIRTH_DATE: citizen.birthDate !== null && datePattern(citizen.birthDate).test(fold(text)),
    ADDRESS: citizen.address !== null && hasStreet(words, citizen.address),
  };
  return Object.entries(found).flatMap(([field, there]) => (there ? [field as RecordField] : []));
}

/** Eight digits of a DNI say as much as with their letter, which follows from them. */
function essence(document: string): string {
  return /^\d{8}[A-Z]$/u.test(document) ? document.slice(0, 8) : document;
}

const MONTHS =
  'enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre'.split(',');

/** An ISO day as people write it: 22/11/1987, 22-11-87, 1987.11.22, 22 de noviembre de 1987. */
function datePattern(isoDay: string): RegExp {
  const [year = '', month = '', day = ''] = isoDay.split('-');
  const [m, d] = [Number(month), Number(day)];
  const name = MONTHS[m - 1] ?? '';
  const between = String.raw`[\s./-]+(?:del?\s+)?`;
  const forwards = `0?${d}${between}(?:0?${m}|${name.slice(0, 3)}[a-z]*)${between}(?:${year}|${year.slice(2)})`;
  const backwards = String.raw`${year}[\s./-]?0?${m}[\s./-]?0?${d}`;
  return new RegExp(String.raw`(?<!\d)(?:${forwards}|${backwards})(?!\d)`, 'u');
}

function streetWords(text: string): string {
  return ` ${addressWords(text).join(' ')} `;
}

/** The street's name and number, which is what finds a door; "C/ Mayor, 5, 3.º B" and "calle Mayor nº 5" agree. */
function hasStreet(text: string, address: string): boolean {
  const street = /^ (\D*?\p{L}\D*? \d+) /u.exec(streetWords(address))?.[1];
  return street !== undefined && text.includes(` ${street} `);
}
