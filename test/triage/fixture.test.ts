import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { evaluate, LabelRow, type Evaluation, type PredictionRow } from '../../main/triage/evaluate.ts';
import { PersonField, type TriageResult } from '../../main/triage/model.ts';
import { triage } from '../../main/triage/triage.ts';

const MAILBOX = path.join(import.meta.dirname, '../fixtures/mailboxes/provincial');

function row(source: string, result: TriageResult): PredictionRow {
  const { kind, declaredCategory, proposal, language, person } = result;
  const values = PersonField.options.map((field) => [field, person.values[field]?.value ?? null] as const);
  return {
    source,
    kind,
    declaredCategory,
    category: proposal.category,
    confidence: proposal.confidence,
    language,
    action: person.action?.value ?? null,
    person: { ...Object.fromEntries(values), idValid: person.idValid, onBehalfOf: person.onBehalfOf },
  };
}

let result: Evaluation;

beforeAll(async () => {
  const lines = (await readFile(path.join(MAILBOX, 'labels.jsonl'), 'utf8')).trim().split('\n');
  const labels = lines.map((line) => LabelRow.parse(JSON.parse(line)));
  const predictions: PredictionRow[] = [];
  for (const { file } of labels) {
    const parsed = await parseMessage(await readFile(path.join(MAILBOX, file)), DEFAULT_LIMITS);
    predictions.push(row(file, triage(parsed)));
  }
  result = evaluate(predictions, labels);
});

// Floors a little under what was reached on these 220 messages; other mailboxes will be harder.
const FLOORS: readonly (readonly [field: string, precision: number, recall: number])[] = [
  ['kind', 0.98, 0.98],
  ['declaredCategory', 0.98, 0.98],
  ['language', 0.97, 0.97],
  ['idType', 0.97, 0.97],
  ['id', 0.97, 0.97],
  ['idValid', 0.97, 0.97],
  ['givenName', 0.95, 0.93],
  ['surnames', 0.95, 0.95],
  ['birthDate', 0.95, 0.8],
  ['phone', 0.96, 0.94],
  ['email', 0.75, 0.75],
  ['naf', 0.96, 0.96],
  ['ccc', 0.96, 0.96],
];

describe('the provincial mailbox', () => {
  it('is read whole', () => {
    expect(result).toMatchObject({ messages: 220, missing: [], unlabelled: [] });
  });

  it.each(FLOORS)('%s: precision at least %d, recall at least %d', (field, precision, recall) => {
    const score = result.fields[field];
    expect(score?.precision).toBeGreaterThanOrEqual(precision);
    expect(score?.recall).toBeGreaterThanOrEqual(recall);
  });

  it('proposes what is declared with a confidence that is kept', () => {
    expect(result.fields['category']?.precision).toBeGreaterThanOrEqual(0.78);
    expect(result.calibrationError).toBeLessThan(0.08);
  });

  it('reads the act asked for, each alike: macro F1 at least 0.75', () => {
    expect(result.macroF1.action).toBeGreaterThanOrEqual(0.75);
  });

  it('never takes a request for unwanted mail', () => {
    expect(result.categories['NONE']).toMatchObject({ precision: 1 });
  });
});
