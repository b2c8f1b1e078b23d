import { openPhoneRecord } from '../citizens/phone-record.ts';
import { maskPhone, parsePhone } from '../citizens/phones.ts';
import { requireCitizen } from '../citizens/record.ts';
import { reindexCitizen } from '../citizens/edit.ts';
import { AppError } from '../errors.ts';
import { requireLevel } from '../identity/ladder.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { areOfCase } from './acts.ts';
import { changeCase, type Clerk, type OnVersion } from './change.ts';
import type { CaseDetail } from './model.ts';

/**
 * Closes the phone on record and opens the next, with why and on what evidence. Throws NOT_ALLOWED_YET with a reason
 * (NO_CITIZEN, DECEASED, IDENTITY, SAME_PHONE), INVALID_INPUT when it is no phone number
 * or the attachment is not the case's.
 */
export async function updatePhone(
  store: Store,
  clerk: Clerk,
  input: OnVersion & {
    readonly phone: string;
    readonly reason: string;
    readonly attachmentId: number | null;
  },
): Promise<CaseDetail> {
  const { ladder } = await loadSettings(store);
  return changeCase(store, clerk, input, async (tx, current) => {
    const { attachmentId, reason } = input;
    if (current.citizenId === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_CITIZEN' });
    const citizen = await requireCitizen(tx, current.citizenId);
    if (citizen.deceased) throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
    requireLevel(ladder, current.identityLevel, 'changePhone');
    const phone = parsePhone(input.phone);
    if (phone === null) throw new AppError('INVALID_INPUT', { fields: ['phone'] });
    if (phone.e164 === citizen.phone) throw new AppError('NOT_ALLOWED_YET', { reason: 'SAME_PHONE' });
    if (attachmentId !== null && !(await areOfCase(tx, current.id, [attachmentId]))) {
      throw new AppError('INVALID_INPUT', { fields: ['attachmentId'] });
    }
    const verification = await tx.verification.findFirstOrThrow({
      where: { caseId: current.id, citizenId: citizen.id, result: 'VERIFIED', method: current.identityLevel },
      orderBy: { id: 'desc' },
    });
    const now = store.clock.now();
    const change = await tx.phoneChange.create({
      data: {
        citizenId: citizen.id,
        caseId: current.id,
        contactSet: 'ELECTRONIC',
        kind: citizen.phone === null ? 'REGISTER' : 'CHANGE',
        fromE164: citizen.phone,
        toE164: phone.e164,
        channel: 'MAILBOX',
        cause: reason,
        verificationId: verification.id,
        recycled: false,
        state: 'EFFECTIVE',
        requestedById: clerk.id,
        requestedAt: now,
        effectiveAt: now,
        attachments: attachmentId === null ? {} : { create: { attachmentId } },
      },
    });
    await openPhoneRecord(tx, now, {
      citizenId: citizen.id,
      contactSet: 'ELECTRONIC',
      e164: phone.e164,
      reason,
      origin: 'CASE',
      recordedById: clerk.id,
      changeId: change.id,
    });
    await reindexCitizen(tx, citizen.id);
    return {
      action: 'citizen.phoneChanged',
      object: { type: 'CITIZEN', id: citizen.id },
      details: {
        from: citizen.phone === null ? null : maskPhone(citizen.phone),
        to: maskPhone(phone.e164),
        reason,
        verificationId: verification.id,
        attachmentId,
      },
    };
  });
}
