import { SCALE, softmax, type StoredModel } from './linear-model.ts';

export type Example<Class extends string> = {
  readonly features: ReadonlyMap<string, number>;
  readonly label: Class;
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

type Row = { readonly ids: Int32Array; readonly values: Float64Array; readonly label: number };

/**
 * Multinomial logistic regression by AdaGrad with a ridge, classes weighed alike however many examples they have; the
 * temperature that makes its confidences true is found on folds that were not trained on. Deterministic: the same
 * examples in the same order give the same model.
 */
export function train<Class extends string>(
  examples: readonly Example<Class>[],
  { classes, version, leastExamples = 2 }: TrainOptions<Class>,
): StoredModel {
  const names = frequentNames(examples, leastExamples);
  const rows = examples.map((example) => toRow(example, names, classes));
  const width = classes.length;
  const { weights, bias } = fit(rows, names.size, width);
  return {
    version,
    trainedOn: examples.length,
    temperature: temperatureOf(rows, names.size, width),
    bias: bias.map((value) => Math.round(value * SCALE)),
    weights: Object.fromEntries(
      [...names].flatMap(([name, id]) => {
        const own = classes.map((_, at) => Math.round((weights[id * width + at] ?? 0) * SCALE));
        return own.some((weight) => weight !== 0) ? [[name, own]] : [];
      }),
    ),
  };
}

function frequentNames(examples: readonly Example<string>[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) {
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = new Map<string, number>();
  for (const [name, count] of counts) if (count >= least) names.set(name, names.size);
  return names;
}

function toRow<Class extends string>(
  { features, label }: Example<Class>,
  names: ReadonlyMap<string, number>,
  classes: readonly Class[],
): Row {
  const known = [...features].flatMap(([name, value]) => {
    const id = names.get(name);
    return id === undefined ? [] : [{ id, value }];
  });
  return {
    ids: Int32Array.from(known, ({ id }) => id),
    values: Float64Array.from(known, ({ value }) => value),
    label: classes.indexOf(label),
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
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at];
      if (row === undefined) continue;
      const share = rows.length / (present * (counts[row.label] ?? 1));
      const probabilities = softmax(scores(row, weights, bias));
      for (let k = 0; k < width; k++) {
        const error = share * ((probabilities[k] ?? 0) - (k === row.label ? 1 : 0));
        bias[k] = (bias[k] ?? 0) - 0.01 * error;
        for (let n = 0; n < row.ids.length; n++) {
          const cell = (row.ids[n] ?? 0) * width + k;
          const slope = error * (row.values[n] ?? 0) + RIDGE * (weights[cell] ?? 0);
          const square = (squares[cell] ?? 0) + slope * slope;
          squares[cell] = square;
          weights[cell] = (weights[cell] ?? 0) - (RATE * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { weights, bias };
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
  const held: { readonly scores: number[]; readonly label: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = fit(
      rows.filter((_, at) => at % FOLDS !== fold),
      size,
      width,
    );
    for (const [at, row] of rows.entries()) {
      if (at % FOLDS === fold)
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
