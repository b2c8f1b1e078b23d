import type { ConnectionProblem } from '../account-model.ts';
import { backoff } from './timers.ts';

/** With IDLE the server tells of new mail; it is asked anyway, because a line can die without a word. */
export const ASK_WITH_IDLE_MS = 4 * 60_000;
export const ASK_WITHOUT_IDLE_MS = 60_000;
/** More than these are a long reading: shown as work that can be cancelled. */
export const LONG_READING = 500;
/** A comparison with the server after new mail, at most this often; and without new mail, this often. */
export const COMPARE_AFTER_NEWS_MS = 10 * 60_000;
export const COMPARE_ANYWAY_MS = 60 * 60_000;
/** So many readings that broke off at the same message make it one to pass over. */
export const BREAKS_AT_A_MESSAGE = 3;

const MENDED_BY_OTHERS_MS = 30 * 60_000;
const OVERLOADED_MS = 2 * 60_000;

export type NextAttempt = {
  /** A person must act; or somebody else, of whom nothing is known here. */
  readonly state: 'OFFLINE' | 'STOPPED';
  /** Null: not before a person says so. */
  readonly inMs: number | null;
};

/**
 * What follows a failed connection. A refused login is not tried again by itself: that locks accounts. Certificates
 * and folders are mended at the server, so it is looked at now and then. Everything else is tried again soon; a server
 * that asked for `waitMs` of peace gets it, up to half an hour.
 */
export function nextAttempt(
  problem: ConnectionProblem | null,
  failures: number,
  random: number,
  waitMs: number,
): NextAttempt {
  const soon = backoff(failures, random);
  switch (problem) {
    case 'LOGIN_REFUSED':
    case 'PASSWORD_MISSING':
    case 'INSECURE_REFUSED':
      return { state: 'STOPPED', inMs: null };
    case 'NO_TLS':
    case 'CERTIFICATE_EXPIRED':
    case 'CERTIFICATE_WRONG_HOST':
    case 'CERTIFICATE_UNTRUSTED':
    case 'NO_FOLDER':
      return { state: 'STOPPED', inMs: MENDED_BY_OTHERS_MS };
    case 'QUOTA':
    case 'THROTTLED':
      return { state: 'OFFLINE', inMs: Math.max(OVERLOADED_MS, soon, Math.min(waitMs, MENDED_BY_OTHERS_MS)) };
    case 'UNKNOWN_HOST':
    case 'REFUSED':
    case 'TIMEOUT':
    case 'TOKEN_COMMAND_FAILED':
    case 'CONNECTION_LOST':
    case 'OTHER':
    case null:
      return { state: 'OFFLINE', inMs: soon };
  }
}
