import type { Sql } from '../store/connection.ts';
import { modelRow, rulesInForce, storedTexts, type StoredText } from '../store/learning-queries.ts';
import type { OfficeTriage } from '../triage/content/office-classifier.ts';
import type { Category, DeclaredCategory, Kind, TriageText } from '../triage/model.ts';
import { readBody } from '../triage/quoted.ts';

/** The office's model (of a version, or the one in use) and its rules. A version without weights is the shipped one. */
export function officeTriage(sql: Sql, version: number | null = null): OfficeTriage {
  return {
    model: modelRow(sql, version)?.model ?? null,
    rules: rulesInForce(sql).map((rule) => ({ ...rule, category: rule.category as Category })),
  };
}

export type Stored = StoredText & { readonly triageText: TriageText };

/** Stored messages as triage saw them when they came, in order of arrival. */
export function readStored(sql: Sql, ids: readonly number[]): Stored[] {
  return storedTexts(sql, ids).map((row) => ({ ...row, triageText: triageText(row) }));
}

function triageText(row: StoredText): TriageText {
  const { flat, ownEnd, earlierStart } = readBody(row.text);
  return {
    subject: row.subject,
    flat,
    ownEnd,
    earlierStart,
    fromAddress: row.fromAddress,
    attachmentNames: JSON.parse(row.attachmentNames) as string[],
    declaredCategory: row.declaredCategory as DeclaredCategory | null,
    kind: row.kind as Kind,
  };
}
