import type { TriageText } from '../model.ts';
import { flatten } from '../fold.ts';
import { LEXICON } from './lexicon.ts';
import { PhraseFinder } from './phrases.ts';
import { stemOf, tokens } from './tokens.ts';

/** Where a word stands: subject, body, quoted or forwarded text, attachment names, the sender's domain. */
export type Place = 's' | 'b' | 'q' | 'a' | 'f';

/**
 * Receives what the model sees of a message, each with what it counts: the words of a place (as words, as pairs of
 * neighbours, and by their beginnings), phrases of the lexicon, and facts (how many phrases of a category, the declared
 * category, the kind).
 */
export type FeatureSink = {
  words(place: Place, words: readonly string[], wordValue: number, stemValue: number): void;
  phrase(place: Place, phrase: string, value: number): void;
  fact(name: string, value: number): void;
};

const MOST_WORDS = 1500;
const LEAST_WORDS = 4;
/** So few words of his own say nothing: what he forwards or quotes must speak. */
const FEW_WORDS = 12;

const CATEGORY_OF = new Map(
  Object.entries(LEXICON).flatMap(([category, phrases]) =>
    phrases.map((phrase): [string, string] => [phrase, category]),
  ),
);
const finder = new PhraseFinder([...CATEGORY_OF.keys()]);

const WEIGHTS = { words: 1, stems: 0.7, phrases: 0.4, totals: 0.4, quoted: 0.5, names: 0.7, sender: 0.3 };

/** Tells the sink all there is of a message: bounded, and without anybody's numbers. The same may be told twice. */
export function tellFeatures(message: TriageText, sink: FeatureSink): void {
  const own = tokens(message.flat.slice(0, message.ownEnd)).slice(0, MOST_WORDS);
  const earlier = tokens(message.flat.slice(message.earlierStart)).slice(0, MOST_WORDS);
  const forwards = message.kind === 'FORWARD' || own.length < FEW_WORDS;
  tellText(sink, 's', tokens(flatten(message.subject)), 1);
  tellText(sink, 'b', forwards ? [...own, ...earlier] : own, 1);
  if (!forwards) tellText(sink, 'q', earlier, WEIGHTS.quoted);
  const names = message.attachmentNames.flatMap((name) => tokens(flatten(name)));
  tellWords(sink, 'a', names, WEIGHTS.names);
  tellWords(sink, 'f', domainWords(message.fromAddress), WEIGHTS.sender);
  if (message.declaredCategory !== null) sink.fact(`d:${message.declaredCategory}`, 1);
  sink.fact(`k:${message.kind}`, 1);
}

/** A text counts alike however long it is, each word divided by the root of their number; but a lone word is no text. */
function tellWords(sink: FeatureSink, place: Place, words: readonly string[], weight: number): void {
  const length = Math.sqrt(Math.max(words.length, LEAST_WORDS));
  sink.words(
    place,
    words,
    (weight * WEIGHTS.words) / (Math.SQRT2 * length),
    (weight * WEIGHTS.stems) / length,
  );
}

function tellText(sink: FeatureSink, place: Place, words: readonly string[], weight: number): void {
  tellWords(sink, place, words, weight);
  const totals = new Map<string, number>();
  for (const phrase of finder.find(words)) {
    sink.phrase(place, phrase, weight * WEIGHTS.phrases);
    const category = CATEGORY_OF.get(phrase) ?? '';
    totals.set(category, (totals.get(category) ?? 0) + 1);
  }
  for (const [category, total] of totals) {
    sink.fact(`${place}#${category}`, weight * WEIGHTS.totals * Math.log1p(total));
  }
}

/** Of reserved names (RFC 2606) nothing is to be learnt: only fictional messages have them. */
const RESERVED = new Set(['example', 'invalid', 'test', 'localhost']);

function domainWords(address: string): string[] {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domain.split(/[.-]/).filter((word) => word.length > 3 && !RESERVED.has(word));
}

/** What the model sees of a message, by name: place, what it is (`:` word, `+` pair, `~` stem, `*` phrase), and it. */
export function features(message: TriageText): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  tellFeatures(message, {
    words(place, words, wordValue, stemValue) {
      for (const [at, word] of words.entries()) {
        found.set(`${place}:${word}`, wordValue);
        const next = words[at + 1];
        if (next !== undefined) found.set(`${place}+${word} ${next}`, wordValue);
        const stem = stemOf(word);
        if (stem !== null) found.set(`${place}~${stem}`, stemValue);
      }
    },
    phrase: (place, phrase, value) => found.set(`${place}*${phrase}`, value),
    fact: (name, value) => found.set(name, value),
  });
  return found;
}
