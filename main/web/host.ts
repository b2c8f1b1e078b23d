import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { digest, isSame, newSecret } from '../secrets.ts';
import type { Service } from '../service/service.ts';
import { listBuiltFiles } from './built-files.ts';
import { cookieHeader, cookiesOf } from './cookies.ts';
import { KIOSK_ENTER_PATH, KIOSK_PATH, KioskDoor } from './kiosk-door.ts';
import { securityHeaders } from './security-headers.ts';

/** Loopback only, by number: the name `localhost` can be made to point elsewhere. */
const address = '127.0.0.1';

/** The largest message a browser may send, in bytes: a citizens' CSV is the biggest thing that goes this way. */
const maxMessageBytes = 64 * 1024 * 1024;

export type WebHostOptions = {
  readonly service: Pick<Service, 'attachSocket' | 'enterKiosk' | 'attachKioskSocket'>;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly rendererDir: string;
  /** The kiosk's own build. */
  readonly kioskDir: string;
};

export type WebHost = {
  /** The address to open, with its one-time token: it opens Estafeta in one browser only. */
  readonly url: string;
  /** Stops listening and cuts every connection. */
  close(): Promise<void>;
};

/**
 * Serves the built renderer and the service's WebSocket (`/rpc`) to one browser on this machine. The token in the
 * address is exchanged once for a cookie; everything else needs that cookie, our own Host and, where the browser
 * sends one, our own Origin (always for the WebSocket). So a page of another site, a rebound DNS name and another
 * program that does not know the token are all refused with 403. Under `/quiosco/` the kiosk has a door of its own:
 * its own token and cookie, its own files and its own WebSocket; neither door's cookie opens the other.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, address, resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The web host has no TCP address');
  const host = `${address}:${String(bound.port)}`;
  const origin = `http://${host}`;
  // Cookies do not tell ports apart: the name does, so that two Estafetas on one machine get on.
  const cookieName = `estafeta-${String(bound.port)}`;
  const session = newSecret();
  const clientId = digest(session).slice(0, 32);
  const token = newSecret();
  let tokenSpent = false;

  function isOurs(request: IncomingMessage): boolean {
    const { origin: from } = request.headers;
    return request.headers.host === host && (from === undefined || from === origin);
  }

  const kiosks = new KioskDoor(options.service, `${cookieName}-quiosco`);

  function hasSession(request: IncomingMessage): boolean {
    return cookiesOf(request, cookieName).some((value) => isSame(value, session));
  }

  function enter(request: IncomingMessage, response: ServerResponse, given: string): void {
    if (hasSession(request)) {
      response.writeHead(303, { ...securityHeaders, Location: '/' }).end();
    } else if (tokenSpent || !isSame(given, token)) {
      refuse(
        response,
        403,
        'Este enlace ya se ha usado o no es válido. Cierre Estafeta y vuelva a iniciarla.',
      );
    } else {
      tokenSpent = true;
      const cookie = cookieHeader(cookieName, session, '/');
      response.writeHead(303, { ...securityHeaders, 'Set-Cookie': cookie, Location: '/' }).end();
    }
  }

  function serve(response: ServerResponse, folder: string, path: string): void {
    const file = listBuiltFiles(folder).get(path);
    if (file === undefined) return refuse(response, 404, 'No existe.');
    response.writeHead(200, { ...securityHeaders, 'Content-Type': file.contentType });
    createReadStream(file.path)
      .on('error', (error) => response.destroy(error))
      .pipe(response);
  }

  function serveKiosk(request: IncomingMessage, response: ServerResponse, path: string): void {
    if (path.startsWith(KIOSK_ENTER_PATH)) {
      const cookie = kiosks.enter(path.slice(KIOSK_ENTER_PATH.length));
      if (cookie === null) return refuse(response, 403, 'Este enlace del quiosco ya no es válido.');
      response.writeHead(303, { ...securityHeaders, 'Set-Cookie': cookie, Location: KIOSK_PATH }).end();
      return;
    }
    if (!kiosks.admits(request)) return refuse(response, 403, 'Este quiosco está cerrado.');
    serve(response, options.kioskDir, path.slice(KIOSK_PATH.length - 1));
  }

  server.on('request', (request, response) => {
    if (!isOurs(request)) return refuse(response, 403, 'Acceso denegado.');
    if (request.method !== 'GET') return refuse(response, 405, 'Método no admitido.');
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path.startsWith(KIOSK_PATH)) return serveKiosk(request, response, path);
    if (path.startsWith('/enter/')) return enter(request, response, path.slice('/enter/'.length));
    if (!hasSession(request)) {
      return refuse(response, 403, 'Abra Estafeta con la dirección que se muestra al iniciarla.');
    }
    serve(response, options.rendererDir, path);
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A browser always names its origin here; whoever does not is not a page of ours.
    const isPage = isOurs(request) && request.headers.origin === origin;
    const isDesk = isPage && request.url === '/rpc' && hasSession(request);
    const isKiosk = isPage && request.url === `${KIOSK_PATH}rpc` && kiosks.admits(request);
    if (!isDesk && !isKiosk) {
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // A frame that is malformed or too large ends that connection, not the host.
      webSocket.on('error', () => webSocket.terminate());
      if (isKiosk) kiosks.attach(request, webSocket);
      else options.service.attachSocket(webSocket, clientId);
    });
  });

  return {
    url: `${origin}/enter/${token}`,
    async close() {
      for (const client of sockets.clients) client.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function refuse(response: ServerResponse, status: number, text: string): void {
  const headers = { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' };
  response.writeHead(status, headers).end(`${text}\n`);
}
