import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import { recordOpening } from '../store/opening.ts';
import type { Store, Tx } from '../store/store.ts';
import { Citizen } from './model.ts';

/** The whole record, phones with their history; null when there is none. Writes nothing down. */
export async function loadCitizen(db: Tx, citizenId: number): Promise<Citizen | null> {
  const row = await db.citizen.findUnique({
    where: { id: citizenId },
    include: {
      identityDocuments: { orderBy: { id: 'asc' } },
      phoneRecords: {
        orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
        include: { change: { include: { case: true, attachments: { include: { attachment: true } } } } },
      },
    },
  });
  if (row === null) return null;
  const people = await db.user.findMany({
    where: { id: { in: row.phoneRecords.flatMap((record) => record.recordedById ?? []) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return Citizen.parse({
    ...row,
    documents: row.identityDocuments,
    phone:
      row.phoneRecords.find(({ validTo, contactSet }) => validTo === null && contactSet === 'ELECTRONIC')
        ?.e164 ?? null,
    phoneRecords: row.phoneRecords.map((record) => ({
      ...record,
      recordedBy: record.recordedById === null ? null : (names.get(record.recordedById) ?? null),
      caseId: record.change?.caseId ?? null,
      caseNumber: record.change?.case.number ?? null,
      attachmentName: record.change?.attachments[0]?.attachment.name ?? null,
    })),
  });
}

/** The same, but throws NOT_FOUND. */
export async function requireCitizen(db: Tx, citizenId: number): Promise<Citizen> {
  const citizen = await loadCitizen(db, citizenId);
  if (citizen === null) throw new AppError('NOT_FOUND');
  return citizen;
}

/** Writes down that the record was looked at; on which case's screen, if it was. */
export async function recordCitizenOpened(
  store: Store,
  actor: Actor,
  citizenId: number,
  caseId: number | null,
): Promise<void> {
  await recordOpening(store, {
    actor,
    action: 'citizen.opened',
    objectType: 'CITIZEN',
    objectId: citizenId,
    caseId,
  });
}
