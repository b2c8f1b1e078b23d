import { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openExternal } from '../../main/electron/external.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

const window = new BrowserWindow({ webPreferences: {} });

beforeEach(() => vi.clearAllMocks());

function shown(): { detail: string; defaultId: number; cancelId: number; buttons: string[] } {
  const [, options] = electron.dialog.showMessageBox.mock.lastCall as unknown as [
    unknown,
    ReturnType<typeof shown>,
  ];
  return options;
}

describe('openExternal', () => {
  test('asks first, showing the real site and address, and opens on yes', async () => {
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    expect(await openExternal(window, 'https://sede.example/a?b=1')).toBe(true);
    expect(shown().detail).toBe('Sitio: sede.example\nDirección: https://sede.example/a?b=1');
    expect(electron.shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://sede.example/a?b=1');
  });

  test('no is what Enter and Escape mean, and nothing opens', async () => {
    electron.dialog.showMessageBox.mockResolvedValueOnce({ response: 1 });
    expect(await openExternal(window, 'https://sede.example/')).toBe(false);
    expect(shown().buttons[shown().defaultId]).toBe('Cancelar');
    expect(shown().buttons[shown().cancelId]).toBe('Cancelar');
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
  });

  test('shows a look-alike name as what it is', async () => {
    await openExternal(window, 'https://sеde.example/');
    expect(shown().detail).toContain('Sitio: xn--');
    await openExternal(window, 'https://sede.example.evil.example/https://sede.example/');
    expect(shown().detail).toContain('Sitio: sede.example.evil.example\n');
  });

  test('shows whom a mail would go to', async () => {
    await openExternal(window, 'mailto:buzon@sede.example?subject=Hola');
    expect(shown().detail).toContain('Correo para: buzon@sede.example\n');
    expect(electron.shell.openExternal).toHaveBeenCalledExactlyOnceWith(
      'mailto:buzon@sede.example?subject=Hola',
    );
  });

  test('what opens is the parsed address that was shown', async () => {
    await openExternal(window, 'HTTPS://sede.example\\@evil.example/');
    expect(shown().detail).toContain('Sitio: sede.example\n');
    expect(electron.shell.openExternal).toHaveBeenCalledExactlyOnceWith(
      'https://sede.example/@evil.example/',
    );
  });

  test.each([
    'http://sede.example/',
    'file:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'app://estafeta/',
    '\\\\server\\share',
    'https://sede.example@evil.example/',
    'https://',
    'sede.example',
    '',
    `https://sede.example/${'a'.repeat(3_000)}`,
  ])('refuses %s without asking', async (url) => {
    expect(await openExternal(window, url)).toBe(false);
    expect(electron.dialog.showMessageBox).not.toHaveBeenCalled();
    expect(electron.shell.openExternal).not.toHaveBeenCalled();
  });
});
