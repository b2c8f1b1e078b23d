import type { Category, TriageText } from '../model.ts';
import { tellFeatures, type FeatureSink, type Place } from './features.ts';

// Not Category.options: the parse workers load this, and do without the schemas.
export const CLASSES = [
  'AFILIACION',
  'COTIZACION',
  'RECAUDACION',
  'MORATORIAS',
  'OTRAS',
  'NONE',
] as const satisfies readonly Category[];

/** Weights are kept as whole hundredths: small in the file, and the same on every machine. */
export const SCALE = 100;

/** A model as it is stored: bias and weights are whole hundredths, one a category in the order of `CLASSES`. */
export type StoredModel = {
  readonly version: number;
  readonly trainedOn: number;
  readonly temperature: number;
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
};

/** A feature's name (see `features`) and how much it spoke for the category against the others' mean. */
export type Contribution = { readonly name: string; readonly weight: number };

export type Scored = {
  readonly category: Category;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
  /** What spoke for and against, strongest first. */
  readonly contributions: readonly Contribution[];
};

/** Where the names of one kind in one place are found, without putting a name together for each word of a text. */
type PlaceIndex = {
  readonly words: Map<string, number>;
  readonly pairs: Map<string, Map<string, number>>;
  readonly stems: Map<string, number>;
  readonly phrases: Map<string, number>;
};

/** A linear model over words and phrases: deterministic, and every answer can be taken apart into what weighed. */
export class LinearModel implements FeatureSink {
  readonly #names: readonly string[];
  readonly #weights: Float64Array;
  readonly #bias: readonly number[];
  readonly #temperature: number;
  readonly #facts = new Map<string, number>();
  readonly #places: Record<Place, PlaceIndex> = {
    s: placeIndex(),
    b: placeIndex(),
    q: placeIndex(),
    a: placeIndex(),
    f: placeIndex(),
  };
  // Of the message being scored: what occurs in it, once each.
  readonly #values: Float64Array;
  #present: number[] = [];

  constructor(stored: StoredModel) {
    const entries = Object.entries(stored.weights);
    this.#names = entries.map(([name]) => name);
    this.#weights = Float64Array.from(entries.flatMap(([, own]) => own.map((weight) => weight / SCALE)));
    this.#bias = stored.bias.map((weight) => weight / SCALE);
    this.#temperature = stored.temperature;
    this.#values = new Float64Array(entries.length);
    for (const [id, name] of this.#names.entries()) this.#index(name, id);
  }

  score(message: TriageText): Scored {
    this.#present = [];
    tellFeatures(message, this);
    const width = CLASSES.length;
    const sums = [...this.#bias];
    for (const id of this.#present) {
      const value = this.#values[id] ?? 0;
      for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + value * (this.#weights[id * width + k] ?? 0);
    }
    const probabilities = softmax(sums.map((sum) => sum / this.#temperature));
    const best = probabilities.indexOf(Math.max(...probabilities));
    const contributions = this.#contributions(best);
    for (const id of this.#present) this.#values[id] = 0;
    return { category: CLASSES[best] ?? 'OTRAS', confidence: probabilities[best] ?? 0, contributions };
  }

  word(place: Place, word: string, value: number): void {
    this.#add(this.#places[place].words.get(word), value);
  }

  pair(place: Place, word: string, next: string, value: number): void {
    this.#add(this.#places[place].pairs.get(word)?.get(next), value);
  }

  stem(place: Place, stem: string, value: number): void {
    this.#add(this.#places[place].stems.get(stem), value);
  }

  phrase(place: Place, phrase: string, value: number): void {
    this.#add(this.#places[place].phrases.get(phrase), value);
  }

  fact(name: string, value: number): void {
    this.#add(this.#facts.get(name), value);
  }

  #add(id: number | undefined, value: number): void {
    if (id === undefined || this.#values[id] !== 0) return;
    this.#values[id] = value;
    this.#present.push(id);
  }

  #contributions(chosen: number): Contribution[] {
    const width = CLASSES.length;
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
    const place = name.charAt(0);
    const text = name.slice(2);
    if (!isPlace(place) || name.charAt(1) === '#') {
      this.#facts.set(name, id);
      return;
    }
    const index = this.#places[place];
    switch (name.charAt(1)) {
      case '+': {
        const [word = '', next = ''] = text.split(' ');
        const pairs = index.pairs.get(word) ?? new Map<string, number>();
        index.pairs.set(word, pairs.set(next, id));
        return;
      }
      case '~':
        index.stems.set(text, id);
        return;
      case '*':
        index.phrases.set(text, id);
        return;
      default:
        index.words.set(text, id);
    }
  }
}

/** Less than this is noise, and not told. */
const LEAST_CONTRIBUTION = 0.05;

function placeIndex(): PlaceIndex {
  return { words: new Map(), pairs: new Map(), stems: new Map(), phrases: new Map() };
}

function isPlace(letter: string): letter is Place {
  return letter === 's' || letter === 'b' || letter === 'q' || letter === 'a' || letter === 'f';
}

/** Probabilities of scores, safe for large ones. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
