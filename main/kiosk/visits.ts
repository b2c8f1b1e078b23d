import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { NO_PROGRESS, type Progress } from '../registrations/progress.ts';
import type { AccessMethod, KioskLanguage, VisitEnding } from './model.ts';

/** Who was let in, and how far. */
export type Visitor = {
  readonly citizenId: number;
  readonly method: AccessMethod;
  /** A code by SMS was answered in this visit: what reports and certificates ask for. */
  readonly secondFactor: boolean;
};

/** One person at one kiosk. Never stored: what is forgotten here is gone. */
export type Visit = {
  readonly id: string;
  readonly language: KioskLanguage;
  /** Whom the person says he is, with data that fit a record; nothing of it is told before the code is answered. */
  readonly claimedId: number | null;
  readonly visitor: Visitor | null;
  /** With a password: proving, setting, closing. Whoever claims to be somebody else, or is let in, begins anew. */
  readonly progress: Progress;
};

export type EndedVisit = { readonly visit: Visit; readonly ending: VisitEnding };

type Entry = { visit: Visit; lastSeenAt: number };

/** The page counts the idle time; the service waits this much longer before it does it for it, in ms. */
export const GRACE_MS = 15_000;

/**
 * The visits of all kiosks, one at most for each connection: whoever loads the page anew finds none. A visit that was
 * idle too long, or whose citizen has come in elsewhere, is over from that moment.
 */
export class VisitBoard {
  readonly #clock: Clock;
  readonly #onEnded: (ended: EndedVisit) => void;
  readonly #entries = new Map<string, Entry>();
  readonly #endings = new Map<string, VisitEnding>();
  #idleMs: number;

  constructor(clock: Clock, idleSeconds: number, onEnded: (ended: EndedVisit) => void) {
    this.#clock = clock;
    this.#idleMs = idleSeconds * 1000 + GRACE_MS;
    this.#onEnded = onEnded;
  }

  setIdleSeconds(seconds: number): void {
    this.#idleMs = seconds * 1000 + GRACE_MS;
  }

  /** Somebody new stands at the kiosk: what was there before is over. */
  begin(connectionId: string, language: KioskLanguage): Visit {
    this.end(connectionId, 'ENDED');
    const visit: Visit = {
      id: randomUUID(),
      language,
      claimedId: null,
      visitor: null,
      progress: NO_PROGRESS,
    };
    this.#endings.delete(connectionId);
    this.#entries.set(connectionId, { visit, lastSeenAt: this.#now() });
    return visit;
  }

  /** The visit there, or null; looking at it does not keep it open. */
  at(connectionId: string): Visit | null {
    this.#sweep();
    return this.#entries.get(connectionId)?.visit ?? null;
  }

  /** How the last visit there ended; null before the first, and while one is open. */
  endingAt(connectionId: string): VisitEnding | null {
    this.#sweep();
    return this.#endings.get(connectionId) ?? null;
  }

  /** The visit there, of somebody who just did something. Throws VISIT_ENDED. */
  touch(connectionId: string): Visit {
    this.#sweep();
    const entry = this.#entries.get(connectionId);
    if (entry === undefined) throw new AppError('VISIT_ENDED');
    entry.lastSeenAt = this.#now();
    return entry.visit;
  }

  /** What takes long may come back when somebody else stands there: it is not for him. Throws VISIT_ENDED. */
  mustStillBe(connectionId: string, visit: Visit): void {
    if (this.at(connectionId)?.id !== visit.id) throw new AppError('VISIT_ENDED');
  }

  /** Says whom the person claims to be; whoever was let in before is not any more. Throws VISIT_ENDED. */
  claim(connectionId: string, citizenId: number | null): Visit {
    return this.#replace(connectionId, { claimedId: citizenId, visitor: null, progress: NO_PROGRESS });
  }

  /** Lets the citizen in; a visit of his at another kiosk is over. Throws VISIT_ENDED. */
  admit(connectionId: string, visitor: Visitor): Visit {
    for (const [other, { visit }] of this.#entries) {
      if (other !== connectionId && visit.visitor?.citizenId === visitor.citizenId)
        this.end(other, 'REPLACED');
    }
    return this.#replace(connectionId, {
      claimedId: visitor.citizenId,
      visitor,
      progress: NO_PROGRESS,
    });
  }

  /** Keeps how far the person has come with his password. Throws VISIT_ENDED. */
  setProgress(connectionId: string, progress: Progress): Visit {
    return this.#replace(connectionId, { progress });
  }

  /** Forgets the visit there and its citizen, if there is one. */
  end(connectionId: string, ending: VisitEnding): void {
    const entry = this.#entries.get(connectionId);
    if (entry === undefined) return;
    this.#entries.delete(connectionId);
    this.#endings.set(connectionId, ending);
    this.#onEnded({ visit: entry.visit, ending });
  }

  /** The same when the page itself is gone: nothing of the connection is kept. */
  leave(connectionId: string): void {
    this.end(connectionId, 'GONE');
    this.#endings.delete(connectionId);
  }

  #replace(connectionId: string, change: Partial<Visit>): Visit {
    const visit = { ...this.touch(connectionId), ...change };
    this.#entries.set(connectionId, { visit, lastSeenAt: this.#now() });
    return visit;
  }

  /** Of every kiosk: whoever calls, nobody's data stays longer than it should. */
  #sweep(): void {
    for (const [connectionId, { lastSeenAt }] of this.#entries) {
      if (this.#now() - lastSeenAt >= this.#idleMs) this.end(connectionId, 'IDLE');
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
