import type { Sql } from './connection.ts';

/** A list row as the tables hold it; the mail room turns it into its entity. */
export type MessageRowColumns = {
  readonly id: number;
  readonly version: number;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly preview: string;
  readonly receivedAt: number;
  readonly attachmentCount: number;
  readonly parseStatus: string;
  readonly marks: string;
  readonly kind: string;
  readonly category: string | null;
  readonly finalCategory: string | null;
  readonly proposedConfidence: number;
  readonly needsReview: number;
  readonly state: string;
  readonly identityLevel: string;
  readonly openedAt: number | null;
  readonly assigneeId: number | null;
  readonly assigneeName: string | null;
  readonly caseId: number | null;
  readonly caseNumber: string | null;
  readonly dueDate: string | null;
  readonly copyCount: number;
};

/** Rows of the given messages, newest first. */
export function messageRows(sql: Sql, ids: readonly number[]): MessageRowColumns[] {
  return sql
    .prepare<[string], MessageRowColumns>(
      `SELECT m.id, m.version, m.fromName, m.fromAddress, m.subject, m.preview, m.receivedAt, m.attachmentCount,
         m.parseStatus, m.marks, m.kind, m.category, m.finalCategory, m.proposedConfidence, m.needsReview, m.state,
         m.identityLevel, m.openedAt, m.assigneeId, u.displayName AS assigneeName, m.caseId,
         c.number AS caseNumber, c.dueDate,
         (SELECT count(*) FROM "Message" k WHERE k.copyOfId = m.id) AS copyCount
       FROM "Message" m
       LEFT JOIN "User" u ON u.id = m.assigneeId
       LEFT JOIN "Case" c ON c.id = m.caseId
       WHERE m.id IN (SELECT value FROM json_each(?))
       ORDER BY m.id DESC`,
    )
    .all(JSON.stringify(ids));
}

export type MessageCountColumns = {
  readonly isRequest: number;
  readonly category: string | null;
  readonly state: string;
  readonly needsReview: number;
  readonly identityLevel: string;
  readonly n: number;
  readonly mine: number;
  readonly nobody: number;
  readonly withAttachments: number;
  readonly unopened: number;
};

/** Messages (copies folded) per group, in one pass over the covering index. */
export function messageCounts(sql: Sql, userId: number): MessageCountColumns[] {
  return sql
    .prepare<[number], MessageCountColumns>(
      `SELECT isRequest, category, state, needsReview, identityLevel, count(*) AS n,
         sum(assigneeId IS ?) AS mine, sum(assigneeId IS NULL) AS nobody,
         sum(attachmentCount > 0) AS withAttachments, sum(openedAt IS NULL) AS unopened
       FROM "Message" INDEXED BY "Message_counts_idx"
       WHERE copyOfId IS NULL
       GROUP BY isRequest, category, state, needsReview, identityLevel`,
    )
    .all(userId);
}

/** Highest message id, 0 when there is none. */
export function newestMessageId(sql: Sql): number {
  return sql.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM "Message"').get()?.id ?? 0;
}

/** The stored bytes of a message's raw source, still compressed; undefined when there is none. */
export function compressedSource(sql: Sql, sha256: string): Uint8Array | undefined {
  return sql
    .prepare<[string], { zstd: Uint8Array }>('SELECT zstd FROM "RawSource" WHERE sha256 = ?')
    .get(sha256)?.zstd;
}
