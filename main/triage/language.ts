import { flatten } from './fold.ts';

const SPELLING_WEIGHT = 0.7;

/** Words that betray a language because the others have no use for them. Folded. */
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  es: 'el los las y con por para del que como pero muy mi su ustedes usted gracias hola buenos buenas dias tardes noches ya yo lo al esta estoy tengo soy quiero un una si cuando donde hasta desde'.split(
    ' ',
  ),
  ca: 'amb els les i per dels perque meu meva vull tinc soc bon dia gracies salutacions aquest aquesta pero mes seva seu us plau vaig hem fer aixo on quan fins des nomes moltes'.split(
    ' ',
  ),
  gl: 'o os as e non unha dun dunha co coa na meu mina moi grazas bos dias saudos teno son quero ao aos ata desde pola polo que eu estou xa hai mais tamen'.split(
    ' ',
  ),
  eu: 'eta da dut nire naiz ez egun on kaixo mesedez eskerrik asko bat dira du dugu zait hau baina zuen nola ere behar dituzt agur beste den duen izan ditut'.split(
    ' ',
  ),
  en: 'the and to of is my i you for with have please not are it this that your from hello dear thanks would could was number can'.split(
    ' ',
  ),
  fr: 'le les et je vous pour est dans une du des mon ma ne pas bonjour merci avec sur mes suis cordialement nous au qui votre ai'.split(
    ' ',
  ),
  ro: 'si sunt pentru nu am cu la din buna ziua va rog multumesc numarul meu mea este sa care imi ca mai fost lucrat'.split(
    ' ',
  ),
  it: 'il gli che di per con sono ho non una buongiorno grazie vorrei mio mia della dei nel anni salve cordiali saluti alla le ai'.split(
    ' ',
  ),
  pt: 'o os as e nao uma com meu minha bom dia obrigado obrigada para eu estou tenho sou ao do da em sao muito voces gostaria saber'.split(
    ' ',
  ),
  de: 'der die das und ich ist nicht mit fur sie guten tag danke meine mein bitte haben von zu auf eine'.split(
    ' ',
  ),
};

const LANGUAGES = Object.keys(STOP_WORDS);

/** For each word the places in LANGUAGES of those that have it. */
const WORDS_TO_LANGUAGES: ReadonlyMap<string, readonly number[]> = LANGUAGES.reduce(
  (map, language, place) => {
    for (const word of new Set(STOP_WORDS[language])) map.set(word, [...(map.get(word) ?? []), place]);
    return map;
  },
  new Map<string, readonly number[]>(),
);

// Letters and endings that only one of the close relatives writes; the text is in lower case.
const SPELLINGS: readonly (readonly [string, RegExp])[] = [
  ['ca', /l·l|\b[ldsm]'[aeiouh]|[àèò]|ció\b|ny|tge\b|tx/g],
  ['es', /ción\b|ñ|¿|¡|dad\b/g],
  ['gl', /ción\b|ñ|\bx[aeiou]|[aeiou]x[aeiou]|dade\b/g],
  ['eu', /tz|[a-z]ko\b|[a-z]ak\b|[a-z]ren\b|kin\b|zk/g],
  ['ro', /[ășțţş]/g],
  ['pt', /[ãõ]|ção\b|ções\b|lh[aeo]|nh[aeo]/g],
  ['fr', /œ|\b(?:qu|j|c)'/g],
  ['de', /ß|[äöü]/g],
];

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['uk', /[їєґі]/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
/** Fewer letters of another script than this are a name or a quotation. */
const LEAST_FOREIGN = 8;
const OTHER_SCRIPT = /[\u0370-\u1dff\u2e80-\ud7ff]/g;

const SAMPLE = 800;
const LEAST_WORDS = 3;
const LEAST_SCORE = 0.9;

/**
 * The language of a text as an ISO 639-1 code, by script, stop-words and spelling. Null when the text is too
 * short to say; Spanish when two close relatives tie, as it is what most citizens write.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const foreign = count(sample, OTHER_SCRIPT);
  if (foreign >= LEAST_FOREIGN) {
    for (const [language, script] of SCRIPTS) {
      if (count(sample, script) > foreign * (language === 'uk' ? 0.02 : 0.6)) return language;
    }
  }
  const words = flatten(sample).match(/[a-z]+/g) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const scores = LANGUAGES.map(() => 0);
  for (const word of words) {
    const places = WORDS_TO_LANGUAGES.get(word);
    if (places === undefined) continue;
    const weight = 1 / Math.sqrt(places.length);
    for (const place of places) scores[place] = (scores[place] ?? 0) + weight;
  }
  for (const [language, spelling] of SPELLINGS) {
    const place = LANGUAGES.indexOf(language);
    scores[place] = (scores[place] ?? 0) + SPELLING_WEIGHT * count(sample, spelling);
  }
  let best: string | null = null;
  let bestScore = LEAST_SCORE;
  for (const [place, score] of scores.entries()) {
    const language = LANGUAGES[place] ?? null;
    if (score > bestScore || (score === bestScore && language === 'es')) {
      best = language;
      bestScore = score;
    }
  }
  return best;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found++;
  return found;
}
