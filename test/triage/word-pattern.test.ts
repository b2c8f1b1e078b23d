import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MY_KIN } from '../../main/triage/kin.ts';
import { WordPattern } from '../../main/triage/word-pattern.ts';

const PATTERNS = [
  /\bmi (?:dni|nie|d\.n\.i)\b/,
  /\b(?:la|el|l'|mi)\b/,
  /\bs(?:oy|omos) (?:el|la)?/,
  /\b(?=mi |la )(?:mi madre|la |\) no)/,
  /\bde(?:l| la)? (?:ano )?\d/,
  /\b(?<!no )(?:se llama|llam[ao]r?)(?!\w)/,
  /(?<![a-z\d])c\/? ?[a-z]+(?=[,.]|$)/m,
  /\b(?:\d{3,4}|x\d*)a?\b/,
  /\b[a-z]{2,3} [yi] \w+/,
  /\b\w+o\b|день/,
  new RegExp(MY_KIN),
].map((pattern) => ({ pattern, word: new WordPattern(pattern) }));
const PIECES =
  "mi |madre|mi madre|dni|d.n.i|. |, |\n|(|)|la |el |l'|so|y |omos|oy |de |del |no |se llama|llamo |c/ |c|123|4a |x1|_|x|ano |день|Мой муж |ñ|é|".split(
    '|',
  );
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('WordPattern', () => {
  it('answers what the pattern answers', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...PATTERNS), (text, { pattern, word }) => {
        const all = [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))];
        expect(word.all(text)).toEqual(all);
        expect(word.exec(text)).toEqual(pattern.exec(text));
        expect(word.test(text)).toBe(pattern.test(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a text longer than those that are triaged', () => {
    const text = `${'la casa '.repeat(10_000)}mi dni`;
    expect(new WordPattern(/\bmi dni\b/).exec(text)?.index).toBe(80_000);
    expect(new WordPattern(/\bcasa\b/).all(text)).toHaveLength(10_000);
  });

  it.each([/madre/, /\b(?:mi|, no)/, /(?:^|\n)mi/, /\b[^a]/])(
    'takes no pattern that begins within words: %s',
    (pattern) => {
      expect(() => new WordPattern(pattern).test('mi madre')).toThrow('may begin where no word does');
    },
  );
});
