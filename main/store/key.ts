import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../errors.ts';

/**
 * Where the 32-byte database key comes from. `create` makes the file with a new random key when it is absent
 * (demo data and tests only: a key beside the data protects nothing).
 */
export type KeySource =
  | { readonly kind: 'hex'; readonly hex: string }
  | { readonly kind: 'file'; readonly path: string; readonly create: boolean }
  | { readonly kind: 'none' };

const HEX_KEY = /^[0-9a-f]{64}$/i;

/** The key as 64 lower-case hex digits. Throws KEY_MISSING, or KEY_WRONG when it is not 64 hex digits. */
export function resolveKey(source: KeySource): string {
  switch (source.kind) {
    case 'none':
      throw new AppError('KEY_MISSING');
    case 'hex':
      return checked(source.hex);
    case 'file':
      if (!existsSync(source.path)) {
        if (!source.create) throw new AppError('KEY_MISSING');
        mkdirSync(dirname(source.path), { recursive: true });
        writeFileSync(source.path, newKey() + '\n', { mode: 0o600, flag: 'wx' });
      }
      return checked(readKeyFile(source.path));
  }
}

/** A folder, or a file of somebody else's, is no key either. */
function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError('KEY_MISSING', {}, { cause: error });
  }
}

/** A new random key, 64 hex digits. */
export function newKey(): string {
  return randomBytes(32).toString('hex');
}

/** Tells a wrong key from a damaged file without giving the key away. */
export function keyFingerprint(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('estafeta key fingerprint').digest('hex');
}

function checked(text: string): string {
  const key = text.trim().toLowerCase();
  if (!HEX_KEY.test(key)) throw new AppError('KEY_WRONG');
  return key;
}
