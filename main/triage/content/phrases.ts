import { WordMemory, type Word } from './words.ts';

/** A phrase of the lexicon as the matcher walks it. */
type Step = { readonly word: string; readonly prefix: boolean; readonly gap: boolean };
type Phrase = { readonly name: string; readonly steps: readonly Step[] };

const GAP = 4;

/** Finds phrases in a row of tokens in one pass. */
export class PhraseFinder {
  readonly #exact = new Map<string, Phrase[]>();
  readonly #prefixes = new Map<string, Phrase[]>();
  readonly #lengths: readonly number[];
  readonly #starts = new WordMemory((word) => this.#startingWith(word));

  constructor(phrases: readonly string[]) {
    for (const name of phrases) {
      const phrase = { name, steps: steps(name) };
      const [first] = phrase.steps;
      if (first === undefined) continue;
      const index = first.prefix ? this.#prefixes : this.#exact;
      const others = index.get(first.word);
      if (others === undefined) index.set(first.word, [phrase]);
      else others.push(phrase);
    }
    this.#lengths = [...new Set([...this.#prefixes.keys()].map((prefix) => prefix.length))];
  }

  /** The phrases that occur, each once, in the order they are first seen. */
  find(words: readonly Word[]): Set<string> {
    const found = new Set<string>();
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      for (const phrase of word === undefined ? NO_PHRASES : this.#starts.of(word)) {
        if (!found.has(phrase.name) && follows(words, at + 1, phrase.steps)) found.add(phrase.name);
      }
    }
    return found;
  }

  #startingWith(word: string): readonly Phrase[] {
    const starts = [...(this.#exact.get(word) ?? [])];
    for (const length of this.#lengths) {
      if (length <= word.length) starts.push(...(this.#prefixes.get(word.slice(0, length)) ?? []));
    }
    return starts.length === 0 ? NO_PHRASES : starts;
  }
}

const NO_PHRASES: readonly Phrase[] = [];

function follows(words: readonly Word[], from: number, [, ...rest]: readonly Step[]): boolean {
  let at = from;
  for (const step of rest) {
    const last = step.gap ? at + GAP : at;
    while (at <= last && !matches(words[at]?.text, step)) at++;
    if (at > last) return false;
    at++;
  }
  return true;
}

function matches(word: string | undefined, step: Step): boolean {
  return word !== undefined && (step.prefix ? word.startsWith(step.word) : word === step.word);
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
