import { fold, TEXT_LIMIT } from './fold.ts';

/** Words that betray a language because the others have no use for them. Folded. */
const STOP_WORDS: Readonly<Record<string, readonly string[]>> = {
  es: 'el los las y con por para del que como pero muy mi su ustedes usted gracias hola buenos buenas dias tardes noches ya yo lo al esta estoy tengo soy quiero un una si cuando donde hasta desde'.split(
    ' ',
  ),
  ca: 'amb els les i per dels perque meu meva vull tinc soc bon dia gracies salutacions aquest aquesta pero mes seva seu que no al si us plau vaig hem he fer aixo on quan fins des nomes moltes'.split(
    ' ',
  ),
  gl: 'o os as e non unha dun dunha co coa na no nos meu mina moi grazas bos dias saudos teno son quero ao aos ata desde pola polo que eu estou xa hai mais tamen'.split(
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

const WORDS_TO_LANGUAGES: ReadonlyMap<string, readonly string[]> = Object.entries(STOP_WORDS).reduce(
  (map, [language, words]) => {
    for (const word of new Set(words)) map.set(word, [...(map.get(word) ?? []), language]);
    return map;
  },
  new Map<string, readonly string[]>(),
);

// Letters and endings that only one of the close relatives writes.
const SPELLINGS: readonly (readonly [string, RegExp])[] = [
  ['ca', /l·l|\bl'[aeiouhàèéíòóú]|\bd'[aeiouhàèéíòóú]|\bs'[aeiouh]|[àèò]|ció\b|\bny|ny\b|tge\b|tx/giu],
  ['es', /ción\b|ñ|¿|¡|\by\b|dad\b/giu],
  ['gl', /ción\b|ñ|\bx[aeiou]|[aeiou]x[aeiou]|\bunha\b|dade\b/giu],
  ['eu', /tz|\p{L}ko\b|\p{L}ak\b|\p{L}ren\b|kin\b|zk|\p{L}arekin\b/giu],
  ['ro', /[ășțţş]/giu],
  ['pt', /[ãõ]|ção\b|ções\b|lh[aeo]|nh[aeo]/giu],
  ['fr', /[œ]|\bqu'|\bj'|\bc'est|é[es]?\b/giu],
  ['de', /ß|[äöü]/giu],
];

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['uk', /[їєґі]/giu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

const SAMPLE = 3000;
const LEAST_WORDS = 3;

/**
 * The language of a text as an ISO 639-1 code, by script, stop-words and spelling. Null when the text is too
 * short to say; Spanish when two close relatives tie, as it is what most citizens write.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, Math.min(SAMPLE, TEXT_LIMIT));
  const letters = count(sample, /\p{L}/gu);
  for (const [language, script] of SCRIPTS) {
    const found = count(sample, script);
    if (found >= 8 && found > letters * (language === 'uk' ? 0.05 : 0.4)) return language;
  }
  const words = fold(sample).match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const scores = new Map<string, number>();
  for (const word of words) {
    const languages = WORDS_TO_LANGUAGES.get(word);
    if (languages === undefined) continue;
    for (const language of languages) add(scores, language, 1 / Math.sqrt(languages.length));
  }
  for (const [language, spelling] of SPELLINGS) add(scores, language, 0.7 * count(sample, spelling));
  let best: string | null = null;
  let bestScore = 0.9;
  for (const [language, score] of scores) {
    if (score > bestScore || (score === bestScore && language === 'es')) {
      best = language;
      bestScore = score;
    }
  }
  return best;
}

function add(scores: Map<string, number>, language: string, weight: number): void {
  scores.set(language, (scores.get(language) ?? 0) + weight);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
