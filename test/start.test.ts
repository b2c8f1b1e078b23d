import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../main/paths.ts';
import { electronProgram, isStale, whyNoWindow } from '../main/start.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estafeta-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('isStale', () => {
  function put(name: string, seconds: number): string {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, '');
    utimesSync(file, seconds, seconds);
    return file;
  }

  test('builds when nothing was built', () => {
    expect(isStale(join(folder, 'none.js'), [put('a.ts', 100)])).toBe(true);
  });

  test('builds when a file in a folder of sources is newer, and not otherwise', () => {
    put('src/deep/a.ts', 100);
    for (const name of ['src/deep', 'src']) utimesSync(join(folder, name), 100, 100);
    const output = put('out.js', 200);
    expect(isStale(output, [join(folder, 'src')])).toBe(false);
    put('src/deep/a.ts', 300);
    expect(isStale(output, [join(folder, 'src')])).toBe(true);
  });

  test('builds when a file named by itself is newer', () => {
    expect(isStale(put('out.js', 200), [put('config.ts', 201)])).toBe(true);
  });
});

describe('electronProgram', () => {
  test('needs both the path file and the program', () => {
    expect(electronProgram(folder)).toBeNull();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(electronProgram(folder)).toBeNull();
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(electronProgram(folder)).toBe(join(folder, 'dist', 'electron'));
  });
});

describe('whyNoWindow', () => {
  test('Windows and macOS can always show one', () => {
    expect(whyNoWindow({ platform: 'win32', environment: {}, isRoot: false })).toBeNull();
    expect(whyNoWindow({ platform: 'darwin', environment: {}, isRoot: false })).toBeNull();
  });

  test('Linux needs a screen and a user that the sandbox works for', () => {
    const screen = { WAYLAND_DISPLAY: 'wayland-0' };
    expect(whyNoWindow({ platform: 'linux', environment: screen, isRoot: false })).toBeNull();
    expect(whyNoWindow({ platform: 'linux', environment: {}, isRoot: false })).toMatch(/pantalla/);
    expect(whyNoWindow({ platform: 'linux', environment: screen, isRoot: true })).toMatch(/root/);
  });
});

test('--help tells the options without building anything', () => {
  const program = join(projectRoot, 'main', 'start.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--help'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Uso: npm start/);
  for (const option of ['--web', '--data', '--key-file', '--port']) expect(stdout).toContain(option);
});
