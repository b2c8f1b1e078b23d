import { AppError } from '../errors.ts';
import type { IdentityLevel } from '../identity/model.ts';
import type { Actor } from '../store/audit.ts';
import type { AuditAction, AuditDetails } from '../store/audit-model.ts';
import type { Store, Tx } from '../store/store.ts';
import { requireCaseDetail } from './detail.ts';
import type { CaseDetail, CaseState } from './model.ts';

/** Who works on a case: always a person with an account. */
export type Clerk = Actor & { readonly id: number };

/** Names the case and the version that the clerk saw. */
export type OnVersion = { readonly caseId: number; readonly version: number };

/** The columns of a case that its rules go by. */
export type CaseRecord = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly state: CaseState;
  readonly assigneeId: number | null;
  readonly citizenId: number | null;
  readonly unitId: number | null;
  readonly identityLevel: IdentityLevel;
  readonly dueDate: string | null;
  readonly resolvedAt: Date | null;
};

export type CaseChange = {
  readonly action: AuditAction;
  readonly details: AuditDetails;
  /** When the act is first of all one on something else, such as a citizen's phone. */
  readonly object?: { readonly type: 'CITIZEN' | 'REPLY' | 'ATTACHMENT'; readonly id: number };
  readonly to?: Partial<Omit<CaseRecord, 'id' | 'version' | 'number'>>;
};

/** Acts that raise a case's version, one each: the log tells what somebody else changed meanwhile. */
const CASE_CHANGES: readonly AuditAction[] = [
  'message.categorySet',
  'message.decisionWithdrawn',
  'message.undone',
  'case.messageAdded',
  'case.messageRemoved',
  'case.citizenSet',
  'case.stateSet',
  'case.assigned',
  'case.dueDateSet',
  'case.noteAdded',
  'case.attachmentLinked',
  'case.attachmentUnlinked',
  'case.identityVerified',
  'case.identityRejected',
  'citizen.phoneChanged',
  'citizen.phoneRequested',
  'citizen.phoneRefused',
  'citizen.phoneWithdrawn',
  'citizen.phoneUndone',
  'handover.rejected',
  'handover.handled',
  'citizen.declaredAccepted',
  'citizen.acceptedUndone',
  'reply.queued',
  'reply.cancelled',
  'reply.undelivered',
];

/**
 * Makes one change to a case, in one transaction with its new version, its messages' repeated columns and its
 * entry in the log, and answers with the case as it is then. `change` answers null when there is nothing to do.
 * Throws NOT_FOUND, or STALE with who changed what.
 */
export async function changeCase(
  store: Store,
  clerk: Clerk,
  on: OnVersion,
  change: (tx: Tx, current: CaseRecord) => Promise<CaseChange | null>,
): Promise<CaseDetail> {
  await store.write(async (tx) => {
    const current = await requireCase(tx, on.caseId);
    if (current.version !== on.version) throw await staleCase(tx, current, on.version);
    const changed = await change(tx, current);
    if (changed !== null) await applyChange(store, tx, clerk, current, changed);
  });
  return requireCaseDetail(store.prisma, on.caseId);
}

/** The second half of `changeCase`, for acts that find their case themselves. */
export async function applyChange(
  store: Store,
  tx: Tx,
  clerk: Clerk,
  current: CaseRecord,
  change: CaseChange,
): Promise<void> {
  const { to = {}, action, details, object } = change;
  await tx.case.update({
    where: { id: current.id },
    data: { ...to, version: { increment: 1 }, updatedAt: store.clock.now(), updatedById: clerk.id },
  });
  const repeated = repeatedColumns({ ...current, ...to });
  if (JSON.stringify(repeated) !== JSON.stringify(repeatedColumns(current))) {
    await tx.message.updateMany({
      where: { caseId: current.id },
      data: { ...repeated, version: { increment: 1 } },
    });
  }
  await store.audit(
    {
      actor: clerk,
      action,
      objectType: object?.type ?? 'CASE',
      objectId: object?.id ?? current.id,
      caseId: current.id,
      details,
    },
    tx,
  );
}

/** What messages repeat of their case, so that lists and counts need no join. */
export function repeatedColumns(of: Pick<CaseRecord, 'state' | 'assigneeId' | 'identityLevel'>) {
  return { state: of.state, assigneeId: of.assigneeId, identityLevel: of.identityLevel };
}

/** Throws NOT_FOUND. */
export async function requireCase(db: Tx, caseId: number): Promise<CaseRecord> {
  const row = await db.case.findUnique({ where: { id: caseId } });
  if (row === null) throw new AppError('NOT_FOUND');
  return { ...row, state: row.state as CaseState, identityLevel: row.identityLevel as IdentityLevel };
}

/** What raised the case's version after the one that was seen, newest first; at most twenty acts. */
export async function changesSince(tx: Tx, current: CaseRecord, seenVersion: number) {
  return tx.auditEntry.findMany({
    where: { caseId: current.id, action: { in: [...CASE_CHANGES] } },
    orderBy: { id: 'desc' },
    take: Math.max(1, Math.min(20, current.version - seenVersion)),
    select: { actorId: true, actorName: true, at: true, action: true },
  });
}

async function staleCase(tx: Tx, current: CaseRecord, seenVersion: number): Promise<AppError> {
  const missed = await changesSince(tx, current, seenVersion);
  return new AppError('STALE', {
    changedBy: missed[0]?.actorName ?? '',
    changedAt: missed[0]?.at.toISOString() ?? '',
    changed: [...new Set(missed.map((entry) => entry.action))],
    state: current.state,
  });
}

/** The act, whose refusal for want of a role (FORBIDDEN) is written down as that procedure's. */
export async function refusalWritten<T>(
  store: Store,
  actor: Actor,
  procedure: string,
  act: Promise<T>,
): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof AppError && error.code === 'FORBIDDEN') {
      const details = { procedure, reason: String(error.details['reason']) };
      await store.audit({ actor, action: 'access.refused', objectType: 'PROCEDURE', details });
    }
    throw error;
  }
}
