import { stemOf, tokens } from './tokens.ts';

/**
 * A word as models and phrases know it: looked up once, then found in their tables by its numbers. `NONE` where a number
 * is missing: a word without a stem, or one too many to be remembered.
 */
export type Word = { readonly text: string; readonly id: number; readonly stem: number };

export const NONE = -1;

/** The words of a language are few; those of hostile messages are not. */
const MOST_WORDS = 50_000;

const words = new Map<string, Word>();
const stems = new Map<string, number>();

/** The word as it is known here from now on, however many there are: for those of models, which are bounded. */
export function learnWord(text: string): Word {
  const known = words.get(text);
  if (known !== undefined) return known;
  // Copies: a piece of a text would keep the whole text in memory.
  const own = Buffer.from(text, 'utf16le').toString('utf16le');
  const stem = stemOf(own);
  const word = { text: own, id: words.size, stem: stem === null ? NONE : learnStem(stem) };
  words.set(own, word);
  return word;
}

export function learnStem(stem: string): number {
  const known = stems.get(stem);
  if (known !== undefined) return known;
  stems.set(stem, stems.size);
  return stems.size - 1;
}

export function wordOf(text: string): Word {
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size < MOST_WORDS) return learnWord(text);
  const stem = stemOf(text);
  return { text, id: NONE, stem: stem === null ? NONE : (stems.get(stem) ?? NONE) };
}

/** The words of a flattened text, as `tokens` cuts them. */
export function wordsOf(flat: string): Word[] {
  return tokens(flat).map(wordOf);
}

/** What is found out about a word once. */
export class WordMemory<Value> {
  readonly #known: (Value | undefined)[] = [];
  readonly #make: (text: string) => Value;

  constructor(make: (text: string) => Value) {
    this.#make = make;
  }

  of({ id, text }: Word): Value {
    if (id === NONE) return this.#make(text);
    const known = this.#known[id];
    if (known !== undefined) return known;
    const value = this.#make(text);
    while (this.#known.length < id) this.#known.push(undefined);
    this.#known[id] = value;
    return value;
  }
}
