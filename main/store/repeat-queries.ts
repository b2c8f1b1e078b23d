import type { Sql } from './connection.ts';

/** What two messages are compared by, as the tables hold it; the declared person is JSON. */
export type RepeatRow = {
  readonly id: number;
  readonly threadId: number;
  readonly subject: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly receivedAt: number;
  readonly textHash: string | null;
  readonly category: string | null;
  readonly declaredPerson: string;
  readonly finalAction: string | null;
  readonly isRequest: number;
  readonly state: string;
  readonly caseId: number | null;
  readonly caseNumber: string | null;
};

/** The given messages, in no order. */
export function repeatRows(sql: Sql, ids: readonly number[]): RepeatRow[] {
  return sql
    .prepare<[string], RepeatRow>(
      `SELECT m.id, m.threadId, m.subject, m.fromName, m.fromAddress, m.receivedAt, m.textHash, m.category,
         m.declaredPerson, m.finalAction, m.isRequest, m.state, m.caseId, c.number AS caseNumber
       FROM "Message" m LEFT JOIN "Case" c ON c.id = m.caseId
       WHERE m.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
}

/** Neighbours by order of arrival on either side: a sender or a company may have thousands. */
type Near = { readonly id: number; readonly limit: number };

/** Whoever wrote more than this is no single person: nothing is to be concluded from his address. */
const MOST_OF_ONE = 500;

/** Messages of the same sender, the nearest ones; none of an address that writes all the time. */
export function nearBySender(sql: Sql, fromAddress: string, { id, limit }: Near): number[] {
  const ids = sql
    .prepare<[string, number], { id: number }>(
      `SELECT id FROM "Message" INDEXED BY "Message_fromAddress_threadSubject_idx" WHERE fromAddress = ? LIMIT ?`,
    )
    .all(fromAddress, MOST_OF_ONE + 1)
    .map((row) => row.id);
  if (ids.length > MOST_OF_ONE) return [];
  const distance = (other: number) => Math.abs(other - id);
  return ids
    .filter((other) => other !== id)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 2 * limit);
}

/** Messages with the same text, the nearest ones. */
export function nearByText(sql: Sql, textHash: string, near: Near): number[] {
  return nearest(
    sql,
    `SELECT id FROM "Message" INDEXED BY "Message_textHash_idx" WHERE textHash = @what AND id`,
    'id',
    textHash,
    near,
  );
}

/** Messages that declare one of the numbers (as `identifiers` holds them) of a person, the nearest ones. */
export function nearByIdentifiers(sql: Sql, numbers: readonly string[], near: Near): number[] {
  const words = numbers.map((number) => `"${number.replaceAll('"', '""')}"`).join(' OR ');
  return nearest(
    sql,
    `SELECT rowid AS id FROM "message_search" WHERE "message_search" MATCH @what AND rowid`,
    'rowid',
    `identifiers : (${words})`,
    near,
  );
}

function nearest(sql: Sql, select: string, order: string, what: string, near: Near): number[] {
  const side = (sign: '<' | '>', direction: 'DESC' | 'ASC') =>
    sql
      .prepare<{ what: string; id: number; limit: number }, { id: number }>(
        `${select} ${sign} @id ORDER BY ${order} ${direction} LIMIT @limit`,
      )
      .all({ what, ...near });
  return [...side('<', 'DESC'), ...side('>', 'ASC')].map(({ id }) => id);
}
