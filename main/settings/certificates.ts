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

function fingerprintOf(pem: string): string | null {
  try {
    return new X509Certificate(pem).fingerprint256;
  } catch {
    return null;
  }
}
