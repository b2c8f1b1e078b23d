import { PhraseFinder } from '../triage/content/phrases.ts';
import { tokens } from '../triage/content/tokens.ts';
import { wordOf } from '../triage/content/words.ts';
import { flatten, TEXT_LIMIT } from '../triage/fold.ts';
import type { Category } from '../triage/model.ts';
import type { CatalogueEntryData } from './model.ts';

/** Words that say nothing about what is asked for. */
const EMPTY_WORDS = new Set(
  'a al con de del el en la las lo los me mi mis o para por que se su sus tu tus un una y'.split(' '),
);
const MOST_OFFERED = 6;

type Matchable = Pick<CatalogueEntryData, 'kind' | 'name' | 'words' | 'category' | 'active'>;

/**
 * The services in use whose name, or another of their words, stands in the text, the likeliest first, at most six:
 * whoever uses more of a service's words comes first, then the services of the message's category, then the
 * catalogue's order. Case, accents and plurals make no difference. Always the same for the same text and catalogue.
 */
export function matchingServices<Entry extends Matchable>(
  text: string,
  category: Category | null,
  entries: readonly Entry[],
): { readonly entry: Entry; readonly because: string[] }[] {
  const services = entries.filter(({ kind, active }) => kind === 'SERVICE' && active);
  const phrasesOf = services.map((entry) => [entry.name, ...entry.words].map(toPhrases));
  const phrases = [...new Set(phrasesOf.flat(2))];
  const words = stemsOf(text.slice(0, TEXT_LIMIT)).map(wordOf);
  const found = new Set(new PhraseFinder(phrases).find(words).map((at) => phrases[at]));
  return services
    .map((entry, index) => {
      const hits = (phrasesOf[index] ?? []).map((phrases) => phrases.find((phrase) => found.has(phrase)));
      const because = [entry.name, ...entry.words].filter((_, at) => hits[at] !== undefined);
      const length = Math.max(...hits.map((phrase) => phrase?.split(' .. ').length ?? 0));
      return { entry, because, length: length + (entry.category === category ? 0.5 : 0) };
    })
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => b.length - a.length || b.because.length - a.because.length)
    .slice(0, MOST_OFFERED)
    .map(({ entry, because }) => ({ entry, because }));
}

/** What the finder looks for: the words in their order; two words in either. Empty when none says anything. */
function toPhrases(words: string): string[] {
  const stems = flatten(words)
    .split(/\s+/)
    .flatMap((part) => (part.endsWith('*') ? [`${stem(part.slice(0, -1))}*`] : stemsOf(part)))
    .filter((step) => step !== '*');
  if (stems.length === 0) return [];
  const phrase = stems.join(' .. ');
  return stems.length === 2 ? [phrase, stems.toReversed().join(' .. ')] : [phrase];
}

function stemsOf(text: string): string[] {
  return tokens(flatten(text))
    .filter((word) => !EMPTY_WORDS.has(word))
    .map(stem);
}

/** Singular and plural, masculine and feminine have one stem; shorter words stay whole. */
function stem(word: string): string {
  const singular = word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
  return singular.length > 4 ? singular.replace(/[aeo]$/, '') : singular;
}
