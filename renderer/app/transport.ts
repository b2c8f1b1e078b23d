import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ClientContext, ClientLink } from '@orpc/client';
import type { DesktopHost } from '../../main/api/host.ts';

/** OPENING: not yet connected once. LOST: it was, and is being tried again. */
export type ConnectionStatus = 'OPENING' | 'OPEN' | 'LOST';

type Link = ClientLink<ClientContext>;

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 5000;

/** How a link is opened on this host: `opened` once it carries calls, `closed` once it no longer does. */
type Opener = (report: { opened: (link: Link) => void; closed: () => void }) => void;

function socketOpener(): Opener {
  // Beside the page: the kiosk's lies elsewhere than the clerk's.
  const url = new URL('rpc', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss' : 'ws';
  url.hash = '';
  return ({ opened, closed }) => {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      opened(new SocketLink({ websocket: socket }));
    });
    socket.addEventListener('close', closed, { once: true });
  };
}

/** The shell sends a fresh port when asked, and by itself after the service was restarted. */
function portOpener(host: Pick<DesktopHost, 'requestPort'>): Opener {
  let current: MessagePort | null = null;
  let report: Parameters<Opener>[0] | null = null;
  window.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== window || event.data !== 'estafeta:port' || port === undefined) return;
    current?.close();
    current = port;
    port.addEventListener('close', () => {
      if (current === port) report?.closed();
    });
    const link = new PortLink({ port });
    port.start();
    report?.opened(link);
  });
  return (next) => {
    report = next;
    host.requestPort();
  };
}

/**
 * The one way to the service: keeps a link open, opens it again with growing pauses when it closes, and lets calls
 * wait until there is one. Calls in flight when it closes are rejected; nothing is sent twice.
 */
class Connection {
  private status: ConnectionStatus = 'OPENING';
  private link: Promise<Link>;
  private settle: (link: Link) => void = () => undefined;
  private delay = FIRST_DELAY_MS;
  private readonly listeners = new Set<() => void>();
  private readonly opener: Opener;

  constructor() {
    const host = window.estafetaHost ?? window.estafetaKiosk;
    this.opener = host === undefined ? socketOpener() : portOpener(host);
    this.link = this.nextLink();
    this.open();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getStatus = (): ConnectionStatus => this.status;

  /** The link in use, as soon as there is one. */
  readonly current = (): Promise<Link> => this.link;

  /** Resolves the next time a link opens; at once when one is open. */
  async whenOpen(): Promise<void> {
    await this.link;
  }

  private nextLink(): Promise<Link> {
    return new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  private open(): void {
    this.opener({
      opened: (link) => {
        this.delay = FIRST_DELAY_MS;
        this.settle(link);
        this.link = Promise.resolve(link);
        this.setStatus('OPEN');
      },
      closed: () => {
        if (this.status === 'OPEN') {
          this.link = this.nextLink();
          this.setStatus('LOST');
        }
        setTimeout(() => {
          if (this.status !== 'OPEN') this.open();
        }, this.delay);
        this.delay = Math.min(this.delay * 2, LONGEST_DELAY_MS);
      },
    });
  }

  private setStatus(status: ConnectionStatus): void {
    this.status = status;
    for (const listener of this.listeners) listener();
  }
}

export const connection = new Connection();
