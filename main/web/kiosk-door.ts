import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { KioskConnection } from '../api/context.ts';
import { isSame, newSecret } from '../secrets.ts';
import type { Service } from '../service/service.ts';
import { cookieHeader, cookiesOf } from './cookies.ts';

/** Everything of the kiosk lies under it, and its cookie goes nowhere else. */
export const KIOSK_PATH = '/quiosco/';
/** Followed by the token that a supervisor's window was given. */
export const KIOSK_ENTER_PATH = `${KIOSK_PATH}entrar/`;

/** The way in for kiosks: a one-time token of the service against a cookie of its own. */
export class KioskDoor {
  readonly #service: Pick<Service, 'enterKiosk' | 'attachKioskSocket'>;
  readonly #cookieName: string;
  readonly #open = new Map<string, KioskConnection>();

  constructor(service: Pick<Service, 'enterKiosk' | 'attachKioskSocket'>, cookieName: string) {
    this.#service = service;
    this.#cookieName = cookieName;
  }

  /** The cookie that the token is worth, once; null when it is worth none. */
  enter(token: string): string | null {
    const grant = this.#service.enterKiosk(token);
    if (grant === null) return null;
    const session = newSecret();
    this.#open.set(session, { grant, onLeft: () => this.#open.delete(session) });
    return cookieHeader(this.#cookieName, session, KIOSK_PATH);
  }

  /** Whether the request comes from a kiosk that is open. */
  admits(request: IncomingMessage): boolean {
    return this.#connectionOf(request) !== null;
  }

  /** Serves the page of that kiosk. Only after `admits`. */
  attach(request: IncomingMessage, socket: WebSocket): void {
    const connection = this.#connectionOf(request);
    if (connection === null) socket.terminate();
    else this.#service.attachKioskSocket(socket, connection);
  }

  #connectionOf(request: IncomingMessage): KioskConnection | null {
    const given = cookiesOf(request, this.#cookieName);
    for (const [session, connection] of this.#open) {
      if (given.some((value) => isSame(value, session))) return connection;
    }
    return null;
  }
}
