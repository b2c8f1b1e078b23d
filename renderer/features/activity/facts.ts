import type { AuditEntry } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { asked } from '../../strings/es/asked.ts';
import { activityStrings } from '../../strings/es/activity.ts';

const texts = activityStrings.detail;
const { labels } = strings;

export type Fact = { readonly name: string; readonly value: string };

type Value = AuditEntry['details'][string];

const WORDS: Readonly<Record<string, string>> = {
  ...labels.identity,
  ...labels.caseState,
  ...labels.documentType,
  ...labels.role,
  ...labels.kind,
  ...labels.danger,
  ...strings.auditActs,
};

function wordsOf(entry: AuditEntry): Readonly<Record<string, string>> {
  switch (entry.action) {
    case 'message.categorySet':
    case 'message.decisionWithdrawn':
      return labels.category;
    case 'message.actionSet':
      return asked.action;
    default:
      return WORDS;
  }
}

function valueText(value: Value | undefined, words: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined || value === '') return texts.nothing;
  if (typeof value === 'boolean') return value ? strings.common.yes : strings.common.no;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return words[value] ?? value;
  return value.length === 0 ? texts.nothing : value.map((item) => words[item] ?? String(item)).join(', ');
}

function nameOf(key: string): string {
  return activityStrings.facts[key] ?? key;
}

/** What the log keeps of an act, in words; `roleFrom` and `roleTo` become one line "Perfil: a → b". */
export function factsOf(entry: AuditEntry): readonly Fact[] {
  const { details } = entry;
  const words = wordsOf(entry);
  return Object.entries(details).flatMap(([key, value]): Fact[] => {
    const base = /^(.+)From$/.exec(key)?.[1];
    if (base !== undefined && `${base}To` in details) {
      const to = details[`${base}To`];
      if (to === value) return [];
      return [{ name: nameOf(base), value: texts.change(valueText(value, words), valueText(to, words)) }];
    }
    const pair = /^(.+)To$/.exec(key)?.[1];
    if (pair !== undefined && `${pair}From` in details) return [];
    return [{ name: nameOf(key), value: valueText(value, words) }];
  });
}
