import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { ServiceOptions } from '../service/service.ts';
import type { ToService } from './service-messages.ts';

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

/**
 * Keeps the service process running and the page connected to it. After a crash it starts again by itself and the
 * page gets a new port; the page stays as it is.
 */
export class ServiceHost {
  readonly #options: ServiceHostOptions;
  #child: UtilityProcess | undefined;
  #crashes: number[] = [];
  #stopping = false;

  constructor(options: ServiceHostOptions) {
    this.#options = options;
  }

  start(): void {
    const { entry, service } = this.#options;
    const child = utilityProcess.fork(entry, [], { serviceName: 'Estafeta', stdio: 'inherit' });
    this.#child = child;
    this.#send(child, { type: 'START', options: service });
    child.once('exit', () => {
      this.#child = undefined;
      if (!this.#stopping) void this.#restart();
    });
  }

  /** Gives the page a port of its own to the service. Between a crash and the restart: the restart does it. */
  connect(): void {
    const { contents, clientId } = this.#options.window;
    if (this.#child === undefined || contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    this.#child.postMessage({ type: 'CONNECT', clientId } satisfies ToService, [port1]);
    contents.postMessage('estafeta:port', null, [port2]);
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
  }

  #send(child: UtilityProcess, message: ToService): void {
    child.postMessage(message);
  }
}
