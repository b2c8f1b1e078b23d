import { reindexCitizen } from '../citizens/edit.ts';
import type { Citizen } from '../citizens/model.ts';
import type { ContactSet } from '../citizens/phone-change-model.ts';
import { closePhoneRecord, openPhoneRecord } from '../citizens/phone-record.ts';
import { maskPhone } from '../citizens/phones.ts';
import type { AuditDetails } from '../store/audit-model.ts';
import type { Store, Tx } from '../store/store.ts';
import type { CaseChange } from './change.ts';

type PhoneChange = NonNullable<Awaited<ReturnType<Tx['phoneChange']['findUnique']>>>;

export type PhoneChangeRow = PhoneChange & {
  readonly attachments: readonly { readonly attachmentId: number }[];
};

/** The number of one contact set, or null. */
export function phoneOnRecord(citizen: Citizen, contactSet: ContactSet): string | null {
  const open = citizen.phoneRecords.find(
    (record) => record.validTo === null && record.contactSet === contactSet,
  );
  return open?.e164 ?? null;
}

/** Puts a change through, or lets it wait; answers with what the case's log says of it. */
export async function takeEffect(
  store: Store,
  tx: Tx,
  row: PhoneChangeRow,
  state: 'PENDING' | 'EFFECTIVE',
  decision: { readonly decidedById: number; readonly decidedAt: Date } | null = null,
): Promise<CaseChange> {
  const object = { type: 'CITIZEN', id: row.citizenId } as const;
  if (state === 'PENDING') return { action: 'citizen.phoneRequested', object, details: phoneFacts(row) };
  const now = store.clock.now();
  await tx.phoneChange.update({
    where: { id: row.id },
    data: { state: 'EFFECTIVE', effectiveAt: now, ...decision },
  });
  await setPhone(tx, now, row, row.toE164, row.cause);
  return { action: 'citizen.phoneChanged', object, details: phoneFacts(row) };
}

/** What the set has from now on; null: nothing. */
export async function setPhone(
  tx: Tx,
  now: Date,
  row: PhoneChange,
  e164: string | null,
  reason: string,
): Promise<void> {
  const set = { citizenId: row.citizenId, contactSet: row.contactSet as ContactSet };
  if (e164 === null) await closePhoneRecord(tx, now, set);
  else {
    await openPhoneRecord(tx, now, {
      ...set,
      e164,
      reason,
      origin: 'CASE',
      recordedById: row.requestedById,
      changeId: row.id,
    });
  }
  await reindexCitizen(tx, row.citizenId);
}

/** What the log keeps of a change: the numbers masked. */
export function phoneFacts(row: PhoneChangeRow): AuditDetails {
  return {
    changeId: row.id,
    contactSet: row.contactSet,
    kind: row.kind,
    from: row.fromE164 === null ? null : maskPhone(row.fromE164),
    to: row.toE164 === null ? null : maskPhone(row.toE164),
    channel: row.channel,
    reason: row.cause,
    verificationId: row.verificationId,
    possessionCodeId: row.possessionCodeId,
    attachmentIds: row.attachments.map(({ attachmentId }) => attachmentId),
    recycled: row.recycled,
    needs: row.needs,
  };
}
