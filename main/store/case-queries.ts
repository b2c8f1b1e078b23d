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
