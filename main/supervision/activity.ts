import { addDays, startOfDay } from '../days.ts';
import { AuditEntry, NO_USER, type AuditAction, type AuditObjectType } from '../store/audit-model.ts';
import { firstAuditIdSince } from '../store/supervision-queries.ts';
import type { Store } from '../store/store.ts';
import { officeZone } from './overview.ts';

/** Everything set is asked for together; days are the office's, both included. */
export type ActivityFilter = {
  readonly actorId: number | typeof NO_USER | null;
  readonly action: AuditAction | null;
  readonly objectType: AuditObjectType | null;
  readonly objectId: number | null;
  readonly from: string | null;
  readonly to: string | null;
};

type Page = { readonly cursor: number | null; readonly limit: number };

/** Whoever may stand in the log, by name; those who have left stay in it. */
export function activityPeople(
  store: Store,
): Promise<{ readonly id: number; readonly displayName: string; readonly active: boolean }[]> {
  return store.prisma.user.findMany({
    select: { id: true, displayName: true, active: true },
    orderBy: { displayName: 'asc' },
  });
}

/** The log of what was done, newest first. */
export async function listActivity(
  store: Store,
  filter: ActivityFilter,
  page: Page,
): Promise<{ rows: AuditEntry[]; nextCursor: number | null }> {
  const zone = await officeZone(store);
  const { actorId, action, objectType, objectId, from, to } = filter;
  const since = from === null ? 1 : firstAuditIdSince(store.sql, startOfDay(from, zone));
  const end = to === null ? null : firstAuditIdSince(store.sql, startOfDay(addDays(to, 1), zone));
  const before = [end, page.cursor].filter((id) => id !== null);
  const rows = await store.prisma.auditEntry.findMany({
    where: {
      id: { gte: since, ...(before.length === 0 ? {} : { lt: Math.min(...before) }) },
      ...(actorId === null ? {} : { actorId: actorId === NO_USER ? null : actorId }),
      ...(action === null ? {} : { action }),
      ...(objectType === null ? {} : { objectType }),
      ...(objectId === null ? {} : { objectId }),
    },
    orderBy: { id: 'desc' },
    take: page.limit,
  });
  return {
    rows: rows.map((row) => AuditEntry.parse({ ...row, details: JSON.parse(row.details) as unknown })),
    nextCursor: rows.length < page.limit ? null : (rows.at(-1)?.id ?? null),
  };
}
