import type { SmsSettings } from '../settings/model.ts';

/** As much of a code as the resends are counted by. */
export type CountedCode = { readonly state: string; readonly countsAt: Date };

export type Round = {
  /** The next code counts as a resend. */
  readonly isResend: boolean;
  readonly resendsLeft: number;
  /** When codes are sent again; null: they are. */
  readonly openAgainAt: Date | null;
};

/**
 * Codes that belong together: each sent before the cool-down after the one before was over, up to one that was used.
 * The first one and the resends are all there are; then the cool-down has to pass. `codes` are the citizen's, newest
 * first, from whatever case and desk.
 */
export function roundOf(codes: readonly CountedCode[], now: Date, limits: SmsSettings): Round {
  const coolDown = limits.coolDownMinutes * 60_000;
  const sent = codes.filter(({ state }) => state !== 'NOT_SENT');
  const newest = sent[0]?.countsAt.getTime() ?? 0;
  // A clock that was put back does not move what was sent: nobody gets a code sooner by it.
  let later = Math.max(now.getTime(), newest);
  let count = 0;
  for (const { state, countsAt } of sent) {
    if (state === 'USED' || later - countsAt.getTime() >= coolDown) break;
    later = countsAt.getTime();
    count += 1;
  }
  return {
    isResend: count > 0,
    resendsLeft: limits.resends - Math.min(limits.resends, Math.max(0, count - 1)),
    openAgainAt: count > limits.resends ? new Date(newest + coolDown) : null,
  };
}
