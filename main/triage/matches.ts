const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern that matches no empty text. Unlike `matchAll` it makes no new pattern each time, which
 * takes longer than looking through a text of a few lines.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}

/** Where a word of plain letters stands by itself first, from an offset on, or -1. */
export function wholeWordIndex(flat: string, word: string, from = 0): number {
  let at = flat.indexOf(word, from);
  while (at >= 0 && /\w/.test(flat.charAt(at - 1) + flat.charAt(at + word.length))) {
    at = flat.indexOf(word, at + 1);
  }
  return at;
}
