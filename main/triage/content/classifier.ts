import type { Category, Classifier, Reason, TriageText } from '../model.ts';
import { REQUEST_KINDS } from '../request-kinds.ts';
import { LinearModel, type Contribution, type StoredModel } from './linear-model.ts';

// Not Category.options: the parse workers load this, and do without the schemas.
export const CLASSES = [
  'AFILIACION',
  'COTIZACION',
  'RECAUDACION',
  'MORATORIAS',
  'OTRAS',
  'NONE',
] as const satisfies readonly Category[];

/** The kind is told by headers and telling words, which are seldom wrong. */
const KIND_IS_RIGHT = 0.97;
const MOST_REASONS = 6;

/** The classifier over a trained model: what is no request by its kind is NONE, for the rest the text decides. */
export function contentClassifier(stored: StoredModel): Classifier {
  const model = new LinearModel(stored, CLASSES, bestOf);
  return {
    propose(message) {
      if (!REQUEST_KINDS.has(message.kind))
        return { category: 'NONE', confidence: KIND_IS_RIGHT, reasons: [] };
      const { best, confidence, contributions } = model.score(message);
      return { category: best, confidence, reasons: reasonsOf(message, contributions) };
    },
  };
}

/** Unless it is surely nothing for the office it is something: a request put aside costs more than an advert looked at. */
const SURELY_NONE = 0.7;

function bestOf(probabilities: readonly number[]): number {
  const none = CLASSES.indexOf('NONE');
  if ((probabilities[none] ?? 0) >= SURELY_NONE) return none;
  const others = probabilities.map((probability, at) => (at === none ? 0 : probability));
  return others.indexOf(Math.max(...others));
}

/** The words that weighed most, for and against; a word, its pairs and its phrases are said once, by what weighs most. */
function reasonsOf(message: TriageText, contributions: readonly Contribution[]): Reason[] {
  const reasons: Reason[] = [];
  const said = new Set<string>();
  for (const { name, weight } of contributions) {
    if (reasons.length === MOST_REASONS) break;
    const telling = tellingOf(name);
    if (telling === null || telling.beginnings.some((beginning) => said.has(beginning))) continue;
    for (const beginning of telling.beginnings) said.add(beginning);
    reasons.push({
      where: telling.where,
      quote: name.startsWith('d:') ? (message.declaredCategory ?? '') : telling.quote,
      weight: Math.round(Math.tanh(weight) * 100) / 100,
    });
  }
  return reasons;
}

/** What a feature has to tell a person, and by what it is known that it was told. */
type Telling = Pick<Reason, 'where' | 'quote'> & { readonly beginnings: readonly string[] };

/** Of each feature that ever weighed; there are no more of them than a model has. */
const tellings = new Map<string, Telling | null>();

function tellingOf(name: string): Telling | null {
  let telling = tellings.get(name);
  if (telling === undefined) {
    const where = PLACES[name.charAt(0)];
    // Counts of phrases and kinds have no words to show.
    const silent = where === undefined || name.charAt(1) === '#';
    const beginnings = name
      .slice(2)
      .split(' ')
      .map((word) => name.charAt(0) + word.slice(0, 6));
    telling = silent ? null : { where, quote: readable(name), beginnings };
    tellings.set(name, telling);
  }
  return telling;
}

const PLACES: Readonly<Record<string, Reason['where']>> = {
  s: 'SUBJECT',
  d: 'SUBJECT',
  b: 'BODY',
  q: 'THREAD',
  a: 'ATTACHMENT',
  f: 'SENDER',
};

/** A feature as a person reads it: the beginning of a word ends in an ellipsis, as does a gap in a phrase. */
function readable(name: string): string {
  const text = name.slice(2).replaceAll('..', '…').replaceAll('*', '…');
  return name.charAt(1) === '~' ? `${text}…` : text;
}
