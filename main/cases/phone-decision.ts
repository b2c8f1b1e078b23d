import type { Role } from '../accounts/model.ts';
import type { ContactSet } from '../citizens/phone-change-model.ts';
import { otherHolders, sharedPhones } from '../citizens/phone-changes.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import {
  applyChange,
  changeCase,
  refusalWritten,
  type CaseRecord,
  type Clerk,
  type OnVersion,
} from './change.ts';
import type { CaseDetail } from './model.ts';
import { phoneFacts, phoneOnRecord, setPhone, takeEffect, type PhoneChangeRow } from './phone-effect.ts';
import { changeableCitizen, requireVerification } from './phone-request.ts';

/** Who decides, and by what role. */
export type Decider = Clerk & { readonly role: Role };
type OnChange = OnVersion & { readonly changeId: number };

/** Long enough to see a slip on the screen; after it, another change with its own evidence puts it right. */
const UNDO_MS = 15 * 60_000;
const REASSIGNED = 'El número consta desde ahora en el registro de otra persona.';

/**
 * Lets a change that waits take effect. Nobody confirms his own, and a number on another citizen's record needs a
 * supervisor (FORBIDDEN, written down). `withdrawOthers`: the others lose the number. What was right when it was asked
 * for must still be (NOT_ALLOWED_YET: NO_CITIZEN, DECEASED, IDENTITY, DOCUMENT, PHONE_CHANGED). Throws NOT_FOUND, STALE.
 */
export async function confirmPhoneChange(
  store: Store,
  decider: Decider,
  input: OnChange & { readonly withdrawOthers: boolean },
): Promise<CaseDetail> {
  const { ladder } = await loadSettings(store);
  return refusalWritten(
    store,
    decider,
    'phones.confirm',
    changeCase(store, decider, input, async (tx, current) => {
      const row = await pendingChange(tx, current, input.changeId);
      if (row.requestedById === decider.id) throw new AppError('FORBIDDEN', { reason: 'OWN_CHANGE' });
      const others = row.toE164 === null ? [] : await otherHolders(tx, row.toE164, row.citizenId);
      const shared = row.toE164 !== null && (await sharedPhones(tx, [row.toE164], row.citizenId)).size > 0;
      if ((row.needs === 'SUPERVISOR' || shared) && decider.role === 'CLERK') {
        throw new AppError('FORBIDDEN', { reason: 'SUPERVISOR' });
      }
      const citizen = await changeableCitizen(tx, current, row.citizenId);
      await requireVerification(tx, ladder, current, {
        citizenId: citizen.id,
        disowned: row.kind === 'DISOWN',
      });
      if (phoneOnRecord(citizen, row.contactSet as ContactSet) !== row.fromE164) {
        throw new AppError('NOT_ALLOWED_YET', { reason: 'PHONE_CHANGED' });
      }
      const decision = { decidedById: decider.id, decidedAt: store.clock.now() };
      if (input.withdrawOthers) {
        for (const other of others) await withdrawFrom(store, tx, decider, { current, row, other, decision });
      }
      return takeEffect(store, tx, row, 'EFFECTIVE', decision);
    }),
  );
}

/** A refusal by somebody else says why; whoever asked for the change takes it back without a word. */
export function refusePhoneChange(
  store: Store,
  decider: Decider,
  input: OnChange & { readonly note: string },
): Promise<CaseDetail> {
  return changeCase(store, decider, input, async (tx, current) => {
    const row = await pendingChange(tx, current, input.changeId);
    const own = row.requestedById === decider.id;
    const note = input.note.trim();
    if (!own && note === '') throw new AppError('INVALID_INPUT', { fields: ['note'] });
    await tx.phoneChange.update({
      where: { id: row.id },
      data: {
        state: own ? 'WITHDRAWN' : 'REFUSED',
        decidedById: decider.id,
        decidedAt: store.clock.now(),
        decisionNote: note === '' ? null : note,
      },
    });
    return {
      action: own ? 'citizen.phoneWithdrawn' : 'citizen.phoneRefused',
      object: { type: 'CITIZEN', id: row.citizenId },
      details: { ...phoneFacts(row), note },
    };
  });
}

/**
 * Puts back the number of before, for whoever put the change through, within a quarter of an hour, while nothing came
 * after it and it has not left for the central database. Throws NOT_FOUND, STALE, NOT_ALLOWED_YET (UNDO).
 */
export function undoPhoneChange(store: Store, clerk: Clerk, input: OnChange): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const row = await changeOf(tx, current, input.changeId);
    const now = store.clock.now();
    const { citizenId, contactSet } = row;
    const later = await tx.phoneChange.count({
      where: { citizenId, contactSet, id: { gt: row.id }, state: { in: ['PENDING', 'EFFECTIVE'] } },
    });
    const onRecord = await tx.phoneRecord.findFirst({ where: { citizenId, contactSet, validTo: null } });
    const undoable =
      row.state === 'EFFECTIVE' &&
      (row.decidedById ?? row.requestedById) === clerk.id &&
      row.handedOverAt === null &&
      later === 0 &&
      (onRecord?.e164 ?? null) === row.toE164 &&
      now.getTime() - (row.effectiveAt?.getTime() ?? 0) <= UNDO_MS;
    if (!undoable) throw new AppError('NOT_ALLOWED_YET', { reason: 'UNDO' });
    await tx.phoneChange.update({ where: { id: row.id }, data: { state: 'UNDONE', undoneAt: now } });
    await setPhone(tx, now, row, row.fromE164, `Deshecho: ${row.cause}`);
    return {
      action: 'citizen.phoneUndone',
      object: { type: 'CITIZEN', id: citizenId },
      details: phoneFacts(row),
    };
  });
}

async function changeOf(tx: Tx, current: CaseRecord, changeId: number): Promise<PhoneChangeRow> {
  const row = await tx.phoneChange.findUnique({ where: { id: changeId }, include: { attachments: true } });
  if (row?.caseId !== current.id) throw new AppError('NOT_FOUND');
  return row;
}

async function pendingChange(tx: Tx, current: CaseRecord, changeId: number): Promise<PhoneChangeRow> {
  const row = await changeOf(tx, current, changeId);
  if (row.state !== 'PENDING') throw new AppError('NOT_ALLOWED_YET', { reason: 'DECIDED' });
  return row;
}

type Withdrawal = {
  readonly current: CaseRecord;
  readonly row: PhoneChangeRow;
  readonly other: { readonly citizenId: number; readonly contactSet: string };
  readonly decision: { readonly decidedById: number; readonly decidedAt: Date };
};

/** The number leaves the record of whoever had it before: a change of its own in his history. */
async function withdrawFrom(
  store: Store,
  tx: Tx,
  decider: Clerk,
  { current, row, other, decision }: Withdrawal,
): Promise<void> {
  const taken = await tx.phoneChange.create({
    data: {
      ...other,
      caseId: row.caseId,
      kind: 'DISOWN',
      fromE164: row.toE164,
      channel: row.channel,
      cause: REASSIGNED,
      recycled: true,
      needs: 'SUPERVISOR',
      state: 'PENDING',
      requestedById: row.requestedById,
      requestedAt: row.requestedAt,
    },
    include: { attachments: true },
  });
  const change = await takeEffect(store, tx, taken, 'EFFECTIVE', decision);
  await applyChange(store, tx, decider, current, change);
}
