import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, test, vi } from 'vitest';
import type { DesktopHost } from '../../main/api/host.ts';

/** The preload runs as Electron runs it: as one CommonJS script that can load `electron` and nothing else. */

const source = readFileSync(join(import.meta.dirname, '../../main/electron/preload.cts'), 'utf8');
const script = stripTypeScriptTypes(source);

const listeners = new Map<string, (...args: unknown[]) => void>();
const ipcRenderer = {
  send: vi.fn(),
  invoke: vi.fn(() => Promise.resolve('answer')),
  on: (channel: string, listener: (...args: unknown[]) => void) => listeners.set(channel, listener),
  off: (channel: string, listener: (...args: unknown[]) => void) => {
    if (listeners.get(channel) === listener) listeners.delete(channel);
  },
};
const window = { location: { origin: 'app://estafeta' }, postMessage: vi.fn() };
let exposed: Record<string, DesktopHost>;

beforeEach(() => {
  vi.clearAllMocks();
  listeners.clear();
  exposed = {};
  const contextBridge = {
    exposeInMainWorld: (name: string, api: DesktopHost) => {
      exposed[name] = api;
    },
  };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`);
    return { contextBridge, ipcRenderer };
  };
  runInNewContext(script, { require, window });
});

function host(): DesktopHost {
  const found = exposed['estafetaHost'];
  if (found === undefined) throw new Error('nothing exposed');
  return found;
}

test('exposes the desktop host and nothing else, above all not ipcRenderer', () => {
  expect(Object.keys(exposed)).toEqual(['estafetaHost']);
  expect(Object.keys(host()).sort()).toEqual([
    'copyText',
    'onMenuCommand',
    'openExternal',
    'openKiosk',
    'pickPath',
    'requestPort',
  ]);
});

test('each call goes over its own channel', async () => {
  host().requestPort();
  expect(ipcRenderer.send).toHaveBeenCalledExactlyOnceWith('estafeta:request-port');
  expect(await host().pickPath('INGEST_FILE')).toBe('answer');
  await host().openExternal('https://sede.example/');
  await host().copyText('texto');
  await host().openKiosk('token');
  expect(ipcRenderer.invoke.mock.calls).toEqual([
    ['estafeta:pick-path', 'INGEST_FILE'],
    ['estafeta:open-external', 'https://sede.example/'],
    ['estafeta:copy-text', 'texto'],
    ['estafeta:open-kiosk', 'token'],
  ]);
});

test('menu commands reach the listener without the event, until it leaves', () => {
  const listener = vi.fn();
  const leave = host().onMenuCommand(listener);
  listeners.get('estafeta:menu')?.({ sender: 'secret' }, 'LOCK');
  expect(listener).toHaveBeenCalledExactlyOnceWith('LOCK');
  leave();
  expect(listeners.has('estafeta:menu')).toBe(false);
});

test('a port is handed on to our own page only', () => {
  const ports = ['port'];
  listeners.get('estafeta:port')?.({ ports });
  expect(window.postMessage).toHaveBeenCalledExactlyOnceWith('estafeta:port', 'app://estafeta', ports);
});
