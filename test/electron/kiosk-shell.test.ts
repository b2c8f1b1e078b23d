import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KioskShell } from '../../main/electron/kiosk-shell.ts';
import type { ShownKiosk } from '../../main/electron/service-host.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

const GRANT = { id: 'kiosk-1', exit: { salt: '', hash: '' } };

let pageDir: string;
let shell: KioskShell;
let shown: ShownKiosk | null;
const service = {
  enterKiosk: vi.fn((token: string) => Promise.resolve(token === 'good' ? GRANT : null)),
  showKiosk: vi.fn((kiosk: ShownKiosk) => {
    shown = kiosk;
  }),
  connectKiosk: vi.fn(),
};
const onOpened = vi.fn();
const onLeft = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  pageDir = mkdtempSync(join(tmpdir(), 'estafeta-kiosk-'));
  writeFileSync(join(pageDir, 'index.html'), '<title>kiosk</title>');
  electron.app.removeAllListeners();
  electron.BrowserWindow.made.length = 0;
  shown = null;
  shell = new KioskShell({ pageDir, developing: false, service, onOpened, onLeft });
});
afterEach(() => rmSync(pageDir, { recursive: true }));

async function opened(): Promise<electron.BrowserWindow> {
  expect(await shell.open('good')).toBe(true);
  const [window] = electron.BrowserWindow.made;
  if (window === undefined) throw new Error('no window');
  return window;
}

async function send(channel: string, senderFrame: unknown): Promise<unknown> {
  const handler = electron.ipcMain.handlers.get(channel);
  if (handler === undefined) throw new Error(`no handler: ${channel}`);
  return handler({ senderFrame });
}

describe('opening', () => {
  test('takes the whole screen, with a session and a page of its own, without menu or developer tools', async () => {
    const window = await opened();
    expect(window.options).toMatchObject({
      kiosk: true,
      webPreferences: {
        partition: 'quiosco',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: false,
      },
    });
    expect(String(window.options.webPreferences['preload'])).toMatch(/kiosk-preload\.cjs$/);
    expect(window.removeMenu).toHaveBeenCalledTimes(1);
    expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('app://quiosco/');
    expect(onOpened).toHaveBeenCalledTimes(1);
  });

  test('its session serves the kiosk and not the desk, asks nobody and saves nothing', async () => {
    await opened();
    const own = electron.session.fromPartition('quiosco');
    const serve = own.schemes.get('app');
    expect(await (await serve?.(new Request('app://quiosco/')))?.text()).toBe('<title>kiosk</title>');
    expect((await serve?.(new Request('app://estafeta/')))?.status).toBe(404);
    expect(own.ask('permissionCheck', {}, 'media', 'app://quiosco')).toBe(false);
    const event = electron.preventable();
    own.emit('will-download', event, { getURL: () => 'blob:app://quiosco/1' });
    expect(event.preventDefault).toHaveBeenCalled();
  });

  test('a token that is worth nothing opens nothing, and neither does a second kiosk', async () => {
    expect(await shell.open('bad')).toBe(false);
    expect(electron.BrowserWindow.made).toHaveLength(0);
    expect(shell.focus()).toBe(false);
    await opened();
    expect(await shell.open('good')).toBe(false);
    expect(electron.BrowserWindow.made).toHaveLength(1);
    expect(shell.focus()).toBe(true);
  });
});

describe('leaving', () => {
  test('closing the window does not; the exit code, told by the service, does', async () => {
    const window = await opened();
    const event = electron.preventable();
    window.emit('close', event);
    expect(event.preventDefault).toHaveBeenCalledTimes(1);
    expect(window.destroy).not.toHaveBeenCalled();
    shown?.onLeft();
    expect(window.destroy).toHaveBeenCalledTimes(1);
    expect(onLeft).toHaveBeenCalledTimes(1);
    expect(shell.focus()).toBe(false);
  });

  test('the program can end, and takes the kiosk with it', async () => {
    const window = await opened();
    electron.app.emit('before-quit', electron.preventable());
    expect(window.destroy).toHaveBeenCalledTimes(1);
  });
});

describe('the page', () => {
  test('gets its port and prints without a dialog', async () => {
    const window = await opened();
    await send('estafeta:kiosk-port', window.webContents.mainFrame);
    expect(service.connectKiosk).toHaveBeenCalledTimes(1);
    expect(await send('estafeta:kiosk-print', window.webContents.mainFrame)).toBe(true);
    const [options] = window.webContents.print.mock.lastCall ?? [];
    expect(options).toMatchObject({ silent: true });
  });

  test.each(['estafeta:kiosk-port', 'estafeta:kiosk-print'])(
    '%s refuses other frames and other pages',
    async (channel) => {
      const window = await opened();
      await expect(send(channel, { url: 'app://quiosco/' })).rejects.toThrow('not the kiosk');
      await expect(send(channel, null)).rejects.toThrow('not the kiosk');
      window.webContents.mainFrame.url = 'app://estafeta/';
      await expect(send(channel, window.webContents.mainFrame)).rejects.toThrow('not the kiosk');
      expect(service.connectKiosk).not.toHaveBeenCalled();
      expect(window.webContents.print).not.toHaveBeenCalled();
    },
  );
});
