import { hashPassword, passwordMatches } from '../accounts/passwords.ts';
import { AppError } from '../errors.ts';
import { KIOSK_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { proofHolds, type ProvenRegistration } from './access.ts';
import { commonPasswords } from './common-passwords.ts';
import { recordEvent } from './events.ts';
import { checkPolicy, type PolicyCheck } from './password-policy.ts';

/** What a citizen sets a password for, having proved that the registration is his. */
export type PasswordCause = 'ACTIVATION' | 'FORGOTTEN' | 'CHANGE';

const EVENT = { ACTIVATION: 'ACTIVATED', FORGOTTEN: 'PASSWORD_RESET', CHANGE: 'PASSWORD_CHANGED' } as const;

/** How a password would stand against the policy, for the one who is to have it. */
export async function checkNewPassword(
  store: Store,
  citizenId: number,
  password: string,
): Promise<PolicyCheck> {
  const owner = await store.prisma.citizen.findUniqueOrThrow({
    where: { id: citizenId },
    select: { givenName: true, surnames: true, identityDocuments: { select: { number: true } } },
  });
  return checkPolicy(password, { ...owner, documents: owner.identityDocuments }, await commonPasswords());
}

/**
 * Sets the password of a registration that its citizen proved, which lifts a block. POLICY: it does not meet the policy;
 * SAME: it is the one that he has or had last. Throws STALE when the proof does not hold any more: somebody was faster,
 * the office closed the registration or took the activation code back.
 */
export async function setPassword(
  store: Store,
  proven: ProvenRegistration,
  { cause, password }: { readonly cause: PasswordCause; readonly password: string },
): Promise<'SET' | 'SAME' | 'POLICY'> {
  if (!(await checkNewPassword(store, proven.citizenId, password)).ok) return 'POLICY';
  const { passwordHash: before } = await store.prisma.registration.findUniqueOrThrow({
    where: { id: proven.id },
    select: { passwordHash: true },
  });
  if (before !== null && (await passwordMatches(password, before))) return 'SAME';
  const passwordHash = await hashPassword(password);
  await store.write(async (tx) => {
    const by = cause === 'CHANGE' ? 'PASSWORD' : 'ACTIVATION_CODE';
    if (!(await proofHolds(store, tx, proven, by))) throw new AppError('STALE');
    await tx.registration.update({
      where: { id: proven.id },
      data: {
        passwordHash,
        passwordSetAt: store.clock.now(),
        passwordFailures: 0,
        passwordBlocked: null,
        version: { increment: 1 },
      },
    });
    await recordEvent(store, tx, KIOSK_ACTOR, proven, EVENT[cause]);
  });
  return 'SET';
}
