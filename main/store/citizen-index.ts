import type { Sql } from './connection.ts';
import type { Tx } from './store.ts';

/** What a citizen is found by. Words are separated by spaces; the index folds case and accents. */
export type CitizenIndexRow = {
  readonly id: number;
  readonly name: string;
  readonly identifiers: string;
  readonly phones: string;
};

/** Where the words of a query must stand; ANY: in any column. */
export type CitizenColumn = 'ANY' | 'name' | 'identifiers' | 'phones';

/** Puts the rows into the full-text index, in place of those that are there. */
export async function indexCitizens(tx: Tx, rows: readonly CitizenIndexRow[]): Promise<void> {
  const json = JSON.stringify(rows);
  await tx.$executeRaw`DELETE FROM "citizen_search"
    WHERE rowid IN (SELECT json_extract(value, '$.id') FROM json_each(${json}))`;
  await tx.$executeRaw`INSERT INTO "citizen_search" (rowid, name, identifiers, phones)
    SELECT json_extract(value, '$.id'), json_extract(value, '$.name'),
           json_extract(value, '$.identifiers'), json_extract(value, '$.phones') FROM json_each(${json})`;
}

/** Ids of the citizens that have every word, each as the beginning of a word of theirs; newest first. */
export function findCitizenIds(
  sql: Sql,
  query: { readonly words: readonly string[]; readonly column: CitizenColumn },
  page: { readonly cursor: number | null; readonly limit: number },
): number[] {
  const column = query.column === 'ANY' ? '' : `${query.column} : `;
  const match = query.words.map((word) => `${column}"${word.replaceAll('"', '')}"*`).join(' AND ');
  return sql
    .prepare<[string, number, number], { rowid: number }>(
      `SELECT rowid FROM "citizen_search" WHERE "citizen_search" MATCH ? AND rowid < ?
       ORDER BY rowid DESC LIMIT ?`,
    )
    .all(match, page.cursor ?? Number.MAX_SAFE_INTEGER, page.limit)
    .map((row) => row.rowid);
}
