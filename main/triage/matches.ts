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
