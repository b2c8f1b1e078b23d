import { X509Certificate } from 'node:crypto';

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/**
 * The SHA-256 fingerprints of the certificates in a PEM text, in order; what stands between them is explained to
 * nobody. Instead of them the number of the first one that cannot be read, from 1; 1 too where there is none at all.
 */
export function certificateFingerprints(pem: string): readonly string[] | { readonly unreadable: number } {
  const [before = '', ...blocks] = pem.split(BEGIN);
  if (blocks.length === 0) return before.trim() === '' ? [] : { unreadable: 1 };
  const fingerprints: string[] = [];
  for (const block of blocks) {
    const fingerprint = block.includes(END) ? fingerprintOf(`${BEGIN}${block}`) : null;
    if (fingerprint === null) return { unreadable: fingerprints.length + 1 };
    fingerprints.push(fingerprint);
  }
  return fingerprints;
}

/**
 * Whether a PEM text is an authority to trust: certificates that can all be read, one at least. TLS itself passes over
 * what it cannot read, and then refuses every server for the wrong reason.
 */
export function isAuthority(pem: string): boolean {
  const found = certificateFingerprints(pem);
  return !('unreadable' in found) && found.length > 0;
}

function fingerprintOf(pem: string): string | null {
  try {
    return new X509Certificate(pem).fingerprint256;
  } catch {
    return null;
  }
}
