import type { Role } from '../accounts/model.ts';
import type { KioskBoard } from '../kiosk/kiosk-board.ts';
import type { KioskGrant } from '../kiosk/model.ts';
import type { Visit, VisitBoard } from '../kiosk/visits.ts';
import type { SimulatedPhone } from '../sms/simulator.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { MailboxWatchers } from '../mail/imap/watchers.ts';
import type { EventHub } from './event-hub.ts';
import type { SessionRegistry } from './sessions.ts';
import type { UndoBoard } from './undo.ts';
import type { WorkBoard } from './work-board.ts';

/** What handlers work with while the store is open. */
export type Services = {
  readonly store: Store;
  readonly events: EventHub;
  readonly sessions: SessionRegistry;
  readonly work: WorkBoard;
  readonly undo: UndoBoard;
  /** Where the demo's codes arrive; null on real data. */
  readonly phone: SimulatedPhone | null;
  readonly mailboxes: MailboxWatchers;
  readonly kiosks: KioskBoard;
  readonly visits: VisitBoard;
};

/** The signed-in person on whose behalf a procedure runs; also the audit log's actor. */
export type SignedIn = { readonly id: number; readonly name: string; readonly role: Role };

/** A connection that comes from a kiosk: nobody is ever signed in there, and no clerk's procedure answers it. */
export type KioskConnection = {
  readonly grant: KioskGrant;
  /** Tells the host that the kiosk was left. */
  readonly onLeft: () => void;
};

/** What a host gives with each connection. `services` throws the coded error when the store is not open. */
export type ConnectionContext = {
  /** The window whose session it is; at a kiosk each connection has its own. */
  readonly clientId: string;
  readonly kiosk: KioskConnection | null;
  readonly services: () => Services;
  /** Opens the store again after an error. */
  readonly reopen: () => Promise<void>;
  readonly demo: DemoInfo | null;
};

export type DemoInfo = {
  readonly dataDir: string;
  readonly accounts: readonly {
    readonly userName: string;
    readonly password: string;
    readonly displayName: string;
    readonly role: Role;
  }[];
};

/** What a guarded handler gets. */
export type GuardedContext = ConnectionContext & Services & { readonly actor: SignedIn };

/** What a kiosk's handler gets. */
export type KioskContext = ConnectionContext &
  Services & { readonly kiosk: KioskConnection; readonly actor: Actor };

/** The same while a visit is open. */
export type VisitContext = KioskContext & { readonly visit: Visit };
