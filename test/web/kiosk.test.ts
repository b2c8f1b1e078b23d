import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { KioskConnection } from '../../main/api/context.ts';
import type { KioskGrant } from '../../main/kiosk/model.ts';
import { startWebHost, type WebHost } from '../../main/web/host.ts';

/** The kiosk's door of the web host, beside the desk's. */

const GRANT: KioskGrant = { id: 'kiosk-1', exit: { salt: '', hash: '' } };

let folder: string;
let host: WebHost;
let origin: string;
let tokens: Map<string, KioskGrant>;
let desks: number;
let kiosks: KioskConnection[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'estafeta-kiosk-'));
  for (const name of ['renderer', 'kiosk']) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.html'), `<title>${name}</title>`);
    writeFileSync(join(folder, name, `${name}.js`), 'void 0;');
  }
  tokens = new Map([['good', GRANT]]);
  desks = 0;
  kiosks = [];
  host = await startWebHost({
    port: 0,
    rendererDir: join(folder, 'renderer'),
    kioskDir: join(folder, 'kiosk'),
    service: {
      attachSocket: () => {
        desks += 1;
      },
      enterKiosk: (token) => {
        const grant = tokens.get(token) ?? null;
        tokens.delete(token);
        return grant;
      },
      attachKioskSocket: (_socket, kiosk) => kiosks.push(kiosk),
    },
  });
  origin = new URL(host.url).origin;
});

afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

async function ask(path: string, cookie = ''): Promise<{ status: number; body: string; cookie: string }> {
  const answer = await fetch(`${origin}${path}`, { redirect: 'manual', headers: { cookie } });
  const given = answer.headers.getSetCookie()[0] ?? '';
  return { status: answer.status, body: await answer.text(), cookie: given };
}

async function enter(): Promise<string> {
  const { status, cookie } = await ask('/quiosco/entrar/good');
  expect(status).toBe(303);
  return cookie.split(';')[0] ?? '';
}

function openSocket(path: string, cookie: string): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers: { cookie, origin } });
    socket.once('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
}

describe('the kiosk door', () => {
  test('exchanges the token once for a cookie of its own that goes to the kiosk only', async () => {
    const { status, cookie } = await ask('/quiosco/entrar/good');
    expect(status).toBe(303);
    expect(cookie).toMatch(/-quiosco=.+; Path=\/quiosco\/; HttpOnly; SameSite=Strict$/);
    expect((await ask('/quiosco/entrar/good', cookie.split(';')[0])).status).toBe(403);
    expect((await ask('/quiosco/entrar/')).status).toBe(403);
  });

  test('serves the kiosk’s own page and files, and nothing of the desk’s', async () => {
    const cookie = await enter();
    expect((await ask('/quiosco/', cookie)).body).toBe('<title>kiosk</title>');
    expect((await ask('/quiosco/kiosk.js', cookie)).status).toBe(200);
    expect((await ask('/quiosco/renderer.js', cookie)).status).toBe(404);
    expect((await ask('/quiosco/../renderer/index.html', cookie)).status).toBe(403);
    expect((await ask('/quiosco/..%2frenderer.js', cookie)).status).toBe(404);
    expect((await ask('/quiosco/')).status).toBe(403);
  });

  test('neither cookie opens the other door', async () => {
    const kiosk = await enter();
    const desk = (await ask(new URL(host.url).pathname)).cookie.split(';')[0] ?? '';
    expect((await ask('/', kiosk)).status).toBe(403);
    expect((await ask('/quiosco/', desk)).status).toBe(403);
    expect(await openSocket('/rpc', kiosk)).toBe(403);
    expect(await openSocket('/quiosco/rpc', desk)).toBe(403);
    expect({ desks, kiosks }).toEqual({ desks: 0, kiosks: [] });
    expect(await openSocket('/rpc', desk)).toBe('open');
    expect(await openSocket('/quiosco/rpc', kiosk)).toBe('open');
    expect({ desks, kiosks: kiosks.map(({ grant }) => grant) }).toEqual({ desks: 1, kiosks: [GRANT] });
  });

  test('is shut for good once the kiosk was left', async () => {
    const cookie = await enter();
    expect(await openSocket('/quiosco/rpc', cookie)).toBe('open');
    kiosks[0]?.onLeft();
    expect((await ask('/quiosco/', cookie)).status).toBe(403);
    expect(await openSocket('/quiosco/rpc', cookie)).toBe(403);
  });
});
