import type { Sql } from './connection.ts';

/*
 * What the learning module reads and writes: decided messages as examples, open undecided ones to propose anew, and the
 * index of solved ones. Instants are UTC ms.
 */

/** A stored message as triage saw it when it came; its text is the index's. */
export type StoredText = {
  readonly id: number;
  readonly threadId: number;
  readonly subject: string;
  readonly text: string;
  readonly fromAddress: string;
  readonly attachmentNames: string; // JSON array, in the message's order
  readonly declaredCategory: string | null;
  readonly kind: string;
  readonly proposedCategory: string | null;
  readonly proposedConfidence: number;
  readonly proposedReasons: string; // JSON
  readonly finalCategory: string | null;
};

/** The given messages, in order of arrival. */
export function storedTexts(sql: Sql, ids: readonly number[]): StoredText[] {
  return sql
    .prepare<[string], StoredText>(
      `SELECT m.id, m.threadId, m.subject, s.body AS text, m.fromAddress,
         (SELECT json_group_array(name) FROM (SELECT name FROM "Attachment" WHERE messageId = m.id ORDER BY ordinal))
           AS attachmentNames,
         m.declaredCategory, m.kind, m.proposedCategory, m.proposedConfidence, m.proposedReasons, m.finalCategory
       FROM "Message" m JOIN "message_search" s ON s.rowid = m.id
       WHERE m.id IN (SELECT value FROM json_each(?)) ORDER BY m.id`,
    )
    .all(JSON.stringify(ids));
}

/** The newest decided messages, copies left out, in order of arrival. */
export function decidedIds(sql: Sql, limit: number): number[] {
  return sql
    .prepare<[number], { id: number }>(
      `SELECT d.id FROM "Message" d INDEXED BY "Message_decided_idx"
       WHERE d.finalCategory IS NOT NULL AND d.copyOfId IS NULL ORDER BY d.id DESC LIMIT ?`,
    )
    .all(limit)
    .map(({ id }) => id)
    .reverse();
}

/** How many decisions there are, and how many were made after an instant. */
export function decisionCounts(sql: Sql, since: number): { readonly all: number; readonly after: number } {
  const row = sql
    .prepare<[number], { all: number; after: number }>(
      `SELECT count(*) AS "all", coalesce(sum(finalAt > ?), 0) AS after
       FROM "Message" INDEXED BY "Message_decidedAt_idx" WHERE finalCategory IS NOT NULL`,
    )
    .get(since);
  return row ?? { all: 0, after: 0 };
}

/** Open requests after an id that nobody has decided, in order of arrival. */
export function openRequestIds(sql: Sql, afterId: number, limit: number): number[] {
  return sql
    .prepare<[number, number], { id: number }>(
      `SELECT id FROM "Message" INDEXED BY "Message_list_idx"
       WHERE id > ? AND isRequest = 1 AND state IN ('NEW', 'IN_PROGRESS', 'WAITING_CITIZEN') AND finalCategory IS NULL
       ORDER BY id LIMIT ?`,
    )
    .all(afterId, limit)
    .map(({ id }) => id);
}

export type NewProposal = {
  readonly id: number;
  readonly category: string | null;
  readonly confidence: number;
  readonly reasons: string; // JSON
};

const NEEDS_REVIEW = `(proposedCategory IS NULL OR proposedConfidence < @reviewBelow
  OR parseStatus IN ('UNPARSABLE', 'OVERSIZED'))`;

/**
 * Puts new proposals in the place of old ones, where no person has decided meanwhile; answers the ids of the messages
 * that have another category by it, whose versions grow.
 */
export function writeProposals(sql: Sql, proposals: readonly NewProposal[], reviewBelow: number): number[] {
  const before = sql.prepare<[number], { category: string | null }>(
    'SELECT category FROM "Message" WHERE id = ? AND finalCategory IS NULL',
  );
  const write = sql.prepare<[NewProposal]>(
    `UPDATE "Message" SET proposedCategory = @category, proposedConfidence = @confidence, proposedReasons = @reasons,
       category = @category, version = version + (category IS NOT @category)
     WHERE id = @id`,
  );
  const flag = sql.prepare<[{ id: number; reviewBelow: number }]>(
    `UPDATE "Message" SET needsReview = ${NEEDS_REVIEW} WHERE id = @id AND needsReview <> ${NEEDS_REVIEW}`,
  );
  const changed: number[] = [];
  for (const proposal of proposals) {
    const old = before.get(proposal.id);
    if (old === undefined) continue;
    write.run(proposal);
    flag.run({ id: proposal.id, reviewBelow });
    if (old.category !== proposal.category) changed.push(proposal.id);
  }
  return changed;
}

/** Marks or unmarks for review the undecided requests with ids in a range (both included); answers which changed. */
export function reviewRange(sql: Sql, from: number, to: number, reviewBelow: number): number[] {
  return sql
    .prepare<[{ from: number; to: number; reviewBelow: number }], { id: number }>(
      `UPDATE "Message" SET needsReview = ${NEEDS_REVIEW}
       WHERE id BETWEEN @from AND @to AND isRequest = 1 AND finalCategory IS NULL AND needsReview <> ${NEEDS_REVIEW}
       RETURNING id`,
    )
    .all({ from, to, reviewBelow })
    .map(({ id }) => id);
}

/** Decided messages that the index of solved ones does not hold yet, oldest decision first. */
export function unindexedSolved(
  sql: Sql,
  limit: number,
): { readonly id: number; readonly decidedAt: number }[] {
  return sql
    .prepare<[number], { id: number; decidedAt: number }>(
      `SELECT id, finalAt AS decidedAt FROM "Message" INDEXED BY "Message_decidedAt_idx"
       WHERE finalCategory IS NOT NULL AND finalAt >= (SELECT coalesce(max(decidedAt), 0) FROM "SolvedMessage")
         AND id NOT IN (SELECT messageId FROM "SolvedMessage")
       ORDER BY finalAt LIMIT ?`,
    )
    .all(limit);
}

/** Enters a message with its telling words into the index of solved ones; the same again changes nothing. */
export function addSolved(sql: Sql, messageId: number, decidedAt: number, words: readonly number[]): void {
  sql
    .prepare('INSERT OR IGNORE INTO "SolvedMessage" (messageId, decidedAt) VALUES (?, ?)')
    .run(messageId, decidedAt);
  const insert = sql.prepare('INSERT OR IGNORE INTO "SolvedWord" (word, messageId) VALUES (?, ?)');
  for (const word of words) insert.run(word, messageId);
}

/** The newest indexed messages of a word, at most so many. */
export function solvedWith(sql: Sql, word: number, limit: number): number[] {
  return sql
    .prepare<[number, number], { messageId: number }>(
      'SELECT messageId FROM "SolvedWord" WHERE word = ? ORDER BY messageId DESC LIMIT ?',
    )
    .all(word, limit)
    .map(({ messageId }) => messageId);
}

export type SolvedRow = {
  readonly id: number;
  readonly subject: string;
  readonly fromName: string;
  readonly finalCategory: string;
  readonly finalAt: number;
  readonly finalBy: string | null;
  readonly caseId: number | null;
  readonly caseNumber: string | null;
};

/** Those of the given messages that are still decided, are no copies and belong to another thread. */
export function solvedRows(sql: Sql, ids: readonly number[], threadId: number): SolvedRow[] {
  return sql
    .prepare<[string, number], SolvedRow>(
      `SELECT m.id, m.subject, m.fromName, m.finalCategory, m.finalAt, u.displayName AS finalBy, m.caseId,
         c.number AS caseNumber
       FROM "Message" m LEFT JOIN "User" u ON u.id = m.finalById LEFT JOIN "Case" c ON c.id = m.caseId
       WHERE m.id IN (SELECT value FROM json_each(?)) AND m.threadId <> ?
         AND m.finalCategory IS NOT NULL AND m.copyOfId IS NULL`,
    )
    .all(JSON.stringify(ids), threadId);
}

export type WeekOfDecisions = { readonly decided: number; readonly right: number };

/** Decisions of a period (its end not included) on messages that had a proposal, and how many confirmed it. */
export function decisionsIn(
  sql: Sql,
  period: { readonly from: number; readonly to: number },
): WeekOfDecisions {
  const row = sql
    .prepare<[{ from: number; to: number }], WeekOfDecisions>(
      `SELECT count(*) AS decided, coalesce(sum(proposedCategory = finalCategory), 0) AS right
       FROM "Message" INDEXED BY "Message_decidedAt_idx"
       WHERE finalCategory IS NOT NULL AND proposedCategory IS NOT NULL AND finalAt >= @from AND finalAt < @to`,
    )
    .get(period);
  return row ?? { decided: 0, right: 0 };
}

export type ConfidenceBand = { readonly percent: number; readonly decided: number; readonly right: number };

/** Decisions since an instant by the confidence of what was proposed, in bands of five per cent from below. */
export function decisionsByConfidence(sql: Sql, since: number): ConfidenceBand[] {
  return sql
    .prepare<[number], ConfidenceBand>(
      `SELECT CAST(proposedConfidence * 20 AS INTEGER) * 5 AS percent, count(*) AS decided,
         sum(proposedCategory = finalCategory) AS right
       FROM "Message" INDEXED BY "Message_decidedAt_idx"
       WHERE finalCategory IS NOT NULL AND proposedCategory IS NOT NULL AND finalAt >= ?
       GROUP BY percent ORDER BY percent`,
    )
    .all(since);
}

export type ModelRow = {
  readonly version: number;
  readonly state: string;
  readonly model: Uint8Array<ArrayBuffer> | null;
};

/** The model of a version, or of the one in use. */
export function modelRow(sql: Sql, version: number | null): ModelRow | undefined {
  const columns = 'SELECT version, state, model FROM "CategoryModel"';
  return version === null
    ? sql.prepare<[], ModelRow>(`${columns} WHERE state = 'IN_USE'`).get()
    : sql.prepare<[number], ModelRow>(`${columns} WHERE version = ?`).get(version);
}

/** Rules that hold, oldest first. */
export function rulesInForce(sql: Sql): { words: string; phrase: string; category: string }[] {
  return sql
    .prepare<[], { words: string; phrase: string; category: string }>(
      'SELECT words, phrase, category FROM "CategoryRule" WHERE removedAt IS NULL ORDER BY id',
    )
    .all();
}
