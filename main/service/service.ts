import { randomUUID } from 'node:crypto';
import { EventPublisher } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import type { WebSocket } from 'ws';
import { SessionRegistry } from '../api/sessions.ts';
import type { ConnectionContext, DemoInfo, KioskConnection, Services } from '../api/context.ts';
import type { EventHub } from '../api/event-hub.ts';
import { toAppError } from '../api/errors.ts';
import { router } from '../api/router.ts';
import { UndoBoard } from '../api/undo.ts';
import { WorkBoard } from '../api/work-board.ts';
import { shipCatalogue } from '../catalogue/ship.ts';
import { systemClock, type Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { KioskBoard } from '../kiosk/kiosk-board.ts';
import { logEndedVisit } from '../kiosk/log.ts';
import type { KioskGrant } from '../kiosk/model.ts';
import { VisitBoard } from '../kiosk/visits.ts';
import { systemTimers } from '../mail/imap/timers.ts';
import { MailboxWatchers } from '../mail/imap/watchers.ts';
import type { Outbox } from '../mail/outbox/worker.ts';
import { addNewTemplates } from '../settings/set-up.ts';
import { loadSettings } from '../settings/settings.ts';
import type { KeySource } from '../store/key.ts';
import { SimulatedPhone } from '../sms/simulator.ts';
import { toFolderError } from '../store/folder.ts';
import { openStore } from '../store/store.ts';
import { DEMO_ACCOUNTS, loadDemo } from './demo.ts';
import { runLearning, type Learning } from './learning.ts';
import { mailboxHooks } from './mailbox-hooks.ts';
import { runOutbox } from './outbox.ts';

export type ServiceOptions = {
  readonly dataDir: string;
  readonly key: KeySource;
  readonly demo: boolean;
  readonly host: 'electron' | 'web' | 'cli';
  readonly clock?: Clock;
};

type Port = Parameters<PortHandler<ConnectionContext>['upgrade']>[0];
/** Node's and Electron's ports alike. */
type KioskPort = Port & { on(event: 'close', listener: () => void): unknown };

export type Service = {
  /** Serves one window over a message port. `clientId` names the window: its session hangs on it. */
  attachPort(port: Port, clientId: string): void;
  /** Serves one browser tab over a WebSocket. */
  attachSocket(socket: WebSocket, clientId: string): void;
  /** The kiosk that a supervisor's one-time token opens; null when it opens none. */
  enterKiosk(token: string): KioskGrant | null;
  /** Serves one page of a kiosk; what it knows of its citizen is forgotten when the connection ends. */
  attachKioskPort(port: KioskPort, kiosk: KioskConnection): void;
  attachKioskSocket(socket: WebSocket, kiosk: KioskConnection): void;
  /** Why the data are not open now; null while they are. The windows show its recovery screen. */
  problem(): AppError | null;
  /** Cancels long work, waits for running writes, closes the store. */
  stop(): Promise<void>;
};

/**
 * Starts the service over a data folder. It starts even when the store cannot be opened: the windows then show the
 * recovery screen of that error and can try again.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { clock = systemClock } = options;
  const events: EventHub = new EventPublisher();
  let opened: Services | AppError = new AppError('SERVICE_STOPPED');
  let outbox: Outbox | null = null;
  let learning: Learning | null = null;

  async function open(): Promise<void> {
    if (!(opened instanceof AppError)) return;
    opened = await openServices(options, clock, events).catch((error: unknown) =>
      namingFolder(options, error),
    );
    if (opened instanceof AppError) return;
    outbox = runOutbox(opened.store, events);
    learning = runLearning(opened.store, events);
  }

  const context = (clientId: string, kiosk: KioskConnection | null = null): ConnectionContext => ({
    clientId,
    kiosk,
    services: () => {
      if (opened instanceof AppError) throw opened;
      return opened;
    },
    reopen: open,
    demo: options.demo ? demoInfo(options.dataDir) : null,
  });
  const ports = new PortHandler<ConnectionContext>(router);
  const sockets = new SocketHandler<ConnectionContext>(router);
  const kioskContext = (kiosk: KioskConnection) => {
    const clientId = randomUUID();
    const onClosed = (): void => {
      if (!(opened instanceof AppError)) opened.visits.leave(clientId);
    };
    return { context: context(clientId, kiosk), onClosed };
  };
  await open();

  return {
    attachPort: (port, clientId) => ports.upgrade(port, { context: context(clientId) }),
    attachSocket: (socket, clientId) => {
      void sockets.upgrade(socket, { context: context(clientId) });
    },
    enterKiosk: (token) => (opened instanceof AppError ? null : opened.kiosks.enter(token)),
    attachKioskPort: (port, kiosk) => {
      const { context, onClosed } = kioskContext(kiosk);
      ports.upgrade(port, { context });
      port.on('close', onClosed);
    },
    attachKioskSocket: (socket, kiosk) => {
      const { context, onClosed } = kioskContext(kiosk);
      void sockets.upgrade(socket, { context });
      socket.on('close', onClosed);
    },
    problem: () => (opened instanceof AppError ? opened : null),
    async stop() {
      if (opened instanceof AppError) return;
      const { work, mailboxes, store } = opened;
      opened = new AppError('SERVICE_STOPPED');
      await outbox?.stop();
      await Promise.all([mailboxes.stop(), work.drain(), learning?.stop()]);
      await store.close();
    },
  };
}

/** Why the data could not be opened, and which: the first thing that whoever is to help asks. */
function namingFolder({ dataDir }: ServiceOptions, error: unknown): AppError {
  const { code, details } = toAppError(toFolderError(error));
  return new AppError(code, { ...details, folder: dataDir }, { cause: error });
}

async function openServices(options: ServiceOptions, clock: Clock, events: EventHub): Promise<Services> {
  const store = await openStore({ dataDir: options.dataDir, key: options.key, clock });
  try {
    if (options.demo) await loadDemo(store);
    await shipCatalogue(store);
    await addNewTemplates(store);
    const settings = await loadSettings(store);
    const work = new WorkBoard(events, clock);
    const mailboxes = new MailboxWatchers(store, systemTimers, mailboxHooks(events, work));
    await mailboxes.start();
    return {
      store,
      events,
      sessions: new SessionRegistry(clock, settings.session.idleMinutes),
      work,
      undo: new UndoBoard(),
      phone: options.demo ? new SimulatedPhone(clock) : null,
      mailboxes,
      kiosks: new KioskBoard(clock),
      visits: new VisitBoard(clock, settings.kiosk.idleSeconds, (ended) => {
        logEndedVisit(store, ended).catch((error: unknown) => {
          process.stderr.write(`kiosk: ${toAppError(error).code}\n`);
        });
      }),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function demoInfo(dataDir: string): DemoInfo {
  return { dataDir, accounts: DEMO_ACCOUNTS };
}
