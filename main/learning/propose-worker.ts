import { openSql, type Sql } from '../store/connection.ts';
import { CLASSES } from '../triage/content/classifier.ts';
import firstModel from '../triage/content/first-model.json' with { type: 'json' };
import { LinearModel } from '../triage/content/linear-model.ts';
import { officeClassifier, type OfficeTriage } from '../triage/content/office-classifier.ts';
import type { Category, Classifier } from '../triage/model.ts';
import { serveTasks } from '../mail/worker-pool.ts';
import type { ProposeAnswer, ProposeTask } from './propose.ts';
import { tellingWords } from './telling-words.ts';
import { officeTriage, readStored } from './texts.ts';

// Decoding a model takes longer than a batch of messages: the last one is kept.
let known: { readonly name: string; readonly classifier: Classifier } | null = null;
let first: LinearModel<Category> | null = null;

serveTasks(async (task: ProposeTask) => {
  const sql = openSql(task.file, task.key, 'READ');
  try {
    return { value: work(sql, task), transfer: [] };
  } finally {
    sql.close();
  }
});

function work(sql: Sql, task: ProposeTask): ProposeAnswer {
  const stored = readStored(sql, task.ids);
  if (task.kind === 'WORDS') {
    const model = (first ??= new LinearModel(firstModel, CLASSES));
    return {
      kind: 'WORDS',
      messages: stored.map(({ id, threadId, triageText }) => ({
        id,
        threadId,
        words: tellingWords(model.score(triageText).contributions),
      })),
    };
  }
  const classifier = classifierOf(officeTriage(sql, task.version), task);
  const open = stored.filter(({ finalCategory }) => finalCategory === null);
  return {
    kind: 'PROPOSE',
    messages: open.map(({ id, triageText, proposedCategory, proposedConfidence, proposedReasons }) => {
      const { category, confidence, reasons } = classifier.propose(triageText);
      return {
        id,
        before: { category: proposedCategory, confidence: proposedConfidence, reasons: proposedReasons },
        after: { category, confidence, reasons: JSON.stringify(reasons) },
      };
    }),
  };
}

function classifierOf(office: OfficeTriage, { file, version }: ProposeTask): Classifier {
  const name = JSON.stringify([file, version, office.model?.byteLength, office.rules]);
  if (known?.name !== name) known = { name, classifier: officeClassifier(office) };
  return known.classifier;
}
