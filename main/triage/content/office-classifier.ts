import { zstdDecompressSync } from 'node:zlib';
import { flatten } from '../fold.ts';
import type { Category, Classifier, Reason, TriageText } from '../model.ts';
import { REQUEST_KINDS } from '../request-kinds.ts';
import { contentClassifier } from './classifier.ts';
import { FEW_WORDS } from './features.ts';
import firstModel from './first-model.json' with { type: 'json' };
import type { StoredModel } from './linear-model.ts';
import { PhraseFinder } from './phrases.ts';
import { wordsOf } from './words.ts';

/** A rule as it is matched: `words` come from `ruleWords`. */
export type TaughtRule = { readonly words: string; readonly phrase: string; readonly category: Category };

/** What an office has made of the classifier, as plain data that crosses threads. */
export type OfficeTriage = {
  /** A `StoredModel` as JSON, zstd-compressed; null: the one that ships with the program. */
  readonly model: Uint8Array<ArrayBuffer> | null;
  readonly rules: readonly TaughtRule[];
};

/** A rule decides, as surely as the person who taught it. */
const RULE_CONFIDENCE = 0.95;

/** The office's model under the office's rules. Throws on bytes that are no model. */
export function officeClassifier({ model, rules }: OfficeTriage): Classifier {
  return withRules(contentClassifier(model === null ? firstModel : unpackModel(model)), rules);
}

/** The model that `packModel` packed. */
export function unpackModel(packed: Uint8Array): StoredModel {
  // From the encrypted database, where only this program writes.
  return JSON.parse(zstdDecompressSync(packed).toString()) as StoredModel;
}

/** A request in which a taught phrase stands has that phrase's category; of several, the longest phrase's. */
function withRules(classifier: Classifier, rules: readonly TaughtRule[]): Classifier {
  if (rules.length === 0) return classifier;
  const byLength = rules.toSorted((a, b) => b.words.length - a.words.length);
  const finder = new PhraseFinder(byLength.map(({ words }) => words));
  return {
    propose(message) {
      const proposal = classifier.propose(message);
      if (!REQUEST_KINDS.has(message.kind)) return proposal;
      const rule = byLength[Math.min(...phrasesIn(finder, message))];
      if (rule === undefined) return proposal;
      const taught: Reason = { where: 'RULE', quote: rule.phrase, weight: 1 };
      // Reasons for another category would speak against the rule's without saying so.
      const agrees = proposal.category === rule.category;
      return {
        category: rule.category,
        confidence: Math.max(RULE_CONFIDENCE, agrees ? proposal.confidence : 0),
        reasons: [taught, ...(agrees ? proposal.reasons : [])],
      };
    },
  };
}

function phrasesIn(
  finder: PhraseFinder,
  { subject, flat, ownEnd, earlierStart, kind }: TriageText,
): number[] {
  const own = wordsOf(flat, 0, ownEnd);
  const found = [...finder.find(wordsOf(flatten(subject))), ...finder.find(own)];
  if (kind !== 'FORWARD' && own.length >= FEW_WORDS) return found;
  return [...found, ...finder.find(wordsOf(flat, earlierStart))];
}
