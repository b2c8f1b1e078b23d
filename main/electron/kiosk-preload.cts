import type { KioskHost } from '../api/host.ts' with { 'resolution-mode': 'import' };

// Spelled out here and in kiosk-shell.ts: a sandboxed preload cannot load other files.
const { contextBridge, ipcRenderer } = require('electron') as typeof Electron;

/** The little of the page's own world that is used here; the shell is compiled without the DOM's types. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: string, origin: string, ports: Electron.IpcRendererEvent['ports']): void;
};

const kiosk: KioskHost = {
  requestPort: () => ipcRenderer.send('estafeta:kiosk-port'),
  print: () => ipcRenderer.invoke('estafeta:kiosk-print'),
};

contextBridge.exposeInMainWorld('estafetaKiosk', kiosk);

// Ports cannot cross the bridge; a window message carries them into the page's own world.
ipcRenderer.on('estafeta:port', (event) => {
  window.postMessage('estafeta:port', window.location.origin, event.ports);
});
