import { flatten, fold } from './fold.ts';
import {
  CHINESE_SURNAMES,
  isFromHere,
  isGiven,
  kindOfName as kindOfWord,
  PARTICLES,
  STAND_BEFORE,
  type KindOfName,
} from './name-words.ts';
import { isHouse, namesIn } from './sender.ts';

export type SplitName = { readonly givenName: string; readonly surnames: string | null };

/** Languages in whose countries a person has one surname. */
const ONE_SURNAME = new Set(['en', 'fr', 'it', 'ro', 'de', 'uk', 'ru', 'pl', 'bg']);
const INITIAL = /^\p{Lu}\.?$/u;
/** "P. Luis", "M. Lucien", "H. Gladys": of the clergy, or Monsieur. */
const TITLE = /^[PMH]\.$/;
/** "Liubov Petrivna", "Ivan Petrovych": the father's name belongs to the given one. */
const FATHERS_NAME = /..(?:ovna|evna|ivna|yivna|ichna|ovych|yovych|evych)$/;

function kindOfName(unit: string): KindOfName {
  return FATHERS_NAME.test(fold(unit)) ? 'GIVEN' : kindOfWord(unit);
}

/**
 * Splits a name where the words fit best: given names and surnames that are known, and of surnames two, or one where
 * `language` is of people who have one, or the given name is; in files and forms they may stand first. `senderName`
 * (the From display name) only helps to see that. Null when nothing is left.
 */
export function splitName(
  words: readonly string[],
  senderName: string,
  language: string | null,
): SplitName | null {
  const units = unitsOf(words);
  while (units.length > 1 && INITIAL.test(units.at(-1) ?? '')) units.pop();
  const french = language === 'fr' && units[0] === 'M.';
  if ((french || units.length === 2) && TITLE.test(units[0] ?? '') && isGiven(units[1] ?? '')) units.shift();
  // "Pedro Gil de Zaragoza": where he is from.
  if (units.length > 2 && isPlace(units)) units.pop();
  const [first = '', last = ''] = [units[0], units.at(-1)];
  if (units.length === 0 || (units.length === 1 && INITIAL.test(first))) return null;
  if (units.length === 1) return { givenName: proper(units), surnames: null };
  const sender = senderOf(senderName);
  const bySender = sender.given === fold(last) && kindOfName(first) !== 'GIVEN' && !beginsCompound(first);
  const chinese = isChineseOrder(first, last);
  if (units.length === 2 && (bySender || chinese)) units.reverse();
  const elsewhere = units.some((unit) => kindOfName(unit) === 'GIVEN' && !isFromHere(unit));
  const usual = language !== null && ONE_SURNAME.has(language) ? ONE : elsewhere ? EITHER : TWO;
  const { cut, turned } = bestCut(units, usual, sender);
  const [before, after] = [units.slice(0, cut), units.slice(cut)];
  const [given, surnames] = turned ? [after, before] : [before, after];
  return { givenName: proper(given), surnames: surnames.length === 0 ? null : proper(surnames) };
}

/** What the sender calls himself, where that is a given name, and perhaps a surname. */
type SenderNames = { readonly given: string | null; readonly surname: string | null };

function senderOf(senderName: string): SenderNames {
  const sender = namesIn(senderName);
  const [first = '', second] = sender;
  const surnameFirst = !isGiven(first) && second !== undefined && isGiven(second);
  const unclear =
    isHouse(sender) || CHINESE_SURNAMES.has(first) || kindOfName(first) === 'SURNAME' || surnameFirst;
  // "A. Vogelsang" does not say what A is.
  if (first === '' || unclear || !flatten(senderName).startsWith(first))
    return { given: null, surname: null };
  return { given: first, surname: sender.length === 2 && second !== undefined ? second : null };
}

type Cut = { readonly cut: number; readonly turned: boolean; readonly score: number };

/** A surname that comes first is rarer than a word that is in no list, ... */
const TURNED = -3.5;
/** ... and rarer still where it is a given name too, and the last word a surname. */
const TURNED_GIVEN = -5.5;

function bestCut(units: readonly string[], usual: readonly number[], sender: SenderNames): Cut {
  let best: Cut = { cut: 1, turned: false, score: Number.NEGATIVE_INFINITY };
  const [first = '', last = ''] = [units[0], units.at(-1)];
  const mayTurn = kindOfName(first) !== 'GIVEN' && (isGiven(last) || kindOfName(last) === 'GIVEN');
  const turning = isGiven(first) && kindOfName(last) === 'BOTH' ? TURNED_GIVEN : TURNED;
  for (let cut = 1; cut <= units.length; cut++) {
    const [before, after] = [units.slice(0, cut), units.slice(cut)];
    const score = asGiven(before, sender) + asSurnames(after, usual, sender);
    if (score > best.score) best = { cut, turned: false, score };
    if (after.length === 0 || !mayTurn) continue;
    // Who puts his surname first comes from where people have one, or writes as in a form.
    const few = usual === EITHER ? ONE : usual;
    const turned = asGiven(after, sender) + asSurnames(before, few, sender) + turning;
    if (turned > best.score) best = { cut, turned: true, score: turned };
  }
  return best;
}

const KNOWN = 2;
const FEW_GIVEN = [0, 0, -0.25, -1];
const MANY = -3;

function asGiven(units: readonly string[], sender: SenderNames): number {
  let score = FEW_GIVEN[units.length] ?? MANY;
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    const kind = kindOfName(unit);
    if (fold(unit) === sender.given) score += KNOWN;
    if (unit.includes(' ') && i === 0) score -= KNOWN;
    else if (unit.includes(' ')) score += advocation(before ?? '', fold(unit));
    else if (INITIAL.test(unit)) score += 1;
    else if (kind === 'GIVEN')
      score += before === undefined || mayBeSecond(before, unit) ? KNOWN : -KNOWN / 2;
    else if (kind === 'SURNAME') score -= KNOWN;
    else if (kind === 'BOTH') score += isCompound(before, unit) ? KNOWN : 0.5;
  }
  return score;
}

function asSurnames(units: readonly string[], usual: readonly number[], sender: SenderNames): number {
  let score = 0;
  let least = 0;
  if (sender.surname !== null && fold(units[0] ?? '') === sender.surname) score += 0.6;
  for (const [i, unit] of units.entries()) {
    const kind = kindOfName(unit);
    if (fold(unit) === sender.given) score -= KNOWN;
    const introduced = unit.includes(' ');
    // "Ochoa de Olza" is one surname or two.
    if (!introduced || i === 0) least += 1;
    if (i === 0 && JOINED.test(unit)) score -= KNOWN * 2;
    else if (introduced) score += i === 0 && ADVOCATION.test(fold(unit)) ? -0.5 : 0.5;
    else if (kind === 'SURNAME') score += KNOWN;
    else if (kind === 'GIVEN') score -= KNOWN;
    else if (kind === 'BOTH') score += 0.5;
  }
  let count = usual[least] ?? MANY;
  for (let many = least + 1; many <= units.length; many++) count = Math.max(count, usual[many] ?? MANY);
  return score + count;
}

/** How usual it is to have none, one, two or three surnames. */
const TWO = [-2.5, -1, 0, -1.5];
const ONE = [-2.5, 0, -1, -2];
/** Who comes from elsewhere and lives here. */
const EITHER = [-2.5, 0, 0, -1.5];

/** In Spanish as in Basque: what a woman's second name ends in, or is. */
const WOMANS =
  /(?:a|ª|belen|carmen|coromoto|esther|ines|irene|isabel|luz|maricel|mercedes|miren|nieves|noemi|pilar|raquel|rocio|soledad)$/i;
/** Women's names like men's. */
const MANS = /(?<!rosari|consuel|ampar|socorr|roci)o$/i;

const COMPOUND_FIRST = new Set(
  'maria ma jose juan ana luis francisco miguel jesus manuel carlos antonio rosa jorge xose joan josep pedro pablo angel jon vicent vicente'.split(
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
function mayBeSecond(before: string, second: string): boolean {
  if (FATHERS_NAME.test(fold(second)) || beginsCompound(before)) return true;
  if (!isGiven(before)) return false;
  if (!isFromHere(before)) return true;
  return WOMANS.test(second) && (!MANS.test(before) || fold(second) === 'maria');
}

/** The second of "Gil y Vega". */
const JOINED = /^[yi] /i;

/** "luis gil mora de marinaleda" where all is written small, but "Sáenz de Buruaga". */
function isPlace(units: readonly string[]): boolean {
  const last = units.at(-1) ?? '';
  // "Gil y Ponce de León" is from nowhere.
  if (JOINED.test(units.at(-2) ?? '')) return false;
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
  /^(?:de la|de los|de las|del|de|dels?|dos|das|do|da|y) (?:aguila|aguilas|alegria|amor|amparo|angeles|angels|angustias|anunciacion|anxos|asis|asuncion|aurora|begona|belen|cabeza|camino|candelaria|caridad|carme|carmen|carmo|castillo|ceu|conceicao|concepcion|consejo|consolacion|consuelo|coro|cruz|desamparados|dios|dolores|dolors|dores|encarnacion|esperanza|fatima|flor|fuensanta|gloria|gracia|gracas|guadalupe|henar|inmaculada|iranzu|jesus|liduvina|liria|lluch|linarejos|llanos|loreto|lourdes|lurdes|luz|macarena|mar|mercedes|merce|milagro|milagros|montserrat|natividad|nieves|neus|nazaret|olvido|olivar|padua|patrocinio|paul|paula|paz|perpetuo|pilar|pino|piedad|prado|presentacion|puerto|puig|pura|purificacion|rafael|rayo|regla|reyes|remedios|remei|rocio|rosari|rosario|roser|sagrario|sales|salud|santisima|socorro|sol|soledad|soterrano|trinidad|tura|valle|valme|valvanera|vega|victoria|villar|virtudes|yermo)$/;

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
      const shouted = word.length > 1 && word === word.toUpperCase() && word.indexOf('.') !== 1;
      if (!shouted && word !== word.toLowerCase()) return word;
      if (PARTICLES.has(fold(word)) && fold(word) !== 'el') return word.toLowerCase();
      return word.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase());
    })
    .join(' ');
}
