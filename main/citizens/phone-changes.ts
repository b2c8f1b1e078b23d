import type { Tx } from '../store/store.ts';
import { PhoneChange } from './phone-change-model.ts';
import { maskPhone } from './phones.ts';
import { fullName } from './search.ts';

/** Changes of the register, newest first, with the numbers masked. */
export async function findPhoneChanges(
  db: Tx,
  where: NonNullable<Parameters<Tx['phoneChange']['findMany']>[0]>['where'],
): Promise<PhoneChange[]> {
  const rows = await db.phoneChange.findMany({
    where,
    orderBy: { id: 'desc' },
    include: {
      citizen: { select: { givenName: true, surnames: true } },
      case: { select: { number: true, version: true } },
      verification: { select: { method: true } },
      attachments: { include: { attachment: { select: { name: true } } }, orderBy: { attachmentId: 'asc' } },
    },
  });
  const people = await db.user.findMany({
    where: { id: { in: rows.flatMap((row) => [row.requestedById, row.decidedById ?? row.requestedById]) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return rows.map((row) =>
    PhoneChange.parse({
      ...row,
      citizenName: fullName(row.citizen),
      caseNumber: row.case.number,
      caseVersion: row.case.version,
      maskedFrom: row.fromE164 === null ? null : maskPhone(row.fromE164),
      maskedTo: row.toE164 === null ? null : maskPhone(row.toE164),
      verification: row.verification?.method ?? null,
      possessionShown: row.possessionCodeId !== null,
      attachments: row.attachments.map(({ attachmentId, attachment }) => ({
        id: attachmentId,
        name: attachment.name,
      })),
      requestedBy: names.get(row.requestedById),
      decidedBy: row.decidedById === null ? null : names.get(row.decidedById),
    } satisfies Record<keyof PhoneChange, unknown>),
  );
}

/** Everything that waits for somebody to confirm it, newest first. */
export function pendingPhoneChanges(db: Tx): Promise<PhoneChange[]> {
  return findPhoneChanges(db, { state: 'PENDING' });
}

/** Whose records have the number besides the citizen's own: it may have been given to somebody else since. */
export async function otherHolders(db: Tx, e164: string, citizenId: number) {
  return db.phoneRecord.findMany({
    where: { e164, validTo: null, NOT: { citizenId } },
    select: { citizenId: true, contactSet: true },
    orderBy: { id: 'asc' },
  });
}

/**
 * Those of the numbers that answer for another citizen as well: they are on his record, or he registered with one at the
 * counter. A code that goes there does not tell which of them reads it.
 */
export async function sharedPhones(
  db: Tx,
  e164s: readonly string[],
  citizenId: number,
): Promise<ReadonlySet<string>> {
  const ofOthers = { e164: { in: [...e164s] }, NOT: { citizenId } };
  const found = [
    ...(await db.phoneRecord.findMany({ where: { ...ofOthers, validTo: null }, select: { e164: true } })),
    ...(await db.registration.findMany({ where: { ...ofOthers, state: 'OPEN' }, select: { e164: true } })),
  ];
  return new Set(found.map(({ e164 }) => e164));
}
