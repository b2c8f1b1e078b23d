import { app, BrowserWindow, ipcMain, session, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { guardSession } from './guards.ts';
import { isOurPage, pageUrlOf, servePage } from './page.ts';
import type { ServiceHost } from './service-host.ts';
import { safePreferences } from './window.ts';

/** In memory: what a kiosk's page might keep is gone with the program, and the clerk's page never sees it. */
export const KIOSK_PARTITION = 'quiosco';

export type KioskShellOptions = {
  /** The kiosk's own build. */
  readonly pageDir: string;
  readonly developing: boolean;
  readonly service: Pick<ServiceHost, 'enterKiosk' | 'showKiosk' | 'connectKiosk'>;
  /** Told when the kiosk covers the screen, and when it has gone from it. */
  readonly onOpened: () => void;
  readonly onLeft: () => void;
};

/** The kiosk's window: the whole screen, a session of its own, and no way out but the exit code. */
export class KioskShell {
  readonly #options: KioskShellOptions;
  #window: BrowserWindow | null = null;
  #served = false;

  constructor(options: KioskShellOptions) {
    this.#options = options;
    ipcMain.on('estafeta:kiosk-port', (event) => {
      this.#requireKiosk(event);
      this.#options.service.connectKiosk();
    });
    ipcMain.handle('estafeta:kiosk-print', (event) => print(this.#requireKiosk(event)));
    // Only whoever holds the exit code, or the machine itself, ends it.
    app.on('before-quit', () => this.#window?.destroy());
  }

  /** Brings the kiosk to the front; false when there is none. */
  focus(): boolean {
    this.#window?.focus();
    return this.#window !== null;
  }

  /** Opens the kiosk that the supervisor's token is worth; false when it is worth none, or one is open. */
  async open(token: string): Promise<boolean> {
    const { service, onOpened, onLeft } = this.#options;
    if (this.#window !== null) return false;
    const grant = await service.enterKiosk(token);
    if (grant === null) return false;
    this.#serve();
    const window = this.#openWindow();
    this.#window = window;
    service.showKiosk({
      contents: window.webContents,
      grant,
      onLeft: () => {
        this.#window = null;
        window.destroy();
        onLeft();
      },
    });
    onOpened();
    return true;
  }

  #serve(): void {
    if (this.#served) return;
    this.#served = true;
    const own = session.fromPartition(KIOSK_PARTITION);
    guardSession(own, { saves: false });
    servePage(own, this.#options.pageDir, 'quiosco');
  }

  #openWindow(): BrowserWindow {
    const window = new BrowserWindow({
      kiosk: true,
      alwaysOnTop: true,
      minimizable: false,
      show: false,
      title: 'Estafeta',
      webPreferences: {
        ...safePreferences('kiosk-preload.cjs', this.#options.developing),
        partition: KIOSK_PARTITION,
      },
    });
    // With the menu go its keys: none of them is for citizens.
    window.removeMenu();
    window.on('close', (event) => event.preventDefault());
    window.once('ready-to-show', () => window.show());
    window.webContents.on('render-process-gone', () => window.reload());
    void window.loadURL(pageUrlOf('quiosco'));
    return window;
  }

  /** The kiosk's window when the message comes from its own top frame, while that shows the kiosk's page. */
  #requireKiosk(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow {
    const frame = event.senderFrame;
    const window = this.#window;
    if (
      window === null ||
      frame === null ||
      frame !== window.webContents.mainFrame ||
      !isOurPage(frame.url, 'quiosco')
    ) {
      throw new Error('IPC from a frame that is not the kiosk');
    }
    return window;
  }
}

/** Straight to the machine's printer: the system's dialog would let files be saved, and folders be looked at. */
function print(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => {
    window.webContents.print({ silent: true, printBackground: true }, (printed) => resolve(printed));
  });
}
