import type { Clock } from '../../clock.ts';

/** How long a mail server is waited for, in ms. */
export type ImapPatience = {
  readonly connectMs: number;
  /** A server that is silent for this long while an answer is due is gone. */
  readonly silentMs: number;
  /**
   * IDLE is begun anew after this time: a line that died without a word is found out, and routers keep it open. Less
   * than `silentMs`, after which imapflow ends IDLE by itself and leaves it at that.
   */
  readonly idleMs: number;
};

export const PATIENCE: ImapPatience = { connectMs: 30_000, silentMs: 90_000, idleMs: 60_000 };

/** Waiting and chance, so that tests need neither to wait nor to be lucky. */
export type Timers = {
  readonly patience: ImapPatience;
  /** Calls back once after that many ms, unless what it answers is called before. */
  after(milliseconds: number, callback: () => void): () => void;
  /** 0 up to 1. */
  random(): number;
};

export const systemTimers: Timers = {
  patience: PATIENCE,
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** How long to wait before the next attempt after so many failed ones: doubling to five minutes, half of it by chance. */
export function backoff(failures: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20));
  return Math.round(longest * (0.5 + random / 2));
}

const TICK_MS = 15_000;
/** A tick this much too late means that the machine slept, or that its clock was set. */
const SLEPT_MS = 45_000;

/** Calls back after each sleep of the machine; answers what ends the watch. */
export function watchSleep(clock: Clock, timers: Timers, onWake: () => void): () => void {
  let cancel = () => {};
  const tick = () => {
    const due = clock.now().getTime() + TICK_MS;
    cancel = timers.after(TICK_MS, () => {
      // A clock that was set back is no sleep: whoever waits for an instant looks at the timers, not at the clock.
      const late = clock.now().getTime() - due > SLEPT_MS;
      tick();
      if (late) onWake();
    });
  };
  tick();
  return () => cancel();
}
