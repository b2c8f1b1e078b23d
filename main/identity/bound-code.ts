import { sharedPhones } from '../citizens/phone-changes.ts';
import { maskPhone, parsePhone } from '../citizens/phones.ts';
import { requireCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import type { SmsLanguage } from '../sms/texts.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { challengeOf } from './challenge.ts';
import type {
  Challenge,
  CheckOutcome,
  CodeChannel,
  CodeObstacle,
  CodePurpose,
  SendOutcome,
} from './code-model.ts';
import { answerCode, deliverCode, issueCode, sixDigits, type CodeCarrier } from './one-time-code.ts';

/** A code outside any case. `boundTo` names where it answers: counter/CITIZEN, registration/ID, visit/TOKEN. */
export type BoundTarget = {
  readonly citizenId: number;
  readonly boundTo: string;
  readonly purpose: Exclude<CodePurpose, 'IDENTITY' | 'POSSESSION'>;
  /** E.164, or an e-mail address in lower case. */
  readonly address: string;
};

/**
 * Sends a new code, to the e-mail address for REGISTRATION_EMAIL, to the telephone for all else; the limits are the
 * same as in a case, and counted together with it. ACCESS rests on nothing but the telephone, so that a number which
 * is another citizen's too gets none (SHARED_PHONE, written down); the others stand beside a document that was shown, an
 * activation code or a password. `actor` is whoever is signed in, or a kiosk without an id. Throws
 * NOT_ALLOWED_YET with an obstacle as the reason, RATE_LIMITED.
 */
export async function sendBoundCode(
  store: Store,
  carrier: CodeCarrier | null,
  actor: Actor,
  target: BoundTarget & { readonly language: SmsLanguage },
): Promise<SendOutcome> {
  const { citizenId, boundTo, purpose, address, language } = target;
  const { sms: limits, registrations } = await loadSettings(store);
  const channel = channelOf(purpose);
  const { obstacle, issued } = await store.write(async (tx) => {
    const obstacle = await obstacleOf(tx, carrier, target);
    if (obstacle === 'SHARED_PHONE') await logShared(store, tx, actor, target);
    if (obstacle !== null) return { obstacle, issued: null };
    const issued = await issueCode(store, tx, actor, {
      citizenId,
      place: { boundTo },
      purpose,
      channel,
      address,
      language,
      limits,
      lifetimeMinutes: channel === 'SMS' ? limits.lifetimeMinutes : registrations.emailCodeMinutes,
    });
    return { obstacle, issued };
  });
  if (obstacle !== null) throw new AppError('NOT_ALLOWED_YET', { reason: obstacle });
  return deliverCode(store, carrier, actor, issued);
}

/**
 * The code that came back, against the newest one of that place, purpose and address. The right one is used up by it
 * and `codeId` is the evidence. Throws INVALID_INPUT when it is not six digits; that costs no attempt.
 */
export async function checkBoundCode(
  store: Store,
  actor: Actor,
  target: BoundTarget & { readonly code: string },
): Promise<{ readonly check: CheckOutcome; readonly codeId: number | null }> {
  const { citizenId, boundTo, purpose, address } = target;
  const code = sixDigits(target.code);
  const { sms } = await loadSettings(store);
  const { check, codeId } = await store.write((tx) =>
    answerCode(store, tx, actor, {
      citizenId,
      place: { boundTo },
      purpose,
      address,
      code,
      attemptsAllowed: sms.attempts,
    }),
  );
  return { check, codeId };
}

/** Where the challenge stands: all of it from the database. `maskedPhone` is the masked address. Throws NOT_FOUND. */
export async function loadBoundChallenge(
  store: Store,
  carrier: CodeCarrier | null,
  target: BoundTarget,
): Promise<Challenge> {
  const { citizenId, boundTo, purpose, address } = target;
  return challengeOf(store, {
    answered: { citizenId, place: { boundTo }, purpose, address },
    channel: channelOf(purpose),
    address,
    shared: channelOf(purpose) === 'SMS' && (await isShared(store.prisma, target)),
    obstacle: await obstacleOf(store.prisma, carrier, target),
    canAskDelivery: false,
  });
}

/** Why no code can be sent; null when it can. Throws NOT_FOUND. */
async function obstacleOf(
  db: Tx,
  carrier: CodeCarrier | null,
  target: BoundTarget,
): Promise<CodeObstacle | null> {
  const { citizenId, purpose, address } = target;
  if ((await requireCitizen(db, citizenId)).deceased) return 'DECEASED';
  if (channelOf(purpose) === 'SMS') {
    const kind = parsePhone(address)?.kind;
    if (kind !== 'MOBILE' && kind !== 'FOREIGN') return 'NO_MOBILE';
  }
  if (purpose === 'ACCESS' && (await isShared(db, target))) return 'SHARED_PHONE';
  return carrier === null ? 'NO_GATEWAY' : null;
}

async function isShared(db: Tx, { citizenId, address }: BoundTarget): Promise<boolean> {
  return (await sharedPhones(db, [address], citizenId)).has(address);
}

/** So that the office sees whose number has to be put right. */
function logShared(store: Store, tx: Tx, actor: Actor, { citizenId, purpose, address }: BoundTarget) {
  const details = { purpose, phone: maskPhone(address), reason: 'SHARED_PHONE' };
  return store.audit(
    { actor, action: 'code.notSent', objectType: 'CITIZEN', objectId: citizenId, details },
    tx,
  );
}

function channelOf(purpose: BoundTarget['purpose']): CodeChannel {
  return purpose === 'REGISTRATION_EMAIL' ? 'EMAIL' : 'SMS';
}
