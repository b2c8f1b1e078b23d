import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session } from 'electron';
import { systemClock } from '../clock.ts';
import { AppError, ERROR_TEXTS, type ErrorCode } from '../errors.ts';
import { projectRoot } from '../paths.ts';
import { toFolderError } from '../store/folder.ts';
import type { KeySource } from '../store/key.ts';
import { chooseKey } from '../web/options.ts';
import { guardContents, guardSession } from './guards.ts';
import { serveIpc } from './ipc.ts';
import { KIOSK_PARTITION, KioskShell } from './kiosk-shell.ts';
import { installMenu, installTextMenu } from './menu.ts';
import { registerPageScheme, servePage } from './page.ts';
import { ServiceHost } from './service-host.ts';
import { keyFromVault } from './vault.ts';
import { openWindow, showWindow } from './window.ts';

/**
 * Entry of the desktop shell. `--data DIR` for another data folder than the user's own, `--demo` for demo data,
 * `--key-file F` or ESTAFETA_KEY for a folder that another host made.
 */
const { values } = parseArgs({
  // Electron and Chromium add switches of their own.
  strict: false,
  options: { data: { type: 'string' }, demo: { type: 'boolean' }, 'key-file': { type: 'string' } },
});
const demo = values.demo === true;
const dataDir = typeof values.data === 'string' ? resolve(values.data) : ownDataDir();
const keyFile = typeof values['key-file'] === 'string' ? values['key-file'] : undefined;
const givenKey = chooseKey({ keyFile, environmentKey: process.env.ESTAFETA_KEY, demo, dataDir });
// The service process must not inherit it: it gets its key by message.
delete process.env.ESTAFETA_KEY;

if (app.requestSingleInstanceLock()) {
  // Date fields are Chromium's own, and speak its language: the clerk's is Spanish, whatever the desktop's is.
  app.commandLine.appendSwitch('lang', 'es');
  registerPageScheme();
  guardContents(app, ({ session: own }) =>
    own === session.fromPartition(KIOSK_PARTITION) ? 'quiosco' : 'estafeta',
  );
  app.whenReady().then(open).catch(fail);
} else {
  app.quit();
}

/** Mail does not roam between machines: on Windows it stays out of the roaming profile. */
function ownDataDir(): string {
  const { LOCALAPPDATA } = process.env;
  const home =
    process.platform === 'win32' && LOCALAPPDATA !== undefined ? LOCALAPPDATA : app.getPath('appData');
  return join(home, 'Estafeta', 'data');
}

async function findKey(): Promise<KeySource> {
  return givenKey.kind === 'none' ? keyFromVault(dataDir, process.platform) : givenKey;
}

async function open(): Promise<void> {
  const key = await findKey();
  const developing = !app.isPackaged;
  guardSession(session.defaultSession, { saves: true });
  servePage(session.defaultSession, join(projectRoot, 'dist', 'renderer'));
  installMenu((command) => window.webContents.send('estafeta:menu', command), developing);

  const window = openWindow({ stateDir: app.getPath('userData'), developing });
  installTextMenu(window);
  const service = new ServiceHost({
    entry: join(import.meta.dirname, 'service-process.js'),
    service: { dataDir, key, demo, host: 'electron' },
    window: { contents: window.webContents, clientId: randomUUID() },
    askToRestart: () => askToRestart(),
    now: () => Date.now(),
  });
  const kiosk = new KioskShell({
    pageDir: join(projectRoot, 'dist', 'kiosk'),
    developing,
    service,
    onOpened: () => window.hide(),
    onLeft: () => showWindow(window),
  });
  serveIpc({
    window,
    connect: () => service.connect(),
    openKiosk: (token) => kiosk.open(token),
    today: () => systemClock.now().toISOString().slice(0, 10),
  });
  service.start();

  window.webContents.on('render-process-gone', () => void reloadAfterCrash());
  app.on('second-instance', () => {
    if (!kiosk.focus()) showWindow(window);
  });
  app.on('window-all-closed', () => app.quit());
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void service.stop().then(() => {
      stopped = true;
      app.quit();
    });
  });

  async function askToRestart(): Promise<boolean> {
    const { what, kept, todo } = ERROR_TEXTS.SERVICE_STOPPED;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Estafeta',
      message: what,
      detail: `${kept}\n${todo}\n\nSERVICE_STOPPED`,
      buttons: ['Reintentar', 'Cerrar Estafeta'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response !== 0) app.quit();
    return response === 0;
  }

  async function reloadAfterCrash(): Promise<void> {
    await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Estafeta',
      message: 'La pantalla de Estafeta se ha cerrado de forma inesperada.',
      detail: 'Lo guardado está completo. Al aceptar se vuelve a abrir.',
      buttons: ['Aceptar'],
    });
    window.reload();
  }
}

/** Before there is a page to say it, the system's own dialog does. */
function fail(error: unknown): void {
  const known = toFolderError(error);
  const code: ErrorCode = known instanceof AppError ? known.code : 'UNEXPECTED';
  const { what, kept, todo } = ERROR_TEXTS[code];
  dialog.showErrorBox('Estafeta', `${what}\n${kept}\n${todo}\n\n${code}`);
  app.exit(1);
}
