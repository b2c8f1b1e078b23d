import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startWebHost, type WebHost } from '../../main/web/host.ts';
import { contentSecurityPolicy } from '../../main/web/security-headers.ts';

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };

const noKiosks = { enterKiosk: () => null, attachKioskSocket: () => undefined };

let folder: string;
let host: WebHost;
let origin: string;
let clientIds: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'estafeta-web-'));
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>Estafeta</title>');
  writeFileSync(join(rendererDir, 'assets', 'app.js'), 'void 0;');
  writeFileSync(join(rendererDir, 'assets', 'app.js.map'), '{}');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  clientIds = [];
  host = await startWebHost({
    port: 0,
    rendererDir,
    kioskDir: rendererDir,
    service: {
      ...noKiosks,
      attachSocket(socket, clientId) {
        clientIds.push(clientId);
        socket.on('message', (data: Buffer) => socket.send(`echo ${data.toString()}`));
      },
    },
  });
  origin = new URL(host.url).origin;
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

/** A request over a real socket, its path and headers sent as given: `fetch` would tidy both. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function enter(): Promise<string> {
  const answer = await ask(new URL(host.url).pathname);
  expect(answer.status).toBe(303);
  return (answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

/** What came of a WebSocket: 'open', or the HTTP status that refused it. */
function openSocket(headers: Record<string, string>, path = '/rpc'): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
    socket.once('open', () => {
      socket.close();
      resolve('open');
    });
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
}

describe('the way in', () => {
  test('listens on the loopback address only', async () => {
    expect(new URL(host.url).hostname).toBe('127.0.0.1');
    const port = Number(new URL(host.url).port);
    // 127.0.0.2 is this machine too, but not the address that was bound.
    const outcome = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.2');
      socket.once('connect', () => {
        socket.destroy();
        resolve('connected');
      });
      socket.once('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  });

  test('exchanges the token once for a strict, script-proof cookie and goes to the start page', async () => {
    const answer = await ask(new URL(host.url).pathname);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    const [cookie] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(cookie).not.toContain(new URL(host.url).pathname.slice('/enter/'.length));
  });

  test('refuses the token the second time, but lets the browser that has the cookie back in', async () => {
    const cookie = await enter();
    const path = new URL(host.url).pathname;
    const stranger = await ask(path);
    expect(stranger.status).toBe(403);
    expect(stranger.headers['set-cookie']).toBeUndefined();
    const same = await ask(path, { cookie });
    expect(same.status).toBe(303);
    expect(same.headers['set-cookie']).toBeUndefined();
  });

  test('refuses a wrong token and keeps the right one good', async () => {
    expect((await ask('/enter/wrong')).status).toBe(403);
    expect((await ask('/enter/')).status).toBe(403);
    await enter();
  });

  test('refuses every page without the cookie, and with a wrong one', async () => {
    const cookie = await enter();
    for (const path of ['/', '/index.html', '/assets/app.js', '/nothing']) {
      expect((await ask(path)).status).toBe(403);
      expect((await ask(path, { cookie: `${cookie}x` })).status).toBe(403);
    }
  });

  test('keeps working on reload', async () => {
    const cookie = await enter();
    for (let visit = 0; visit < 3; visit += 1) {
      expect((await ask('/', { cookie: `other=1; ${cookie}` })).body).toContain('<title>Estafeta</title>');
    }
  });
});

describe('foreign pages', () => {
  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'DNS rebinding: refuses the host name %s even with token and cookie',
    async (name) => {
      const cookie = await enter();
      expect((await ask('/', { host: name, cookie })).status).toBe(403);
      const socket = await openSocket({ host: name, cookie, origin });
      expect(socket).toBe(403);
    },
  );

  test('DNS rebinding: the token is not spent by a request under a foreign name', async () => {
    expect((await ask(new URL(host.url).pathname, { host: 'evil.example' })).status).toBe(403);
    await enter();
  });

  test('refuses a foreign origin on requests', async () => {
    const cookie = await enter();
    expect((await ask('/', { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('/', { cookie, origin: 'null' })).status).toBe(403);
    expect((await ask('/', { cookie, origin })).status).toBe(200);
  });

  test('refuses anything but GET', async () => {
    const cookie = await enter();
    expect((await ask('/', { cookie }, 'POST')).status).toBe(405);
  });
});

describe('files', () => {
  test('serves the build with the policy and the security headers', async () => {
    const cookie = await enter();
    const page = await ask('/', { cookie });
    expect(page.headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['cross-origin-resource-policy']).toBe('same-origin');
    const script = await ask('/assets/app.js', { cookie });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.body).toBe('void 0;');
  });

  test.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/..\\secret.html',
    '//secret.html',
    '/assets/app.js.map',
    '/assets',
    '/assets/',
    '/index.html%00',
  ])('has no %s', async (path) => {
    const cookie = await enter();
    const answer = await ask(path, { cookie });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  test('no inline script is allowed', () => {
    const scripts = contentSecurityPolicy.split('; ').find((part) => part.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self'");
  });
});

describe('the WebSocket', () => {
  test('opens with our cookie and origin; the client id is steady and is not the cookie', async () => {
    const cookie = await enter();
    expect(await openSocket({ cookie, origin })).toBe('open');
    expect(await openSocket({ cookie, origin })).toBe('open');
    expect(clientIds).toHaveLength(2);
    expect(new Set(clientIds).size).toBe(1);
    expect(cookie).not.toContain(clientIds[0]);
  });

  test('carries messages both ways', async () => {
    const cookie = await enter();
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } });
    const answer = await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => socket.send('hello'));
      socket.once('message', (data: Buffer) => resolve(data.toString()));
    });
    expect(answer).toBe('echo hello');
    socket.terminate();
  });

  test('refuses a missing cookie, a foreign or missing origin and another path', async () => {
    const cookie = await enter();
    expect(await openSocket({ origin })).toBe(403);
    expect(await openSocket({ cookie })).toBe(403);
    expect(await openSocket({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await openSocket({ cookie, origin: 'null' })).toBe(403);
    expect(await openSocket({ cookie, origin }, '/other')).toBe(403);
    expect(clientIds).toHaveLength(0);
  });

  test('a malformed frame ends that connection and not the host', async () => {
    const cookie = await enter();
    const { hostname, port, host: name } = new URL(origin);
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET /rpc HTTP/1.1\r\nHost: ${name}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    const closed = new Promise((resolve) => socket.once('close', resolve));
    // Reserved bits and an unknown opcode.
    socket.once('data', () => socket.write(Buffer.from([0xff, 0xff, 0, 0])));
    await closed;
    expect(clientIds).toHaveLength(1);
    expect(await openSocket({ cookie, origin })).toBe('open');
  });

  test('close cuts open connections', async () => {
    const cookie = await enter();
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { cookie, origin } });
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const keptAlive = connect(Number(new URL(origin).port), '127.0.0.1');
    await new Promise((resolve) => keptAlive.once('connect', resolve));
    await host.close();
    await closed;
    await expect(ask('/')).rejects.toThrow(/ECONNREFUSED/);
    keptAlive.destroy();
  });
});

test('a port in use is an error, not another port', async () => {
  const port = Number(new URL(host.url).port);
  const second = startWebHost({
    port,
    rendererDir: folder,
    service: { ...noKiosks, attachSocket: () => undefined },
    kioskDir: folder,
  });
  await expect(second).rejects.toThrow(/EADDRINUSE/);
});
