import { guarded, type Sql } from './connection.ts';

/** What tells one state of a database from another. */
export type DatabaseFacts = {
  readonly migration: number;
  readonly messages: number;
  readonly newestMessageId: number;
  readonly auditEntries: number;
  /** Hash of the last audit entry; empty when there is none. */
  readonly auditHead: string;
};

export function databaseFacts(sql: Sql): DatabaseFacts {
  const row = guarded(() =>
    sql
      .prepare<[], DatabaseFacts>(
        `SELECT (SELECT max(id) FROM "_migration") AS migration,
         (SELECT count(*) FROM "Message" m JOIN "RawSource" r ON r.sha256 = m.sha256) AS messages,
         (SELECT coalesce(max(id), 0) FROM "Message") AS newestMessageId,
         (SELECT count(*) FROM "AuditEntry") AS auditEntries,
         coalesce((SELECT hash FROM "AuditEntry" ORDER BY id DESC LIMIT 1), '') AS auditHead`,
      )
      .get(),
  );
  if (row === undefined) throw new Error('a SELECT without FROM has one row');
  return row;
}

/** What SQLite finds wrong with the file, empty when it is whole. Reads every page; throws STORE_DAMAGED for one that cannot be deciphered. */
export function integrityProblems(sql: Sql): string[] {
  const found = guarded(() => sql.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all());
  // What is wrong with the trees comes as one row of many lines under a heading.
  return found
    .flatMap((row) => row.integrity_check.split('\n'))
    .filter((line) => line !== 'ok' && !line.startsWith('***'));
}
