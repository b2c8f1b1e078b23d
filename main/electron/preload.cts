import type { DesktopHost } from '../api/host.ts' with { 'resolution-mode': 'import' };

// A sandboxed preload is CommonJS and cannot load other files: the channels are spelled out here and in ipc.ts.
const { contextBridge, ipcRenderer } = require('electron') as typeof Electron;

/** The little of the page's own world that is used here; the shell is compiled without the DOM's types. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: string, origin: string, ports: Electron.IpcRendererEvent['ports']): void;
};

const host: DesktopHost = {
  requestPort: () => ipcRenderer.send('estafeta:request-port'),
  pickPath: (request) => ipcRenderer.invoke('estafeta:pick-path', request),
  openExternal: (url) => ipcRenderer.invoke('estafeta:open-external', url),
  copyText: (text) => ipcRenderer.invoke('estafeta:copy-text', text),
  openKiosk: (token) => ipcRenderer.invoke('estafeta:open-kiosk', token),
  onMenuCommand(listener) {
    const forward = (_event: Electron.IpcRendererEvent, command: Parameters<typeof listener>[0]): void =>
      listener(command);
    ipcRenderer.on('estafeta:menu', forward);
    return () => ipcRenderer.off('estafeta:menu', forward);
  },
};

contextBridge.exposeInMainWorld('estafetaHost', host);

// Ports cannot cross the bridge; a window message carries them into the page's own world.
ipcRenderer.on('estafeta:port', (event) => {
  window.postMessage('estafeta:port', window.location.origin, event.ports);
});
