import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/**
 * Stands in for the `electron` module, whose runtime the tests do not have. It keeps what it was told, and the
 * tests play Electron's part by emitting its events. Use: `vi.mock('electron', () => import('./stand-in.ts'))`.
 */

type Handler = (...args: unknown[]) => unknown;

/** An event that can be prevented, as Electron's. */
export function preventable<T extends object>(facts?: T) {
  return { preventDefault: vi.fn(), ...facts };
}

class App extends EventEmitter {
  isPackaged = true;
  gotLock = true;
  readonly quit = vi.fn();
  readonly exit = vi.fn();
  readonly commandLine = { appendSwitch: vi.fn() };
  readonly requestSingleInstanceLock = vi.fn(() => this.gotLock);
  readonly whenReady = vi.fn(() => Promise.resolve());
  readonly paths: Record<string, string> = {};
  getPath(name: string): string {
    return this.paths[name] ?? `/unknown/${name}`;
  }
}
export const app = new App();

export const protocol = { registerSchemesAsPrivileged: vi.fn() };

export class StandInSession extends EventEmitter {
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>();
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      this.schemes.set(scheme, handler),
  };
  /** The handlers that were set, by the name of their setter. */
  readonly handlers = new Map<string, Handler>();
  readonly #keep = (name: string) => (handler: Handler) => this.handlers.set(name, handler);
  readonly setPermissionRequestHandler = this.#keep('permissionRequest');
  readonly setPermissionCheckHandler = this.#keep('permissionCheck');
  readonly setDevicePermissionHandler = this.#keep('devicePermission');
  readonly setDisplayMediaRequestHandler = this.#keep('displayMediaRequest');
  readonly webRequest = { onBeforeRequest: this.#keep('beforeRequest') };

  /** Plays Electron calling a handler. */
  ask(name: string, ...args: unknown[]): unknown {
    const handler = this.handlers.get(name);
    if (handler === undefined) throw new Error(`no handler: ${name}`);
    return handler(...args);
  }
}
const partitions = new Map<string, StandInSession>();
export const session = {
  defaultSession: new StandInSession(),
  /** The same one for the same name, as Electron does. */
  fromPartition(name: string): StandInSession {
    const found = partitions.get(name) ?? new StandInSession();
    partitions.set(name, found);
    return found;
  },
};

export class StandInContents extends EventEmitter {
  destroyed = false;
  session: StandInSession = session.defaultSession;
  readonly mainFrame = { url: 'app://estafeta/' };
  readonly print = vi.fn((_options: object, callback: (printed: boolean) => void) => callback(true));
  readonly setWindowOpenHandler = vi.fn();
  readonly send = vi.fn();
  readonly postMessage = vi.fn();
  isDestroyed(): boolean {
    return this.destroyed;
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly made: BrowserWindow[] = [];
  readonly webContents = new StandInContents();
  readonly loadURL = vi.fn(() => Promise.resolve());
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  readonly maximize = vi.fn();
  readonly reload = vi.fn();
  readonly hide = vi.fn();
  readonly destroy = vi.fn();
  readonly removeMenu = vi.fn();
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  minimized = false;
  maximized = false;
  bounds = { x: 10, y: 20, width: 1200, height: 700 };

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    const { partition } = options.webPreferences;
    if (typeof partition === 'string') {
      this.webContents.session = session.fromPartition(partition);
      this.webContents.mainFrame.url = `app://${partition}/`;
    }
    BrowserWindow.made.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  getNormalBounds(): typeof this.bounds {
    return this.bounds;
  }
}

export class StandInProcess extends EventEmitter {
  readonly postMessage = vi.fn();
  readonly kill = vi.fn(() => true);
}
export const utilityProcess = {
  children: [] as StandInProcess[],
  fork: vi.fn<(entry: string, args: string[], options: object) => StandInProcess>(() => {
    const child = new StandInProcess();
    utilityProcess.children.push(child);
    return child;
  }),
};

let channels = 0;
export class MessageChannelMain {
  readonly port1: string;
  readonly port2: string;
  constructor() {
    channels += 1;
    this.port1 = `service end ${String(channels)}`;
    this.port2 = `page end ${String(channels)}`;
  }
}

export const dialog = {
  showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })),
  showOpenDialog: vi.fn(() => Promise.resolve({ canceled: false, filePaths: ['/chosen'] })),
  showSaveDialog: vi.fn(() => Promise.resolve({ canceled: false, filePath: '/saved' })),
  showErrorBox: vi.fn(),
};

export const clipboard = { writeText: vi.fn(() => Promise.resolve()) };

export const shell = { openExternal: vi.fn(() => Promise.resolve()) };

export const ipcMain = {
  handlers: new Map<string, Handler>(),
  on: vi.fn((channel: string, handler: Handler) => ipcMain.handlers.set(channel, handler)),
  handle: vi.fn((channel: string, handler: Handler) => ipcMain.handlers.set(channel, handler)),
};

export type MenuEntry = {
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuEntry[];
};
const popup = vi.fn();
export const Menu = {
  popup,
  buildFromTemplate: vi.fn((template: readonly MenuEntry[]) => ({ template, popup })),
  setApplicationMenu: vi.fn<(menu: { template: readonly MenuEntry[] }) => void>(),
};

/** Wraps by turning the text round behind a tag, which is enough to see what is stored. */
export const safeStorage = {
  tag: 'v11',
  backend: 'gnome_libsecret',
  available: true,
  shouldReEncrypt: false,
  isAsyncEncryptionAvailable: vi.fn(() => Promise.resolve(safeStorage.available)),
  getSelectedStorageBackend: vi.fn(() => safeStorage.backend),
  encryptStringAsync: vi.fn((text: string) =>
    Promise.resolve(Buffer.from(`${safeStorage.tag}${[...text].reverse().join('')}`)),
  ),
  decryptStringAsync: vi.fn((wrapped: Buffer) => {
    const text = wrapped.toString();
    if (!text.startsWith(safeStorage.tag)) return Promise.reject(new Error('not wrapped by this user'));
    const result = [...text.slice(safeStorage.tag.length)].reverse().join('');
    return Promise.resolve({ result, shouldReEncrypt: safeStorage.shouldReEncrypt });
  }),
};

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  getAllDisplays: () => screen.displays,
};
