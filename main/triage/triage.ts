import type { ParsedMessage } from '../mail/model.ts';
import { declaredClassifier } from './classifier.ts';
import { declaredCategory } from './declared-category.ts';
import { extractPerson } from './extract-person.ts';
import { TEXT_LIMIT } from './fold.ts';
import { decideKind } from './kind.ts';
import { detectLanguage } from './language.ts';
import { REQUEST_KINDS, type DeclaredPerson, type TriageResult } from './model.ts';
import { splitQuoted } from './quoted.ts';

const NOBODY: DeclaredPerson = { values: {}, idValid: null };

/**
 * Everything that can be said about a parsed message without looking anything up: pure, synchronous and bounded
 * (only the first TEXT_LIMIT characters of the text), as it runs in the parse workers for every message.
 */
export function triage(message: ParsedMessage): TriageResult {
  const { kind, reason } = decideKind(message);
  const declared = declaredCategory(message.subject)?.category ?? null;
  const text = message.text.slice(0, TEXT_LIMIT);
  const proposal = declaredClassifier.propose({
    subject: message.subject,
    text,
    fromAddress: message.from.address,
    attachmentNames: message.attachments.map(({ name }) => name),
    declaredCategory: declared,
    kind,
  });
  const own = text.slice(0, splitQuoted(text).ownEnd);
  return {
    kind,
    kindReason: reason,
    declaredCategory: declared,
    proposal,
    language: detectLanguage(own.trim() === '' ? text : own),
    person: REQUEST_KINDS.has(kind)
      ? extractPerson({ subject: message.subject, text: message.text, fromName: message.from.name })
      : NOBODY,
  };
}
