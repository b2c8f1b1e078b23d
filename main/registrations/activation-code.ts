import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors.ts';
import { keyedHash } from '../identity/code-hash.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { logRegistration, recordEvent } from './events.ts';
import type { ActivationCodeState } from './model.ts';

/**
 * What a code is made of: no 0 and 1, which look like letters; of the letters only those whose Spanish names cannot be
 * taken for one another on the telephone (no B beside V, M beside N, F beside S, T beside D); and no vowels, so that no
 * code spells a word. Twelve of nineteen: 2^50 codes, of which five may be tried.
 */
export const ALPHABET = '23456789CFHJKMRTWXY';
const LENGTH = 12;
const GROUP = 4;
const WRITTEN = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`, 'u');
const DAY_MS = 86_400_000;

/** Each of the characters as likely as the next. */
export function newActivationCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** As it is printed and read aloud: 7K3M-XR29-TW5H. */
export function inGroups(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join('-');
}

/** As it was typed, in capitals and without what stands between the groups; null when it cannot be a code. */
export function readActivationCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.]/gu, '');
  return WRITTEN.test(code) ? code : null;
}

/**
 * Makes the code that opens the registration from now on: whichever was ACTIVE is VOID. The code itself is in the
 * answer and nowhere else.
 */
export async function issueActivationCode(
  store: Store,
  tx: Tx,
  actor: Actor & { readonly id: number },
  registration: { readonly id: number; readonly citizenId: number },
  { codeDays, reason = null }: { readonly codeDays: number; readonly reason?: string | null },
): Promise<string> {
  await voidActive(store, tx, actor, registration, 'REPLACED');
  const code = newActivationCode();
  const salt = randomBytes(16).toString('hex');
  const now = store.clock.now();
  const { id: codeId } = await tx.activationCode.create({
    data: {
      registrationId: registration.id,
      salt,
      hash: seal(store.key, salt, registration.id, code).toString('hex'),
      state: 'ACTIVE',
      issuedAt: now,
      issuedById: actor.id,
      expiresAt: new Date(now.getTime() + codeDays * DAY_MS),
      seenAt: now,
    },
  });
  await recordEvent(store, tx, actor, registration, 'CODE_ISSUED', { reason, details: { codeId } });
  return code;
}

/** Voids the code that opens the registration, if there is one; answers whether there was. */
export async function voidActive(
  store: Store,
  tx: Tx,
  actor: Actor,
  registration: { readonly id: number; readonly citizenId: number },
  reason: string,
): Promise<boolean> {
  const where = { registrationId: registration.id, state: 'ACTIVE' };
  const { count } = await tx.activationCode.updateMany({ where, data: { state: 'VOID' } });
  if (count > 0) await recordEvent(store, tx, actor, registration, 'CODE_VOIDED', { reason });
  return count > 0;
}

/** What came of a code that was typed. NONE: the registration has none. */
export type ActivationCheck = {
  readonly outcome: 'RIGHT' | 'WRONG' | Exclude<ActivationCodeState, 'ACTIVE'> | 'NONE';
  /** Before it is blocked. */
  readonly attemptsLeft: number;
};

/**
 * Holds a typed code against the registration's newest one, in constant time. An error is counted and committed before
 * anybody learns of it, so that neither a kill nor a restart gives an attempt back; too many in a row block the code
 * for good. The right one takes the count back to zero and stays good: a forgotten password needs it again. With
 * `restRight` false, something else that was asked for is wrong, and so is the code whatever it is. Throws INVALID_INPUT
 * when it cannot be a code, which costs nothing.
 */
export async function checkActivationCode(
  store: Store,
  actor: Actor,
  registrationId: number,
  typed: string,
  restRight = true,
): Promise<ActivationCheck> {
  const code = readActivationCode(typed);
  if (code === null) throw new AppError('INVALID_INPUT', { fields: ['activationCode'] });
  const { codeAttempts } = (await loadSettings(store)).registrations;
  return store.write(async (tx) => {
    const row = await tx.activationCode.findFirst({
      where: { registrationId },
      orderBy: { id: 'desc' },
      include: { registration: { select: { id: true, citizenId: true, state: true } } },
    });
    if (row === null) return { outcome: 'NONE', attemptsLeft: 0 };
    const now = store.clock.now();
    const state = row.registration.state === 'OPEN' ? codeStateAt(row, now) : 'VOID';
    if (state !== 'ACTIVE') return { outcome: state, attemptsLeft: 0 };
    const opens = timingSafeEqual(
      seal(store.key, row.salt, registrationId, code),
      Buffer.from(row.hash, 'hex'),
    );
    const right = opens && restRight;
    const failures = right ? 0 : row.failures + 1;
    const blocked = failures >= codeAttempts;
    await tx.activationCode.update({
      where: { id: row.id },
      data: { failures, seenAt: now, ...(blocked ? { state: 'BLOCKED' } : {}) },
    });
    if (right) return { outcome: 'RIGHT', attemptsLeft: codeAttempts };
    const details = { codeId: row.id, failures };
    await logRegistration(store, tx, actor, row.registration, 'registration.codeFailed', details);
    if (!blocked) return { outcome: 'WRONG', attemptsLeft: codeAttempts - failures };
    await recordEvent(store, tx, actor, row.registration, 'CODE_BLOCKED', { reason: 'FAILURES' });
    return { outcome: 'BLOCKED', attemptsLeft: 0 };
  });
}

/** A clock that stands before the last time the code was tried cannot tell its lifetime: it counts as over. */
export function codeStateAt(
  row: { readonly state: string; readonly expiresAt: Date; readonly seenAt: Date },
  now: Date,
): ActivationCodeState {
  const state = row.state as ActivationCodeState;
  return state === 'ACTIVE' && (now >= row.expiresAt || now < row.seenAt) ? 'EXPIRED' : state;
}

function seal(storeKey: string, salt: string, registrationId: number, code: string): Buffer {
  return keyedHash(storeKey, 'estafeta/activation-code', salt, [registrationId, code]);
}
