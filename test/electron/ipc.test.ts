import { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { serveIpc } from '../../main/electron/ipc.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

const connect = vi.fn();
const openKiosk = vi.fn(() => Promise.resolve(true));
let contents: electron.StandInContents;

beforeEach(() => {
  vi.clearAllMocks();
  const window = new BrowserWindow({ webPreferences: {} });
  contents = electron.BrowserWindow.made.at(-1)?.webContents ?? new electron.StandInContents();
  serveIpc({ window, connect, openKiosk, today: () => '2026-11-22' });
});

/** Plays a message from the page; `senderFrame` defaults to the window's own top frame. */
async function send(channel: string, argument?: unknown, senderFrame: unknown = contents.mainFrame) {
  const handler = electron.ipcMain.handlers.get(channel);
  if (handler === undefined) throw new Error(`no handler: ${channel}`);
  return handler({ senderFrame }, argument);
}

describe('the sender', () => {
  const channels = [
    'estafeta:request-port',
    'estafeta:pick-path',
    'estafeta:open-external',
    'estafeta:copy-text',
    'estafeta:open-kiosk',
  ];

  test.each(channels)(
    '%s refuses other frames, frames that are gone, and a page that is not ours',
    async (channel) => {
      const argument = channel.endsWith('path') ? 'INGEST_FOLDER' : 'https://sede.example/';
      await expect(send(channel, argument, { url: 'app://estafeta/' })).rejects.toThrow('not the page');
      await expect(send(channel, argument, null)).rejects.toThrow('not the page');
      contents.mainFrame.url = 'https://evil.example/';
      await expect(send(channel, argument)).rejects.toThrow('not the page');
      expect(connect).not.toHaveBeenCalled();
      expect(openKiosk).not.toHaveBeenCalled();
      expect(electron.dialog.showOpenDialog).not.toHaveBeenCalled();
      expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
      expect(electron.clipboard.writeText).not.toHaveBeenCalled();
    },
  );

  test('these are all the channels there are', () => {
    expect([...electron.ipcMain.handlers.keys()].sort()).toEqual([...channels].sort());
  });
});

test('a port is asked for', async () => {
  await send('estafeta:request-port');
  expect(connect).toHaveBeenCalledTimes(1);
});

describe('paths', () => {
  test.each(['INGEST_FOLDER', 'INGEST_FILE'])('%s: the chosen path, or null', async (request) => {
    expect(await send('estafeta:pick-path', request)).toBe('/chosen');
    electron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: true, filePaths: [] });
    expect(await send('estafeta:pick-path', request)).toBeNull();
  });

  test.each(['SAVE_BACKUP', 'SAVE_EXPORT'])(
    '%s: where to save, named after the day, or null',
    async (request) => {
      expect(await send('estafeta:pick-path', request)).toBe('/saved');
      expect(electron.dialog.showSaveDialog).toHaveBeenCalledExactlyOnceWith(
        expect.anything(),
        expect.objectContaining({ defaultPath: expect.stringMatching(/^estafeta-2026-11-22\./) as unknown }),
      );
      electron.dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
      expect(await send('estafeta:pick-path', request)).toBeNull();
    },
  );

  test('nothing else can be asked for', async () => {
    await expect(send('estafeta:pick-path', 'READ_FILE')).rejects.toThrow();
    await expect(send('estafeta:open-external', { href: 'https://sede.example/' })).rejects.toThrow();
  });
});

test('a text goes to the clipboard', async () => {
  await send('estafeta:copy-text', '12345678Z');
  expect(electron.clipboard.writeText).toHaveBeenCalledExactlyOnceWith('12345678Z');
  await expect(send('estafeta:copy-text', { html: '<b>' })).rejects.toThrow();
});

test('an address is opened through the question', async () => {
  electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
  expect(await send('estafeta:open-external', 'https://sede.example/')).toBe(false);
  expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(1);
});

test('a kiosk is opened with the token that the page was given', async () => {
  expect(await send('estafeta:open-kiosk', 'token')).toBe(true);
  expect(openKiosk).toHaveBeenCalledExactlyOnceWith('token');
  await expect(send('estafeta:open-kiosk', { token: 'token' })).rejects.toThrow();
});
