/** How much of a text triage looks at: what a request asks stands at its beginning, and ingest must not wait. */
export const TEXT_LIMIT = 20_000;

const MARKS = /\p{M}+/gu;

const BEYOND_LATIN = /[^\0-\u017f]/;

/** Lower case without accents, for comparing words. The length may change: never use it for offsets. */
export function fold(text: string): string {
  // Every accented letter up to U+017F has its plain one in the table; decomposing is ten times slower.
  if (!BEYOND_LATIN.test(text)) return flatten(text).toLowerCase();
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

/** Zeros of the figures that people write besides ours: Arabic, Persian, full width. */
const FIGURES = [0x660, 0x6f0, 0xff10];

/** What stands in a flattened text for each UTF-16 unit: a table is many times faster than replacing by pattern. */
const PLAIN: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, unit) => {
  const figure = FIGURES.find((zero) => unit >= zero && unit < zero + 10);
  if (figure !== undefined) return 0x30 + unit - figure;
  if (unit < 0x80) return String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  if (unit >= 0x250) return unit;
  const base = String.fromCharCode(unit).normalize('NFD').charAt(0).toLowerCase();
  return unit >= 0xc0 && /[a-z]/.test(base) ? base.charCodeAt(0) : unit;
});
const BEYOND_ASCII = /[^\0-\x7f]/;
const BEYOND_LATIN_1 = /[^\0-\xff]/;
const TO_CHANGE = /[A-Z\xc0-\u024f\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/;

/**
 * Lower case without accents and with our figures, every character in its place: what is found in it stands at the same offset in the
 * original, and plain ASCII patterns (\b, a-z) work on it. Accents typed as separate marks stay.
 */
export function flatten(text: string): string {
  if (!TO_CHANGE.test(text)) return text;
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  if (!BEYOND_LATIN_1.test(text)) {
    // One byte a character, so that patterns run on the engine's faster kind of string.
    const bytes = Buffer.from(text, 'latin1');
    for (let i = 0; i < bytes.length; i++) bytes[i] = PLAIN[bytes[i] ?? 0] ?? 0;
    return bytes.toString('latin1');
  }
  const bytes = Buffer.from(text, 'utf16le');
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
  for (let i = 0; i < units.length; i++) units[i] = PLAIN[units[i] ?? 0] ?? 0;
  return bytes.toString('utf16le');
}

/**
 * Edits between two words (insert, delete, replace, swap of neighbours), or `limit + 1` as soon as it is clear
 * that there are more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  // Each edit changes at most two of the letters that the words are made of.
  if (bitCount(letterSet(a) ^ letterSet(b)) > 2 * limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, at(beforeLast, j - 2) + 1);
      }
      row.push(edits);
      best = Math.min(best, edits);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

/** Which of a to z occur, one bit each. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
