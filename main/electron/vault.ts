import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { AppError } from '../errors.ts';
import { newKey, type KeySource } from '../store/key.ts';

/** As store/store.ts names it; that module is not loaded here because it brings the database driver. */
export const databaseFile = 'estafeta.db';
export const vaultFile = 'key.vault';

/**
 * The key of `dataDir`, kept in it wrapped by the operating system for this user (DPAPI on Windows). A new folder
 * gets a new random key. A folder that has a database but no key that this user can unwrap gives `none`: the key
 * is never replaced. Throws VAULT_INSECURE where the system would keep it readable for everybody. Only after
 * Electron is ready.
 */
export async function keyFromVault(dataDir: string, platform: NodeJS.Platform): Promise<KeySource> {
  const file = join(dataDir, vaultFile);
  if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new AppError('VAULT_INSECURE');
  if (platform === 'linux' && !isRealBackend(safeStorage.getSelectedStorageBackend())) {
    throw new AppError('VAULT_INSECURE');
  }
  if (existsSync(file)) return unwrap(file, platform);
  if (existsSync(join(dataDir, databaseFile))) return { kind: 'none' };

  const hex = newKey();
  mkdirSync(dataDir, { recursive: true });
  await wrap(file, hex, platform);
  return { kind: 'hex', hex };
}

function isRealBackend(backend: ReturnType<typeof safeStorage.getSelectedStorageBackend>): boolean {
  return backend !== 'basic_text' && backend !== 'unknown';
}

async function unwrap(file: string, platform: NodeJS.Platform): Promise<KeySource> {
  const wrapped = readFileSync(file);
  let opened: { result: string; shouldReEncrypt: boolean };
  try {
    opened = await safeStorage.decryptStringAsync(wrapped);
  } catch {
    // Another user's or another machine's: the service answers KEY_MISSING, whose text says what to do.
    return { kind: 'none' };
  }
  if (opened.shouldReEncrypt) await wrap(file, opened.result, platform);
  return { kind: 'hex', hex: opened.result };
}

/** Writes beside and renames: a cut in between leaves the file that was there. */
async function wrap(file: string, hex: string, platform: NodeJS.Platform): Promise<void> {
  const wrapped = await safeStorage.encryptStringAsync(hex);
  // On Linux, Chromium marks what it wrapped with its built-in, public key as "v10" (FallbackLinuxKeyProvider).
  if (platform === 'linux' && wrapped.subarray(0, 3).toString('latin1') === 'v10') {
    throw new AppError('VAULT_INSECURE');
  }
  writeFileSync(`${file}.new`, wrapped, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
