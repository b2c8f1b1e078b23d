import { fold } from './fold.ts';
import { CHINESE_SURNAMES, isFromHere, kindOfName, PARTICLES, STAND_BEFORE } from './name-words.ts';

export type SplitName = { readonly givenName: string; readonly surnames: string | null };

/** Languages in whose countries a person has one surname. */
const ONE_SURNAME = new Set(['en', 'fr', 'it', 'ro', 'de', 'uk', 'ru', 'pl', 'bg']);
const INITIAL = /^\p{Lu}\.?$/u;

/**
 * Splits a name where the words fit best: given names and surnames that are known, and of surnames two, or one where
 * `language` is of people who have one; in files and forms they may stand first. `senderName` (the From display name)
 * only helps to see that. Null when nothing is left.
 */
export function splitName(
  words: readonly string[],
  senderName: string,
  language: string | null,
): SplitName | null {
  const units = unitsOf(words);
  while (units.length > 1 && INITIAL.test(units.at(-1) ?? '')) units.pop();
  // "Pedro Gil de Zaragoza": where he is from.
  if (units.length > 2 && isPlace(units)) units.pop();
  const [first = '', last = ''] = [units[0], units.at(-1)];
  if (units.length === 0 || (units.length === 1 && INITIAL.test(first))) return null;
  if (units.length === 1) return { givenName: proper(units), surnames: null };
  const sender = fold(senderName).split(/[^\p{L}]+/u);
  const bySender = sender[0] === fold(last) && sender.at(-1) === fold(first);
  const chinese = isChineseOrder(first, last);
  if (units.length === 2 && (bySender || chinese)) units.reverse();
  const { cut, turned } = bestCut(units, language !== null && ONE_SURNAME.has(language));
  const [before, after] = [units.slice(0, cut), units.slice(cut)];
  const [given, surnames] = turned ? [after, before] : [before, after];
  return { givenName: proper(given), surnames: surnames.length === 0 ? null : proper(surnames) };
}

type Cut = { readonly cut: number; readonly turned: boolean; readonly score: number };

/** A surname that comes first is rarer than a word that is in no list. */
const TURNED = -3.5;

function bestCut(units: readonly string[], one: boolean): Cut {
  let best: Cut = { cut: 1, turned: false, score: Number.NEGATIVE_INFINITY };
  const last = kindOfName(units.at(-1) ?? '');
  for (let cut = 1; cut <= units.length; cut++) {
    const [before, after] = [units.slice(0, cut), units.slice(cut)];
    const score = asGiven(before) + asSurnames(after, one);
    if (score > best.score) best = { cut, turned: false, score };
    if (after.length === 0 || last !== 'GIVEN' || kindOfName(before[0] ?? '') === 'GIVEN') continue;
    const turned = asGiven(after) + asSurnames(before, one) + TURNED;
    if (turned > best.score) best = { cut, turned: true, score: turned };
  }
  return best;
}

const KNOWN = 2;
const FEW_GIVEN = [0, 0, -0.25, -1];
const MANY = -3;

function asGiven(units: readonly string[]): number {
  let score = FEW_GIVEN[units.length] ?? MANY;
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    const kind = kindOfName(unit);
    if (unit.includes(' ') && i > 0) score += advocation(before ?? '', fold(unit));
    else if (INITIAL.test(unit)) score += 1;
    else if (kind === 'GIVEN')
      score += before === undefined || mayBeSecond(units[0] ?? '', unit) ? KNOWN : -KNOWN / 2;
    else if (kind === 'SURNAME') score -= KNOWN;
    else if (kind === 'BOTH') score += isCompound(before, unit) ? KNOWN : 0.5;
  }
  return score;
}

const WOMANS = /a$/i;

function asSurnames(units: readonly string[], one: boolean): number {
  let score = 0;
  let least = 0;
  for (const [i, unit] of units.entries()) {
    const kind = kindOfName(unit);
    const introduced = unit.includes(' ');
    // "Ochoa de Olza" is one surname or two.
    if (!introduced || i === 0) least += 1;
    if (introduced) score += i === 0 && ADVOCATION.test(fold(unit)) ? -0.5 : 0.5;
    else if (kind === 'SURNAME') score += KNOWN;
    else if (kind === 'GIVEN') score -= KNOWN;
    else if (kind === 'BOTH') score += 0.5;
  }
  const usual = one ? ONE : TWO;
  let count = usual[least] ?? MANY;
  for (let many = least + 1; many <= units.length; many++) count = Math.max(count, usual[many] ?? MANY);
  return score + count;
}

/** How usual it is to have none, one, two or three surnames. */
const TWO = [-2.5, -1, 0, -1.5];
const ONE = [-2.5, 0, -1, -2];

const COMPOUND_FIRST = new Set(
  'maria ma jose juan ana luis francisco miguel jesus manuel carlos antonio rosa jorge xose joan josep pedro pablo angel'.split(
    ' ',
  ),
);
/** Of the given names that are surnames too, those that stand second in a compound one. */
const COMPOUND_SECOND = new Set(
  'ramon andres cruz luz paz reyes lluis victoria mar miguel salvador'.split(' '),
);

function isCompound(before: string | undefined, unit: string): boolean {
  return before !== undefined && beginsCompound(before) && COMPOUND_SECOND.has(fold(unit));
}

function beginsCompound(unit: string): boolean {
  const first = fold(unit).replace(/[.ª]/gu, '');
  return COMPOUND_FIRST.has(first) || first === 'm';
}

/** "Rebecca Louise" is the rule elsewhere; here few men but José have a second name, and men's names are surnames too. */
function mayBeSecond(first: string, second: string): boolean {
  return WOMANS.test(second) || beginsCompound(first) || !isFromHere(first);
}

/** "luis gil mora de marinaleda" where all is written small, but "Sáenz de Buruaga". */
function isPlace(units: readonly string[]): boolean {
  const last = units.at(-1) ?? '';
  if (FROM_PLACE.test(fold(last))) return true;
  return units.length > 3 && /^de [^ \p{Lu}]+$/u.test(last) && !PATRONYMIC.test(units.at(-2) ?? '');
}

const PATRONYMIC = /(?:ez|iz|az|oz|enz|anz)$/u;

function isChineseOrder(first: string, last: string): boolean {
  if (!CHINESE_SURNAMES.has(fold(first))) return false;
  const [kind, behind] = [kindOfName(first), kindOfName(last)];
  return behind !== 'SURNAME' || (kind === 'SURNAME' && CHINESE_SURNAMES.has(fold(last)));
}

/** "María de la Cruz" and "Juan de Dios", but "Juan, de la Cruz". */
function advocation(before: string, unit: string): number {
  if (!ADVOCATION.test(unit)) return -KNOWN - 1;
  return WOMANS.test(before) || /ª$/.test(before) || / (?:dios|asis|padua|paula|jesus)$/.test(unit)
    ? KNOWN
    : 0.5;
}

/** What Maria and others are called after: "María del Carmen", "Juan de Dios", "Francisco de Asís". */
const ADVOCATION =
  /^(?:de la|de los|de las|del|de|dels?|dos|das|do|da|y) (?:alegria|amor|amparo|angeles|angels|angustias|anunciacion|anxos|asis|asuncion|aurora|begona|belen|cabeza|camino|candelaria|caridad|carme|carmen|carmo|castillo|ceu|conceicao|concepcion|consejo|consolacion|consuelo|coro|cruz|desamparados|dios|dolores|dolors|dores|encarnacion|esperanza|fatima|flor|fuensanta|gloria|gracia|gracas|guadalupe|henar|inmaculada|iranzu|jesus|liduvina|liria|lluch|loreto|lourdes|luz|macarena|mar|mercedes|merce|milagro|milagros|montserrat|natividad|nieves|neus|nazaret|olvido|olivar|padua|patrocinio|paul|paula|paz|perpetuo|pilar|pino|piedad|prado|presentacion|puerto|puig|pura|purificacion|rafael|rayo|regla|remedios|remei|rocio|rosari|rosario|roser|sagrario|sales|salud|santisima|socorro|sol|soledad|soterrano|tura|valle|valvanera|vega|victoria|villar|virtudes|yermo)$/;

const FROM_PLACE =
  /^de (?:albacete|alicante|almeria|avila|badajoz|badalona|barcelona|bilbao|burgos|caceres|cadiz|cartagena|castellon|ceuta|cordoba|cuenca|elche|espana|figueres|gerona|gijon|girona|granada|guadalajara|huelva|huesca|ibiza|jaen|jerez|la coruna|leon|lleida|logrono|lugo|madrid|malaga|manresa|mataro|melilla|merida|murcia|olot|orense|ourense|oviedo|palencia|palma|pamplona|pontevedra|reus|sabadell|salamanca|salt|san sebastian|santander|santiago|segovia|sevilla|soria|tarragona|terrassa|teruel|toledo|valencia|valladolid|vic|vigo|vitoria|zamora|zaragoza)$/;

/** ["María", "del", "Valle", "Sáenz", "de", "Buruaga"] -> ["María", "del Valle", "Sáenz", "de Buruaga"] */
function unitsOf(words: readonly string[]): string[] {
  const units: string[] = [];
  let held = '';
  for (const word of words) {
    const folded = fold(word);
    const joins = folded === 'y' || folded === 'i';
    if ((STAND_BEFORE.has(folded) || joins) && (held !== '' || units.length > 0 || !joins))
      held += `${word} `;
    else {
      units.push(held + word);
      held = '';
    }
  }
  if (held !== '') units.push(held.trim());
  return units;
}

/** Capitals normalised: "DOLORES MONTOYA" and "dolores montoya" become "Dolores Montoya"; mixed case stays. */
export function proper(groups: readonly string[]): string {
  return groups
    .join(' ')
    .split(' ')
    .map((word) => {
      const shouted = word.length > 1 && word === word.toUpperCase() && !word.includes('.');
      if (!shouted && word !== word.toLowerCase()) return word;
      if (PARTICLES.has(fold(word)) && fold(word) !== 'el') return word.toLowerCase();
      return word.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());
    })
    .join(' ');
}
