import type { ParsedMessage } from '../mail/model.ts';
import { actOf } from './content/acts.ts';
import { officeClassifier } from './content/office-classifier.ts';
import { declaredCategory } from './declared-category.ts';
import { extractPerson } from './extract-person.ts';
import { decideKind } from './kind.ts';
import { detectLanguage } from './language.ts';
import type { Classifier, DeclaredPerson, TriageResult } from './model.ts';
import { readBody, type Body } from './quoted.ts';
import { REQUEST_KINDS } from './request-kinds.ts';
import { threadSubject } from './thread.ts';
import { likeliestUnwanted } from './unwanted.ts';

const NOBODY: DeclaredPerson = { values: {}, idValid: null, onBehalfOf: false, action: null };

let shipped: Classifier | null = null;
/** The model that ships with the program, without any office's rules. */
function shippedClassifier(): Classifier {
  shipped ??= officeClassifier({ model: null, rules: [] });
  return shipped;
}

/**
 * Everything that can be said about a parsed message without looking anything up: pure, synchronous and bounded
 * (only the first TEXT_LIMIT characters of the text), as it runs in the parse workers for every message.
 */
export function triage(
  message: ParsedMessage,
  body: Body = readBody(message.text),
  classifier: Classifier = shippedClassifier(),
): TriageResult {
  const { subject, from } = message;
  const byWords = decideKind(message, body);
  const declared = declaredCategory(subject)?.category ?? null;
  const text = {
    subject,
    flat: body.flat,
    ownEnd: body.ownEnd,
    earlierStart: body.earlierStart,
    fromAddress: message.from.address,
    attachmentNames: message.attachments.map(({ name }) => name),
    declaredCategory: declared,
    kind: byWords.kind,
  };
  const proposal = classifier.propose(text);
  const unwanted =
    byWords.kind === 'REQUEST' && proposal.category === 'NONE' ? likeliestUnwanted(message, body) : null;
  const { kind, reason } = unwanted ?? byWords;
  const telling = unwanted?.reason.quote === '' ? (proposal.reasons[0] ?? null) : reason;
  const own = body.text.slice(0, body.ownEnd);
  const language = detectLanguage(own.trim() === '' ? body.text : own, subject);
  const action = REQUEST_KINDS.has(kind) ? actOf(text) : null;
  return {
    kind,
    kindReason: telling,
    declaredCategory: declared,
    proposal,
    language,
    person: REQUEST_KINDS.has(kind)
      ? {
          ...extractPerson({
            subject,
            body,
            fromName: from.name,
            fromAddress: from.address,
            kind,
            language,
            act: action?.value ?? null,
          }),
          action,
        }
      : NOBODY,
    threadSubject: threadSubject(subject) || null,
  };
}
