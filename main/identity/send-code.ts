import { changeCase, type CaseRecord, type Clerk, type OnVersion } from '../cases/change.ts';
import { maskPhone, parsePhone } from '../citizens/phones.ts';
import { AppError } from '../errors.ts';
import type { SmsSettings } from '../settings/model.ts';
import { loadSettings } from '../settings/settings.ts';
import type { SendResult, SmsGateway } from '../sms/gateway.ts';
import { codeText, type SmsLanguage } from '../sms/texts.ts';
import type { Store, Tx } from '../store/store.ts';
import { newCode, sealCode } from './code-hash.ts';
import type { CodeObstacle, SendOutcome } from './code-model.ts';
import { roundOf } from './code-round.ts';
import { CODE_NOTICES, sentNotice } from './code-texts.ts';

/** What is to be shown: who he is, by the phone on record, or that he holds a number that is not on record yet. */
export type CodeTarget =
  { readonly purpose: 'IDENTITY' } | { readonly purpose: 'POSSESSION'; readonly phone: string };

/** More codes of one citizen than any round and day can have. */
const LOOKED_AT = 250;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Issued = {
  readonly id: number;
  readonly code: string;
  readonly e164: string;
  readonly isResend: boolean;
};

/**
 * Sends a citizen a new code of six digits; whatever code he had before is void from then on, at whichever desk. It is
 * written down, with its limits, before anything leaves. Throws STALE, NOT_ALLOWED_YET with an obstacle as the reason,
 * INVALID_INPUT (phone), or RATE_LIMITED per citizen (24 hours) and per person signed in (one hour).
 */
export async function sendCode(
  store: Store,
  gateway: SmsGateway | null,
  clerk: Clerk,
  input: OnVersion & { readonly target: CodeTarget; readonly language: SmsLanguage },
): Promise<SendOutcome> {
  if (gateway === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_GATEWAY' });
  const { caseId, language } = input;
  const { sms: limits } = await loadSettings(store);
  const issued: Issued[] = [];
  await changeCase(store, clerk, input, async (tx, current) => {
    issued.push(...(await issue(store, tx, clerk, { current, limits, input })));
    return null;
  });
  const [one] = issued;
  if (one === undefined) {
    return { outcome: 'RESEND_LIMIT', notice: CODE_NOTICES.RESEND_LIMIT, refusal: null, refusalDetail: null };
  }
  const { id, code, e164, isResend } = one;
  const result = await gateway.send(e164, codeText(language, code, limits.lifetimeMinutes));
  await store.write((tx) => settle(store, tx, clerk, { id, caseId, e164, gateway: gateway.kind, result }));
  const refusal = result.accepted ? null : result.reason;
  const refusalDetail = result.accepted ? null : result.detail;
  if (!result.accepted && !result.maybeSent) {
    return { outcome: 'NOT_SENT', notice: null, refusal, refusalDetail };
  }
  return isResend
    ? { outcome: 'RESENT', notice: CODE_NOTICES.RESENT, refusal, refusalDetail }
    : { outcome: 'SENT', notice: sentNotice(maskPhone(e164)), refusal, refusalDetail };
}

type Request = {
  readonly current: CaseRecord;
  readonly limits: SmsSettings;
  readonly input: { readonly target: CodeTarget; readonly language: SmsLanguage };
};

/** Writes the new code down and voids the ones before; nothing when the resends are used up. */
async function issue(store: Store, tx: Tx, clerk: Clerk, request: Request): Promise<[] | [Issued]> {
  const { current, limits, input } = request;
  const { target, language } = input;
  const { citizenId, obstacle, e164 } = await recipient(tx, current.citizenId, target);
  if (obstacle !== null) throw new AppError('NOT_ALLOWED_YET', { reason: obstacle });
  const now = store.clock.now();
  await withinRates(tx, now, limits, citizenId, clerk.id);
  const codes = await citizensCodes(tx, citizenId);
  const { isResend, openAgainAt } = roundOf(codes, now, limits);
  const act = { actor: clerk, objectType: 'CITIZEN', objectId: citizenId, caseId: current.id } as const;
  const facts = { purpose: target.purpose, phone: maskPhone(e164) };
  if (openAgainAt !== null) {
    await store.audit({ ...act, action: 'code.resendLimit', details: facts }, tx);
    return [];
  }
  const { count: voided } = await tx.oneTimeCode.updateMany({
    where: { citizenId, state: 'PENDING' },
    data: { state: 'VOID' },
  });
  const code = newCode();
  const binding = { citizenId, caseId: current.id, purpose: target.purpose, e164 };
  const { id } = await tx.oneTimeCode.create({
    data: {
      ...binding,
      ...sealCode(store.key, binding, code),
      language,
      state: 'PENDING',
      createdAt: now,
      createdById: clerk.id,
      expiresAt: new Date(now.getTime() + limits.lifetimeMinutes * 60_000),
      seenAt: now,
      countsAt: new Date(Math.max(now.getTime(), codes[0]?.countsAt.getTime() ?? 0)),
    },
  });
  await store.audit(
    { ...act, action: 'code.requested', details: { codeId: id, ...facts, language, isResend, voided } },
    tx,
  );
  return [{ id, code, e164, isResend }];
}

/** Who would get a code and where; `obstacle` says why nobody can. */
export async function recipient(
  db: Tx,
  citizenId: number | null,
  target: CodeTarget,
): Promise<
  | { readonly obstacle: CodeObstacle; readonly citizenId: number | null; readonly e164: string | null }
  | { readonly obstacle: null; readonly citizenId: number; readonly e164: string }
> {
  if (citizenId === null) return { obstacle: 'NO_CITIZEN', citizenId, e164: null };
  const citizen = await db.citizen.findUniqueOrThrow({
    where: { id: citizenId },
    select: {
      deceased: true,
      phoneRecords: { where: { validTo: null, contactSet: 'ELECTRONIC' }, select: { e164: true } },
    },
  });
  if (citizen.deceased) return { obstacle: 'DECEASED', citizenId, e164: null };
  const written = target.purpose === 'IDENTITY' ? (citizen.phoneRecords[0]?.e164 ?? null) : target.phone;
  if (written === null) return { obstacle: 'NO_PHONE', citizenId, e164: null };
  const phone = parsePhone(written);
  if (phone === null) throw new AppError('INVALID_INPUT', { fields: ['phone'] });
  if (phone.kind !== 'MOBILE' && phone.kind !== 'FOREIGN') {
    return { obstacle: 'NO_MOBILE', citizenId, e164: phone.e164 };
  }
  return { obstacle: null, citizenId, e164: phone.e164 };
}

/** The codes that answer for a target: to a new number, only those that were sent to it. */
export function sentTo(target: CodeTarget, e164: string | null) {
  const { purpose } = target;
  return purpose === 'IDENTITY' ? { purpose } : { purpose, e164: e164 ?? '' };
}

/** A citizen's codes from every case and desk, newest first. */
export function citizensCodes(db: Tx, citizenId: number) {
  return db.oneTimeCode.findMany({
    where: { citizenId },
    orderBy: { id: 'desc' },
    take: LOOKED_AT,
    select: { state: true, countsAt: true },
  });
}

async function withinRates(
  tx: Tx,
  now: Date,
  limits: SmsSettings,
  citizenId: number,
  clerkId: number,
): Promise<void> {
  const since = (milliseconds: number) => ({ gt: new Date(now.getTime() - milliseconds) });
  const ofPerson = await tx.oneTimeCode.count({ where: { createdById: clerkId, countsAt: since(HOUR_MS) } });
  if (ofPerson >= limits.perPersonAndHour) throw new AppError('RATE_LIMITED', { reason: 'PERSON' });
  const ofCitizen = await tx.oneTimeCode.count({
    where: { citizenId, countsAt: since(DAY_MS), state: { not: 'NOT_SENT' } },
  });
  if (ofCitizen >= limits.perCitizenAndDay) throw new AppError('RATE_LIMITED', { reason: 'CITIZEN' });
}

type Settled = {
  readonly id: number;
  readonly caseId: number;
  readonly e164: string;
  readonly gateway: SmsGateway['kind'];
  readonly result: SendResult;
};

/** What the gateway said. A code that may have left stays good and counts; one that cannot have, does neither. */
async function settle(store: Store, tx: Tx, clerk: Clerk, settled: Settled): Promise<void> {
  const { id, caseId, e164, gateway, result } = settled;
  const { citizenId } = await tx.oneTimeCode.update({
    where: { id },
    data: result.accepted ? { gatewayId: result.id } : {},
    select: { citizenId: true },
  });
  if (!result.accepted && !result.maybeSent) {
    await tx.oneTimeCode.update({ where: { id }, data: { state: 'NOT_SENT' } });
  }
  await store.audit(
    {
      actor: clerk,
      action: result.accepted ? 'code.sent' : 'code.notSent',
      objectType: 'CITIZEN',
      objectId: citizenId,
      caseId,
      details: {
        codeId: id,
        phone: maskPhone(e164),
        gateway,
        ...(result.accepted
          ? { gatewayId: result.id }
          : { reason: result.reason, maybeSent: result.maybeSent, detail: result.detail }),
      },
    },
    tx,
  );
}
