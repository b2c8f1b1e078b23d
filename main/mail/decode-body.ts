const CR = 0x0d;
const EQUALS = 0x3d;

/**
 * Null for what is no plain base64 from beginning to end: readers differ in what they pass over, in padding in the
 * middle (pieces encoded one by one) and in a piece missing at the end.
 */
export function decodeBase64(body: Buffer): Buffer | null {
  const text = body.toString('latin1').trimEnd();
  let signs = text.length;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    signs -= text.charCodeAt(at - 1) === CR ? 2 : 1;
  }
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = Buffer.from(text, 'base64');
  // Node passes over what is no base64, so that bytes are missing then, and reads two signs of another alphabet.
  const whole = signs % 4 === 0 && bytes.length === (signs / 4) * 3 - padding;
  return whole && !text.includes('-') && !text.includes('_') ? bytes : null;
}

/** One byte per character in; what is no escape stays as it is. */
export function decodeQuotedPrintable(text: string): Buffer {
  // The group before keeps this linear in a long run of blanks.
  const joined = text.replace(/(^|[^\t ])[\t ]+$/gm, '$1').replace(/=(?:\r?\n|$)/g, '');
  const bytes = Buffer.allocUnsafe(joined.length);
  let length = 0;
  for (let at = 0; at < joined.length; at++) {
    const unit = joined.charCodeAt(at);
    const high = unit === EQUALS ? hexValue(joined.charCodeAt(at + 1)) : -1;
    const low = high < 0 ? -1 : hexValue(joined.charCodeAt(at + 2));
    if (low < 0) {
      bytes[length++] = unit;
    } else {
      bytes[length++] = high * 16 + low;
      at += 2;
    }
  }
  return bytes.subarray(0, length);
}

/** -1 for what is no hexadecimal digit. */
function hexValue(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
