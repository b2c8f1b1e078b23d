const WORD = /[\p{L}\p{N}]+/gu;
/** The same up to U+024F, many times faster. */
const LATIN_WORD = /[0-9A-Za-z\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\u024f]+/g;
const LONG_NUMBER = /\d{5}/;
/** Scripts that put no space between words: pairs of characters stand for words. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}$/u;
const LATIN = /^[\0-\u024f]*$/;
const LONGEST_WORD = 30;

/**
 * The words of a flattened text (see `flatten`), without punctuation. Numbers of more than four figures are somebody's
 * own (documents, accounts, telephones) and become `#`, so that nobody's number is ever learnt.
 */
export function tokens(flat: string): string[] {
  const latin = LATIN.test(flat);
  const numbered = LONG_NUMBER.test(flat);
  const found: string[] = [];
  for (const word of flat.match(latin ? LATIN_WORD : WORD) ?? []) {
    if (numbered && LONG_NUMBER.test(word)) found.push('#');
    else if (!latin && UNSPACED.test(word)) {
      for (let at = 0; at + 1 < word.length; at++) found.push(word.slice(at, at + 2));
    } else found.push(word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word);
  }
  return found;
}

const STEM = 6;

/** What the forms of a longer word share, as far as its beginning tells: `cotizaciones` and `cotizando` are `cotiza`. */
export function stemOf(word: string): string | null {
  return word.length > STEM ? word.slice(0, STEM) : null;
}
