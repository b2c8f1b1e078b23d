import { flatten } from '../fold.ts';
import { tokens } from './tokens.ts';

/**
 * What a rule looks for: the phrase's words as `tokens` gives them; a word that ends in `*` stands for all that begin
 * so. Empty when there is nothing to look for: marks only, or somebody's number, which nobody may teach.
 */
export function ruleWords(phrase: string): string {
  const words = phrase
    .trim()
    .split(/\s+/)
    .flatMap((word) => {
      const found = tokens(flatten(word));
      return word.endsWith('*')
        ? [...found.slice(0, -1), ...found.slice(-1).map((last) => `${last}*`)]
        : found;
    });
  return words.some((word) => word.startsWith('#')) ? '' : words.join(' ');
}
