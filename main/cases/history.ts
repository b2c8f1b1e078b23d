import { AppError } from '../errors.ts';
import { AuditEntry } from '../store/audit-model.ts';
import type { Store } from '../store/store.ts';

/** Everything that was done in a case, newest first. Throws NOT_FOUND. */
export async function caseHistory(store: Store, caseId: number): Promise<AuditEntry[]> {
  if ((await store.prisma.case.count({ where: { id: caseId } })) === 0) throw new AppError('NOT_FOUND');
  const rows = await store.prisma.auditEntry.findMany({ where: { caseId }, orderBy: { id: 'desc' } });
  return rows.map(toAuditEntry);
}

const LOOK_UPS_SHOWN = 100;

/** Who looked at a citizen's record, newest first. */
export async function citizenLookUps(store: Store, citizenId: number): Promise<AuditEntry[]> {
  const rows = await store.prisma.auditEntry.findMany({
    where: {
      objectType: 'CITIZEN',
      objectId: citizenId,
      action: { in: ['citizen.opened', 'citizen.phoneRevealed'] },
    },
    orderBy: { id: 'desc' },
    take: LOOK_UPS_SHOWN,
  });
  return rows.map(toAuditEntry);
}

function toAuditEntry(row: { readonly details: string }): AuditEntry {
  return AuditEntry.parse({ ...row, details: JSON.parse(row.details) as unknown });
}
