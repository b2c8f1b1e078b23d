import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openWindow, showWindow } from '../../main/electron/window.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

let stateDir: string;

beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'estafeta-window-'));
});
afterEach(() => rmSync(stateDir, { recursive: true }));

function open(developing = false) {
  const window = openWindow({ stateDir, developing });
  const standIn = electron.BrowserWindow.made.at(-1);
  if (standIn === undefined) throw new Error('no window');
  return { window, standIn };
}

describe('the page', () => {
  test('is sandboxed, isolated and without Node, webview or developer tools', () => {
    expect(open().standIn.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
  });

  test('comes from our own scheme, with the preload that is built beside the shell', () => {
    const { standIn } = open();
    expect(standIn.loadURL).toHaveBeenCalledExactlyOnceWith('app://estafeta/');
    const preload = String(standIn.options.webPreferences['preload']);
    expect(existsSync(preload.replace(/\.cjs$/, '.cts'))).toBe(true);
  });

  test('has developer tools while developing', () => {
    expect(open(true).standIn.options.webPreferences['devTools']).toBe(true);
  });
});

describe('the place of the window', () => {
  test('is kept, and the next window opens there, maximised if it was', () => {
    const first = open().standIn;
    first.bounds = { x: 100, y: 50, width: 1000, height: 650 };
    first.maximized = true;
    first.emit('close');
    const second = open().standIn;
    expect(second.options).toMatchObject(first.bounds);
    second.emit('ready-to-show');
    expect(second.maximize).toHaveBeenCalledTimes(1);
    expect(second.show).toHaveBeenCalledTimes(1);
  });

  test.each([
    { why: 'not JSON', text: '{"bounds"' },
    { why: 'another shape', text: '{"bounds":{"x":"1"},"maximized":true}' },
    {
      why: 'a screen that is gone',
      text: '{"bounds":{"x":4000,"y":0,"width":1000,"height":700},"maximized":true}',
    },
    {
      why: 'above the screen',
      text: '{"bounds":{"x":0,"y":-400,"width":1000,"height":700},"maximized":true}',
    },
  ])('is the usual one when what was kept is $why', ({ text }) => {
    writeFileSync(join(stateDir, 'window.json'), text);
    const { standIn } = open();
    expect(standIn.options).toMatchObject({ width: 1366, height: 768 });
    expect(standIn.options['x']).toBeUndefined();
    standIn.emit('ready-to-show');
    expect(standIn.maximize).not.toHaveBeenCalled();
    expect(standIn.show).toHaveBeenCalledTimes(1);
    standIn.emit('close');
    expect(JSON.parse(readFileSync(join(stateDir, 'window.json'), 'utf8'))).toMatchObject({
      maximized: false,
    });
  });
});

test('showWindow brings a minimised window back', () => {
  const { window, standIn } = open();
  standIn.minimized = true;
  showWindow(window);
  expect(standIn.restore).toHaveBeenCalledTimes(1);
  expect(standIn.focus).toHaveBeenCalledTimes(1);
});
