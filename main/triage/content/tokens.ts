const WORD = /[\p{L}\p{N}]+/gu;
const LONG_NUMBER = /\d{5}/;
/** Scripts that put no space between words: pairs of characters stand for words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}$/u;

/** What a number of more figures than four becomes. */
export const SOME_NUMBER = '#';
export const LONG_NUMBER_FIGURES = 5;
export const LONGEST_WORD = 30;

/**
 * The words of a flattened text (see `flatten`), without punctuation. Numbers of more than four figures are somebody's
 * own (documents, accounts, telephones) and become `#`, so that nobody's number is ever learnt.
 */
export function tokens(flat: string): string[] {
  return (flat.match(WORD) ?? []).flatMap((word) => {
    if (LONG_NUMBER.test(word)) return SOME_NUMBER;
    if (UNSPACED.test(word)) return Array.from(word.slice(1), (_, at) => word.slice(at, at + 2));
    return word.slice(0, LONGEST_WORD);
  });
}

const STEM = 6;

/** What the forms of a longer word share, as far as its beginning tells: `cotizaciones` and `cotizando` are `cotiza`. */
export function stemOf(word: string): string | null {
  return word.length > STEM ? word.slice(0, STEM) : null;
}
