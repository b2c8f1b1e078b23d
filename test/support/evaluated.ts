import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_LIMITS, type ParsedMessage } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { LabelRow, type PredictionRow } from '../../main/triage/evaluate.ts';
import { PersonField, type TriageResult } from '../../main/triage/model.ts';

export const PROVINCIAL = path.join(import.meta.dirname, '../fixtures/mailboxes/provincial');

/** A labelled mailbox: each label with its parsed message. */
export async function readMailbox(
  folder: string,
): Promise<{ readonly label: LabelRow; readonly message: ParsedMessage }[]> {
  const lines = (await readFile(path.join(folder, 'labels.jsonl'), 'utf8')).trim().split('\n');
  return Promise.all(
    lines.map(async (line) => {
      const label = LabelRow.parse(JSON.parse(line));
      return {
        label,
        message: await parseMessage(await readFile(path.join(folder, label.file)), DEFAULT_LIMITS),
      };
    }),
  );
}

/** What triage said of a message, as `evaluate` compares it. */
export function predictionOf(source: string, result: TriageResult): PredictionRow {
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
