import type { Shape } from './likely-type.ts';

/** Width and height in pixels of a JPEG or PNG, from its header alone; null when it does not say, or for anything else. */
export function imageShape(bytes: Uint8Array): Shape | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return shape(view.getUint32(16), view.getUint32(20));
  }
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  // JPEG: segments of a marker and a length, until one begins a frame (ITU T.81, B.1.1.3).
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint16(at);
    if (marker < 0xff00) return null;
    if (FRAMES.has(marker)) return shape(view.getUint16(at + 7), view.getUint16(at + 5));
    const length = view.getUint16(at + 2);
    if (marker === 0xffda || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** Start of a frame, in all its kinds; the three numbers left out mean something else. */
const FRAMES = new Set(
  Array.from({ length: 16 }, (_, n) => 0xffc0 + n).filter(
    (marker) => ![0xffc4, 0xffc8, 0xffcc].includes(marker),
  ),
);

function shape(width: number, height: number): Shape | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
