import { parsePhone } from '../citizens/phones.ts';
import { isEmail } from '../citizens/validate.ts';
import { AppError } from '../errors.ts';
import {
  checkBoundCode,
  loadBoundChallenge,
  sendBoundCode,
  type BoundTarget,
} from '../identity/bound-code.ts';
import type { Challenge, CheckOutcome, SendOutcome } from '../identity/code-model.ts';
import type { CodeCarrier } from '../identity/one-time-code.ts';
import type { SmsLanguage } from '../sms/texts.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';

/** What a citizen is to show that he holds: the mobile or the e-mail address that he registers with. */
export type Possession = {
  readonly citizenId: number;
  readonly kind: 'PHONE' | 'EMAIL';
  /** As it was typed. */
  readonly address: string;
};

/** A code that was answered counts for so long: the citizen is at the counter. */
export const POSSESSION_MS = 24 * 3_600_000;

/** Sends the code. Throws INVALID_INPUT (address), and what `sendBoundCode` throws. */
export function sendPossessionCode(
  store: Store,
  carrier: CodeCarrier | null,
  clerk: Actor,
  input: Possession & { readonly language: SmsLanguage },
): Promise<SendOutcome> {
  return sendBoundCode(store, carrier, clerk, { ...targetOf(input), language: input.language });
}

/** Checks what the citizen reads out; the right one is written down. Throws INVALID_INPUT (address, code). */
export async function checkPossessionCode(
  store: Store,
  clerk: Actor,
  input: Possession & { readonly code: string },
): Promise<CheckOutcome> {
  const target = targetOf(input);
  const { check, codeId } = await checkBoundCode(store, clerk, { ...target, code: input.code });
  if (check.outcome === 'VERIFIED') {
    await store.audit({
      actor: clerk,
      action: 'code.possessionShown',
      objectType: 'CITIZEN',
      objectId: input.citizenId,
      details: { codeId, purpose: target.purpose },
    });
  }
  return check;
}

/** Where it stands. Throws NOT_FOUND, INVALID_INPUT (address). */
export function loadPossession(
  store: Store,
  carrier: CodeCarrier | null,
  input: Possession,
): Promise<Challenge> {
  return loadBoundChallenge(store, carrier, targetOf(input));
}

/**
 * The answered code that proves it, newer than a day and not the proof of another registration; null when there is
 * none.
 */
export async function possessionCode(store: Store, tx: Tx, possession: Possession): Promise<number | null> {
  const { citizenId, boundTo, purpose, address } = targetOf(possession);
  const code = await tx.oneTimeCode.findFirst({
    where: {
      citizenId,
      boundTo,
      purpose,
      address,
      state: 'USED',
      createdAt: { gt: new Date(store.clock.now().getTime() - POSSESSION_MS) },
      registeredPhone: null,
      registeredEmail: null,
    },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return code?.id ?? null;
}

/** The address as it is kept. Throws INVALID_INPUT (address). */
export function readAddress(kind: Possession['kind'], text: string): string {
  const address =
    kind === 'PHONE'
      ? (parsePhone(text)?.e164 ?? null)
      : isEmail(text.trim())
        ? text.trim().toLowerCase()
        : null;
  if (address === null) throw new AppError('INVALID_INPUT', { fields: ['address'] });
  return address;
}

function targetOf({ citizenId, kind, address }: Possession): BoundTarget {
  return {
    citizenId,
    boundTo: `counter/${citizenId}`,
    purpose: kind === 'PHONE' ? 'REGISTRATION_PHONE' : 'REGISTRATION_EMAIL',
    address: readAddress(kind, address),
  };
}
