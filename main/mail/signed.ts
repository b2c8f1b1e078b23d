/**
 * The MIME entity inside an opaque S/MIME signature (CMS SignedData, RFC 5652 5.1 and 5.2), or null when the bytes
 * are something else: an encrypted envelope or no CMS at all. The signature itself is not checked.
 */
export function unwrapSigned(cms: Buffer): Buffer | null {
  const contentInfo = element(cms, 0, cms.length);
  const [type, wrapped] = contentInfo ? children(contentInfo) : [];
  if (!type || !wrapped || !type.body.equals(SIGNED_DATA)) return null;
  const [signedData] = children(wrapped);
  // version, digestAlgorithms, encapContentInfo { eContentType, [0] eContent }
  const encapsulated = signedData ? children(signedData)[2] : undefined;
  const content = encapsulated ? children(encapsulated)[1] : undefined;
  const octets = content ? children(content)[0] : undefined;
  if (!octets) return null;
  // BER may cut an octet string into pieces (constructed encoding).
  return octets.constructed ? Buffer.concat(children(octets).map(({ body }) => body)) : octets.body;
}

// 1.2.840.113549.1.7.2
const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex');

type Element = { readonly constructed: boolean; readonly body: Buffer; readonly end: number };

/** The BER element that starts there; null when it is not whole. Indefinite lengths reach to the end marker. */
function element(bytes: Buffer, start: number, limit: number, depth = 0): Element | null {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > 16) return null;
  const constructed = (tag & 0x20) !== 0;
  if (first === 0x80) {
    let at = start + 2;
    while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
      const inner = constructed ? element(bytes, at, limit, depth + 1) : null;
      if (!inner) return null;
      at = inner.end;
    }
    return { constructed, body: bytes.subarray(start + 2, at), end: at + 2 };
  }
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return null;
  let length = first & 0x7f;
  if (lengthBytes > 0) {
    length = 0;
    for (let i = 0; i < lengthBytes; i++) length = length * 256 + (bytes[start + 2 + i] ?? 0);
  }
  const from = start + 2 + lengthBytes;
  return from + length > limit
    ? null
    : { constructed, body: bytes.subarray(from, from + length), end: from + length };
}

function children({ body, constructed }: Element): Element[] {
  const found: Element[] = [];
  for (let at = 0; constructed && at < body.length;) {
    const next = element(body, at, body.length);
    if (!next) return [];
    found.push(next);
    at = next.end;
  }
  return found;
}
