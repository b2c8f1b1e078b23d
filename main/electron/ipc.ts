import {
  clipboard,
  dialog,
  ipcMain,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
} from 'electron';
import { z } from 'zod';
import type { PathRequest } from '../api/host.ts';
import { openExternal } from './external.ts';
import { isOurPage } from './page.ts';

const Request = z.enum([
  'INGEST_FOLDER',
  'INGEST_FILE',
  'SAVE_BACKUP',
  'SAVE_EXPORT',
]) satisfies z.ZodType<PathRequest>;
const Text = z.string().max(10_000);

export type IpcOptions = {
  readonly window: BrowserWindow;
  readonly connect: () => void;
  readonly openKiosk: (token: string) => Promise<boolean>;
  readonly today: () => string;
};

/**
 * Answers the preload (preload.cts). Only the window's own top frame, while it shows our page, is listened to;
 * anything else is refused.
 */
export function serveIpc({ window, connect, openKiosk, today }: IpcOptions): void {
  function checkSender(event: IpcMainEvent | IpcMainInvokeEvent): void {
    const frame = event.senderFrame;
    if (frame === null || frame !== window.webContents.mainFrame || !isOurPage(frame.url)) {
      throw new Error('IPC from a frame that is not the page');
    }
  }

  ipcMain.on('estafeta:request-port', (event) => {
    checkSender(event);
    connect();
  });
  ipcMain.handle('estafeta:pick-path', (event, request: unknown) => {
    checkSender(event);
    return pickPath(window, Request.parse(request), today());
  });
  ipcMain.handle('estafeta:open-external', (event, url: unknown) => {
    checkSender(event);
    return openExternal(window, Text.parse(url));
  });
  ipcMain.handle('estafeta:copy-text', (event, text: unknown) => {
    checkSender(event);
    return clipboard.writeText(Text.parse(text));
  });
  ipcMain.handle('estafeta:open-kiosk', (event, token: unknown) => {
    checkSender(event);
    return openKiosk(Text.parse(token));
  });
}

/** The path a person chose in a native dialog; null when they cancelled. */
async function pickPath(window: BrowserWindow, request: PathRequest, today: string): Promise<string | null> {
  switch (request) {
    case 'INGEST_FOLDER': {
      const options = { title: 'Carpeta de mensajes', properties: ['openDirectory' as const] };
      return (await dialog.showOpenDialog(window, options)).filePaths[0] ?? null;
    }
    case 'INGEST_FILE': {
      const filters = [
        { name: 'Buzón mbox', extensions: ['mbox', 'mbx'] },
        { name: 'Todos los archivos', extensions: ['*'] },
      ];
      const options = { title: 'Archivo de mensajes', filters, properties: ['openFile' as const] };
      return (await dialog.showOpenDialog(window, options)).filePaths[0] ?? null;
    }
    case 'SAVE_BACKUP':
      return save(window, 'Guardar copia de seguridad', `estafeta-${today}.db`);
    case 'SAVE_EXPORT':
      return save(window, 'Guardar exportación', `estafeta-${today}.jsonl`);
  }
}

async function save(window: BrowserWindow, title: string, defaultPath: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath });
  return canceled ? null : filePath;
}
