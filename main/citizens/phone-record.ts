import type { Tx } from '../store/store.ts';
import type { ContactSet } from './phone-change-model.ts';

export type NewPhone = {
  readonly citizenId: number;
  readonly contactSet: ContactSet;
  readonly e164: string;
  readonly reason: string;
  readonly origin: 'CASE' | 'IMPORT';
  readonly recordedById: number | null;
  readonly changeId: number | null;
};

/** Closes the set's phone on record, if there is one, and opens the next: nothing is edited in place. */
export async function openPhoneRecord(tx: Tx, now: Date, phone: NewPhone): Promise<void> {
  const replacesId = await closePhoneRecord(tx, now, phone);
  await tx.phoneRecord.create({ data: { ...phone, validFrom: now, replacesId } });
}

/** Closes the set's phone on record and answers with its row; null when there is none. */
export async function closePhoneRecord(
  tx: Tx,
  now: Date,
  { citizenId, contactSet }: Pick<NewPhone, 'citizenId' | 'contactSet'>,
): Promise<number | null> {
  const current = await tx.phoneRecord.findFirst({
    where: { citizenId, contactSet, validTo: null },
    select: { id: true },
  });
  if (current !== null) {
    await tx.phoneRecord.update({ where: { id: current.id }, data: { validTo: now } });
  }
  await tx.citizen.update({
    where: { id: citizenId },
    data: { version: { increment: 1 }, updatedAt: now },
  });
  return current?.id ?? null;
}
