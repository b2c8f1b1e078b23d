import { textOf, WordMemory } from './words.ts';

/** A phrase of the lexicon as the matcher walks it. */
type Step = { readonly word: string; readonly prefix: boolean; readonly gap: boolean };
type Phrase = {
  readonly index: number;
  readonly steps: readonly Step[];
  readonly pieces: readonly number[];
  /** The piece it begins with. */
  readonly start: number;
};

const GAP = 4;

/** Finds phrases in a row of words: in one pass the words that phrases are made of, in another the phrases whose words are all there. */
export class PhraseFinder {
  /** Words and beginnings that phrases are made of, by number. */
  readonly #exact = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  readonly #lengths: readonly number[];
  /** The phrases whose longest piece it is: of their words the rarest, as a rule. */
  readonly #longest: Phrase[][] = [];
  /** In the search that is on: the phrases that begin with a piece and whose pieces are all there. */
  readonly #begin: Phrase[][] = [];
  readonly #piecesOf = new WordMemory((word) => this.#piecesIn(word));
  // The search in which a phrase was found and a piece seen last.
  readonly #foundIn: Int32Array;
  readonly #seenIn: Int32Array;
  #searches = 0;

  constructor(phrases: readonly string[]) {
    for (const [index, name] of phrases.entries()) {
      const own = steps(name);
      const pieces = own.map((step) => this.#pieceOf(step));
      const lengths = own.map(({ word }) => word.length);
      const longest = pieces[lengths.indexOf(Math.max(...lengths))];
      const [start] = pieces;
      if (start === undefined || longest === undefined) continue;
      this.#longest[longest]?.push({ index, steps: own, pieces, start });
    }
    this.#foundIn = new Int32Array(phrases.length);
    this.#seenIn = new Int32Array(this.#begin.length);
    this.#lengths = [...new Set([...this.#prefixes.keys()].map((prefix) => prefix.length))];
  }

  /** The places (in the list given) of the phrases that occur, each once, in the order they are first seen. */
  find(words: readonly number[]): number[] {
    const found: number[] = [];
    const search = ++this.#searches;
    const pieces = words.map((word) => this.#piecesOf.of(word));
    const complete = this.#complete(pieces, search);
    for (const phrase of complete) this.#begin[phrase.start]?.push(phrase);
    for (let at = 0; at < pieces.length && complete.length > 0; at++) {
      for (const piece of pieces[at] ?? NO_PIECES) {
        for (const phrase of this.#begin[piece] ?? NO_PHRASES) {
          if (this.#foundIn[phrase.index] === search || !follows(words, at + 1, phrase.steps)) continue;
          this.#foundIn[phrase.index] = search;
          found.push(phrase.index);
        }
      }
    }
    for (const { start } of complete) this.#begin[start] = [];
    return found;
  }

  /** The phrases whose pieces are all among those of the words, in the order of the list. */
  #complete(pieces: readonly (readonly number[])[], search: number): Phrase[] {
    const seen: number[] = [];
    for (const ofWord of pieces) {
      for (const piece of ofWord) {
        if (this.#seenIn[piece] === search) continue;
        this.#seenIn[piece] = search;
        seen.push(piece);
      }
    }
    const complete: Phrase[] = [];
    for (const piece of seen) {
      for (const phrase of this.#longest[piece] ?? NO_PHRASES) {
        if (this.#allSeen(phrase, search)) complete.push(phrase);
      }
    }
    return complete.sort((a, b) => a.index - b.index);
  }

  #allSeen({ pieces }: Phrase, search: number): boolean {
    for (const piece of pieces) if (this.#seenIn[piece] !== search) return false;
    return true;
  }

  #pieceOf({ word, prefix }: Step): number {
    const index = prefix ? this.#prefixes : this.#exact;
    const known = index.get(word);
    if (known !== undefined) return known;
    index.set(word, this.#begin.length);
    this.#longest.push([]);
    return this.#begin.push([]) - 1;
  }

  #piecesIn(word: string): readonly number[] {
    const exact = this.#exact.get(word);
    const pieces = exact === undefined ? [] : [exact];
    for (const length of this.#lengths) {
      const prefix = length <= word.length ? this.#prefixes.get(word.slice(0, length)) : undefined;
      if (prefix !== undefined) pieces.push(prefix);
    }
    return pieces.length === 0 ? NO_PIECES : pieces;
  }
}

const NO_PIECES: readonly number[] = [];
const NO_PHRASES: readonly Phrase[] = [];

/** Whether the steps after the first stand from there on. */
function follows(words: readonly number[], from: number, steps: readonly Step[]): boolean {
  let at = from;
  for (let next = 1; next < steps.length; next++) {
    const step = steps[next];
    if (step === undefined) return false;
    const last = step.gap ? at + GAP : at;
    while (at <= last && !matches(words[at], step)) at++;
    if (at > last) return false;
    at++;
  }
  return true;
}

function matches(word: number | undefined, step: Step): boolean {
  if (word === undefined) return false;
  const text = textOf(word);
  return step.prefix ? text.startsWith(step.word) : text === step.word;
}

function steps(phrase: string): Step[] {
  const parts = phrase.split(' ');
  return parts.flatMap((part, index) =>
    part === '..'
      ? []
      : [
          {
            word: part.endsWith('*') ? part.slice(0, -1) : part,
            prefix: part.endsWith('*'),
            gap: parts[index - 1] === '..',
          },
        ],
  );
}
