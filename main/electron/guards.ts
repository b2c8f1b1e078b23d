import type { App, Session, WebContents } from 'electron';
import { isOurPage, pageUrl, type PageHost } from './page.ts';

/** What a frame inside the page may hold: mail is shown in `srcdoc` frames. */
const frameContents = new Set(['about:srcdoc', 'about:blank']);

/** Schemes that never leave the machine. `devtools:` is there only while developing. */
const localSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/**
 * Denies the page every permission, every device and every connection that would leave the machine. `saves`: a person
 * may save what the page made itself.
 */
export function guardSession(session: Session, { saves }: { readonly saves: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !localSchemes.has(URL.parse(details.url)?.protocol ?? '') });
  });
  // An attachment that the clerk saves comes from the page itself; Electron then asks where to put it.
  session.on('will-download', (event, item) => {
    if (!saves || !item.getURL().startsWith(`blob:${pageUrl}`)) event.preventDefault();
  });
}

/** Applies to every page Electron ever makes in this process, whoever makes it; each stays the page that it is. */
export function guardContents(app: App, hostOf: (contents: WebContents) => PageHost): void {
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, hostOf));
}

function guardNavigation(contents: WebContents, hostOf: (contents: WebContents) => PageHost): void {
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isOurPage(event.url, hostOf(contents)) : frameContents.has(event.url);
    if (!allowed) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
