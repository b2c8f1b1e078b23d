import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A random secret of 256 bits, fit for an address and a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in hex: what may be kept of a secret. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares in constant time: digests, because the lengths may differ. */
export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(digest(given), 'hex'), Buffer.from(digest(expected), 'hex'));
}
