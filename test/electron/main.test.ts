import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** The shell put together, started as Electron starts it: by loading main.ts. */

// Loaded before the modules are reset, so that every start meets the same stand-in.
const electron = await vi.hoisted(() => import('./stand-in.ts'));
vi.mock('electron', () => electron);
vi.mock('../../main/paths.ts', () => ({
  get projectRoot() {
    return folder;
  },
}));

let folder: string;
const { argv, env } = process;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estafeta-shell-'));
  mkdirSync(join(folder, 'dist', 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'renderer', 'index.html'), '');
  vi.clearAllMocks();
  vi.resetModules();
  electron.app.removeAllListeners();
  electron.app.gotLock = true;
  electron.app.paths['userData'] = folder;
  electron.app.paths['appData'] = join(folder, 'roaming');
  electron.BrowserWindow.made.length = 0;
  electron.utilityProcess.children.length = 0;
  electron.safeStorage.available = true;
  process.env = { ...env };
  delete process.env.ESTAFETA_KEY;
  process.argv = ['electron', '.', '--data', join(folder, 'data')];
});
afterEach(() => {
  process.argv = argv;
  process.env = env;
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  await import('../../main/electron/main.ts');
}

/** Starts and waits for the service process; gives its START options. */
async function startOptions(): Promise<{
  dataDir: string;
  key: { kind: string };
  demo: boolean;
  host: string;
}> {
  await start();
  const child = await vi.waitFor(() => {
    const [first] = electron.utilityProcess.children;
    if (first === undefined) throw new Error('not started yet');
    return first;
  });
  const [message] = child.postMessage.mock.calls[0] as [
    { options: Awaited<ReturnType<typeof startOptions>> },
  ];
  return message.options;
}

test('speaks Spanish in date fields as well, whatever the desktop speaks', async () => {
  await startOptions();
  expect(electron.app.commandLine.appendSwitch).toHaveBeenCalledWith('lang', 'es');
});

describe('one Estafeta at a time', () => {
  test('a second one quits before it touches the data', async () => {
    electron.app.gotLock = false;
    await start();
    expect(electron.app.quit).toHaveBeenCalledTimes(1);
    expect(electron.app.whenReady).not.toHaveBeenCalled();
    expect(electron.BrowserWindow.made).toHaveLength(0);
  });

  test('the first one comes to the front when a second is started', async () => {
    await startOptions();
    electron.app.emit('second-instance');
    expect(electron.BrowserWindow.made[0]?.focus).toHaveBeenCalledTimes(1);
  });
});

describe('the key', () => {
  test('comes from the vault, wrapped, for a new folder', async () => {
    const options = await startOptions();
    expect(options).toMatchObject({ dataDir: join(folder, 'data'), demo: false, host: 'electron' });
    expect(options.key.kind).toBe('hex');
    expect(readdirSync(join(folder, 'data'))).toEqual(['key.vault']);
  });

  test('missing beside a database: the service is started without one, to show its recovery screen', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'estafeta.db'), 'encrypted');
    expect((await startOptions()).key).toEqual({ kind: 'none' });
  });

  test('a vault that protects nothing: said with its code, and nothing is opened', async () => {
    electron.safeStorage.available = false;
    await start();
    await vi.waitFor(() => expect(electron.app.exit).toHaveBeenCalledExactlyOnceWith(1));
    expect(electron.dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
      'Estafeta',
      expect.stringContaining('VAULT_INSECURE'),
    );
    expect(electron.BrowserWindow.made).toHaveLength(0);
    expect(electron.utilityProcess.children).toHaveLength(0);
  });

  test('from the environment: used, and not left there for child processes', async () => {
    const hex = 'cd'.repeat(32);
    process.env.ESTAFETA_KEY = hex;
    expect((await startOptions()).key).toEqual({ kind: 'hex', hex });
    expect(process.env.ESTAFETA_KEY).toBeUndefined();
    expect(electron.safeStorage.encryptStringAsync).not.toHaveBeenCalled();
  });

  test('of demo data: a file of its own, no vault', async () => {
    process.argv.push('--demo');
    const options = await startOptions();
    expect(options.demo).toBe(true);
    expect(options.key).toEqual({ kind: 'file', path: join(folder, 'data', 'demo.key'), create: true });
    expect(electron.safeStorage.encryptStringAsync).not.toHaveBeenCalled();
  });
});

describe('everything is in place before the page loads', () => {
  test('scheme before ready, then session guards, page and menu', async () => {
    await startOptions();
    const order = (mock: { mock: { invocationCallOrder: number[] } }): number =>
      mock.mock.invocationCallOrder[0] ?? Number.NaN;
    expect(order(electron.protocol.registerSchemesAsPrivileged)).toBeLessThan(order(electron.app.whenReady));
    const window = electron.BrowserWindow.made[0];
    expect(window?.loadURL).toHaveBeenCalledExactlyOnceWith('app://estafeta/');
    expect(electron.session.defaultSession.handlers.has('permissionRequest')).toBe(true);
    expect(electron.session.defaultSession.schemes.has('app')).toBe(true);
    expect(window?.webContents.setWindowOpenHandler).toHaveBeenCalledTimes(1);
    expect(window?.webContents.listenerCount('will-frame-navigate')).toBe(1);
    expect(electron.Menu.setApplicationMenu).toHaveBeenCalledTimes(1);
    const ports = electron.ipcMain.on.mock.calls.map(([channel]) => channel);
    expect(ports.sort()).toEqual(['estafeta:kiosk-port', 'estafeta:request-port']);
  });
});

describe('the end', () => {
  test('quitting waits for the service to stop', async () => {
    await startOptions();
    const [child] = electron.utilityProcess.children;
    const first = electron.preventable();
    electron.app.emit('before-quit', first);
    expect(first.preventDefault).toHaveBeenCalledTimes(1);
    expect(electron.app.quit).not.toHaveBeenCalled();
    child?.emit('exit', 0);
    await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledTimes(1));
    const second = electron.preventable();
    electron.app.emit('before-quit', second);
    expect(second.preventDefault).not.toHaveBeenCalled();
  });

  test('a service that keeps crashing is shown with its code, and quitting is offered', async () => {
    await startOptions();
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    for (let crash = 1; crash <= 4; crash += 1) {
      electron.utilityProcess.children.at(-1)?.emit('exit', 1);
      await Promise.resolve();
      await Promise.resolve();
    }
    await vi.waitFor(() => expect(electron.app.quit).toHaveBeenCalledTimes(1));
    expect(electron.dialog.showMessageBox).toHaveBeenCalledExactlyOnceWith(
      expect.anything(),
      expect.objectContaining({ detail: expect.stringContaining('SERVICE_STOPPED') as unknown }),
    );
  });

  test('a page that crashed is opened again, after saying so', async () => {
    await startOptions();
    const [window] = electron.BrowserWindow.made;
    window?.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.waitFor(() => expect(window?.reload).toHaveBeenCalledTimes(1));
    expect(electron.dialog.showMessageBox).toHaveBeenCalledTimes(1);
  });
});
