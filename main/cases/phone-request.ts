import type { ContactSet, PhoneChangeKind, PhoneChannel } from '../citizens/phone-change-model.ts';
import { sharedPhones } from '../citizens/phone-changes.ts';
import type { Citizen } from '../citizens/model.ts';
import { parsePhone } from '../citizens/phones.ts';
import { requireCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import { requireLevel, type LadderSettings } from '../identity/ladder.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import { changeCase, type CaseRecord, type Clerk, type OnVersion } from './change.ts';
import type { CaseDetail } from './model.ts';
import { phoneOnRecord, takeEffect } from './phone-effect.ts';

/** A number shown to be held goes to the record within a day, or is shown again. */
const POSSESSION_MS = 24 * 3_600_000;

/** What is asked for: a number (the first or another), that none is kept, or that the one on record is not his. */
export type PhoneWish =
  { readonly act: 'SET'; readonly phone: string } | { readonly act: 'REMOVE' } | { readonly act: 'DISOWN' };

export type PhoneRequest = OnVersion & {
  readonly contactSet: ContactSet;
  readonly wish: PhoneWish;
  readonly channel: PhoneChannel;
  readonly cause: string;
  readonly attachmentIds: readonly number[];
};

/**
 * Asks for a change of one contact set. It takes effect at once, or waits: for a supervisor when the number is on
 * another citizen's record, for a second person where the office wants one. Throws NOT_ALLOWED_YET with a reason
 * (NO_CITIZEN, DECEASED, IDENTITY, DOCUMENT, PENDING_CHANGE, SAME_PHONE, NO_PHONE, MOBILE_ONLY, TA1, POSSESSION) or
 * INVALID_INPUT when it is no phone number or an attachment is not linked to the case.
 */
export async function requestPhoneChange(
  store: Store,
  clerk: Clerk,
  input: PhoneRequest,
): Promise<CaseDetail> {
  const { phones: office, ladder } = await loadSettings(store);
  return changeCase(store, clerk, input, async (tx, current) => {
    const { contactSet, wish, channel, cause } = input;
    const citizen = await changeableCitizen(tx, current, current.citizenId);
    const verificationId = await requireVerification(tx, ladder, current, {
      citizenId: citizen.id,
      disowned: wish.act === 'DISOWN',
    });
    if (
      (await tx.phoneChange.count({ where: { citizenId: citizen.id, contactSet, state: 'PENDING' } })) > 0
    ) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'PENDING_CHANGE' });
    }
    const from = phoneOnRecord(citizen, contactSet);
    const to = wish.act === 'SET' ? readNumber(wish.phone, contactSet) : null;
    if (to === from) {
      throw new AppError('NOT_ALLOWED_YET', { reason: to === null ? 'NO_PHONE' : 'SAME_PHONE' });
    }
    const attachmentIds = await linkedEvidence(tx, current.id, input);
    const possessionCodeId = to === null ? null : await possessionOf(store, tx, current, to);
    if (office.possession && to !== null && contactSet === 'ELECTRONIC' && possessionCodeId === null) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'POSSESSION' });
    }
    const recycled = to !== null && (await sharedPhones(tx, [to], citizen.id)).has(to);
    const needs = recycled ? 'SUPERVISOR' : office.secondPerson ? 'SECOND_PERSON' : null;
    const row = await tx.phoneChange.create({
      data: {
        citizenId: citizen.id,
        caseId: current.id,
        contactSet,
        kind: kindOf(wish, from),
        fromE164: from,
        toE164: to,
        channel,
        cause,
        verificationId,
        possessionCodeId,
        recycled,
        needs,
        state: 'PENDING',
        requestedById: clerk.id,
        requestedAt: store.clock.now(),
        attachments: { create: attachmentIds.map((attachmentId) => ({ attachmentId })) },
      },
      include: { attachments: true },
    });
    return takeEffect(store, tx, row, needs === null ? 'EFFECTIVE' : 'PENDING');
  });
}

/** The living citizen whose phone it is: still the case's. Throws NOT_ALLOWED_YET (NO_CITIZEN, DECEASED). */
export async function changeableCitizen(
  tx: Tx,
  current: CaseRecord,
  citizenId: number | null,
): Promise<Citizen> {
  if (citizenId === null || citizenId !== current.citizenId) {
    throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_CITIZEN' });
  }
  const citizen = await requireCitizen(tx, citizenId);
  if (citizen.deceased) throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
  return citizen;
}

/**
 * The verification that the case's level rests on. `disowned`: a code to the very number that is said to be somebody
 * else's proves nothing, so a document is needed. Throws NOT_ALLOWED_YET (IDENTITY, DOCUMENT).
 */
export async function requireVerification(
  tx: Tx,
  ladder: LadderSettings,
  current: CaseRecord,
  { citizenId, disowned }: { readonly citizenId: number; readonly disowned: boolean },
): Promise<number> {
  requireLevel(ladder, current.identityLevel, 'changePhone');
  const method = disowned ? { in: ['DOCUMENT', 'CERTIFICATE'] } : current.identityLevel;
  const verification = await tx.verification.findFirst({
    where: { caseId: current.id, citizenId, result: 'VERIFIED', method },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  if (verification === null) {
    throw new AppError('NOT_ALLOWED_YET', { reason: disowned ? 'DOCUMENT' : 'IDENTITY' });
  }
  return verification.id;
}

function readNumber(typed: string, contactSet: ContactSet): string {
  const phone = parsePhone(typed);
  if (phone === null) throw new AppError('INVALID_INPUT', { fields: ['phone'] });
  if (contactSet === 'ELECTRONIC' && phone.kind !== 'MOBILE' && phone.kind !== 'FOREIGN') {
    throw new AppError('NOT_ALLOWED_YET', { reason: 'MOBILE_ONLY' });
  }
  return phone.e164;
}

function kindOf(wish: PhoneWish, from: string | null): PhoneChangeKind {
  if (wish.act !== 'SET') return wish.act;
  return from === null ? 'REGISTER' : 'CHANGE';
}

/** The papers named, each of them linked to the case; a change by TA.1 rests on one. */
async function linkedEvidence(
  tx: Tx,
  caseId: number,
  { attachmentIds, channel }: PhoneRequest,
): Promise<number[]> {
  const ids = [...new Set(attachmentIds)];
  const links = await tx.caseAttachment.findMany({
    where: { caseId, attachmentId: { in: ids }, attachment: { message: { caseId } } },
    select: { documentType: true },
  });
  if (links.length < ids.length) throw new AppError('INVALID_INPUT', { fields: ['attachmentIds'] });
  if (channel === 'TA1' && !links.some(({ documentType }) => documentType === 'TA1')) {
    throw new AppError('NOT_ALLOWED_YET', { reason: 'TA1' });
  }
  return ids;
}

/** The code to that number that was answered in this case lately; null when there is none. */
async function possessionOf(
  store: Store,
  tx: Tx,
  { id: caseId, citizenId }: CaseRecord,
  e164: string,
): Promise<number | null> {
  if (citizenId === null) return null;
  const since = new Date(store.clock.now().getTime() - POSSESSION_MS);
  const code = await tx.oneTimeCode.findFirst({
    where: {
      caseId,
      citizenId,
      purpose: 'POSSESSION',
      address: e164,
      state: 'USED',
      createdAt: { gt: since },
    },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return code?.id ?? null;
}
