import { SCALE, softmax, type StoredModel } from './linear-model.ts';

export type Example<Class extends string> = {
  readonly features: ReadonlyMap<string, number>;
  readonly label: Class;
  /** As a mailbox has it, not picked for being hard: the confidences are made true on these. None: on all. */
  readonly ordinary?: boolean;
};

export type TrainOptions<Class extends string> = {
  readonly classes: readonly Class[];
  readonly version: number;
  /** Features of fewer examples are noise. */
  readonly leastExamples?: number;
};

const EPOCHS = 20;
const RATE = 0.2;
const RIDGE = 0.001;
const FOLDS = 5;
/** Of so many examples one fold tells the temperature as well as five, half the rounds do, and nobody waits a minute. */
const MANY = 3000;

type Row = {
  readonly ids: Int32Array;
  readonly values: Float64Array;
  readonly label: number;
  readonly ordinary: boolean;
};

/**
 * Multinomial logistic regression by AdaGrad with a ridge, classes weighed alike however many examples they have; the
 * temperature that makes its confidences true is found on folds that were not trained on. Deterministic: the same
 * examples in the same order give the same model. Each example is taken once and not kept.
 */
export function train<Class extends string>(
  examples: Iterable<Example<Class>>,
  { classes, version, leastExamples = 2 }: TrainOptions<Class>,
): StoredModel {
  const { rows, names } = frequent(read(examples, classes), leastExamples);
  const width = classes.length;
  const { weights, bias } = fit(rows, names.length, width);
  return {
    version,
    trainedOn: rows.length,
    temperature: temperatureOf(rows, names.length, width),
    bias: bias.map((value) => Math.round(value * SCALE)),
    weights: Object.fromEntries(
      names.flatMap((name, id) => {
        const own = classes.map((_, at) => Math.round((weights[id * width + at] ?? 0) * SCALE));
        return own.some((weight) => weight !== 0) ? [[name, own]] : [];
      }),
    ),
  };
}

type Rows = { readonly rows: readonly Row[]; readonly names: readonly string[] };

/** The examples with their features numbered as they are first seen. */
function read<Class extends string>(examples: Iterable<Example<Class>>, classes: readonly Class[]): Rows {
  const numbers = new Map<string, number>();
  const rows: Row[] = [];
  for (const { features, label, ordinary = false } of examples) {
    const ids = new Int32Array(features.size);
    let n = 0;
    for (const name of features.keys()) {
      const id = numbers.get(name) ?? numbers.size;
      if (id === numbers.size) numbers.set(name, id);
      ids[n++] = id;
    }
    rows.push({
      ids,
      values: Float64Array.from(features.values()),
      label: classes.indexOf(label),
      ordinary,
    });
  }
  return { rows, names: [...numbers.keys()] };
}

/** The same without the features of fewer examples than `least`. */
function frequent({ rows, names }: Rows, least: number): Rows {
  const counts = new Int32Array(names.length);
  for (const { ids } of rows) for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  const kept = names.filter((_, id) => (counts[id] ?? 0) >= least);
  const renumbered = new Int32Array(names.length);
  let next = 0;
  for (let id = 0; id < names.length; id++) renumbered[id] = (counts[id] ?? 0) >= least ? next++ : -1;
  return {
    rows: rows.map(({ ids, values, ...row }) => {
      const stays = (_: number, n: number) => (renumbered[ids[n] ?? 0] ?? -1) >= 0;
      return {
        ids: ids.filter(stays).map((id) => renumbered[id] ?? 0),
        values: values.filter(stays),
        ...row,
      };
    }),
    names: kept,
  };
}

type Fitted = { readonly weights: Float64Array; readonly bias: number[] };

function fit(rows: readonly Row[], size: number, width: number): Fitted {
  const weights = new Float64Array(size * width);
  const squares = new Float64Array(size * width).fill(1e-2);
  const bias = Array.from({ length: width }, () => 0);
  const counts = bias.map((_, at) => rows.filter(({ label }) => label === at).length);
  const present = counts.filter((count) => count > 0).length;
  const random = generator(20_200_514);
  const order = rows.map((_, at) => at);
  const errors = new Float64Array(width);
  const epochs = rows.length > MANY ? EPOCHS / 2 : EPOCHS;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at];
      if (row === undefined) continue;
      const share = rows.length / (present * (counts[row.label] ?? 1));
      const probabilities = softmax(scores(row, weights, bias));
      for (let k = 0; k < width; k++) {
        const error = share * ((probabilities[k] ?? 0) - (k === row.label ? 1 : 0));
        errors[k] = error;
        bias[k] = (bias[k] ?? 0) - 0.01 * error;
      }
      step(row, weights, squares, errors);
    }
  }
  return { weights, bias };
}

/** One step of the weights against the errors; a feature's weights of all classes stand together. */
function step(row: Row, weights: Float64Array, squares: Float64Array, errors: Float64Array): void {
  const width = errors.length;
  for (let n = 0; n < row.ids.length; n++) {
    const start = (row.ids[n] ?? 0) * width;
    const value = row.values[n] ?? 0;
    for (let k = 0; k < width; k++) {
      const cell = start + k;
      const slope = (errors[k] ?? 0) * value + RIDGE * (weights[cell] ?? 0);
      const square = (squares[cell] ?? 0) + slope * slope;
      squares[cell] = square;
      weights[cell] = (weights[cell] ?? 0) - (RATE * slope) / Math.sqrt(square);
    }
  }
}

function scores(row: Row, weights: Float64Array, bias: readonly number[]): number[] {
  const sums = [...bias];
  for (let n = 0; n < row.ids.length; n++) {
    const start = (row.ids[n] ?? 0) * sums.length;
    const value = row.values[n] ?? 0;
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + value * (weights[start + k] ?? 0);
  }
  return sums;
}

/** Of a hundred temperatures, the one under which the held-out labels are likeliest. */
function temperatureOf(rows: readonly Row[], size: number, width: number): number {
  const any = !rows.some(({ ordinary }) => ordinary);
  const held: { readonly scores: number[]; readonly label: number }[] = [];
  for (let fold = 0; fold < (rows.length > MANY ? 1 : FOLDS); fold++) {
    const fitted = fit(
      rows.filter((_, at) => at % FOLDS !== fold),
      size,
      width,
    );
    for (const [at, row] of rows.entries()) {
      if (at % FOLDS === fold && (any || row.ordinary))
        held.push({ scores: scores(row, fitted.weights, fitted.bias), label: row.label });
    }
  }
  let best = { temperature: 1, loss: Infinity };
  for (let step = 1; step <= 100; step++) {
    const temperature = step / 20;
    let loss = 0;
    for (const { scores: raw, label } of held) {
      loss -= Math.log(Math.max(softmax(raw.map((score) => score / temperature))[label] ?? 0, 1e-12));
    }
    if (loss < best.loss) best = { temperature, loss };
  }
  return best.temperature;
}

/** A small deterministic generator of numbers in [0, 1) (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}
