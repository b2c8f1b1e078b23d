import type { TriageText } from '../model.ts';
import { flatten } from '../fold.ts';
import { matchesOf } from '../matches.ts';
import { ACT_LEXICON } from './act-lexicon.ts';
import { LEXICON } from './lexicon.ts';
import { PhraseFinder } from './phrases.ts';
import { forgetStrangers, stemNumberOf, textOf, wordOf, WordMemory, wordsOf, NONE } from './words.ts';

/**
 * Where a word stands: subject, body, quoted or forwarded text, attachment names, the sender's domain; `r` is what in the
 * body follows a word of asking.
 */
export type Place = 's' | 'b' | 'q' | 'a' | 'f' | 'r';

/**
 * Receives what the model sees of a message, each with what it counts: the words of a place (as words, as pairs of
 * neighbours, and by their beginnings), phrases of the lexicon, and facts (how many phrases of a category, the declared
 * category, the kind).
 */
export type FeatureSink = {
  words(place: Place, words: readonly number[], wordValue: number, stemValue: number): void;
  phrase(place: Place, phrase: number, value: number): void;
  fact(name: string, value: number): void;
};

const MOST_WORDS = 1500;
const LEAST_WORDS = 4;
/** So few words of his own say nothing: what he forwards or quotes must speak. */
export const FEW_WORDS = 12;

/** What a phrase speaks for: a category, an act, or one of each. */
const SPEAKS_FOR = new Map<string, string[]>();
for (const lexicon of [LEXICON, ACT_LEXICON]) {
  for (const [label, phrases] of Object.entries(lexicon)) {
    for (const phrase of phrases) SPEAKS_FOR.set(phrase, [...(SPEAKS_FOR.get(phrase) ?? []), label]);
  }
}
/** The phrases of the lexicons: a sink is told their places in this list. */
export const PHRASES: readonly string[] = [...SPEAKS_FOR.keys()];
const labelsOf = [...SPEAKS_FOR.values()];
const finder = new PhraseFinder(PHRASES);

/** Kinds of numbers: how many of each a writer states tells what he wants, whosever they are. */
const NUMBERS: readonly (readonly [string, RegExp])[] = [
  ['T', /(?<![\d])[6789](?:[ .-]?\d){8}(?![\d])/g],
  ['I', /(?<![a-z\d])(?:[xyz][ -]?)?\d(?:[ .]?\d){6,7}[ -]?[a-z](?![a-z\d])/g],
  ['C', /(?<!\d)\d{2}[ ./-]?\d{7,8}[ ./-]?\d{2}(?!\d)/g],
  ['E', /\d[\d.,]* ?(?:€|euros?\b)/g],
];

const MOST_STATED = 2;

const WEIGHTS = {
  words: 1,
  stems: 0.7,
  phrases: 0.4,
  totals: 0.4,
  quoted: 0.5,
  names: 0.7,
  sender: 0.3,
  asked: 0.7,
  numbers: 0.4,
};

// Several models ask about the same message: what it tells is read once.
let last: { readonly message: TriageText; readonly told: readonly Told[] } | null = null;

type Told = (sink: FeatureSink) => void;

/** Tells the sink all there is of a message: bounded, and without anybody's numbers. The same may be told twice. */
export function tellFeatures(message: TriageText, sink: FeatureSink): void {
  if (last?.message !== message) last = { message, told: read(message) };
  for (const tell of last.told) tell(sink);
}

function read(message: TriageText): Told[] {
  forgetStrangers();
  const { flat, ownEnd, earlierStart } = message;
  const own = wordsOf(flat, 0, ownEnd, MOST_WORDS);
  const earlier = wordsOf(flat, earlierStart, flat.length, MOST_WORDS);
  const forwards = message.kind === 'FORWARD' || own.length < FEW_WORDS;
  const body = forwards ? [...own, ...earlier] : own;
  const names = message.attachmentNames.flatMap((name) => wordsOf(flatten(name)));
  const told = [
    ...piece('s', wordsOf(flatten(message.subject)), 1),
    ...piece('b', body, 1),
    ...(forwards ? [] : piece('q', earlier, WEIGHTS.quoted)),
    tellWords('r', asked(body), WEIGHTS.asked),
    tellWords('a', names, WEIGHTS.names),
    tellWords('f', domainWords(message.fromAddress), WEIGHTS.sender),
    fact(`k:${message.kind}`, 1),
  ];
  const text = forwards ? flat : flat.slice(0, ownEnd);
  const euros = text.includes('€') || text.includes('euro');
  for (const [name, pattern] of NUMBERS) {
    const matches = name === 'E' && !euros ? [] : matchesOf(text, pattern);
    const stated = new Set(matches.map(([number]) => number.replace(/\D/g, '')));
    told.push(fact(`${name}${Math.min(MOST_STATED, stated.size)}`, WEIGHTS.numbers));
  }
  const questions = Math.min(3, count(flat.slice(0, ownEnd), '?'));
  if (questions > 0) told.push(fact('?', WEIGHTS.totals * Math.log1p(questions)));
  if (message.declaredCategory !== null) told.push(fact(`d:${message.declaredCategory}`, 1));
  return told;
}

function fact(name: string, value: number): Told {
  return (sink) => sink.fact(name, value);
}

/** A text counts alike however long it is, each word divided by the root of their number; but a lone word is no text. */
function tellWords(place: Place, words: readonly number[], weight: number): Told {
  const length = Math.sqrt(Math.max(words.length, LEAST_WORDS));
  const wordValue = (weight * WEIGHTS.words) / (Math.SQRT2 * length);
  const stemValue = (weight * WEIGHTS.stems) / length;
  return (sink) => sink.words(place, words, wordValue, stemValue);
}

function piece(place: Place, words: readonly number[], weight: number): Told[] {
  const phrases = finder.find(words);
  const totals = new Map<string, number>();
  for (const phrase of phrases) {
    for (const label of labelsOf[phrase] ?? []) totals.set(label, (totals.get(label) ?? 0) + 1);
  }
  const value = weight * WEIGHTS.phrases;
  return [
    tellWords(place, words, weight),
    (sink) => {
      for (const phrase of phrases) sink.phrase(place, phrase, value);
    },
    ...Array.from(totals, ([label, total]) =>
      fact(`${place}#${label}`, weight * WEIGHTS.totals * Math.log1p(total)),
    ),
  ];
}

/** Words with which people ask for something, by their beginnings. */
const ASKING = new RegExp(
  `^(?:${
    'solicit|pid[oe]|pedi|pedim|ruego|rogam|rogar|quier|queri|quisier|querem|necesit|precis|deseo|desea|podr|pued[ea]|podei|haga|hagan|' +
    'mand|envi|gustaria|interes|tramit|agradec|favor|exij|reclam|vull|voldri|voli|deman|necessit|preg|podeu|poden|podri|' +
    'kero|pode|gostar|peco|nahi|behar|eskatu|mesedez|want|need|would|could|please|request|like|voudrai|veux|souhait|besoin|pourri|' +
    'vreau|rog|doresc|vorrei|chied|bitte|mochte|прошу|хочу|хотел'
  })`,
);
const asks = new WordMemory((text) => text.length > 2 && ASKING.test(text));
const ASKED_WORDS = 9;

/** The words that follow a word of asking, so far as they may be what is asked. */
function asked(words: readonly number[]): number[] {
  const found: number[] = [];
  let open = 0;
  for (const word of words) {
    if (open > 0) found.push(word);
    open = asks.of(word) ? ASKED_WORDS : open - 1;
  }
  return found;
}

function count(text: string, what: string): number {
  let found = 0;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) found++;
  return found;
}

/** Of reserved names (RFC 2606) nothing is to be learnt: only fictional messages have them. */
const RESERVED = new Set(['example', 'invalid', 'test', 'localhost']);

function domainWords(address: string): number[] {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domain
    .split(/[.-]/)
    .filter((word) => word.length > 3 && !RESERVED.has(word))
    .map(wordOf);
}

/** What the model sees of a message, by name: place, what it is (`:` word, `+` pair, `~` stem, `*` phrase), and it. */
export function features(message: TriageText): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  tellFeatures(message, {
    words(place, words, wordValue, stemValue) {
      for (const [at, word] of words.entries()) {
        const text = textOf(word);
        found.set(`${place}:${text}`, wordValue);
        const next = words[at + 1];
        if (next !== undefined) found.set(`${place}+${text} ${textOf(next)}`, wordValue);
        const stem = stemNumberOf(word);
        if (stem !== NONE) found.set(`${place}~${textOf(stem)}`, stemValue);
      }
    },
    phrase: (place, phrase, value) => found.set(`${place}*${PHRASES[phrase]}`, value),
    fact: (name, value) => found.set(name, value),
  });
  return found;
}
