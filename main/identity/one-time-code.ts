import { maskEmail } from '../citizens/mask.ts';
import { sharedPhones } from '../citizens/phone-changes.ts';
import { maskPhone } from '../citizens/phones.ts';
import { AppError } from '../errors.ts';
import type { SmsSettings } from '../settings/model.ts';
import { refused, type SendResult } from '../sms/gateway.ts';
import { codeText, type SmsLanguage } from '../sms/texts.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { newCode, opensSeal, sealCode } from './code-hash.ts';
import type { CheckOutcome, CodeChannel, CodePurpose, CodeState, SendOutcome } from './code-model.ts';
import { roundOf } from './code-round.ts';
import { CODE_NOTICES, sentNotice } from './code-texts.ts';

/**
 * The core of every one-time code: limits, secrecy and outcome, whoever asks for it and wherever it answers. In a case
 * that is send-code.ts and check-code.ts, everywhere else bound-code.ts.
 */

/** Where a code answers, and nowhere else. */
export type CodePlace = { readonly caseId: number } | { readonly boundTo: string };

/** What takes a text to an address: a gateway for short messages, or the office's mail server. */
export type CodeCarrier = {
  readonly kind: string;
  send(to: string, text: string): Promise<SendResult>;
};

export type CodeOrder = {
  readonly citizenId: number;
  readonly place: CodePlace;
  readonly purpose: CodePurpose;
  readonly channel: CodeChannel;
  /** E.164 or an e-mail address, already checked. */
  readonly address: string;
  /** On another citizen's record too, and a supervisor sends it all the same. */
  readonly shared?: boolean;
  readonly language: SmsLanguage;
  readonly limits: SmsSettings;
  readonly lifetimeMinutes: number;
};

/** Written down, and not sent yet. */
export type IssuedCode = {
  readonly id: number;
  readonly code: string;
  readonly isResend: boolean;
  readonly order: CodeOrder;
};

/** More codes of one citizen than any round and day can have. */
const LOOKED_AT = 250;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The two columns of a place. */
export function placeColumns(place: CodePlace) {
  return 'caseId' in place
    ? { caseId: place.caseId, boundTo: null }
    : { caseId: null, boundTo: place.boundTo };
}

/**
 * Writes a new code down, with its limits, and voids what the citizen had before by the same channel, at whichever
 * desk or kiosk. Null when the resends are used up. Throws RATE_LIMITED per citizen (24 hours) and per person signed
 * in (one hour).
 */
export async function issueCode(
  store: Store,
  tx: Tx,
  actor: Actor,
  order: CodeOrder,
): Promise<IssuedCode | null> {
  const { citizenId, place, purpose, channel, address, language, limits } = order;
  const now = store.clock.now();
  await withinRates(tx, now, limits, citizenId, actor);
  const codes = await citizensCodes(tx, citizenId, channel);
  const { isResend, openAgainAt } = roundOf(codes, now, limits);
  const act = actOf(actor, citizenId, place);
  const facts = { purpose, ...masked(channel, address), ...(order.shared === true ? { shared: true } : {}) };
  if (openAgainAt !== null) {
    await store.audit({ ...act, action: 'code.resendLimit', details: facts }, tx);
    return null;
  }
  const { count: voided } = await tx.oneTimeCode.updateMany({
    where: { citizenId, channel, state: 'PENDING' },
    data: { state: 'VOID' },
  });
  const code = newCode();
  const binding = { citizenId, ...placeColumns(place), purpose, address };
  const { id } = await tx.oneTimeCode.create({
    data: {
      ...binding,
      ...sealCode(store.key, binding, code),
      channel,
      language,
      state: 'PENDING',
      createdAt: now,
      createdById: actor.id,
      expiresAt: new Date(now.getTime() + order.lifetimeMinutes * 60_000),
      seenAt: now,
      countsAt: new Date(Math.max(now.getTime(), codes[0]?.countsAt.getTime() ?? 0)),
    },
  });
  await store.audit(
    { ...act, action: 'code.requested', details: { codeId: id, ...facts, language, isResend, voided } },
    tx,
  );
  return { id, code, isResend, order };
}

/**
 * Sends what was written down and committed, and writes down what the carrier said: a code that may have left stays
 * good and counts; one that cannot have, does neither. `issued` null: the resends are used up.
 */
export async function deliverCode(
  store: Store,
  carrier: CodeCarrier | null,
  actor: Actor,
  issued: IssuedCode | null,
): Promise<SendOutcome> {
  if (issued === null) {
    return { outcome: 'RESEND_LIMIT', notice: CODE_NOTICES.RESEND_LIMIT, refusal: null, refusalDetail: null };
  }
  const { code, isResend, order } = issued;
  const { purpose, channel, address, language, lifetimeMinutes } = order;
  const result =
    carrier === null
      ? refused('NOT_SET_UP', false)
      : await carrier.send(address, codeText(language, code, lifetimeMinutes, readerOf(purpose)));
  await store.write((tx) => settle(store, tx, actor, issued, carrier?.kind ?? 'NONE', result));
  const refusal = result.accepted ? null : result.reason;
  const refusalDetail = result.accepted ? null : result.detail;
  if (!result.accepted && !result.maybeSent) {
    return { outcome: 'NOT_SENT', notice: null, refusal, refusalDetail };
  }
  return isResend
    ? { outcome: 'RESENT', notice: CODE_NOTICES.RESENT, refusal, refusalDetail }
    : { outcome: 'SENT', notice: sentNotice(maskAddress(channel, address), channel), refusal, refusalDetail };
}

async function settle(
  store: Store,
  tx: Tx,
  actor: Actor,
  { id, order }: IssuedCode,
  gateway: string,
  result: SendResult,
): Promise<void> {
  const { citizenId, place, channel, address } = order;
  if (result.accepted) await tx.oneTimeCode.update({ where: { id }, data: { gatewayId: result.id } });
  if (!result.accepted && !result.maybeSent) {
    await tx.oneTimeCode.update({ where: { id }, data: { state: 'NOT_SENT' } });
  }
  await store.audit(
    {
      ...actOf(actor, citizenId, place),
      action: result.accepted ? 'code.sent' : 'code.notSent',
      details: {
        codeId: id,
        ...masked(channel, address),
        gateway,
        ...(result.accepted
          ? { gatewayId: result.id }
          : { reason: result.reason, maybeSent: result.maybeSent, detail: result.detail }),
      },
    },
    tx,
  );
}

/** Which code is answered: the newest of the place with that purpose, to that address where one is named. */
export type Answered = {
  readonly citizenId: number;
  readonly place: CodePlace;
  readonly purpose: CodePurpose;
  readonly address?: string;
};

/** The newest code that an answer would be held against; null when none was asked for. */
export function newestCode(db: Tx, { place, ...columns }: Answered) {
  return db.oneTimeCode.findFirst({
    where: { ...columns, ...placeColumns(place) },
    orderBy: { id: 'desc' },
  });
}

/**
 * Holds six digits against the newest code, in constant time. The right one is used up by it; a wrong one costs an
 * attempt, also when somebody else answers at the same time. Never throws, so that no attempt is rolled back with it:
 * the caller commits.
 */
export async function answerCode(
  store: Store,
  tx: Tx,
  actor: Actor,
  answered: Answered & { readonly code: string; readonly attemptsAllowed: number },
): Promise<{
  readonly check: CheckOutcome;
  readonly codeId: number | null;
  readonly address: string | null;
}> {
  const { code, attemptsAllowed, ...which } = answered;
  const row = await newestCode(tx, which);
  if (row === null) return { check: { outcome: 'NONE', notice: null }, codeId: null, address: null };
  const told = (outcome: CheckOutcome['outcome'], notice: CheckOutcome['notice'] = null) => ({
    check: { outcome, notice },
    codeId: row.id,
    address: row.address,
  });
  const now = store.clock.now();
  const state = await stateNow(tx, { ...row, state: row.state as CodeState }, now);
  if (state !== 'PENDING') {
    if (state !== row.state) await tx.oneTimeCode.update({ where: { id: row.id }, data: { state } });
    return told(state === 'NOT_SENT' ? 'NONE' : state, state === 'EXHAUSTED' ? CODE_NOTICES.EXHAUSTED : null);
  }
  const { citizenId, place, purpose } = which;
  if (opensSeal(store.key, { ...row, purpose }, code)) {
    await tx.oneTimeCode.update({ where: { id: row.id }, data: { state: 'USED', seenAt: now } });
    return told('VERIFIED');
  }
  const attempts = row.attempts + 1;
  const exhausted = attempts >= attemptsAllowed;
  await tx.oneTimeCode.update({
    where: { id: row.id },
    data: { attempts, seenAt: now, state: exhausted ? 'EXHAUSTED' : 'PENDING' },
  });
  await store.audit(
    {
      ...actOf(actor, citizenId, place),
      action: exhausted ? 'code.exhausted' : 'code.failed',
      details: { codeId: row.id, purpose, attempts },
    },
    tx,
  );
  return exhausted ? told('EXHAUSTED', CODE_NOTICES.EXHAUSTED) : told('WRONG', CODE_NOTICES.WRONG);
}

/** People read codes out in pairs and threes. Throws INVALID_INPUT when it is not six digits. */
export function sixDigits(text: string): string {
  const code = text.replaceAll(/[\s.-]/gu, '');
  if (!/^\d{6}$/u.test(code)) throw new AppError('INVALID_INPUT', { fields: ['code'] });
  return code;
}

/** A citizen's codes by a channel from every case, desk and kiosk, newest first. */
export function citizensCodes(db: Tx, citizenId: number, channel: CodeChannel = 'SMS') {
  return db.oneTimeCode.findMany({
    where: { citizenId, channel },
    orderBy: { id: 'desc' },
    take: LOOKED_AT,
    select: { state: true, countsAt: true },
  });
}

/**
 * What a code is worth at this instant. A clock that stands before the last time the code was looked at proves that
 * its lifetime cannot be told any more: it is over. One that speaks for a number which is not the recorded one any
 * more is void, and one that alone lets in, to a number which became another citizen's too.
 */
export async function stateNow(
  db: Tx,
  row: {
    readonly state: CodeState;
    readonly purpose: string;
    readonly citizenId: number;
    readonly address: string;
    readonly seenAt: Date;
    readonly expiresAt: Date;
  },
  now: Date,
): Promise<CodeState> {
  if (row.state !== 'PENDING') return row.state;
  if (now < row.seenAt || now >= row.expiresAt) return 'EXPIRED';
  const { citizenId, address: e164 } = row;
  switch (row.purpose as CodePurpose) {
    case 'IDENTITY':
    case 'ACCESS': {
      const where = { citizenId, contactSet: 'ELECTRONIC', e164, validTo: null };
      if ((await db.phoneRecord.count({ where })) === 0) return 'VOID';
      const alone = row.purpose === 'ACCESS';
      return alone && (await sharedPhones(db, [e164], citizenId)).has(e164) ? 'VOID' : 'PENDING';
    }
    case 'ACTIVATION':
    case 'SECOND_FACTOR': {
      const where = { citizenId, e164, state: 'OPEN' };
      return (await db.registration.count({ where })) > 0 ? 'PENDING' : 'VOID';
    }
    case 'POSSESSION':
    case 'REGISTRATION_PHONE':
    case 'REGISTRATION_EMAIL':
      return 'PENDING';
  }
}

async function withinRates(
  tx: Tx,
  now: Date,
  limits: SmsSettings,
  citizenId: number,
  actor: Actor,
): Promise<void> {
  const since = (milliseconds: number) => ({ gt: new Date(now.getTime() - milliseconds) });
  if (actor.id !== null) {
    const where = { createdById: actor.id, countsAt: since(HOUR_MS) };
    const ofPerson = await tx.oneTimeCode.count({ where });
    if (ofPerson >= limits.perPersonAndHour) throw new AppError('RATE_LIMITED', { reason: 'PERSON' });
  }
  const ofCitizen = await tx.oneTimeCode.count({
    where: { citizenId, countsAt: since(DAY_MS), state: { not: 'NOT_SENT' } },
  });
  if (ofCitizen >= limits.perCitizenAndDay) throw new AppError('RATE_LIMITED', { reason: 'CITIZEN' });
}

function actOf(actor: Actor, citizenId: number, place: CodePlace) {
  const { caseId } = placeColumns(place);
  return { actor, objectType: 'CITIZEN', objectId: citizenId, caseId } as const;
}

/** Who types the code in: a person of the office, or the citizen at the kiosk. */
function readerOf(purpose: CodePurpose): 'OFFICE' | 'CITIZEN' {
  switch (purpose) {
    case 'IDENTITY':
    case 'POSSESSION':
    case 'REGISTRATION_PHONE':
    case 'REGISTRATION_EMAIL':
      return 'OFFICE';
    case 'ACTIVATION':
    case 'ACCESS':
    case 'SECOND_FACTOR':
      return 'CITIZEN';
  }
}

function maskAddress(channel: CodeChannel, address: string): string {
  return channel === 'SMS' ? maskPhone(address) : maskEmail(address);
}

/** For the log. */
function masked(channel: CodeChannel, address: string): Record<string, string> {
  return channel === 'SMS' ? { phone: maskPhone(address) } : { email: maskEmail(address) };
}
