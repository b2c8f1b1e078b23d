import { dialog, shell, type BrowserWindow } from 'electron';

/** The longest address shown whole, in characters: more does not fit in a dialog. */
const longestShown = 600;

/**
 * Opens `url` in the person's browser or mail program after a native question that shows where it really goes.
 * Only https and mailto, and no https address with a user name before the host, whose only use is to look like
 * another site. True when it was opened.
 */
export async function openExternal(window: BrowserWindow, url: string): Promise<boolean> {
  const target = describe(url);
  if (target === null) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Estafeta',
    message: '¿Abrir este enlace fuera de Estafeta?',
    detail: target.detail,
    buttons: ['Abrir', 'Cancelar'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  await shell.openExternal(target.href);
  return true;
}

function describe(url: string): { href: string; detail: string } | null {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.href.length > 2_000) return null;
  const { protocol, host, username, password, pathname, href } = parsed;
  const shown = href.length > longestShown ? `${href.slice(0, longestShown)}…` : href;
  if (protocol === 'https:' && username === '' && password === '') {
    return { href, detail: `Sitio: ${host}\nDirección: ${shown}` };
  }
  if (protocol === 'mailto:') return { href, detail: `Correo para: ${pathname}\nDirección: ${shown}` };
  return null;
}
