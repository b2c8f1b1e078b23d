import type { Tx } from '../store/store.ts';

export type NewPhone = {
  readonly citizenId: number;
  readonly e164: string;
  readonly reason: string;
  readonly origin: 'CASE' | 'IMPORT';
  readonly recordedById: number | null;
  readonly caseId: number | null;
  readonly verificationId: number | null;
  readonly attachmentId: number | null;
};

/** Closes the phone on record, if there is one, and opens the next: nothing is edited in place. */
export async function openPhoneRecord(tx: Tx, now: Date, phone: NewPhone): Promise<void> {
  const current = await tx.phoneRecord.findFirst({
    where: { citizenId: phone.citizenId, validTo: null },
    select: { id: true },
  });
  if (current !== null) {
    await tx.phoneRecord.update({ where: { id: current.id }, data: { validTo: now } });
  }
  await tx.phoneRecord.create({ data: { ...phone, validFrom: now, replacesId: current?.id ?? null } });
  await tx.citizen.update({
    where: { id: phone.citizenId },
    data: { version: { increment: 1 }, updatedAt: now },
  });
}
