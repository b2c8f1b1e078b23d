import { z } from 'zod';

const text = z.string().nullable();

const personFields = {
  idType: text,
  id: text,
  idValid: z.boolean().nullable(),
  givenName: text,
  surnames: text,
  birthDate: text,
  phone: text,
  email: text,
  naf: text,
  ccc: text,
};

/** One line of labels.jsonl, as far as it is compared (mailboxes/dev/README.md). `person` null: it is nobody's request. */
export const LabelRow = z.object({
  file: z.string(),
  category: z.string(),
  subjectCategory: text,
  kind: z.string(),
  language: text,
  action: text,
  onBehalfOf: z.boolean().default(false),
  person: z.object(personFields).nullable(),
});
export type LabelRow = z.infer<typeof LabelRow>;

/** One line of `export` (DESIGN.md section 10), as far as it is compared. */
export const PredictionRow = z.object({
  source: z.string(),
  kind: z.string(),
  declaredCategory: text,
  category: text,
  confidence: z.number(),
  language: text,
  action: text,
  person: z.object({ ...personFields, onBehalfOf: z.boolean() }).partial(),
});
export type PredictionRow = z.infer<typeof PredictionRow>;

/** Counts over all labelled messages. A wrong value counts against precision and against recall. */
export type Score = {
  readonly labelled: number;
  readonly predicted: number;
  readonly correct: number;
  /** Null where nothing was predicted. */
  readonly precision: number | null;
  /** Null where nothing is labelled. */
  readonly recall: number | null;
  readonly f1: number | null;
};

export type Evaluation = {
  readonly messages: number;
  /** Labelled files without a prediction (they count as not recognised) and predictions without a label (ignored). */
  readonly missing: readonly string[];
  readonly unlabelled: readonly string[];
  readonly fields: Readonly<Record<string, Score>>;
  readonly categories: Readonly<Record<string, Score>>;
  readonly kinds: Readonly<Record<string, Score>>;
  readonly actions: Readonly<Record<string, Score>>;
  /** Mean F1 over the labels that occur, each counting alike. */
  readonly macroF1: {
    readonly category: number | null;
    readonly kind: number | null;
    readonly action: number | null;
  };
  /** confusion[labelled][predicted] = messages; the column ABSTAINED holds those without a proposal. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Expected calibration error of the category in ten bins of confidence, 0 to 1; null when all abstain. */
  readonly calibrationError: number | null;
  /** How many of the surer half of its answers are right; null when all abstain. */
  readonly surestHalf: number | null;
};

export const ABSTAINED = 'ABSTAINED';
const BINS = 10;

type Value = string | boolean | null;
type Pair = { readonly label: LabelRow; readonly prediction: PredictionRow | null };

/**
 * Compares what was exported with what is labelled, message by message (`source` with `file`): per field, per
 * category and kind precision, recall and F1, the confusion matrix and the calibration error.
 */
export function evaluate(predictions: readonly PredictionRow[], labels: readonly LabelRow[]): Evaluation {
  const bySource = new Map(predictions.map((prediction) => [prediction.source, prediction]));
  const pairs = labels.map((label) => ({ label, prediction: bySource.get(label.file) ?? null }));
  const files = new Set(labels.map((label) => label.file));
  const categories = classScores(pairs.map(categoryOf));
  const kinds = classScores(pairs.map(kindOf));
  const actions = classScores(pairs.map(actionOf));
  return {
    messages: labels.length,
    missing: pairs.filter((pair) => pair.prediction === null).map((pair) => pair.label.file),
    unlabelled: predictions.map(({ source }) => source).filter((source) => !files.has(source)),
    fields: fieldScores(pairs),
    categories,
    kinds,
    actions,
    macroF1: { category: macroF1(categories), kind: macroF1(kinds), action: macroF1(actions) },
    confusion: confusion(pairs.map(categoryOf)),
    calibrationError: calibrationError(pairs),
    surestHalf: surestHalf(pairs),
  };
}

type Compared = { readonly label: Value; readonly predicted: Value };

function categoryOf({ label, prediction }: Pair): Compared {
  return { label: label.category, predicted: prediction?.category ?? null };
}

function actionOf({ label, prediction }: Pair): Compared {
  return { label: label.action, predicted: prediction?.action ?? null };
}

/** Kinds are written in small letters in the labels and in capitals in the code. */
function kindOf({ label, prediction }: Pair): Compared {
  return { label: label.kind.toUpperCase(), predicted: prediction?.kind.toUpperCase() ?? null };
}

function fieldScores(pairs: readonly Pair[]): Record<string, Score> {
  const scores: Record<string, Score> = {
    kind: score(pairs.map(kindOf)),
    category: score(pairs.map(categoryOf)),
    declaredCategory: score(
      pairs.map(({ label, prediction }) => ({
        label: label.subjectCategory,
        predicted: prediction?.declaredCategory ?? null,
      })),
    ),
    language: score(
      pairs.map(({ label, prediction }) => ({
        label: label.language,
        predicted: prediction?.language ?? null,
      })),
    ),
    action: score(pairs.map(actionOf)),
    // Told or not told: that somebody writes for himself is nothing to find.
    onBehalfOf: score(
      pairs.map(({ label, prediction }) => ({
        label: label.onBehalfOf || null,
        predicted: prediction?.person.onBehalfOf === true || null,
      })),
    ),
  };
  for (const field of Object.keys(personFields) as (keyof typeof personFields)[]) {
    scores[field] = score(
      pairs.map(({ label, prediction }) => ({
        label: label.person?.[field] ?? null,
        predicted: prediction?.person[field] ?? null,
      })),
    );
  }
  return scores;
}

function classScores(compared: readonly Compared[]): Record<string, Score> {
  const names = new Set(compared.flatMap(({ label, predicted }) => [label, predicted]));
  const scores: Record<string, Score> = {};
  for (const name of [...names].filter((value) => typeof value === 'string').toSorted()) {
    const only = (value: Value) => (value === name ? name : null);
    scores[name] = score(
      compared.map(({ label, predicted }) => ({ label: only(label), predicted: only(predicted) })),
    );
  }
  return scores;
}

function macroF1(scores: Readonly<Record<string, Score>>): number | null {
  const labelled = Object.values(scores).filter((score) => score.labelled > 0);
  if (labelled.length === 0) return null;
  return labelled.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / labelled.length;
}

function score(compared: readonly Compared[]): Score {
  let labelled = 0;
  let predicted = 0;
  let correct = 0;
  for (const pair of compared) {
    if (pair.label !== null) labelled++;
    if (pair.predicted !== null) predicted++;
    if (pair.label !== null && same(pair.label, pair.predicted)) correct++;
  }
  const precision = predicted === 0 ? null : correct / predicted;
  const recall = labelled === 0 ? null : correct / labelled;
  const f1 = labelled + predicted === 0 ? null : (2 * correct) / (labelled + predicted);
  return { labelled, predicted, correct, precision, recall, f1 };
}

/** Equal to the letter; only the way accents are encoded does not count. */
function same(a: Value, b: Value): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a.normalize('NFC') === b.normalize('NFC') : a === b;
}

function confusion(compared: readonly Compared[]): Record<string, Record<string, number>> {
  const matrix: Record<string, Record<string, number>> = {};
  for (const { label, predicted } of compared) {
    const row = (matrix[String(label)] ??= {});
    const column = predicted === null ? ABSTAINED : String(predicted);
    row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
}

/** How far confidence is from the share of right answers, weighted by how many answers each bin holds. */
function calibrationError(pairs: readonly Pair[]): number | null {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, right: 0, confidence: 0 }));
  let answers = 0;
  for (const { label, prediction } of pairs) {
    if (prediction === null || prediction.category === null) continue;
    const bin = bins[Math.min(BINS - 1, Math.floor(prediction.confidence * BINS))];
    if (bin === undefined) continue;
    bin.count++;
    bin.confidence += prediction.confidence;
    if (prediction.category === label.category) bin.right++;
    answers++;
  }
  if (answers === 0) return null;
  return bins.reduce((error, bin) => error + Math.abs(bin.right - bin.confidence), 0) / answers;
}

function surestHalf(pairs: readonly Pair[]): number | null {
  const answers = pairs
    .flatMap(({ label, prediction }) =>
      prediction === null || prediction.category === null
        ? []
        : [{ confidence: prediction.confidence, right: prediction.category === label.category }],
    )
    .sort((a, b) => b.confidence - a.confidence);
  const surest = answers.slice(0, Math.ceil(answers.length / 2));
  return surest.length === 0 ? null : surest.filter(({ right }) => right).length / surest.length;
}
