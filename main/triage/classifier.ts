import { declaredCategory } from './declared-category.ts';
import type { Classifier } from './model.ts';
import { REQUEST_KINDS } from './request-kinds.ts';

/**
 * How often a declared category is what the message really asks: citizens copy the first name of the list, or
 * mistake a debt for a quota. Measured on the fixture mailbox (see test/triage/fixture.test.ts).
 */
const DECLARED_IS_RIGHT = 0.8;
const KIND_IS_RIGHT = 0.95;

/**
 * Proposes what the subject declares, and NONE for what is no request; abstains when nothing is declared. The
 * content model will stand behind the same interface.
 */
export const declaredClassifier: Classifier = {
  propose({ subject, kind, declaredCategory: declared }) {
    if (!REQUEST_KINDS.has(kind)) return { category: 'NONE', confidence: KIND_IS_RIGHT, reasons: [] };
    if (declared === null) return { category: null, confidence: 0, reasons: [] };
    const quote = declaredCategory(subject)?.quote ?? declared;
    return {
      category: declared,
      confidence: DECLARED_IS_RIGHT,
      reasons: [{ where: 'SUBJECT', quote, weight: 1 }],
    };
  },
};
