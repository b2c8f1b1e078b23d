import { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { installMenu, installTextMenu } from '../../main/electron/menu.ts';
import * as electron from './stand-in.ts';
import type { MenuEntry } from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

beforeEach(() => vi.clearAllMocks());

function entries(developing: boolean, run = vi.fn()): MenuEntry[] {
  installMenu(run, developing);
  const flat = (list: readonly MenuEntry[]): MenuEntry[] =>
    list.flatMap((entry) => [entry, ...flat(entry.submenu ?? [])]);
  return flat(electron.Menu.setApplicationMenu.mock.lastCall?.[0].template ?? []);
}

describe('the menu', () => {
  test('hands every command of the shell to the page', () => {
    const run = vi.fn();
    for (const { click } of entries(false, run)) click?.();
    expect(run.mock.calls.flat().sort()).toEqual(
      ['BACKUP', 'INGEST', 'LOCK', 'SEARCH', 'SETTINGS', 'SHORTCUTS'].sort(),
    );
  });

  test('names everything itself: roles would bring English labels', () => {
    for (const entry of entries(true)) if (entry.role !== undefined) expect(entry.label).toBeTruthy();
    expect(entries(false).map(({ label }) => label)).toContain('Atajos de teclado');
  });

  test('gives no shortcut twice', () => {
    const shortcuts = entries(true).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  test('has no way to reload, and developer tools only while developing', () => {
    const roles = entries(false).map(({ role }) => role);
    expect(roles).not.toContain('reload');
    expect(roles).not.toContain('forceReload');
    expect(roles).not.toContain('toggleDevTools');
    expect(entries(true).map(({ role }) => role)).toContain('toggleDevTools');
  });
});

describe('the menu of the right button', () => {
  function rightClick(isEditable: boolean, selectionText: string): (string | undefined)[] {
    const window = new BrowserWindow({ webPreferences: {} });
    installTextMenu(window);
    electron.BrowserWindow.made.at(-1)?.webContents.emit('context-menu', {}, { isEditable, selectionText });
    return electron.Menu.buildFromTemplate.mock.lastCall?.[0].map(({ label }) => label) ?? [];
  }

  test('offers what can be done with the text there', () => {
    expect(rightClick(true, '')).toEqual(['Cortar', 'Copiar', 'Pegar', 'Seleccionar todo']);
    vi.clearAllMocks();
    expect(rightClick(false, 'texto')).toEqual(['Copiar']);
    expect(electron.Menu.popup).toHaveBeenCalledTimes(1);
    vi.clearAllMocks();
    expect(rightClick(false, '')).toEqual([]);
    expect(electron.Menu.popup).not.toHaveBeenCalled();
  });
});
