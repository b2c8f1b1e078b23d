/** How much of a text triage looks at: what a request asks stands at its beginning, and ingest must not wait. */
export const TEXT_LIMIT = 20_000;

const MARKS = /\p{M}+/gu;

/** Lower case without accents, for comparing words. The length may change: never use it for offsets. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

const ACCENTED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 0x250 - 0xc0 }, (_, i) => String.fromCharCode(0xc0 + i)).flatMap((letter) => {
    const base = letter.normalize('NFD').charAt(0).toLowerCase();
    return /[a-z]/.test(base) ? [[letter, base] as const] : [];
  }),
);
const ACCENTED_LETTER = /[\u00c0-\u024f]/g;
const CAPITALS = /[A-Z]+/g;

/**
 * Lower case without accents, every character in its place: what is found in it stands at the same offset in the
 * original, and plain ASCII patterns (\b, a-z) work on it. Accents typed as separate marks stay.
 */
export function flatten(text: string): string {
  return text
    .replace(CAPITALS, (letters) => letters.toLowerCase())
    .replace(ACCENTED_LETTER, (letter) => ACCENTED.get(letter) ?? letter);
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
