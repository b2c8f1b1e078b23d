import { AppError } from '../errors.ts';
import { SYSTEM_ACTOR, type Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { toUser } from './accounts.ts';
import { Preferences, userName as userNameSchema, type User } from './model.ts';
import { hashPassword, passwordMatches, pretendToCompare } from './passwords.ts';

/** This many failures in a row close an account for this long. */
const MAX_FAILURES = 5;
const BLOCK_MS = 10 * 60_000;

type Attempt = { readonly failures: number; readonly blockedUntil: Date | null };

/**
 * Attempts on names that are nobody's, so that they are blocked like accounts are and a stranger cannot tell the
 * two apart. Kept in memory only, at most so many: a name may be a password typed into the wrong box.
 */
const strangers = new WeakMap<Store, Map<string, Attempt>>();
const MAX_STRANGERS = 1000;

export type Account = User & { readonly preferences: Preferences };

/**
 * The active account with that name and password. Throws SIGN_IN_REFUSED, or SIGN_IN_BLOCKED after five failures
 * in a row, for ten minutes; both alike for a name that is nobody's. A failure is written into the log; what a
 * success means (sign-in, unlock) the caller writes. The attempt is counted before the password is looked at, so
 * that many guesses at the same time get no further than one after another.
 */
export async function checkPassword(
  store: Store,
  input: { readonly userName: string; readonly password: string },
): Promise<Account> {
  const name = userNameSchema.safeParse(input.userName);
  const account = name.success ? await countAttempt(store, name.data) : null;
  if (account === null) {
    countStranger(store, input.userName);
    await pretendToCompare(input.password);
  } else if (await passwordMatches(input.password, account.passwordHash)) {
    await store.write((tx) =>
      tx.user.update({ where: { id: account.id }, data: { failedAttempts: 0, blockedUntil: null } }),
    );
    return { ...toUser(account), preferences: Preferences.parse(account.preferences) };
  }
  await store.audit({
    actor: SYSTEM_ACTOR,
    action: 'session.signInRefused',
    objectType: 'USER',
    objectId: account?.id ?? null,
  });
  throw new AppError('SIGN_IN_REFUSED');
}

/** Throws SIGN_IN_REFUSED or SIGN_IN_BLOCKED when `current` is not the password, as `checkPassword` does. */
export async function changePassword(
  store: Store,
  actor: Actor & { readonly id: number },
  input: { readonly current: string; readonly next: string },
): Promise<void> {
  const { userName } = await store.prisma.user.findUniqueOrThrow({ where: { id: actor.id } });
  await checkPassword(store, { userName, password: input.current });
  const passwordHash = await hashPassword(input.next);
  await store.write(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { passwordHash } });
    await store.audit(
      { actor, action: 'session.passwordChanged', objectType: 'USER', objectId: actor.id },
      tx,
    );
  });
}

/** The account as it was before this attempt; null when it is nobody's or no longer active. */
function countAttempt(store: Store, userName: string) {
  return store.write(async (tx) => {
    const account = await tx.user.findUnique({ where: { userName } });
    if (account === null || !account.active) return null;
    const { failures, blockedUntil } = nextAttempt(store, {
      failures: account.failedAttempts,
      blockedUntil: account.blockedUntil,
    });
    await tx.user.update({ where: { id: account.id }, data: { failedAttempts: failures, blockedUntil } });
    return account;
  });
}

function countStranger(store: Store, userName: string): void {
  const names = strangers.get(store) ?? new Map<string, Attempt>();
  strangers.set(store, names);
  const key = userName.trim().toLowerCase();
  const next = nextAttempt(store, names.get(key) ?? { failures: 0, blockedUntil: null });
  names.delete(key);
  names.set(key, next);
  const oldest = names.keys().next();
  if (names.size > MAX_STRANGERS && oldest.done !== true) names.delete(oldest.value);
}

/** One attempt more, taken as failed until proven otherwise. Throws SIGN_IN_BLOCKED while the block lasts. */
function nextAttempt(store: Store, before: Attempt): Attempt {
  const now = store.clock.now();
  if (before.blockedUntil !== null && before.blockedUntil > now) {
    const minutes = Math.ceil((before.blockedUntil.getTime() - now.getTime()) / 60_000);
    throw new AppError('SIGN_IN_BLOCKED', { minutes });
  }
  const failures = before.blockedUntil === null ? before.failures + 1 : 1;
  return {
    failures,
    blockedUntil: failures < MAX_FAILURES ? null : new Date(now.getTime() + BLOCK_MS),
  };
}
