import { createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { CodePurpose } from './code-model.ts';

const DIGITS = 6;

/** What a code is good for, and nothing else. */
export type Binding = {
  readonly citizenId: number;
  readonly caseId: number | null;
  readonly boundTo: string | null; // in place of a case
  readonly purpose: CodePurpose;
  readonly address: string;
};

/** Six digits, each of the million as likely as the next. */
export function newCode(): string {
  return String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
}

/** What is kept of a code: useless without the store's key, and different for the same code each time. */
export function sealCode(storeKey: string, binding: Binding, code: string): { salt: string; hash: string } {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: hashOf(storeKey, salt, binding, code).toString('hex') };
}

/** Whether the code is the sealed one, in constant time. */
export function opensSeal(
  storeKey: string,
  sealed: Binding & { readonly salt: string; readonly hash: string },
  code: string,
): boolean {
  return timingSafeEqual(hashOf(storeKey, sealed.salt, sealed, code), Buffer.from(sealed.hash, 'hex'));
}

function hashOf(storeKey: string, salt: string, binding: Binding, code: string): Buffer {
  const { citizenId, caseId, boundTo, purpose, address } = binding;
  const sealed = [citizenId, caseId ?? boundTo, purpose, address, code];
  return keyedHash(storeKey, 'estafeta/one-time-code', salt, sealed);
}

/** HMAC-SHA-256 under a key derived from the store's for one use and one salt. */
export function keyedHash(
  storeKey: string,
  use: string,
  salt: string,
  sealed: readonly (string | number | null)[],
): Buffer {
  const key = hkdfSync('sha256', Buffer.from(storeKey, 'hex'), Buffer.from(salt, 'hex'), use, 32);
  return createHmac('sha256', new Uint8Array(key)).update(JSON.stringify(sealed)).digest();
}
