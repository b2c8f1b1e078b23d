import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseFile, keyFromVault, vaultFile } from '../../main/electron/vault.ts';
import { DATABASE_FILE } from '../../main/store/store.ts';
import * as electron from './stand-in.ts';

vi.mock('electron', () => import('./stand-in.ts'));

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'estafeta-vault-'));
  Object.assign(electron.safeStorage, {
    tag: 'v11',
    backend: 'gnome_libsecret',
    available: true,
    shouldReEncrypt: false,
  });
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const vault = (): string => join(dataDir, vaultFile);

test('looks for the database under the name the store gives it', () => {
  expect(databaseFile).toBe(DATABASE_FILE);
});

test('a new folder gets a random key, stored only wrapped, and the same one ever after', async () => {
  const made = await keyFromVault(join(dataDir, 'new', 'data'), 'linux');
  const hex = made.kind === 'hex' ? made.hex : '';
  expect(hex).toMatch(/^[0-9a-f]{64}$/);
  const [file] = readdirSync(join(dataDir, 'new', 'data'));
  expect(file).toBe(vaultFile);
  const stored = readFileSync(join(dataDir, 'new', 'data', vaultFile), 'utf8');
  expect(stored).not.toContain(hex);
  expect(await keyFromVault(join(dataDir, 'new', 'data'), 'linux')).toEqual(made);
  const other = await keyFromVault(dataDir, 'linux');
  expect(other).not.toEqual(made);
});

test('a database without its key is answered with no key, and no new one is made', async () => {
  writeFileSync(join(dataDir, databaseFile), 'encrypted');
  expect(await keyFromVault(dataDir, 'win32')).toEqual({ kind: 'none' });
  expect(existsSync(vault())).toBe(false);
});

test("another user's wrapping is left as it is, and answered with no key", async () => {
  writeFileSync(vault(), 'v99 by somebody else');
  expect(await keyFromVault(dataDir, 'win32')).toEqual({ kind: 'none' });
  expect(readFileSync(vault(), 'utf8')).toBe('v99 by somebody else');
});

test('wraps again when the system asks for it', async () => {
  const made = await keyFromVault(dataDir, 'win32');
  const before = electron.safeStorage.encryptStringAsync.mock.calls.length;
  electron.safeStorage.shouldReEncrypt = true;
  expect(await keyFromVault(dataDir, 'win32')).toEqual(made);
  expect(electron.safeStorage.encryptStringAsync.mock.calls.length).toBe(before + 1);
  expect(readdirSync(dataDir)).toEqual([vaultFile]);
});

test.each([
  { why: 'nothing to wrap with', change: { available: false } },
  { why: 'a backend that stores in plain text', change: { backend: 'basic_text' } },
  { why: 'an unknown backend', change: { backend: 'unknown' } },
  { why: "Chromium's public key, whatever the backend says", change: { tag: 'v10' } },
])('refuses $why, and writes nothing', async ({ change }) => {
  Object.assign(electron.safeStorage, change);
  await expect(keyFromVault(dataDir, 'linux')).rejects.toMatchObject({ code: 'VAULT_INSECURE' });
  expect(readdirSync(dataDir)).toEqual([]);
});

test('on Windows v10 is the mark of DPAPI, and good', async () => {
  electron.safeStorage.tag = 'v10';
  electron.safeStorage.backend = 'unknown';
  expect((await keyFromVault(dataDir, 'win32')).kind).toBe('hex');
});
