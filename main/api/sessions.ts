import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';

type Entry = { readonly userId: number; locked: boolean; lastSeenAt: number };

/**
 * Who is signed in at which window. Kept in memory only: a restart of the service signs everybody out.
 * A window that was idle for longer than the office allows counts as locked from that moment.
 */
export class SessionRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #clock: Clock;
  #idleMs: number;

  constructor(clock: Clock, idleMinutes: number) {
    this.#clock = clock;
    this.#idleMs = idleMinutes * 60_000;
  }

  setIdleMinutes(minutes: number): void {
    this.#idleMs = minutes * 60_000;
  }

  signIn(clientId: string, userId: number): void {
    this.#entries.set(clientId, { userId, locked: false, lastSeenAt: this.#now() });
  }

  signOut(clientId: string): void {
    this.#entries.delete(clientId);
  }

  /** Signs a person out everywhere: after a password change or when the account is closed. */
  signOutUser(userId: number, exceptClientId?: string): void {
    for (const [clientId, entry] of this.#entries) {
      if (entry.userId === userId && clientId !== exceptClientId) this.#entries.delete(clientId);
    }
  }

  lock(clientId: string): void {
    const entry = this.#entries.get(clientId);
    if (entry !== undefined) entry.locked = true;
  }

  unlock(clientId: string): void {
    const entry = this.#entries.get(clientId);
    if (entry === undefined) throw new AppError('NOT_SIGNED_IN');
    entry.locked = false;
    entry.lastSeenAt = this.#now();
  }

  /** The person did something: idle time starts anew, unless the window is locked already. */
  touch(clientId: string): void {
    const entry = this.#current(clientId);
    if (entry !== undefined && !entry.locked) entry.lastSeenAt = this.#now();
  }

  /** User and lock of a window; null when nobody is signed in there. */
  at(clientId: string): { readonly userId: number; readonly locked: boolean } | null {
    const entry = this.#current(clientId);
    return entry === undefined ? null : { userId: entry.userId, locked: entry.locked };
  }

  #current(clientId: string): Entry | undefined {
    const entry = this.#entries.get(clientId);
    if (entry !== undefined && this.#now() - entry.lastSeenAt > this.#idleMs) entry.locked = true;
    return entry;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
