import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { KioskGrant } from '../kiosk/model.ts';
import type { ServiceOptions } from '../service/service.ts';
import type { FromService, ToService } from './service-messages.ts';

/** Crashes within this time of each other, in ms, count together. */
const crashWindowMs = 60_000;
/** One crash more than this and the person is asked. */
const maxCrashes = 3;
/** How long running work may take to end before the process is ended, in ms. What was saved is whole anyway. */
const stopLimitMs = 15_000;

export type ServiceHostOptions = {
  /** The built service-process.js. */
  readonly entry: string;
  readonly service: ServiceOptions;
  /** The page that shows the service, and the id under which the service keeps its session. */
  readonly window: { readonly contents: WebContents; readonly clientId: string };
  /** Asked when it keeps crashing: true starts it once more. */
  readonly askToRestart: () => Promise<boolean>;
  readonly now: () => number;
};

/** The kiosk that is on the screen. */
export type ShownKiosk = {
  readonly contents: WebContents;
  readonly grant: KioskGrant;
  /** Its exit code was given. */
  readonly onLeft: () => void;
};

/**
 * Keeps the service process running and the page connected to it. After a crash it starts again by itself and the
 * page gets a new port; the page stays as it is.
 */
export class ServiceHost {
  readonly #options: ServiceHostOptions;
  #child: UtilityProcess | undefined;
  #crashes: number[] = [];
  #stopping = false;
  #kiosk: ShownKiosk | null = null;
  readonly #entering = new Map<string, (grant: KioskGrant | null) => void>();

  constructor(options: ServiceHostOptions) {
    this.#options = options;
  }

  start(): void {
    const { entry, service } = this.#options;
    const child = utilityProcess.fork(entry, [], { serviceName: 'Estafeta', stdio: 'inherit' });
    this.#child = child;
    this.#send(child, { type: 'START', options: service });
    // Only the service process can write to it.
    child.on('message', (message: FromService) => this.#hear(message));
    child.once('exit', () => {
      this.#child = undefined;
      for (const [token] of this.#entering) this.#entered(token, null);
      if (!this.#stopping) void this.#restart();
    });
  }

  /** Gives the page a port of its own to the service. Between a crash and the restart: the restart does it. */
  connect(): void {
    const { contents, clientId } = this.#options.window;
    this.#connectPage(contents, { type: 'CONNECT', clientId });
  }

  /** The kiosk that a supervisor's one-time token opens; null when it opens none. */
  enterKiosk(token: string): Promise<KioskGrant | null> {
    const child = this.#child;
    if (child === undefined) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.#entering.set(token, resolve);
      this.#send(child, { type: 'ENTER_KIOSK', token });
    });
  }

  /** From now on that kiosk is on the screen, until it is left. */
  showKiosk(kiosk: ShownKiosk): void {
    this.#kiosk = kiosk;
  }

  /** The same as `connect` for the kiosk's page. */
  connectKiosk(): void {
    if (this.#kiosk === null) return;
    const { contents, grant } = this.#kiosk;
    this.#connectPage(contents, { type: 'CONNECT_KIOSK', grant });
  }

  /** Lets running work end, then ends the process. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined) return;
    await new Promise<void>((resolve) => {
      const limit = setTimeout(() => child.kill(), stopLimitMs);
      child.once('exit', () => {
        clearTimeout(limit);
        resolve();
      });
      this.#send(child, { type: 'STOP' });
    });
  }

  async #restart(): Promise<void> {
    const { now, askToRestart } = this.#options;
    this.#crashes = [...this.#crashes.filter((at) => now() - at < crashWindowMs), now()];
    if (this.#crashes.length > maxCrashes) {
      this.#crashes = [];
      if (!(await askToRestart())) return;
    }
    this.start();
    this.connect();
    this.connectKiosk();
  }

  #connectPage(contents: WebContents, message: ToService): void {
    if (this.#child === undefined || contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage(message, [port1]);
    contents.postMessage('estafeta:port', null, [port2]);
  }

  #hear(message: FromService): void {
    switch (message.type) {
      case 'KIOSK_ENTERED':
        return this.#entered(message.token, message.grant);
      case 'KIOSK_LEFT': {
        const kiosk = this.#kiosk;
        if (kiosk?.grant.id !== message.id) return;
        this.#kiosk = null;
        return kiosk.onLeft();
      }
    }
  }

  #entered(token: string, grant: KioskGrant | null): void {
    this.#entering.get(token)?.(grant);
    this.#entering.delete(token);
  }

  #send(child: UtilityProcess, message: ToService): void {
    child.postMessage(message);
  }
}
