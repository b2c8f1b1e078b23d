import type { TriageText } from '../model.ts';
import { tellFeatures, type FeatureSink, type Place } from './features.ts';
import { learnStem, learnWord, NONE, type Word } from './words.ts';

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

export type Decided<Class extends string> = {
  readonly best: Class;
  /** 0 to 1, calibrated. */
  readonly confidence: number;
};

export type Scored<Class extends string> = Decided<Class> & {
  /** What spoke for and against, strongest first. */
  readonly contributions: readonly Contribution[];
};

const PLACES = ['s', 'b', 'q', 'a', 'f', 'r'] as const satisfies readonly Place[];
type PlaceIndex = Readonly<Record<Place, number>>;
const AT = Object.fromEntries(PLACES.map((place, at) => [place, at])) as PlaceIndex;

/**
 * A linear model over words and phrases: deterministic, and every answer can be taken apart into what weighed. `bestOf`
 * picks a class by its probabilities; without it the likeliest is taken.
 */
export class LinearModel<Class extends string> implements FeatureSink {
  readonly #classes: readonly Class[];
  readonly #bestOf: (probabilities: readonly number[]) => number;
  readonly #names: readonly string[];
  /** In hundredths, a feature's stand together. */
  readonly #weights: Int16Array;
  readonly #bias: readonly number[];
  readonly #temperature: number;
  readonly #named = new Map<string, number>();
  // Features by the numbers of words and stems, a place after the other; small, since look-ups go all over them.
  readonly #words: Int32Array;
  readonly #stems: Int32Array;
  readonly #pairs: PairTable;
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
    this.#weights = Int16Array.from(entries.flatMap(([, own]) => own));
    this.#bias = stored.bias.map((weight) => weight / SCALE);
    this.#temperature = stored.temperature;
    this.#values = new Float64Array(entries.length);
    const named = this.#names.map((name, feature) => ({ ...readName(name), feature }));
    const single = named.filter(({ shape }) => shape === ':');
    const stems = named.filter(({ shape }) => shape === '~');
    const pairs = named.filter(({ shape }) => shape === '+');
    this.#words = table(single.map(({ text, at, feature }) => [learnWord(text).id, at, feature]));
    this.#stems = table(stems.map(({ text, at, feature }) => [learnStem(text), at, feature]));
    this.#pairs = new PairTable(
      pairs.map(({ text, at, feature }) => {
        const [word = '', next = ''] = text.split(' ');
        return [learnWord(word).id, learnWord(next).id * PLACES.length + at, feature];
      }),
    );
    for (const { shape, feature } of named) {
      if (!IN_TABLES.has(shape)) this.#named.set(this.#names[feature] ?? '', feature);
    }
  }

  /** The class, how sure, and what weighed. */
  score(message: TriageText): Scored<Class> {
    tellFeatures(message, this);
    const { at, ...decided } = this.#decide();
    const contributions = this.#contributions(at);
    this.#forget();
    return { ...decided, contributions };
  }

  /** The class and how sure, for those who do not ask why. */
  decide(message: TriageText): Decided<Class> {
    tellFeatures(message, this);
    const { best, confidence } = this.#decide();
    this.#forget();
    return { best, confidence };
  }

  #decide(): Decided<Class> & { readonly at: number } {
    const width = this.#classes.length;
    const sums = [...this.#bias];
    for (const id of this.#present) {
      const value = (this.#values[id] ?? 0) / SCALE;
      for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + value * (this.#weights[id * width + k] ?? 0);
    }
    const probabilities = softmax(sums.map((sum) => sum / this.#temperature));
    const at = this.#bestOf(probabilities);
    const best = this.#classes[at];
    if (best === undefined) throw new Error('a model without classes');
    return { best, confidence: probabilities[at] ?? 0, at };
  }

  #forget(): void {
    for (const id of this.#present) this.#values[id] = 0;
    this.#present = [];
  }

  words(place: Place, words: readonly Word[], wordValue: number, stemValue: number): void {
    const at = AT[place];
    let before = NONE;
    for (const { id, stem } of words) {
      this.#add(id === NONE ? NONE : (this.#words[id * PLACES.length + at] ?? NONE), wordValue);
      this.#add(stem === NONE ? NONE : (this.#stems[stem * PLACES.length + at] ?? NONE), stemValue);
      if (before !== NONE && id !== NONE) {
        this.#add(this.#pairs.get(before, id * PLACES.length + at), wordValue);
      }
      before = id;
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
      const weight = ((own - others / (width - 1)) / SCALE) * (this.#values[id] ?? 0);
      if (Math.abs(weight) >= LEAST_CONTRIBUTION) found.push({ name: this.#names[id] ?? '', weight });
    }
    return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }
}

/** Words, stems and pairs are found by their numbers; only phrases and facts by name. */
const IN_TABLES = new Set([':', '~', '+']);

type Cell = readonly [row: number, at: number, feature: number];

function readName(name: string): { at: number; shape: string; text: string } {
  const at = (PLACES as readonly string[]).indexOf(name.charAt(0));
  return { at, shape: at < 0 ? '' : name.charAt(1), text: name.slice(2) };
}

/** Features by row and place, `NONE` elsewhere. */
function table(cells: readonly Cell[]): Int32Array {
  const rows = cells.reduce((most, [row]) => Math.max(most, row + 1), 0);
  const features = new Int32Array(rows * PLACES.length).fill(NONE);
  for (const [row, at, feature] of cells) features[row * PLACES.length + at] = feature;
  return features;
}

/** Features by two numbers: open addressing in one piece of memory, half empty. */
class PairTable {
  readonly #cells: Int32Array;
  readonly #mask: number;

  constructor(cells: readonly Cell[]) {
    const size = 2 ** Math.ceil(Math.log2(2 * cells.length + 1));
    this.#mask = size - 1;
    this.#cells = new Int32Array(size * 3).fill(NONE);
    for (const cell of cells) {
      let slot = this.#slotOf(cell[0], cell[1]);
      while (this.#cells[slot * 3] !== NONE) slot = (slot + 1) & this.#mask;
      this.#cells.set(cell, slot * 3);
    }
  }

  get(first: number, second: number): number {
    let slot = this.#slotOf(first, second);
    for (;;) {
      const found = this.#cells[slot * 3];
      if (found === NONE) return NONE;
      if (found === first && this.#cells[slot * 3 + 1] === second) return this.#cells[slot * 3 + 2] ?? NONE;
      slot = (slot + 1) & this.#mask;
    }
  }

  #slotOf(first: number, second: number): number {
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
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
