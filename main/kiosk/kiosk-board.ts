import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { digest, isSame, newSecret } from '../secrets.ts';
import type { WordQuestion } from '../registrations/word-question.ts';
import type { KioskGrant } from './model.ts';

/** How long the supervisor's window may take to open the kiosk, in ms. */
const TOKEN_MS = 2 * 60_000;
/** So many wrong exit codes in a row close the door for so long, in ms. */
const MAX_FAILURES = 5;
const BLOCK_MS = 5 * 60_000;

type Attempts = { failures: number; blockedUntil: number };

/** Which kiosks may be opened, and which may be left. In memory only: what a host was granted, the host keeps. */
export class KioskBoard {
  readonly #clock: Clock;
  readonly #tokens = new Map<string, { readonly grant: KioskGrant; readonly until: number }>();
  readonly #attempts = new Map<string, Attempts>();
  readonly #left = new Set<string>();
  readonly #questions = new Map<string, WordQuestion>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A one-time token that opens one kiosk, for two minutes. */
  open(exitCode: string): string {
    const salt = randomBytes(16).toString('hex');
    const grant = { id: randomUUID(), exit: { salt, hash: digest(salt + exitCode) } };
    const token = newSecret();
    this.#tokens.set(digest(token), { grant, until: this.#now() + TOKEN_MS });
    return token;
  }

  /** The kiosk that the token opens, once; null when it opens none. */
  enter(token: string): KioskGrant | null {
    const key = digest(token);
    const found = this.#tokens.get(key);
    this.#tokens.delete(key);
    return found === undefined || found.until < this.#now() ? null : found.grant;
  }

  /** Whether the code is the kiosk's, in constant time; the right one closes it. Throws RATE_LIMITED (EXIT). */
  leave({ id, exit }: KioskGrant, code: string): boolean {
    const attempts = this.#attempts.get(id) ?? { failures: 0, blockedUntil: 0 };
    if (attempts.blockedUntil > this.#now()) throw new AppError('RATE_LIMITED', { reason: 'EXIT' });
    if (isSame(digest(exit.salt + code), exit.hash)) {
      this.#attempts.delete(id);
      this.#left.add(id);
      return true;
    }
    const failures = attempts.failures + 1;
    const blocked = failures >= MAX_FAILURES;
    this.#attempts.set(id, {
      failures: blocked ? 0 : failures,
      blockedUntil: blocked ? this.#now() + BLOCK_MS : 0,
    });
    return false;
  }

  /** What was left stays closed, whatever its page still sends. */
  isOpen({ id }: KioskGrant): boolean {
    return !this.#left.has(id);
  }

  /** The word question that this kiosk showed last, to whomever: the next one is another. Null before the first. */
  lastQuestion({ id }: KioskGrant): WordQuestion | null {
    return this.#questions.get(id) ?? null;
  }

  showed({ id }: KioskGrant, question: WordQuestion): void {
    this.#questions.set(id, question);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
