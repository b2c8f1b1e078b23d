import { AppError } from '../errors.ts';
import { dayAt } from '../days.ts';
import type { Actor } from '../store/audit.ts';
import { indexCitizens } from '../store/citizen-index.ts';
import type { AuditDetails } from '../store/audit-model.ts';
import type { Store, Tx } from '../store/store.ts';
import type { Citizen, CitizenData, IdentityDocument } from './model.ts';
import { requireCitizen } from './record.ts';
import { citizenIndexRow, documentName } from './search.ts';
import { checkedCitizenData } from './validate.ts';

/** Throws INVALID_INPUT (which fields) or DUPLICATE (whose record has the document). */
export async function createCitizen(store: Store, actor: Actor, input: CitizenData): Promise<Citizen> {
  const now = store.clock.now();
  const { documents, ...columns } = checkedCitizenData(input, dayAt(now, 'Europe/Madrid'));
  return store.write(async (tx) => {
    await refuseTaken(tx, documents, null);
    const row = await tx.citizen.create({
      data: {
        ...columns,
        createdAt: now,
        updatedAt: now,
        identityDocuments: { create: documents.map((document) => ({ ...document, createdAt: now })) },
      },
    });
    await reindexCitizen(tx, row.id);
    await store.audit(
      {
        actor,
        action: 'citizen.created',
        objectType: 'CITIZEN',
        objectId: row.id,
        details: { ...columns, documents: documents.map(documentName) },
      },
      tx,
    );
    return requireCitizen(tx, row.id);
  });
}

/** Throws STALE, INVALID_INPUT or DUPLICATE. Nothing is written when nothing changes. */
export async function updateCitizen(
  store: Store,
  actor: Actor,
  input: { readonly citizenId: number; readonly version: number; readonly data: CitizenData },
): Promise<Citizen> {
  return store.write(async (tx) => {
    const before = await requireCitizen(tx, input.citizenId);
    if (before.version !== input.version) throw await staleCitizen(tx, before);
    const details = await recordChange(store, tx, before, input.data);
    if (Object.keys(details).length === 0) return before;
    await store.audit(
      { actor, action: 'citizen.updated', objectType: 'CITIZEN', objectId: before.id, details },
      tx,
    );
    return requireCitizen(tx, before.id);
  });
}

/**
 * Changes a record to the given data and answers with what changed, from and to, for the caller to log; nothing when
 * nothing does. Throws INVALID_INPUT or DUPLICATE.
 */
export async function recordChange(
  store: Store,
  tx: Tx,
  before: Citizen,
  input: CitizenData,
): Promise<AuditDetails> {
  const now = store.clock.now();
  const data = checkedCitizenData(input, dayAt(now, 'Europe/Madrid'));
  const details = changes(before, data);
  if (Object.keys(details).length === 0) return details;
  await refuseTaken(tx, data.documents, before.id);
  const { documents, ...columns } = data;
  await tx.identityDocument.deleteMany({
    where: { citizenId: before.id, NOT: { OR: documents.map(({ type, number }) => ({ type, number })) } },
  });
  const fresh = documents.filter(
    (document) => !before.documents.some((old) => documentName(old) === documentName(document)),
  );
  await tx.identityDocument.createMany({
    data: fresh.map((document) => ({ ...document, citizenId: before.id, createdAt: now })),
  });
  await tx.citizen.update({
    where: { id: before.id },
    data: { ...columns, version: { increment: 1 }, updatedAt: now },
  });
  await reindexCitizen(tx, before.id);
  return details;
}

/** Brings the full-text row of one citizen up to date. */
export async function reindexCitizen(tx: Tx, citizenId: number): Promise<void> {
  const citizen = await requireCitizen(tx, citizenId);
  const numbers = citizen.documents.map((document) => document.number);
  const phones = citizen.phoneRecords.map((record) => record.e164);
  await indexCitizens(tx, [citizenIndexRow(citizen, numbers, phones)]);
}

async function refuseTaken(
  tx: Tx,
  documents: readonly IdentityDocument[],
  own: number | null,
): Promise<void> {
  const taken = await tx.identityDocument.findFirst({
    where: { OR: documents.map(({ type, number }) => ({ type, number })), NOT: { citizenId: own ?? 0 } },
  });
  if (taken !== null) throw new AppError('DUPLICATE', { field: 'documents', citizenId: taken.citizenId });
}

/** From-to pairs of what differs. */
function changes(before: Citizen, after: CitizenData): AuditDetails {
  const details: AuditDetails = {};
  for (const field of ['givenName', 'surnames', 'birthDate', 'naf', 'email', 'address'] as const) {
    if (before[field] === after[field]) continue;
    details[`${field}From`] = before[field];
    details[`${field}To`] = after[field];
  }
  const from = before.documents.map(documentName).sort();
  const to = after.documents.map(documentName).sort();
  if (from.join() !== to.join()) {
    details.documentsFrom = from;
    details.documentsTo = to;
  }
  return details;
}

async function staleCitizen(tx: Tx, current: Citizen): Promise<AppError> {
  const last = await tx.auditEntry.findFirst({
    where: {
      objectType: 'CITIZEN',
      objectId: current.id,
      action: {
        in: [
          'citizen.updated',
          'citizen.phoneChanged',
          'citizen.imported',
          'citizen.declaredAccepted',
          'citizen.acceptedUndone',
        ],
      },
    },
    orderBy: { id: 'desc' },
  });
  return new AppError('STALE', {
    changedBy: last?.actorName ?? '',
    changedAt: current.updatedAt.toISOString(),
    changed: last === null ? [] : [last.action],
  });
}
