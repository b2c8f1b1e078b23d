import type { TriageText } from '../model.ts';
import { PHRASES, tellFeatures, type FeatureSink, type Place } from './features.ts';
import { learnWord, NONE, stemNumberOf } from './words.ts';

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
  /** A feature's weights for all classes together. */
  readonly #sums: Int32Array;
  readonly #bias: readonly number[];
  readonly #temperature: number;
  readonly #named = new Map<string, number>();
  readonly #words: PlaceTable;
  readonly #stems: PlaceTable;
  readonly #phrases: PlaceTable;
  readonly #pairs: PairTable;
  // Of the message being scored: what occurs in it, once each, and how much it counts. Rows of memory made once, as
  // thousands are told of each message.
  readonly #occurs: Uint8Array;
  readonly #present: Int32Array;
  readonly #values: Float64Array;
  #count = 0;

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
    this.#sums = Int32Array.from(entries, ([, own]) => own.reduce((sum, weight) => sum + weight, 0));
    this.#bias = stored.bias.map((weight) => weight / SCALE);
    this.#temperature = stored.temperature;
    this.#occurs = new Uint8Array(entries.length);
    this.#present = new Int32Array(entries.length);
    this.#values = new Float64Array(entries.length);
    const named = this.#names.map((name, feature) => ({ ...readName(name), feature }));
    const single = named.filter(({ shape }) => shape === ':');
    const stems = named.filter(({ shape }) => shape === '~');
    const pairs = named.filter(({ shape }) => shape === '+');
    this.#words = new PlaceTable(single.map(({ text, at, feature }) => [learnWord(text), at, feature]));
    this.#stems = new PlaceTable(stems.map(({ text, at, feature }) => [learnWord(text), at, feature]));
    this.#pairs = new PairTable(
      pairs.map(({ text, at, feature }) => {
        const [word = '', next = ''] = text.split(' ');
        return [learnWord(word), learnWord(next) * PLACES.length + at, feature];
      }),
    );
    const phrases = named.filter(({ shape }) => shape === '*');
    this.#phrases = new PlaceTable(
      phrases.flatMap(({ text, at, feature }) => {
        const phrase = PHRASE_AT.get(text);
        return phrase === undefined ? [] : [[phrase, at, feature] as const];
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
    const weights = this.#weights;
    const present = this.#present;
    const values = this.#values;
    const sums = Float64Array.from(this.#bias);
    for (let n = 0; n < this.#count; n++) {
      const value = (values[n] ?? 0) / SCALE;
      const row = (present[n] ?? 0) * width;
      for (let k = 0; k < width; k++) sums[k] = (sums[k] ?? 0) + value * (weights[row + k] ?? 0);
    }
    const probabilities = softmax(Array.from(sums, (sum) => sum / this.#temperature));
    const at = this.#bestOf(probabilities);
    const best = this.#classes[at];
    if (best === undefined) throw new Error('a model without classes');
    return { best, confidence: probabilities[at] ?? 0, at };
  }

  #forget(): void {
    for (let n = 0; n < this.#count; n++) this.#occurs[this.#present[n] ?? 0] = 0;
    this.#count = 0;
  }

  words(place: Place, words: readonly number[], wordValue: number, stemValue: number): void {
    const at = AT[place];
    const ofWords = this.#words.row(at);
    const ofStems = this.#stems.row(at);
    let before = NONE;
    for (const word of words) {
      if (word < ofWords.length) this.#add(ofWords[word] ?? NONE, wordValue);
      const stem = stemNumberOf(word);
      if (stem !== NONE && stem < ofStems.length) this.#add(ofStems[stem] ?? NONE, stemValue);
      if (before !== NONE) this.#add(this.#pairs.get(before, word * PLACES.length + at), wordValue);
      before = word;
    }
  }

  phrase(place: Place, phrase: number, value: number): void {
    this.#add(this.#phrases.row(AT[place])[phrase] ?? NONE, value);
  }

  fact(name: string, value: number): void {
    this.#add(this.#named.get(name) ?? NONE, value);
  }

  #add(feature: number, value: number): void {
    if (feature === NONE || this.#occurs[feature] !== 0) return;
    this.#occurs[feature] = 1;
    this.#present[this.#count] = feature;
    this.#values[this.#count] = value;
    this.#count++;
  }

  #contributions(chosen: number): Contribution[] {
    const width = this.#classes.length;
    const found: Contribution[] = [];
    for (let n = 0; n < this.#count; n++) {
      const id = this.#present[n] ?? 0;
      const own = this.#weights[id * width + chosen] ?? 0;
      const others = (this.#sums[id] ?? 0) - own;
      const weight = ((own - others / (width - 1)) / SCALE) * (this.#values[n] ?? 0);
      if (Math.abs(weight) >= LEAST_CONTRIBUTION) found.push({ name: this.#names[id] ?? '', weight });
    }
    return found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  }
}

/** Words, stems, pairs and phrases are found by their numbers; only facts by name. */
const IN_TABLES = new Set([':', '~', '+', '*']);
const PHRASE_AT: ReadonlyMap<string, number> = new Map(PHRASES.map((phrase, at) => [phrase, at]));

type Cell = readonly [number: number, at: number, feature: number];

function readName(name: string): { at: number; shape: string; text: string } {
  const at = (PLACES as readonly string[]).indexOf(name.charAt(0));
  return { at, shape: at < 0 ? '' : name.charAt(1), text: name.slice(2) };
}

/** Features by place and number. A place's stand together: most words stand in the body, and look-ups go all over them. */
class PlaceTable {
  readonly #rows: readonly Int32Array[];

  constructor(cells: readonly Cell[]) {
    this.#rows = PLACES.map((_, place) => {
      const own = cells.filter(([, at]) => at === place);
      const row = new Int32Array(own.reduce((most, [number]) => Math.max(most, number + 1), 0)).fill(NONE);
      for (const [number, , feature] of own) row[number] = feature;
      return row;
    });
  }

  row(place: number): Int32Array {
    return this.#rows[place] ?? NO_FEATURES;
  }
}
const NO_FEATURES = new Int32Array(0);

/** Features by two numbers: open addressing in one piece of memory, half empty. */
class PairTable {
  readonly #cells: Int32Array;
  readonly #mask: number;
  /** A bit for every hash there is: most pairs of a text are none of the model's, and these bits stay in the cache. */
  readonly #hashes = new Uint32Array(HASH_BITS / 32);

  constructor(cells: readonly Cell[]) {
    const size = 2 ** Math.ceil(Math.log2(2 * cells.length + 1));
    this.#mask = size - 1;
    this.#cells = new Int32Array(size * 3).fill(NONE);
    for (const cell of cells) {
      const hash = hashOf(cell[0], cell[1]);
      const word = wordOfBit(hash);
      this.#hashes[word] = (this.#hashes[word] ?? 0) | (1 << hash);
      let slot = hash & this.#mask;
      while (this.#cells[slot * 3] !== NONE) slot = (slot + 1) & this.#mask;
      this.#cells.set(cell, slot * 3);
    }
  }

  get(first: number, second: number): number {
    const hash = hashOf(first, second);
    if (((this.#hashes[wordOfBit(hash)] ?? 0) & (1 << hash)) === 0) return NONE;
    let slot = hash & this.#mask;
    for (;;) {
      const found = this.#cells[slot * 3];
      if (found === NONE) return NONE;
      if (found === first && this.#cells[slot * 3 + 1] === second) return this.#cells[slot * 3 + 2] ?? NONE;
      slot = (slot + 1) & this.#mask;
    }
  }
}

const HASH_BITS = 2 ** 17;

/** Where among the 32-bit words a hash's bit stands; in the word it is the hash's last five bits that count. */
function wordOfBit(hash: number): number {
  return (hash & (HASH_BITS - 1)) >>> 5;
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
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
