import { flatten } from './fold.ts';

const SPELLING_WEIGHT = 0.7;

/** Words of a language's grammar and of letters, folded. What several share counts little for each. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  es:
    'el la los las lo un una unos unas y e o u de del al a en con por para sin sobre que como pero muy mi mis su sus se me te le les nos os ' +
    'no si ya yo tu es son soy he ha han hay fue era esta este esto estos estas estoy estan tengo tiene tienen quiero quisiera puedo pueden podeis ' +
    'cuando cuanto donde hasta desde hoy ahora ante tambien porque asi usted ustedes gracias hola buenos buenas dias tardes noches saludos ' +
    'solicito adjunto necesito favor mes meses ano anos cuota pago pagar baja alta trabajo ella nada otra otro mas',
  ca:
    'el la els les lo un una uns i o de del dels al als a en amb per pels que com pero molt meu meva meus seva seu vostre vostra es em et us li ens ' +
    'no si ja jo hi ho ni tot tota soc he ha han heu hem hauria es son era aixo aquest aquesta aquests aqui tinc te tenen teniu vull voldria voleu puc podeu pot ' +
    'quan quant on fins des avui ara tambe perque aixi gracies hola bon bona bones dia tarda salutacions salut bustia correu ' +
    'sollicito adjunt necessito necessitem sisplau plau mes mesos any anys nou noves pagar baixa algu res altre nomes fora encara',
  gl:
    'o os as a un unha uns unhas e ou de do da dos das ao aos en no na nos nas con co coa por polo pola para sen sobre que como pero moi meu mina meus sua seu ' +
    'se me te lle lles non si xa eu tamen son e ha hai foi era esta este isto estou tedes teno ten tenen quero quixera gustariame podo podedes pode poden ' +
    'cando canto onde ata desde dende hoxe agora mais porque asi grazas ola bo bos bon boas dia dias tarde tardes noites saudos saudo ' +
    'solicito achego preciso favor mes meses ano anos pagar baixa alta traballo nada outra outro dun dunha nun nunha vou fago fora luns',
  eu:
    'eta edo da dira dut ditut du dugu dute zait zaio hau hori nire gure zure zuen naiz gara zara ez bai egun on arratsalde kaixo mesedez eskerrik mila esker asko ' +
    'bat bi baina nola zer non noiz ere behar nahi dituzt agur beste den duen izan izen hemen orain gaur dago daude daukat ordaindu jaso kode',
  en:
    'the a an and or to of in on at for with without about is are am was be been have has had do does my your his her our their i you he she it we they ' +
    'not no yes this that these those please hello hi dear thanks thank regards would could can will need want know how what when where which from by as if but',
  fr:
    'le la les un une des du de et ou a au aux en dans pour par avec sans sur que qui ce cette ces mon ma mes votre vos je il elle nous vous ne pas oui ' +
    'est suis sont ai avez etre avoir bonjour bonsoir merci cordialement madame monsieur voudrais pouvez comment quand ou mais plus tres numero',
  ro:
    'si sau un o de la din in pe cu pentru fara ca nu da este sunt am are ai ati avut fost meu mea mei imi va vi ma se sa care ce cum cand unde mai dar ' +
    'buna ziua seara multumesc rog vreau doresc numarul luna luni ani dupa pana daca spuneti copie',
  it:
    'il lo la i gli le un una uno e o di del della dei delle da dal in nel nella con per su che non mi si ho ha sono e mio mia miei vostro sua ' +
    'buongiorno buonasera salve grazie vorrei posso potete cordiali saluti come quando dove piu anni anche perche',
  pt:
    'o os as a um uma uns umas e ou de do da dos das ao aos em no na nos nas com por pelo pela pelos para sem sobre que como mas muito meu minha meus sua seu ' +
    'se me te lhe nao sim ja eu tambem sou foi era esta este isto estou tenho tem quero gostaria posso podem voce voces voce ' +
    'quando quanto onde ate desde hoje agora mais porque obrigado obrigada ola bom boa boas dia tarde noite cumprimentos encontra seguranca nosso possivel ferias pessoas',
  de:
    'der die das den dem des ein eine einen und oder zu zur zum von mit fur auf in im am bei nach ohne uber ist sind bin habe haben hat war werden wird ' +
    'ich sie er wir ihr mein meine meinen ihre nicht kein ja guten tag hallo danke bitte grussen freundlichen vielen wie was wann wo aber auch noch seit',
  pl: 'i w z na do od za po ze jest sa mam nie tak czy jak dzien dobry dziekuje prosze moj moja oraz ale przez dla pozdrawiam godziny licza sie',
};

const LANGUAGES = Object.keys(STOP_WORDS);

/** The places in LANGUAGES of those that have a word, and what it counts for each. */
type Counted = { readonly places: readonly number[]; readonly weight: number };

const LETTERS = 26;
const FIRST_LETTER = 0x61;
/** The words letter by letter, a node a row: for each letter the node it leads to. From NOWHERE there is no way. */
const NOWHERE = 0;
const START = 1;
const nodes = [NOWHERE, START].map(() => new Array<number>(LETTERS).fill(NOWHERE));
/** What the word that ends at a node counts. */
const counted: (Counted | undefined)[] = [];
for (const [place, language] of LANGUAGES.entries()) {
  for (const word of new Set(STOP_WORDS[language]?.split(' '))) {
    let node = START;
    for (let at = 0; at < word.length; at++) {
      const letter = word.charCodeAt(at) - FIRST_LETTER;
      const row = nodes[node] ?? [];
      node = row[letter] || nodes.push(new Array<number>(LETTERS).fill(NOWHERE)) - 1;
      row[letter] = node;
    }
    const places = [...(counted[node]?.places ?? []), place];
    counted[node] = { places, weight: 1 / Math.sqrt(places.length) };
  }
}
const steps = Uint16Array.from(nodes.flat());

// Letters and endings that only one of the close relatives writes; the text is in lower case.
const SPELLINGS: readonly (readonly [string, RegExp])[] = [
  ['ca', /l·l|\b[ldsmn]['’][aeiouhàèéíòóú]|[àèòç]|ció\b|[aeiou]ny|tge\b|ix\b|ï/g],
  ['es', /ci(?:ón|ones)\b|ñ|¿|¡|dad\b|miento\b|ía[ns]?\b/g],
  ['gl', /ci(?:ón|óns)\b|ñ|\bx[aeiou]|[aeiou]x[aeiou]|dade\b|mento\b|eir[oa]\b|\b[áó]s?\b/g],
  ['eu', /tz|[a-z]ko\b|[a-z]ak\b|[a-z]ren\b|kin\b|zk/g],
  ['ro', /[ășțţş]/g],
  ['pt', /[ãõ]|ção\b|ções\b|lh[aeo]|nh[aeo]|mento\b|ç/g],
  ['pl', /[łżźćńśęąó]|cz|sz|rz/g],
  ['fr', /œ|\b(?:qu|j|c)'/g],
  ['de', /ß|[äöü]/g],
];

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['uk', /[їєґі]/gu],
  ['bg', /ъ/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
/** Letters that tell a language from its relatives are a share of a text's; a script is most of it. */
const TELLING: ReadonlyMap<string, number> = new Map([
  ['uk', 0.015],
  ['bg', 0.008],
]);
/** Fewer letters of another script than this are a name or a quotation. */
const LEAST_FOREIGN = 8;
const OTHER_SCRIPT = /[\u0370-\u1dff\u2e80-\ud7ff]/g;

const SAMPLE = 800;
const LEAST_WORDS = 3;
const SHORT = 40;
/** What most citizens write: others must speak clearly for themselves. */
const MOST_WRITE = 'es';
const HEAD_START = 0.7;

/**
 * The language of a text as an ISO 639-1 code, by script, words of grammar and spelling; the subject helps where the text
 * is very short. Null when there are no words to tell by; Spanish in doubt, as it is what most citizens write.
 */
export function detectLanguage(text: string, subject = ''): string | null {
  const enough = text.length > SHORT ? text : `${text}\n${subject}`;
  const sample = enough.slice(0, SAMPLE).toLowerCase();
  const foreign = count(sample, OTHER_SCRIPT);
  if (foreign >= LEAST_FOREIGN) {
    for (const [language, script] of SCRIPTS) {
      if (count(sample, script) > foreign * (TELLING.get(language) ?? 0.6)) return language;
    }
  }
  const scores = new Float64Array(LANGUAGES.length);
  if (countWords(flatten(sample), scores) < LEAST_WORDS) return null;
  for (const [language, spelling] of SPELLINGS) {
    const place = LANGUAGES.indexOf(language);
    scores[place] = (scores[place] ?? 0) + SPELLING_WEIGHT * count(sample, spelling);
  }
  let best = MOST_WRITE;
  let bestScore = HEAD_START + (scores[LANGUAGES.indexOf(MOST_WRITE)] ?? 0);
  for (const [place, score] of scores.entries()) {
    const language = LANGUAGES[place];
    if (language !== undefined && score > bestScore) {
      best = language;
      bestScore = score;
    }
  }
  return best;
}

/** Adds what the words of grammar count, and says how many words there are at all. */
function countWords(flat: string, scores: Float64Array): number {
  let words = 0;
  let node = START;
  let length = 0;
  for (let at = 0; at <= flat.length; at++) {
    const letter = at < flat.length ? flat.charCodeAt(at) - FIRST_LETTER : -1;
    if (letter >= 0 && letter < LETTERS) {
      node = steps[node * LETTERS + letter] ?? NOWHERE;
      length++;
    } else if (length > 0) {
      const word = counted[node];
      if (word !== undefined) {
        for (const place of word.places) scores[place] = (scores[place] ?? 0) + word.weight;
      }
      words++;
      node = START;
      length = 0;
    }
  }
  return words;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) found++;
  return found;
}
