import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import { recordOpening } from '../store/opening.ts';
import type { Store, Tx } from '../store/store.ts';
import { Citizen, type CitizenView } from './model.ts';
import { sharedPhones } from './phone-changes.ts';
import { maskPhone } from './phones.ts';

/** The whole record, phones with their history; null when there is none. Writes nothing down. */
export async function loadCitizen(db: Tx, citizenId: number): Promise<Citizen | null> {
  const row = await db.citizen.findUnique({
    where: { id: citizenId },
    include: {
      identityDocuments: { orderBy: { id: 'asc' } },
      phoneRecords: {
        orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
      },
    },
  });
  if (row === null) return null;
  const people = await db.user.findMany({
    where: { id: { in: row.phoneRecords.flatMap((record) => record.recordedById ?? []) } },
    select: { id: true, displayName: true },
  });
  const onRecord = row.phoneRecords.flatMap(({ validTo, e164 }) => (validTo === null ? [e164] : []));
  const shared = await sharedPhones(db, onRecord, citizenId);
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
      shared: record.validTo === null && shared.has(record.e164),
    })),
  });
}

/** As a window may see it. */
export function citizenView({ phone, phoneRecords, ...rest }: Citizen): CitizenView {
  return {
    ...rest,
    maskedPhone: phone === null ? null : maskPhone(phone),
    phoneRecords: phoneRecords.map(({ e164, ...record }) => ({ ...record, masked: maskPhone(e164) })),
  };
}

/** As `loadCitizen`, but throws NOT_FOUND. */
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
