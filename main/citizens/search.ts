import type { Actor } from '../store/audit.ts';
import { findCitizenIds, type CitizenColumn, type CitizenIndexRow } from '../store/citizen-index.ts';
import type { Store, Tx } from '../store/store.ts';
import { parseIdentityDocument, parseNaf } from './identifiers.ts';
import { CitizenRow, type Citizen } from './model.ts';
import { maskPhone, parsePhone } from './phones.ts';

/** What a look-up asked by; the log keeps this and not the words. */
export type LookUpKind = 'DOCUMENT' | 'NAF' | 'PHONE' | 'NAME';

type Query = {
  readonly kind: LookUpKind;
  readonly column: CitizenColumn;
  readonly words: readonly string[];
};

/** How a search text is read: a whole document, NAF or phone in any style, else words; null when it has none. */
export function readQuery(text: string): Query | null {
  const document = parseIdentityDocument(text);
  if (document.valid === true) return { kind: 'DOCUMENT', column: 'identifiers', words: [document.number] };
  const naf = parseNaf(text);
  if (naf.valid) return { kind: 'NAF', column: 'identifiers', words: [naf.number] };
  const phone = parsePhone(text);
  if (phone !== null) return { kind: 'PHONE', column: 'phones', words: [phone.e164.slice(1)] };
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.length === 0 ? null : { kind: 'NAME', column: 'ANY', words };
}

/**
 * Newest first, by keyset on the citizen's id. Everybody has every word; an empty text lists all. A search that
 * names something is written down with its kind and the records that were shown, never with its words.
 */
export async function searchCitizens(
  store: Store,
  actor: Actor,
  input: { readonly text: string; readonly cursor: number | null; readonly limit: number },
): Promise<{ rows: CitizenRow[]; nextCursor: number | null }> {
  const { text, cursor, limit } = input;
  const query = readQuery(text);
  const ids = query === null ? null : findCitizenIds(store.sql, query, { cursor, limit: limit + 1 });
  const where = ids === null ? (cursor === null ? {} : { id: { lt: cursor } }) : { id: { in: ids } };
  const found = await citizenRows(store.prisma, where, limit + 1);
  const rows = found.slice(0, limit);
  if (query !== null) {
    await store.audit({
      actor,
      action: 'citizen.searched',
      objectType: 'CITIZEN',
      details: { kind: query.kind, shown: rows.map((row) => row.id) },
    });
  }
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Citizens as lists show them, newest first. Writes nothing down. */
export async function citizenRows(
  db: Tx,
  where: { readonly id?: { readonly lt: number } | { readonly in: number[] } },
  take: number,
): Promise<CitizenRow[]> {
  const found = await db.citizen.findMany({
    where,
    orderBy: { id: 'desc' },
    take,
    include: {
      identityDocuments: { orderBy: { id: 'asc' } },
      phoneRecords: { where: { validTo: null, contactSet: 'ELECTRONIC' }, select: { e164: true } },
      _count: { select: { cases: { where: { state: { notIn: ['RESOLVED', 'ARCHIVED'] } } } } },
    },
  });
  return found.map((row) =>
    CitizenRow.parse({
      ...row,
      name: fullName(row),
      documents: row.identityDocuments,
      maskedPhone: row.phoneRecords[0] === undefined ? null : maskPhone(row.phoneRecords[0].e164),
      openCases: row._count.cases,
    }),
  );
}

export function fullName(person: { readonly givenName: string; readonly surnames: string }): string {
  return `${person.givenName} ${person.surnames}`.trim();
}

/** What the citizen is found by: phones of the past too, with and without the country's prefix. */
export function citizenIndexRow(
  person: Pick<Citizen, 'id' | 'givenName' | 'surnames' | 'naf'>,
  documentNumbers: readonly string[],
  e164s: readonly string[],
): CitizenIndexRow {
  return {
    id: person.id,
    name: fullName(person),
    identifiers: [...documentNumbers, person.naf ?? ''].join(' ').trim(),
    phones: [...new Set(e164s.flatMap(phoneWords))].join(' '),
  };
}

function phoneWords(e164: string): string[] {
  return e164.startsWith('+34') ? [e164.slice(1), e164.slice(3)] : [e164.slice(1)];
}

/** "DNI 00000000T": tells any two documents apart. */
export function documentName(document: { readonly type: string; readonly number: string }): string {
  return `${document.type} ${document.number}`;
}
