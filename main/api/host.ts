/** What the desktop shell offers the renderer through the preload, beside the service's port. Types only. */

/** Commands of the native menu that the renderer carries out. */
export type MenuCommand = 'SEARCH' | 'SHORTCUTS' | 'SETTINGS' | 'LOCK' | 'INGEST' | 'BACKUP';

/** What a native file dialog is asked for. */
export type PathRequest = 'INGEST_FOLDER' | 'INGEST_FILE' | 'SAVE_BACKUP' | 'SAVE_EXPORT';

export type DesktopHost = {
  /**
   * Asks for a new connection to the service. The port arrives as a window `message` event whose data is
   * `estafeta:port`; it comes again by itself after the service was restarted.
   */
  requestPort(): void;
  /** Native dialog; null when the person cancelled. */
  pickPath(request: PathRequest): Promise<string | null>;
  /** Only https and mailto, after a confirm that shows the real address. True when it was opened. */
  openExternal(url: string): Promise<boolean>;
  /** Puts a text on the system's clipboard; the page itself has no permission to. */
  copyText(text: string): Promise<void>;
  /** Opens the kiosk's own full-screen window with a token of `kiosk.open`. False: the token opens none. */
  openKiosk(token: string): Promise<boolean>;
  onMenuCommand(listener: (command: MenuCommand) => void): () => void;
};

/** What it offers the kiosk's page, and nothing more. */
export type KioskHost = {
  requestPort(): void;
  /** Prints the page on the machine's own printer, without a dialog of the system's. False: it was not printed. */
  print(): Promise<boolean>;
};

declare global {
  interface Window {
    /** Present in the desktop shell only. */
    readonly estafetaHost?: DesktopHost;
    /** Present in the desktop shell's kiosk only. */
    readonly estafetaKiosk?: KioskHost;
  }
}
