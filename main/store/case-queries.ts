import type { Sql } from './connection.ts';

/** So many of the newest cases are looked at: the work does not grow with their number. */
const LATE = 2000;

/** The units that a category's newest cases were forwarded to, with how many, the most first. */
export function unitsOfLate(sql: Sql, category: string): { readonly unitId: number; readonly n: number }[] {
  return sql
    .prepare<[number, string], { unitId: number; n: number }>(
      `SELECT unitId, count(*) AS n FROM "Case"
       WHERE id > (SELECT coalesce(max(id), 0) FROM "Case") - ? AND category = ? AND unitId IS NOT NULL
       GROUP BY unitId ORDER BY n DESC, unitId`,
    )
    .all(LATE, category);
}

export type ToAttend = {
  readonly caseId: number;
  readonly reason: 'HANDOVER_REJECTED' | 'PHONE_TO_CONFIRM' | 'ANSWER_UNDELIVERED';
};

/**
 * The cases in which something came back or waits for a person: the central database turned a change down, a change
 * needs somebody to confirm it, the last answer of a case of this desk did not arrive.
 */
export function casesToAttend(sql: Sql): ToAttend[] {
  return sql
    .prepare<[], ToAttend>(
      `SELECT change.caseId AS caseId, 'HANDOVER_REJECTED' AS reason
       FROM "HandoverItem" AS item JOIN "PhoneChange" AS change ON change.id = item.changeId
       WHERE item.state = 'REJECTED' AND item.handledAt IS NULL
       UNION
       SELECT caseId, 'PHONE_TO_CONFIRM' FROM "PhoneChange" WHERE state = 'PENDING'
       UNION
       SELECT own.id, 'ANSWER_UNDELIVERED' FROM "Case" AS own JOIN "Reply" AS reply ON reply.id =
         (SELECT max(id) FROM "Reply" WHERE caseId = own.id AND state <> 'CANCELLED')
       WHERE own.state IN ('NEW', 'IN_PROGRESS', 'WAITING_CITIZEN')
         AND (reply.state = 'FAILED' OR reply.undeliveredById IS NOT NULL)`,
    )
    .all();
}
