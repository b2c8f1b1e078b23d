import { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ServiceHost } from '../../main/electron/service-host.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

const hex = 'ab'.repeat(32);
const options = { dataDir: '/data', key: { kind: 'hex', hex }, demo: false, host: 'electron' } as const;
const askToRestart = vi.fn<() => Promise<boolean>>();

let now: number;
let window: BrowserWindow;
let contents: electron.StandInContents;
let host: ServiceHost;

beforeEach(() => {
  now = 0;
  electron.utilityProcess.children.length = 0;
  askToRestart.mockReset();
  window = new BrowserWindow({ webPreferences: {} });
  contents = electron.BrowserWindow.made.at(-1)?.webContents ?? new electron.StandInContents();
  host = new ServiceHost({
    entry: '/app/service-process.js',
    service: options,
    window: { contents: window.webContents, clientId: 'window-1' },
    askToRestart,
    now: () => now,
  });
  host.start();
});

function child(): electron.StandInProcess {
  const last = electron.utilityProcess.children.at(-1);
  if (last === undefined) throw new Error('no service process');
  return last;
}

/** Ends the process, and lets what follows from it happen. */
async function crash(): Promise<void> {
  child().emit('exit', 1);
  await Promise.resolve();
  await Promise.resolve();
}

test('starts the service in a utility process; the key goes by message, not by argument or environment', () => {
  const [entry, args, forkOptions] = electron.utilityProcess.fork.mock.lastCall ?? [];
  expect(entry).toBe('/app/service-process.js');
  expect(args).toEqual([]);
  expect(JSON.stringify([args, forkOptions])).not.toContain(hex);
  expect(JSON.stringify(process.env)).not.toContain(hex);
  expect(child().postMessage).toHaveBeenCalledExactlyOnceWith({ type: 'START', options });
});

test('connect gives one end of a channel to the service and the other to the page', () => {
  host.connect();
  const [message, [servicePort]] = child().postMessage.mock.lastCall as [unknown, [string]];
  expect(message).toEqual({ type: 'CONNECT', clientId: 'window-1' });
  const [channel, , [pagePort]] = contents.postMessage.mock.lastCall as [string, null, [string]];
  expect(channel).toBe('estafeta:port');
  expect(pagePort.replace('page', 'service')).toBe(servicePort);
});

test('a page that is gone gets nothing', () => {
  contents.destroyed = true;
  host.connect();
  expect(contents.postMessage).not.toHaveBeenCalled();
});

describe('after a crash', () => {
  test('starts again and gives the same page, which was not reloaded, a new port under the same id', async () => {
    host.connect();
    await crash();
    expect(electron.utilityProcess.children).toHaveLength(2);
    expect(child().postMessage.mock.calls).toEqual([
      [{ type: 'START', options }],
      [{ type: 'CONNECT', clientId: 'window-1' }, [expect.stringContaining('service end')]],
    ]);
    expect(contents.postMessage).toHaveBeenCalledTimes(2);
    expect(electron.BrowserWindow.made.at(-1)?.reload).not.toHaveBeenCalled();
    expect(askToRestart).not.toHaveBeenCalled();
  });

  test('asks at the fourth crash within a minute, and starts once more on yes', async () => {
    askToRestart.mockResolvedValue(true);
    for (let count = 1; count <= 3; count += 1) await crash();
    expect(electron.utilityProcess.children).toHaveLength(4);
    expect(askToRestart).not.toHaveBeenCalled();
    await crash();
    expect(askToRestart).toHaveBeenCalledTimes(1);
    expect(electron.utilityProcess.children).toHaveLength(5);
  });

  test('stays down on no', async () => {
    askToRestart.mockResolvedValue(false);
    for (let count = 1; count <= 4; count += 1) await crash();
    expect(electron.utilityProcess.children).toHaveLength(4);
    host.connect();
    expect(contents.postMessage).toHaveBeenCalledTimes(3);
  });

  test('crashes that lie far apart are never asked about', async () => {
    for (let count = 1; count <= 10; count += 1) {
      now += 20_001;
      await crash();
    }
    expect(askToRestart).not.toHaveBeenCalled();
    expect(electron.utilityProcess.children).toHaveLength(11);
  });
});

describe('stop', () => {
  test('lets the work end, and does not start again', async () => {
    const stopped = host.stop();
    expect(child().postMessage).toHaveBeenLastCalledWith({ type: 'STOP' });
    child().emit('exit', 0);
    await stopped;
    expect(child().kill).not.toHaveBeenCalled();
    expect(electron.utilityProcess.children).toHaveLength(1);
  });

  test('ends a process that does not', async () => {
    vi.useFakeTimers();
    try {
      const stopped = host.stop();
      const stuck = child();
      stuck.kill.mockImplementation(() => stuck.emit('exit', 15));
      await vi.advanceTimersByTimeAsync(14_999);
      expect(stuck.kill).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      await stopped;
      expect(stuck.kill).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a kiosk', () => {
  const grant = { id: 'kiosk-1', exit: { salt: '', hash: '' } };

  test('is entered through the service, and not at all while there is none', async () => {
    const entered = host.enterKiosk('token');
    expect(child().postMessage).toHaveBeenLastCalledWith({ type: 'ENTER_KIOSK', token: 'token' });
    child().emit('message', { type: 'KIOSK_ENTERED', token: 'token', grant });
    expect(await entered).toEqual(grant);
    const cut = host.enterKiosk('other');
    await crash();
    expect(await cut).toBeNull();
  });

  test('gets a port of its own, also after a crash, until it is left', async () => {
    const page = new electron.StandInContents();
    const onLeft = vi.fn();
    const kiosk = { contents: page as unknown as typeof window.webContents, grant, onLeft };
    host.connectKiosk();
    expect(page.postMessage).not.toHaveBeenCalled();
    host.showKiosk(kiosk);
    host.connectKiosk();
    expect(child().postMessage).toHaveBeenLastCalledWith({ type: 'CONNECT_KIOSK', grant }, [
      expect.stringContaining('service end'),
    ]);
    await crash();
    expect(page.postMessage).toHaveBeenCalledTimes(2);
    child().emit('message', { type: 'KIOSK_LEFT', id: 'another' });
    expect(onLeft).not.toHaveBeenCalled();
    child().emit('message', { type: 'KIOSK_LEFT', id: 'kiosk-1' });
    expect(onLeft).toHaveBeenCalledTimes(1);
    host.connectKiosk();
    expect(page.postMessage).toHaveBeenCalledTimes(2);
  });
});
