import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserCommand } from '../../main/web/open-browser.ts';
import { readWebOptions } from '../../main/web/options.ts';

const hex = 'ab'.repeat(32);

describe('readWebOptions', () => {
  test('a data folder and nothing else: any free port, no key', () => {
    expect(readWebOptions(['--data', 'data'], undefined)).toEqual({
      dataDir: resolve('data'),
      demo: false,
      port: 0,
      key: { kind: 'none' },
    });
  });

  test('demo data makes its own key in its folder', () => {
    expect(readWebOptions(['--data', 'data', '--demo'], undefined).key).toEqual({
      kind: 'file',
      path: join(resolve('data'), 'demo.key'),
      create: true,
    });
  });

  test('a key that was given wins, and a key file that was named is never made', () => {
    expect(readWebOptions(['--data', 'd', '--demo'], hex).key).toEqual({ kind: 'hex', hex });
    expect(readWebOptions(['--data', 'd', '--demo', '--key-file', 'k'], hex).key).toEqual({
      kind: 'file',
      path: resolve('k'),
      create: false,
    });
    expect(readWebOptions(['--data', 'd'], '').key).toEqual({ kind: 'none' });
  });

  test.each([
    { args: [], text: /carpeta de datos/ },
    { args: ['--data', 'd', '--port', '65536'], text: /puerto/ },
    { args: ['--data', 'd', '--port', '-1'], text: /argumentos no son válidos/ },
    { args: ['--data', 'd', '--port', '8e2'], text: /puerto/ },
    { args: ['--data', 'd', '--port', ''], text: /puerto/ },
    { args: ['--data', 'd', '--nothing'], text: /argumentos no son válidos/ },
    { args: ['--data', 'd', 'extra'], text: /argumentos no son válidos/ },
    { args: ['--data'], text: /argumentos no son válidos/ },
  ])('refuses $args', ({ args, text }) => {
    expect(() => readWebOptions(args, undefined)).toThrow(text);
  });
});

describe('browserCommand', () => {
  const url = 'http://127.0.0.1:1/enter/x';

  test.each([
    { platform: 'win32', environment: {}, program: 'rundll32' },
    { platform: 'darwin', environment: {}, program: 'open' },
    { platform: 'linux', environment: { DISPLAY: ':0' }, program: 'xdg-open' },
    { platform: 'linux', environment: { WAYLAND_DISPLAY: 'wayland-0' }, program: 'xdg-open' },
  ] as const)('$platform $environment: $program, the address as one argument', (machine) => {
    const command = browserCommand(url, machine);
    expect(command?.[0]).toBe(machine.program);
    expect(command?.at(-1)).toBe(url);
  });

  test('opens nothing without a screen, nor in CI', () => {
    expect(browserCommand(url, { platform: 'linux', environment: {} })).toBeNull();
    expect(browserCommand(url, { platform: 'win32', environment: { CI: 'true' } })).toBeNull();
  });
});
