import { hash } from 'node:crypto';
import { constants, zstdCompressSync } from 'node:zlib';
import { parentPort, workerData } from 'node:worker_threads';
import { openSql } from '../store/connection.ts';
import { decidedIds } from '../store/learning-queries.ts';
import { CLASSES, contentClassifier } from '../triage/content/classifier.ts';
import { features } from '../triage/content/features.ts';
import { officeClassifier } from '../triage/content/office-classifier.ts';
import { shippedMessages, type LabelledText } from '../triage/content/shipped-messages.ts';
import { train, type Example } from '../triage/content/train.ts';
import type { Category, Classifier } from '../triage/model.ts';
import { officeTriage, readStored } from './texts.ts';
import type { TrainAnswer, TrainTask } from './training.ts';

/**
 * Trains the next version from the program's training messages and the office's decisions, and measures it on decisions
 * that no version ever learns from. A thread of its own: it takes seconds of nothing but arithmetic.
 */

/** Older decisions than so many are history: the trade changes. */
const MOST_DECISIONS = 10_000;
const BATCH = 100;
/** One thread of five is kept aside, always the same ones; with its quoted text, or the kept would be known. */
const KEPT_EVERY = 5;
/** A feature must be seen so often: twice, and once more for every so many examples. */
const EXAMPLES_A_SIGHT = 4000;

const { file, key, version } = workerData as TrainTask;
const sql = openSql(file, key, 'READ');
try {
  const shipped = shippedMessages();
  const ids = decidedIds(sql, MOST_DECISIONS);
  const kept: LabelledText[] = [];

  function* examples(): Generator<Example<Category>> {
    for (const { text, category, ordinary } of shipped) {
      yield { features: features(text), label: category, ordinary };
    }
    for (let at = 0; at < ids.length; at += BATCH) {
      for (const { triageText, threadId, finalCategory } of readStored(sql, ids.slice(at, at + BATCH))) {
        if (finalCategory === null) continue;
        const category = finalCategory as Category;
        if (threadId % KEPT_EVERY === 0) kept.push({ text: triageText, category, ordinary: true });
        else yield { features: features(triageText), label: category, ordinary: true };
      }
      answer({ done: Math.min(at + BATCH, ids.length) });
    }
  }

  const leastExamples = 2 + Math.floor((shipped.length + ids.length) / EXAMPLES_A_SIGHT);
  const stored = train(examples(), { classes: CLASSES, version, leastExamples });
  const inUse = officeClassifier({ model: officeTriage(sql).model, rules: [] });
  const params = { [constants.ZSTD_c_compressionLevel]: 9 };
  const { bias, temperature, weights } = stored;
  answer({
    model: new Uint8Array(zstdCompressSync(JSON.stringify(stored), { params })),
    sha256: hash('sha256', JSON.stringify({ bias, temperature, weights })),
    shipped: shipped.length,
    decided: stored.trainedOn - shipped.length,
    kept: kept.length,
    keptRight: right(contentClassifier(stored), kept),
    keptRightBefore: right(inUse, kept),
  });
} finally {
  sql.close();
}

function right(classifier: Classifier, messages: readonly LabelledText[]): number {
  return messages.filter(({ text, category }) => classifier.propose(text).category === category).length;
}

function answer(value: TrainAnswer): void {
  parentPort?.postMessage(value);
}
