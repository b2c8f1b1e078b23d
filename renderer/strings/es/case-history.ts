import type { AuditEntry } from '../../../main/api/contract/index.ts';
import { auditSentence } from './audit.ts';

/** One Spanish sentence per act of a case's history. */
export function historySentence(entry: AuditEntry): string {
  return `${auditSentence(entry)}.`;
}
