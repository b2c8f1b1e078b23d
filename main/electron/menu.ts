import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../api/host.ts';

const editing: MenuItemConstructorOptions[] = [
  { label: 'Cortar', role: 'cut' },
  { label: 'Copiar', role: 'copy' },
  { label: 'Pegar', role: 'paste' },
  { label: 'Seleccionar todo', role: 'selectAll' },
];

/** The native menu, in Spanish. `run` hands a command to the page. */
export function installMenu(run: (command: MenuCommand) => void, developing: boolean): void {
  const item = (label: string, accelerator: string, command: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => run(command),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: '&Archivo',
        submenu: [
          item('Leer un buzón…', 'CmdOrCtrl+O', 'INGEST'),
          item('Copia de seguridad…', 'CmdOrCtrl+Shift+S', 'BACKUP'),
          separator,
          item('Configuración', 'CmdOrCtrl+,', 'SETTINGS'),
          separator,
          item('Bloquear', 'CmdOrCtrl+L', 'LOCK'),
          { label: 'Salir', role: 'quit', accelerator: 'CmdOrCtrl+Q' },
        ],
      },
      {
        label: '&Edición',
        submenu: [
          { label: 'Deshacer', role: 'undo' },
          { label: 'Rehacer', role: 'redo' },
          separator,
          ...editing,
          separator,
          item('Buscar', 'CmdOrCtrl+F', 'SEARCH'),
        ],
      },
      {
        label: '&Ver',
        submenu: [
          { label: 'Ampliar', role: 'zoomIn' },
          { label: 'Reducir', role: 'zoomOut' },
          { label: 'Tamaño normal', role: 'resetZoom' },
          separator,
          { label: 'Pantalla completa', role: 'togglefullscreen' },
          ...(developing
            ? [separator, { label: 'Herramientas de desarrollo', role: 'toggleDevTools' } as const]
            : []),
        ],
      },
      { label: 'A&yuda', submenu: [item('Atajos de teclado', 'F1', 'SHORTCUTS')] },
    ]),
  );
}

/** The menu of the right button in texts: Electron brings none. */
export function installTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable || selectionText !== '') {
      Menu.buildFromTemplate(isEditable ? editing : editing.filter(({ role }) => role === 'copy')).popup({
        window,
      });
    }
  });
}
