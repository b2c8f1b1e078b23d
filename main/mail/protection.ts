import type { Mime } from './mime.ts';
import type { Protection } from './model.ts';
import { unwrapSigned } from './signed.ts';

/**
 * How a message is signed or encrypted, by its parts and the armour in its text; null when it is neither. Nothing is
 * checked here.
 */
export function protectionKind({ mail, structure }: Mime, text: string): Protection['kind'] | null {
  const types = new Set(structure.parts.map(({ contentType }) => contentType));
  const envelope = mail.attachments.find(({ contentType }) => PKCS7_MIME.test(contentType));
  if (envelope && unwrapSigned(envelope.content) === null) return 'SMIME_ENCRYPTED';
  if (types.has('multipart/encrypted') || types.has('application/pgp-encrypted')) return 'PGP_ENCRYPTED';
  if (/^-----BEGIN PGP MESSAGE-----/m.test(text)) return 'PGP_ENCRYPTED';
  if (envelope || [...types].some((type) => PKCS7_SIGNATURE.test(type))) return 'SMIME_SIGNED';
  if (types.has('application/pgp-signature')) return 'PGP_SIGNED';
  return /^-----BEGIN PGP SIGNED MESSAGE-----/m.test(text) ? 'PGP_SIGNED' : null;
}

const PKCS7_MIME = /^application\/(x-)?pkcs7-mime$/;
const PKCS7_SIGNATURE = /^application\/(x-)?pkcs7-signature$/;
