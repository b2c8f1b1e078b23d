import type { Sql } from './connection.ts';

/*
 * The supervisor's figures. Everything is answered from indexes (Message_counts_idx, Message_flow_idx,
 * Message_decided_idx): 100,000 rows of messages, with their texts, are never read for a number.
 * A likely copy of an earlier message is no request of its own, as in the inbox.
 * Instants are UTC ms; a period begins with `from` and ends before `to`.
 */

type Period = { readonly from: number; readonly to: number };

export type CategoryCount = { readonly category: string | null; readonly count: number };

/** Requests that came in during the period, by category. */
export function receivedIn(sql: Sql, period: Period): CategoryCount[] {
  return sql
    .prepare<[Period], CategoryCount>(
      `SELECT category, count(*) AS count FROM "Message" INDEXED BY "Message_flow_idx"
       WHERE isRequest = 1 AND receivedAt >= @from AND receivedAt < @to AND copyOfId IS NULL
       GROUP BY category`,
    )
    .all(period);
}

/** When the latest request before the instant came in; null when there is none. */
export function latestRequestBefore(sql: Sql, instant: number): number | null {
  const row = sql
    .prepare<[number], { receivedAt: number }>(
      `SELECT receivedAt FROM "Message" INDEXED BY "Message_flow_idx"
       WHERE isRequest = 1 AND receivedAt < ? AND copyOfId IS NULL
       ORDER BY receivedAt DESC LIMIT 1`,
    )
    .get(instant);
  return row?.receivedAt ?? null;
}

export type Finished = {
  readonly at: number;
  readonly category: string | null;
  readonly clerkId: number | null;
};

/**
 * Requests that were finished during the period: those of a resolved case, at the moment it was resolved and by whom
 * it was assigned to; and those archived without a case, by whoever archived them last.
 */
export function finishedIn(sql: Sql, period: Period): Finished[] {
  return sql
    .prepare<[Period & { firstEntry: number }], Finished>(
      `SELECT c.resolvedAt AS at, m.category, c.assigneeId AS clerkId
       FROM "Case" c JOIN "Message" m ON m.caseId = c.id
       WHERE c.resolvedAt >= @from AND c.resolvedAt < @to AND m.isRequest = 1 AND m.copyOfId IS NULL
       UNION ALL
       SELECT max(a.at) AS at, m.category, a.actorId AS clerkId
       FROM "AuditEntry" a JOIN "Message" m ON m.id = a.objectId
       WHERE a.action = 'message.archived' AND a.objectType = 'MESSAGE'
         AND a.id >= @firstEntry AND a.at >= @from AND a.at < @to
         AND m.caseId IS NULL AND m.state = 'ARCHIVED' AND m.isRequest = 1
         AND m.copyOfId IS NULL
       GROUP BY m.id`,
    )
    .all({ ...period, firstEntry: firstAuditIdSince(sql, period.from) });
}

/**
 * Id of the first audit entry written at or after the instant; one above the last when there is none. Found by halving,
 * because entries are in the order of time and have no index on it; a clock that was set back moves it by as much.
 */
export function firstAuditIdSince(sql: Sql, instant: number): number {
  const next = sql.prepare<[number], { id: number; at: number }>(
    'SELECT id, at FROM "AuditEntry" WHERE id >= ? ORDER BY id LIMIT 1',
  );
  let low = 1;
  let high =
    (sql.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM "AuditEntry"').get()?.id ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = next.get(middle);
    if (entry === undefined || entry.at >= instant) high = middle;
    else low = entry.id + 1;
  }
  return low;
}

export type OpenGroup = {
  readonly category: string | null;
  readonly state: string;
  readonly clerkId: number | null;
  readonly count: number;
};

/** Open requests by category, state and clerk. */
export function openGroups(sql: Sql): OpenGroup[] {
  return sql
    .prepare<[], OpenGroup>(
      `SELECT category, state, assigneeId AS clerkId, count(*) AS count FROM "Message" INDEXED BY "Message_counts_idx"
       WHERE isRequest = 1 AND copyOfId IS NULL AND state IN ('NEW', 'IN_PROGRESS', 'WAITING_CITIZEN')
       GROUP BY category, state, assigneeId`,
    )
    .all();
}

/** How many open requests came in during the period. */
export function openReceivedIn(sql: Sql, period: Period): number {
  const row = sql
    .prepare<[Period], { count: number }>(
      `SELECT count(*) AS count FROM "Message" INDEXED BY "Message_flow_idx"
       WHERE isRequest = 1 AND receivedAt >= @from AND receivedAt < @to AND copyOfId IS NULL
         AND state IN ('NEW', 'IN_PROGRESS', 'WAITING_CITIZEN')`,
    )
    .get(period);
  return row?.count ?? 0;
}

export type Agreement = { readonly proposed: string | null; readonly final: string; readonly count: number };

/** What was proposed against what people decided. */
export function agreement(sql: Sql): Agreement[] {
  return sql
    .prepare<[], Agreement>(
      `SELECT proposedCategory AS proposed, finalCategory AS final, count(*) AS count
       FROM "Message" INDEXED BY "Message_decided_idx"
       WHERE finalCategory IS NOT NULL
       GROUP BY proposedCategory, finalCategory`,
    )
    .all();
}

/** Messages whose category people changed, newest first, with ids below `cursor`. */
export function correctedIds(sql: Sql, page: { cursor: number | null; limit: number }): number[] {
  return sql
    .prepare<[number, number], { id: number }>(
      `SELECT id FROM "Message" INDEXED BY "Message_decided_idx"
       WHERE finalCategory IS NOT NULL AND finalCategory IS NOT proposedCategory AND id < ?
       ORDER BY id DESC LIMIT ?`,
    )
    .all(page.cursor ?? Number.MAX_SAFE_INTEGER, page.limit)
    .map((row) => row.id);
}
