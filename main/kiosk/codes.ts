import { requireCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import {
  checkBoundCode,
  loadBoundChallenge,
  sendBoundCode,
  type BoundTarget,
} from '../identity/bound-code.ts';
import type { Challenge, CheckOutcome, SendOutcome } from '../identity/code-model.ts';
import { diagnoseCitizen, type DiagnosisInput } from '../identity/diagnosis.ts';
import type { Diagnosis } from '../identity/model.ts';
import { activeRegistration } from '../registrations/access.ts';
import type { SmsGateway } from '../sms/gateway.ts';
import { KIOSK_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { logAdmitted } from './log.ts';
import type { Visit, VisitBoard } from './visits.ts';

/** A visit at its kiosk, with what a code leaves by. */
export type AtKiosk = {
  readonly store: Store;
  readonly gateway: SmsGateway | null;
  readonly visits: VisitBoard;
  readonly connectionId: string;
};

export type SentCode = { readonly sent: SendOutcome; readonly challenge: Challenge };

/**
 * Access by SMS (seed 001): the service's own diagnosis of the data, and when they fit, a code to the phone on record.
 * Nothing of the citizen is told before it is answered. Throws RATE_LIMITED, NOT_ALLOWED_YET with an obstacle,
 * VISIT_ENDED.
 */
export async function claimBySms(
  at: AtKiosk,
  visit: Visit,
  input: DiagnosisInput,
): Promise<{ readonly diagnosis: Diagnosis; readonly code: SentCode | null }> {
  const { store, visits, connectionId } = at;
  visits.claim(connectionId, null);
  const { diagnosis, citizenId } = await diagnoseCitizen(store, KIOSK_ACTOR, input);
  if (diagnosis.outcome !== 'MATCH' || citizenId === null) return { diagnosis, code: null };
  visits.mustStillBe(connectionId, visit);
  return { diagnosis, code: await sendVisitCode(at, visits.claim(connectionId, citizenId)) };
}

/**
 * Sends a code to whom the visit asks one of: the phone on record of whoever claims to be a citizen, or, as the second
 * factor, the registered phone of whoever came in with a password. Throws the same.
 */
export async function sendVisitCode(at: AtKiosk, visit: Visit): Promise<SentCode> {
  const { store, gateway } = at;
  const target = await targetOf(store, visit);
  const sent = await sendBoundCode(store, gateway, KIOSK_ACTOR, { ...target, language: visit.language });
  return { sent, challenge: await loadBoundChallenge(store, gateway, target) };
}

/**
 * The code that came by SMS. The right one lets the citizen in, or adds the second factor. Once the attempts are used
 * up nobody is claimed to be there any more: he begins again (seed 001). Throws INVALID_INPUT when it is none.
 */
export async function checkVisitCode(at: AtKiosk, visit: Visit, code: string): Promise<CheckOutcome> {
  const { store, visits, connectionId } = at;
  const target = await targetOf(store, visit);
  const { check } = await checkBoundCode(store, KIOSK_ACTOR, { ...target, code });
  visits.mustStillBe(connectionId, visit);
  if (check.outcome === 'VERIFIED') {
    const visitor = {
      citizenId: target.citizenId,
      method: visit.visitor?.method ?? ('SMS' as const),
      secondFactor: true,
    };
    visits.admit(connectionId, visitor);
    await logAdmitted(store, visitor);
  }
  if (check.outcome === 'EXHAUSTED' && visit.visitor === null) visits.claim(connectionId, null);
  return check;
}

async function targetOf(store: Store, { id, claimedId, visitor }: Visit): Promise<BoundTarget> {
  const boundTo = `visit/${id}`;
  if (visitor !== null) {
    const registration = await activeRegistration(store.prisma, visitor.citizenId);
    if (registration === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_PHONE' });
    const { citizenId, e164: address } = registration;
    return { citizenId, boundTo, purpose: 'SECOND_FACTOR', address };
  }
  if (claimedId === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'IDENTITY' });
  const { phone } = await requireCitizen(store.prisma, claimedId);
  if (phone === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_PHONE' });
  return { citizenId: claimedId, boundTo, purpose: 'ACCESS', address: phone };
}
