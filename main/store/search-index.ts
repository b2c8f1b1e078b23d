import type { Sql } from './connection.ts';

/** A message's row in the full-text index. */
export type SearchRow = {
  readonly id: number;
  readonly subject: string;
  readonly sender: string;
  readonly body: string;
  readonly attachments: string;
  readonly caseNumber: string;
  readonly identifiers: string;
};

/** What the tables know for a search row; the text comes from the raw source. */
export type SearchRowParts = {
  readonly id: number;
  readonly sha256: string;
  readonly subject: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly declaredPerson: string;
  readonly caseNumber: string | null;
  readonly attachmentNames: string;
};

/** Parts of the next messages after an id, in order of arrival. */
export function searchRowParts(sql: Sql, afterId: number, limit: number): SearchRowParts[] {
  return sql
    .prepare<[number, number], SearchRowParts>(
      `SELECT m.id, m.sha256, m.subject, m.fromName, m.fromAddress, m.declaredPerson, c.number AS caseNumber,
         coalesce((SELECT group_concat(a.name, char(10)) FROM "Attachment" a WHERE a.messageId = m.id), '')
           AS attachmentNames
       FROM "Message" m LEFT JOIN "Case" c ON c.id = m.caseId
       WHERE m.id > ? ORDER BY m.id LIMIT ?`,
    )
    .all(afterId, limit);
}

/** A message's own text, as it was indexed; empty when it is not. */
export function messageText(sql: Sql, id: number): string {
  return (
    sql.prepare<[number], { body: string }>('SELECT body FROM "message_search" WHERE rowid = ?').get(id)
      ?.body ?? ''
  );
}

/** Puts rows in the place of the ones with the same ids. */
export function replaceSearchRows(sql: Sql, rows: readonly SearchRow[]): void {
  const remove = sql.prepare<[number]>('DELETE FROM "message_search" WHERE rowid = ?');
  const insert = sql.prepare<[SearchRow]>(
    `INSERT INTO "message_search" (rowid, subject, sender, body, attachments, case_number, identifiers)
     VALUES (@id, @subject, @sender, @body, @attachments, @caseNumber, @identifiers)`,
  );
  for (const row of rows) {
    remove.run(row.id);
    insert.run(row);
  }
}
