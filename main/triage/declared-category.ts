import type { DeclaredCategory } from './model.ts';
import { editDistance, fold } from './fold.ts';
import { stripPrefixes } from './subject.ts';

export type Declaration = { readonly category: DeclaredCategory; readonly quote: string };

/** The official names of seed 003 in Spanish, Catalan, Galician and Basque: the word that stands for each. */
const NAMES: Readonly<Record<Exclude<DeclaredCategory, 'OTRAS'>, readonly string[]>> = {
  AFILIACION: ['afiliacion', 'afiliaciones', 'afiliacio', 'afiliazioa', 'afiliazio'],
  COTIZACION: [
    'cotizacion',
    'cotizaciones',
    'cotitzacio',
    'cotitzacions',
    'cotizacions',
    'kotizazioa',
    'kotizazioak',
    'kotizazio',
  ],
  RECAUDACION: [
    'recaudacion',
    'recaudaciones',
    'recaptacio',
    'recaudacio',
    'recadacion',
    'bilketa',
    'dirubilketa',
    'recaudazioa',
  ],
  MORATORIAS: [
    'moratorias',
    'moratoria',
    'moratories',
    'moratoriak',
    'moratoriek',
    'luzamenduak',
    'luzamendua',
  ],
};

/** The same in languages further away, only as they are spelt: their misspellings are words of the languages here. */
const ABROAD: ReadonlyMap<string, DeclaredCategory> = new Map(
  Object.entries({
    AFILIACION: 'affiliation afiliere afilierea afiliacao affiliazione',
    COTIZACION: 'cotisation cotisations cotizatie cotizatii cotizacao contributions',
    RECAUDACION: 'recouvrement recaudare arrecadacao riscossione',
    MORATORIAS: 'moratorium moratoriums moratoire moratoires moratoriu moratorii',
  } satisfies Partial<Record<DeclaredCategory, string>>).flatMap(([category, words]) =>
    words.split(' ').map((word) => [word, category as DeclaredCategory] as const),
  ),
);

// A word that exists is not a typo of another one.
const REAL_WORDS = new Set(
  (
    'reclamacion reclamaciones reparacion reparaciones relajacion recreacion migratoria migratorias rotatoria rogatoria ' +
    'mortuoria monitoria giratoria afliccion filmacio filiacio afirmacio ampliacio readaptacio ' +
    'ampliacion afirmacion motivacion recusacion oratoria moratorio moratorios captacio filiacion cotizado cotizados ' +
    'afiliado afiliada afiliados recaudador recaudadora cotiza cotizo recauda mora morada moratin habilitacion'
  ).split(' '),
);

// The words of "afiliación E INSCRIPCIÓN DE EMPRESAS, ALTAS, BAJAS Y VARIACIONES DE DATOS".
const LONG_NAME = (
  'inscripcion inscripciones empresas empresa altas alta bajas baja variaciones variacion datos ' +
  'inscripcio empreses altes baixes variacions dades inscricion inscricions baixas ' +
  'inskripzioa inskripzio enpresen enpresak altak bajak datuen aldaketak aldaketa'
).split(' ');
const JOINERS = new Set(['e', 'i', 'y', 'de', 'd', 'eta', 'o', 'u', 'en', 'las', 'los', 'la']);
const OTHER = new Set([
  'otras',
  'otra',
  'otros',
  'otro',
  'altres',
  'outras',
  'outros',
  'outra',
  'beste',
  'bestelako',
  'other',
  'autres',
  'alte',
  'altre',
]);
/** Alone these say nothing. */
const ONLY_A_WORD = new Set(['beste', 'otra', 'outra', 'altre', 'alte']);
const ERRANDS = ['gestiones', 'gestion', 'gestions', 'gestio', 'xestions', 'xestion', 'xestiones', 'gestoes'];
const OTHER_THINGS = new Set(
  (
    'tramites temas asuntos cuestiones consultas tramits temes assumptes kudeaketa kudeaketak izapide izapideak batzuk ' +
    'procedures matters demarches formalites proceduri pratiche'
  ).split(' '),
);
const WHOLE_OTHER = new Set(['bestelakoak', 'besterik', 'otrasgestiones']);

// Words that only introduce the name: "Asunto: COTIZACIÓN", "URGENTE COTIZACIÓN", "opción 2 - Cotización".
const LABELS = new Set(
  'asunto tema categoria apartado opcion seccion area unidad departamento dpto depto urgente muy assumpte gaia tgss ref referencia expediente dni nie nif naf'.split(
    ' ',
  ),
);

// After the name these make a sentence out of it: the subject tells something instead of declaring.
const SENTENCE = new Set(
  (
    'que no me mi mis se le les nos si como cuando porque es son esta estan hay he ha han puedo puede pueden quiero ' +
    'quisiera necesito tengo tiene debo pago pagar pedir solicitar solicito pendiente_de para sobre'
  ).split(' '),
);
const SHORT_REST = 5;
const MAX_TOKENS = 60;
/** With more names than this a subject is the list of them. */
const MOST_NAMES = 2;

type Token = {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** A separator (not just a space) stands before it. */
  readonly cut: boolean;
  /** A full stop follows, as in "recaud.". */
  readonly dot: boolean;
};
type Claim = { readonly category: DeclaredCategory; readonly from: number; readonly to: number };

/**
 * The category that a subject declares by an official name (seed 003), also misspelt, cut, abbreviated,
 * translated or behind RE:/RV:, with the words that say it. Null when it names none, when it pastes the list of
 * them, and when such a word only occurs inside a free phrase: to declare, the name must open the subject or
 * stand alone between separators.
 */
export function declaredCategory(subject: string): Declaration | null {
  const { bare, tokens, claims, mentioned } = readNames(subject);
  const first = claims[0];
  if (first === undefined || mentioned.size > MOST_NAMES) return null;
  if (claims.some((claim) => claim.category !== first.category)) return null;
  const quote = bare.slice(tokens[first.from]?.start, tokens[first.to]?.end);
  return { category: first.category, quote };
}

/** True when a subject names so many categories that it must be the list of them, pasted. */
export function pastesTheList(subject: string): boolean {
  return readNames(subject).mentioned.size > MOST_NAMES;
}

type Names = {
  readonly bare: string;
  readonly tokens: readonly Token[];
  /** Names that stand where they declare. */
  readonly claims: readonly Claim[];
  readonly mentioned: ReadonlySet<DeclaredCategory>;
};

// One message asks several times about its subject: the last answer is kept.
let last: { readonly subject: string; readonly names: Names } | null = null;

function readNames(subject: string): Names {
  if (last?.subject !== subject) last = { subject, names: findNames(subject) };
  return last.names;
}

function findNames(subject: string): Names {
  const { bare } = stripPrefixes(subject);
  const tokens = tokenize(bare);
  const claims: Claim[] = [];
  const mentioned = new Set<DeclaredCategory>();
  for (let i = 0; i < tokens.length;) {
    const claim = nameAt(tokens, i);
    if (claim === null) {
      i++;
      continue;
    }
    mentioned.add(claim.category);
    if (standsOut(bare, tokens, claim) || (opens(tokens, claim) && closes(bare, tokens, claim)))
      claims.push(claim);
    else if (isJoined(tokens, claims.at(-1), claim)) claims.push(claim);
    i = claim.to + 1;
  }
  return { bare, tokens, claims, mentioned };
}

function tokenize(bare: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of bare.matchAll(/[\p{L}\p{N}]+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const between = bare.slice(previousEnd, start);
    tokens.push({
      word: fold(match[0]),
      start,
      end,
      cut: /[^\s'’.]|\.\s/u.test(between),
      dot: bare[end] === '.',
    });
    previousEnd = end;
    if (tokens.length === MAX_TOKENS) break;
  }
  return tokens;
}

/** An official name that begins at token `i`, with as many of its words as are there. */
function nameAt(tokens: readonly Token[], i: number): Claim | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const next = tokens[i + 1];
  if (OTHER.has(token.word)) {
    const errands =
      next !== undefined && !next.cut && (isLike(next.word, ERRANDS) || isCut(next, ERRANDS, next.dot));
    if (errands) return { category: 'OTRAS', from: i, to: restOfBasque(tokens, i + 1) };
    if (next !== undefined && !next.cut && OTHER_THINGS.has(next.word) && token.word !== 'otra') {
      return { category: 'OTRAS', from: i, to: restOfBasque(tokens, i + 1) };
    }
    // Alone: "Otros", as in the list of seed 003.
    const alone = (next === undefined || next.cut) && (i === 0 || token.cut);
    return alone && !ONLY_A_WORD.has(token.word) ? { category: 'OTRAS', from: i, to: i } : null;
  }
  if (WHOLE_OTHER.has(token.word)) return { category: 'OTRAS', from: i, to: i };
  for (const category of ['AFILIACION', 'COTIZACION', 'RECAUDACION', 'MORATORIAS'] as const) {
    const names = NAMES[category];
    const whole =
      isLike(token.word, names) || isCut(token, names, token.dot) || ABROAD.get(token.word) === category;
    // "COTIZ ACION": a space slipped into the word.
    const broken = !whole && next !== undefined && !next.cut && names.includes(token.word + next.word);
    if (!whole && !broken) continue;
    const to = broken ? i + 1 : i;
    return { category, from: i, to: category === 'AFILIACION' ? restOfLongName(tokens, to) : to };
  }
  return longNameWithoutHead(tokens, i);
}

/** The long name with its beginning lost: "INSCRIPCIÓN DE EMPRESAS, ALTAS, BAJAS", "altas, bajas y variaciones". */
function longNameWithoutHead(tokens: readonly Token[], i: number): Claim | null {
  const first = tokens[i]?.word ?? '';
  if (!isLike(first, ['inscripcion', 'inscripcio', 'altas', 'altes', 'altak', 'variaciones', 'variacion'])) {
    return null;
  }
  const to = restOfLongName(tokens, i);
  const words = tokens.slice(i, to + 1).filter((token) => !JOINERS.has(token.word));
  return words.length >= 2 ? { category: 'AFILIACION', from: i, to } : null;
}

function restOfLongName(tokens: readonly Token[], from: number): number {
  let to = from;
  for (let j = from + 1; j < tokens.length; j++) {
    const token = tokens[j];
    if (token === undefined) break;
    const last = j === tokens.length - 1;
    const belongs =
      isLike(token.word, LONG_NAME) ||
      isCut(token, LONG_NAME, token.dot || last) ||
      isLike(token.word, NAMES.AFILIACION);
    if (belongs) to = j;
    else if (!JOINERS.has(token.word) || token.cut) break;
  }
  return to;
}

function restOfBasque(tokens: readonly Token[], to: number): number {
  return tokens[to + 1]?.word === 'batzuk' ? to + 1 : to;
}

/** Misspelt within one or two edits, the more the longer the word; a word that exists is no misspelling. */
function isLike(word: string, names: readonly string[]): boolean {
  if (names.includes(word)) return true;
  if (word.length < 5 || REAL_WORDS.has(word)) return false;
  return names.some((name) => {
    const limit = name.length >= 9 ? 2 : name.length >= 7 ? 1 : 0;
    return limit > 0 && editDistance(word, name, limit) <= limit;
  });
}

/** Cut short: from four letters with a full stop or at the end, from six without. */
function isCut(token: Token, names: readonly string[], marked: boolean): boolean {
  const { word } = token;
  if (REAL_WORDS.has(word)) return false;
  const least = marked ? 3 : 6;
  return word.length >= least && names.some((name) => name.startsWith(word));
}

/** At the beginning or the end in capitals among words that are not: copied from the list. */
function standsOut(bare: string, tokens: readonly Token[], claim: Claim): boolean {
  const from = tokens[claim.from]?.start ?? 0;
  const to = tokens[claim.to]?.end ?? 0;
  const atEdge = claim.from === 0 || claim.to === tokens.length - 1;
  const isCapitals = (text: string) => text === text.toUpperCase();
  const others = bare.slice(0, from) + bare.slice(to);
  return atEdge && to - from >= 8 && isCapitals(bare.slice(from, to)) && !isCapitals(others);
}

/** "Afiliación y cotización": the second name claims as much as the first. */
function isJoined(tokens: readonly Token[], before: Claim | undefined, claim: Claim): boolean {
  return (
    before !== undefined && tokens.slice(before.to + 1, claim.from).every(({ word }) => JOINERS.has(word))
  );
}

function opens(tokens: readonly Token[], claim: Claim): boolean {
  const token = tokens[claim.from];
  if (claim.from === 0 || token?.cut === true) return true;
  return tokens
    .slice(0, claim.from)
    .every(({ word }) => LABELS.has(word) || /\d/.test(word) || isLike(word, LONG_NAME));
}

function closes(bare: string, tokens: readonly Token[], claim: Claim): boolean {
  const rest = tokens.slice(claim.to + 1);
  const next = rest[0];
  if (next === undefined || next.cut) return true;
  if (claim.from > 0 && tokens[claim.from]?.cut === true) return false;
  const clause = rest.slice(0, Math.max(1, rest.findIndex((token) => token.cut) + 1 || rest.length));
  return (
    clause.length <= SHORT_REST && !/[¿?]/u.test(bare) && !clause.some((token) => SENTENCE.has(token.word))
  );
}
