import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  type KeyObject,
} from 'node:crypto';
import type { Store, Tx } from '../store/store.ts';

const SECRET = 'handover/signing-key';

/** The office's own Ed25519 key: made with its first batch, in the encrypted database, never shown. */
export async function signingKey(store: Store, tx: Tx): Promise<KeyObject> {
  const known = await tx.secret.findUnique({ where: { key: SECRET } });
  if (known !== null) {
    return createPrivateKey({ key: Buffer.from(known.value, 'base64'), format: 'der', type: 'pkcs8' });
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  const value = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  await tx.secret.create({ data: { key: SECRET, value, updatedAt: store.clock.now() } });
  return privateKey;
}

export function signed(
  key: KeyObject,
  bytes: Uint8Array,
): { readonly publicKey: string; readonly signature: string } {
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
    signature: sign(null, bytes, key).toString('base64'),
  };
}

/** What is read out over the telephone to compare keys: the first half of its SHA-256, in groups of four. */
export function fingerprint(publicKey: string): string {
  return (
    hash('sha256', Buffer.from(publicKey, 'base64'), 'hex').slice(0, 32).match(/.{4}/gu)?.join(' ') ?? ''
  );
}
