import type { TriageText } from '../model.ts';
import { tellFeatures, type FeatureSink, type Place } from './features.ts';
import { stemOf } from './tokens.ts';

/** Weights are kept as whole hundredths: small in the file, and the same on every machine. */
export const SCALE = 100;

/** A model as it is stored: bias and weights are whole hundredths, one a class in the order of its classes. */
export type StoredModel = {
  readonly version: number;
  readonly trainedOn: number;
  readonly temperature: number;
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
};

/** A feature's name (see `features`) and how much it spoke for the category against the others' mean. */
export type Contribution = { readonly name: string; readonly weight: number };

export type Scored<Class extends string> = {
  readonly best: Class;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  /** What spoke for and against, strongest first. */
  readonly contributions: readonly Contribution[];
};

const PLACES = ['s', 'b', 'q', 'a', 'f', 'r'] as const satisfies readonly Place[];
type PlaceIndex = Readonly<Record<Place, number>>;
const AT = Object.fromEntries(PLACES.map((place, at) => [place, at])) as PlaceIndex;
const NONE = -1;

/** A word that the model knows: its features by place, so that one look-up a word of a text is enough. */
type Entry = {
  readonly index: number;
  readonly word: number[];
  readonly stem: number[];
  /** Of this word and the next, by the next one's index and the place. */
  readonly pairs: Map<number, number>;
};

/**
 * A linear model over words and phrases: deterministic, and every answer can be taken apart into what weighed. `bestOf`
 * picks a class by its probabilities; without it the likeliest is taken.
 */
export class LinearModel<Class extends string> implements FeatureSink {
  readonly #classes: readonly Class[];
  readonly #bestOf: (probabilities: readonly number[]) => number;
  readonly #names: readonly string[];
  readonly #weights: Float64Array;
  readonly #bias: readonly number[];
  readonly #temperature: number;
  readonly #named = new Map<string, number>();
  readonly #vocabulary = new Map<string, Entry>();
  // Of the message being scored: what occurs in it, once each.
  readonly #values: Float64Array;
  #present: number[] = [];

  constructor(
    stored: StoredModel,
    classes: readonly Class[],
    bestOf = (probabilities: readonly number[]) => probabilities.indexOf(Math.max(...probabilities)),
  ) {
    this.#classes = classes;
    this.#bestOf = bestOf;
    const entries = Object.entries(stored.weights);
    this.#names = entries.map(([name]) => name);
    this.#weights = Float64Array.from(entries.flatMap(([, own]) => own.map((weight) => weight / SCALE)));
    this.#bias = stored.bias.map((weight) => weight / SCALE);
    this.#temperature = stored.temperature;
    this.#values = new Float64Array(entries.length);
    // Beginnings first: a word's entry holds that of its own.
    for (const beginning of [true, false]) {
      for (const [id, name] of this.#names.entries()) {
        if ((name.charAt(1) === '~') === beginning) this.#index(name, id);
      }
    }
  }

  score(message: TriageText): Scored<Class> {
    tellFeatures(message, this);
    return this.answer();
  }

  /** What the model makes of what it was told since the last answer. */
  answer(): Scored<Class> {
    const width = this.#classes.length;
    const sums = [...this.#bias];
    for (const id of this.#present) {
      const value = this.#values[id] ?? 0;
      for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + value * (this.#weights[id * width + k] ?? 0);
    }
    const probabilities = softmax(sums.map((sum) => sum / this.#temperature));
    const at = this.#bestOf(probabilities);
    const best = this.#classes[at];
    if (best === undefined) throw new Error('a model without classes');
    const contributions = this.#contributions(at);
    for (const id of this.#present) this.#values[id] = 0;
    this.#present = [];
    return { best, confidence: probabilities[at] ?? 0, contributions };
  }

  words(place: Place, words: readonly string[], wordValue: number, stemValue: number): void {
    const at = AT[place];
    let before: Entry | undefined;
    for (const word of words) {
      const entry = this.#vocabulary.get(word);
      if (entry === undefined) {
        const stem = stemOf(word);
        if (stem !== null) this.#add(this.#named.get(`${place}~${stem}`) ?? NONE, stemValue);
      } else {
        this.#add(entry.word[at] ?? NONE, wordValue);
        this.#add(entry.stem[at] ?? NONE, stemValue);
        if (before !== undefined) {
          this.#add(before.pairs.get(entry.index * PLACES.length + at) ?? NONE, wordValue);
        }
      }
      before = entry;
    }
  }

  phrase(place: Place, phrase: string, value: number): void {
    this.#add(this.#named.get(`${place}*${phrase}`) ?? NONE, value);
  }

  fact(name: string, value: number): void {
    this.#add(this.#named.get(name) ?? NONE, value);
  }

  #add(id: number, value: number): void {
    if (id === NONE || this.#values[id] !== 0) return;
    this.#values[id] = value;
    this.#present.push(id);
  }

  #contributions(chosen: number): Contribution[] {
    const width = this.#classes.length;
    const found: Contribution[] = [];
    for (const id of this.#present) {
      let others = 0;
      for (let k = 0; k < width; k++) if (k !== chosen) others += this.#weights[id * width + k] ?? 0;
      const own = this.#weights[id * width + chosen] ?? 0;
      const weight = (own - others / (width - 1)) * (this.#values[id] ?? 0);
      if (Math.abs(weight) >= LEAST_CONTRIBUTION) found.push({ name: this.#names[id] ?? '', weight });
    }
    return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }

  #index(name: string, id: number): void {
    this.#named.set(name, id);
    const at = (PLACES as readonly string[]).indexOf(name.charAt(0));
    const text = name.slice(2);
    if (name.charAt(1) === ':') this.#entry(text).word[at] = id;
    if (name.charAt(1) !== '+') return;
    const [word = '', next = ''] = text.split(' ');
    this.#entry(word).pairs.set(this.#entry(next).index * PLACES.length + at, id);
  }

  #entry(word: string): Entry {
    const known = this.#vocabulary.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word);
    const entry = {
      index: this.#vocabulary.size,
      word: PLACES.map(() => NONE),
      stem: PLACES.map((place) => (stem === null ? NONE : (this.#named.get(`${place}~${stem}`) ?? NONE))),
      pairs: new Map<number, number>(),
    };
    this.#vocabulary.set(word, entry);
    return entry;
  }
}

/** Less than this is noise, and not told. */
const LEAST_CONTRIBUTION = 0.05;

/** Probabilities of scores, safe for large ones. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
