import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';
import type { ToService } from '../../main/electron/service-messages.ts';

const parentPort = Object.assign(new EventEmitter(), { postMessage: vi.fn() });
const grant = { id: 'kiosk-1', exit: { salt: '', hash: '' } };
const service = {
  attachPort: vi.fn(),
  attachKioskPort: vi.fn<(port: object, kiosk: { grant: object; onLeft: () => void }) => void>(),
  enterKiosk: vi.fn((token: string) => (token === 'good' ? grant : null)),
  stop: vi.fn(() => Promise.resolve()),
};
let opened: () => void;
const startService = vi.fn<(options: object) => Promise<unknown>>(
  () =>
    new Promise((resolve) => {
      opened = () => resolve(service);
    }),
);

vi.mock('../../main/service/service.ts', () => ({
  startService: (options: object) => startService(options),
}));

const options = {
  dataDir: '/data',
  key: { kind: 'hex', hex: 'ab'.repeat(32) },
  demo: false,
  host: 'electron',
} as const;

function tell(data: ToService, ports: readonly object[] = []): void {
  parentPort.emit('message', { data, ports });
}

beforeEach(async () => {
  vi.clearAllMocks();
  vi.resetModules();
  parentPort.removeAllListeners();
  Object.assign(process, { parentPort });
  await import('../../main/electron/service-process.ts');
});

test('starts the service with the options and the key of the message', () => {
  tell({ type: 'START', options });
  expect(startService).toHaveBeenCalledExactlyOnceWith(options);
});

test('a port that came before the service was ready is served once it is, and only then started', async () => {
  const port = { start: vi.fn(() => expect(service.attachPort).toHaveBeenCalledTimes(1)) };
  tell({ type: 'START', options });
  tell({ type: 'CONNECT', clientId: 'window-1' }, [port]);
  await Promise.resolve();
  expect(service.attachPort).not.toHaveBeenCalled();
  opened();
  await vi.waitFor(() => expect(port.start).toHaveBeenCalledTimes(1));
  expect(service.attachPort).toHaveBeenCalledExactlyOnceWith(port, 'window-1');
});

test('a kiosk is entered, served, and told of when it was left', async () => {
  tell({ type: 'START', options });
  opened();
  tell({ type: 'ENTER_KIOSK', token: 'bad' });
  tell({ type: 'ENTER_KIOSK', token: 'good' });
  await vi.waitFor(() => expect(parentPort.postMessage).toHaveBeenCalledTimes(2));
  expect(parentPort.postMessage.mock.calls).toEqual([
    [{ type: 'KIOSK_ENTERED', token: 'bad', grant: null }],
    [{ type: 'KIOSK_ENTERED', token: 'good', grant }],
  ]);
  const port = { start: vi.fn(() => expect(service.attachKioskPort).toHaveBeenCalledTimes(1)) };
  tell({ type: 'CONNECT_KIOSK', grant }, [port]);
  await vi.waitFor(() => expect(port.start).toHaveBeenCalledTimes(1));
  const [served, kiosk] = service.attachKioskPort.mock.lastCall ?? [];
  expect([served, kiosk?.grant]).toEqual([port, grant]);
  kiosk?.onLeft();
  expect(parentPort.postMessage).toHaveBeenLastCalledWith({ type: 'KIOSK_LEFT', id: 'kiosk-1' });
});

test('stops the service before the process ends with 0', async () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    expect(service.stop).toHaveBeenCalledTimes(1);
    expect(code).toBe(0);
    return undefined as never;
  });
  tell({ type: 'START', options });
  opened();
  tell({ type: 'STOP' });
  await vi.waitFor(() => expect(exit).toHaveBeenCalled());
});
