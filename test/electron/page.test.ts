import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { session } from 'electron';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isOurPage, registerPageScheme, servePage } from '../../main/electron/page.ts';
import { contentSecurityPolicy } from '../../main/web/security-headers.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'estafeta-page-'));
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<title>Estafeta</title>');
  writeFileSync(join(rendererDir, 'assets', 'app.js'), 'void 0;');
  writeFileSync(join(rendererDir, 'assets', 'app.js.map'), '{}');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  servePage(session.defaultSession, rendererDir);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function ask(url: string, method = 'GET'): Promise<Response> {
  const handler = electron.session.defaultSession.schemes.get('app');
  if (handler === undefined) throw new Error('app: is not served');
  return handler(new Request(url, { method }));
}

test('app: is a standard, secure scheme and may not bypass the policy', () => {
  registerPageScheme();
  expect(electron.protocol.registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('servePage', () => {
  test('serves the start page and the built files with the policy', async () => {
    const page = await ask('app://estafeta/');
    expect(await page.text()).toBe('<title>Estafeta</title>');
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const script = await ask('app://estafeta/assets/app.js?v=1');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    'app://estafeta/../secret.html',
    'app://estafeta/assets/../../secret.html',
    'app://estafeta/%2e%2e/secret.html',
    'app://estafeta/..%2fsecret.html',
    'app://estafeta/..%5csecret.html',
    'app://estafeta//secret.html',
    'app://estafeta/assets/app.js.map',
    'app://estafeta/assets',
    'app://estafeta/etc/passwd',
    'app://other/',
    'app://other/index.html',
  ])('does not serve %s', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  test('answers GET only', async () => {
    expect((await ask('app://estafeta/', 'POST')).status).toBe(404);
  });
});

test.each([
  ['app://estafeta/', true],
  ['app://estafeta/index.html#/buzon', true],
  ['app://estafeta.example/', false],
  ['app://user@estafeta.example/', false],
  ['app://estafeta:81/', false],
  ['https://estafeta/', false],
  ['file:///estafeta/', false],
  ['not an address', false],
])('isOurPage(%s) is %s', (url, expected) => {
  expect(isOurPage(url)).toBe(expected);
});
