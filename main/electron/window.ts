import { join } from 'node:path';
import { BrowserWindow, type WebPreferences } from 'electron';
import { pageUrl } from './page.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

export type WindowOptions = {
  /** Folder of the shell's own state (not of the data). */
  readonly stateDir: string;
  readonly developing: boolean;
};

/** What every page is held to: sandboxed, isolated, without Node, without webview. */
export function safePreferences(preload: string, developing: boolean): WebPreferences {
  return {
    preload: join(import.meta.dirname, preload),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    // Chromium would fetch its dictionaries from outside.
    spellcheck: false,
    devTools: developing,
  };
}

/** The clerk's window. Shown once it has something to show. */
export function openWindow({ stateDir, developing }: WindowOptions): BrowserWindow {
  const stateFile = join(stateDir, 'window.json');
  const state = readWindowState(stateFile);
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    ...state?.bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Estafeta',
    webPreferences: safePreferences('preload.cjs', developing),
  });
  keepWindowState(window, stateFile);
  window.once('ready-to-show', () => {
    if (state?.maximized === true) window.maximize();
    window.show();
  });
  void window.loadURL(pageUrl);
  return window;
}

/** Brings the window to the person when Estafeta is started a second time. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
