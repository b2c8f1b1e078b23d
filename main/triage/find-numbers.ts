import { parseCcc, parseIdentityDocument, parseNaf } from '../citizens/identifiers.ts';
import { parsePhone, type PhoneKind } from '../citizens/phones.ts';
import { letterAfter } from './control-letter.ts';
import { matchesOf } from './matches.ts';
import type { IdType } from './model.ts';
import { asDigits, asNumber, type NumberWords } from './number-words.ts';
import { distance } from './roles.ts';
import { WordPattern } from './word-pattern.ts';

/** Something found in a text. Offsets are UTF-16 units; `labelled`: the writer says what it is. */
export type Hit = {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly labelled: boolean;
};
export type IdHit = Hit & { readonly type: IdType; readonly valid: boolean | null };
export type PhoneHit = Hit & { readonly kind: PhoneKind };

/** No request names more people; a table of thousands must not hold up the others. */
const MOST_HITS = 60;

// Patterns that begin with their end, `$(?<=…)`, are read backwards from there and not tried at each character before.
const ID_LABEL =
  /$(?<=(?:\b(?:d\s?\.?\s?n\s?\.?\s?i|n\s?\.?\s?i\s?\.?\s?[ef]|c\.?i\.?f|nan|dni\/nie|documento|carnet?|identidad|tie)\b)[^a-z\d]{0,6}(?:[a-z]{1,12}[^a-z\d]{1,3}){0,3})/;
const DNI =
  /(?<![a-z\d/])0?(\d{1,2}[. ,·_*'-]?\d{3}[. ,·_*'-]?\d{3})([ \t]?[-–—.,/·_*]?\s?)([a-z])(?![a-z\d])/g;
const NIE = /(?<![a-z\d])([xyz])[\s–._/-]{0,2}0?(\d(?:[. ]?\d){5,6})[\s–._/-]{0,2}([a-z])(?![a-z\d])/g;
/** "R-99999999": the letter in front. */
const LETTER_FIRST = /(?<![a-z\d])([a-z])\s?[-–.]?\s?(\d{2}\.?\d{3}\.?\d{3})(?![a-z\d/])/g;
const CIF = /(?<![a-z\d])([a-hjnp-w])\s?[-–.]?\s?(\d{2}\.?\d{3}\.?\d{2}\s?[-–]?\s?[\da-j])(?![a-z\d])/g;
const KLM = /(?<![a-z\d])[klm]\s?[-–.]?\s?\d{7}\s?[-–.]?\s?[a-z](?![a-z\d])/g;
/** Behind its label anything of about the right shape is meant as the document, even when it is wrong. */
const LABELLED = new WordPattern(
  /\b(d\.?\s?n\.?\s?i|n\.?i\.?[ef]|nan)\b\.?[:\s]{1,3}(?:(?:es|numero|num|n[.ºo]{0,2}|el)[:\s]{1,2}){0,2}([xyz]?[-. ]?(?:[\doil][. ]?){6,8}[-. ]?[a-z]?)(?![a-z\d])/,
);
/** Eight digits in any grouping, also glued to the name before: only a right letter makes a DNI of them. */
const BARE = /(?<![\d/+.,-])\d(?:[ .]?\d){7}(?!\d)/g;
const PASSPORT = new WordPattern(
  /\b(?:pasaporte|passaport|passport|passeport|pasaportea|passaporte|passaporto|pasaport|reisepass|pasapoarte?)\b[^\n\d]{0,30}?((?=[a-z]{0,3}\d)[a-z\d]{6,12}|(?<![a-z])(?!(?:no|nr|el|es|de|is|la|en|mi|my) )[a-z]{1,3}[ -]\d{5,9})(?![a-z\d])/,
);

/** Identity documents in order of appearance, also wrong ones where the writer means one. */
export function findIdentityDocuments(text: string, words: readonly NumberWords[]): IdHit[] {
  if (!/\d/.test(text) && words.length === 0) return [];
  const hits: IdHit[] = [];
  const add = (match: RegExpMatchArray, raw: string, type: IdType | null, sure: boolean) => {
    const at = match[0].indexOf(raw);
    const start = (match.index ?? 0) + Math.max(0, at);
    const end = at < 0 ? start + match[0].length : start + raw.length;
    if (hits.length >= MOST_HITS || hits.some((hit) => start < hit.end && hit.start < end)) return;
    const parsed = parseIdentityDocument(raw, type);
    const labelled = ID_LABEL.test(text.slice(Math.max(0, start - 40), start));
    if (!parsed.valid && !sure && !labelled && parsed.valid !== null) return;
    hits.push({ value: parsed.number, type: parsed.type, valid: parsed.valid, start, end, labelled });
  };
  // A letter apart by a space may be a word ("y 1.500.000 a plazos"): then only a right letter counts.
  for (const match of matchesOf(text, NIE))
    add(match, match.slice(1).join(''), 'NIE', !/[\s,]/.test(match[0]));
  for (const match of matchesOf(text, CIF)) add(match, match[0], 'CIF', isAfterCompany(text, match.index));
  for (const match of matchesOf(text, KLM)) add(match, match[0], 'NIF', false);
  for (const match of matchesOf(text, DNI)) {
    // "99999999 y la letra R"
    const word = /[ \t][yaeou]$/.test(match[0]) && !parseIdentityDocument(match[0], 'DNI').valid;
    if (word) continue;
    const [, digits, apart = '', letter] = match;
    add(match, `${digits}${letter}`, 'DNI', !/\s|,/.test(apart) && isLong(digits));
  }
  for (const match of PASSPORT.all(text)) add(match, match[1] ?? '', 'PASSPORT', true);
  for (const match of matchesOf(text, LETTER_FIRST)) {
    const turned = `${match[2]}${match[1]}`;
    if (parseIdentityDocument(turned, 'DNI').valid === true) add(match, turned, 'DNI', true);
  }
  const addProven = (digits: string, start: number, end: number) => {
    const said = letterAfter(text.slice(end, end + 40)) ?? letterBefore(text, start);
    if (said === null || hits.some((hit) => start < hit.end && hit.start < end)) return;
    const { number, type, valid } = parseIdentityDocument(digits + said.letter, 'DNI');
    if (valid) hits.push({ value: number, type, valid, start, end: end + said.length, labelled: true });
  };
  for (const match of matchesOf(text, BARE)) {
    addProven(match[0].replace(/\D/g, ''), match.index, match.index + match[0].length);
  }
  for (const stretch of words) {
    const number = asNumber(stretch.words);
    if (number !== null && number >= 1_000_000 && number <= 99_999_999) {
      addProven(String(number), stretch.start, stretch.end);
    } else {
      const digits = asDigits(stretch.words);
      if (digits.length === 8) addProven(digits, stretch.start, stretch.end);
    }
  }
  for (const match of LABELLED.all(text))
    add(match, (match[2] ?? '').trim().replace(/ [yaeou]$/, ''), null, true);
  hits.sort((a, b) => a.start - b.start);
  return hits.filter((hit) => hit.type !== 'PASSPORT' || !hits.some((other) => isBeside(text, hit, other)));
}

/** Nothing between but labels, and what is said of a document or its holder. */
const SAME_HOLDER =
  /^(?:[^a-z]|\b(?:y|i|e|o|u|et|and|und|si|con|amb|com|del?|el|la|n|no|nº|num|numero|number|nr|dni|nie|nif|nan|tie|documento|antes|antiguo|anterior|nuevo|actual|tambien|mi|su|fecha|nacimiento|nacid[oa]|caduca[a-z]*|vigente|vencido|expedido|valido|expired|nacionalidad|pass?aport[a-z]*|passeport|reisepass)\b|(?<=\()[a-z ]{1,25}(?=\))){0,90}$/;

/** Who has a Spanish number states his passport beside it, as the same person's. */
function isBeside(text: string, passport: IdHit, other: IdHit): boolean {
  if (other.type === 'PASSPORT' || other.type === 'CIF') return false;
  if (distance(passport, other) > BESIDE_REACH) return false;
  if (passport.end <= other.start) return SAME_HOLDER.test(text.slice(passport.end, other.start));
  const between = text.slice(other.end, passport.start);
  const label = between.search(/\bpas[as]/);
  return SAME_HOLDER.test(between.slice(0, Math.max(0, label)));
}
const BESIDE_REACH = 100;

const LETTER_BEFORE = /\b(?:acaba|termina|terminado|con) (?:en|la|la letra|letra) ([a-z])[^a-z\d\n]{1,4}$/;

function letterBefore(text: string, start: number): { letter: string; length: number } | null {
  const letter = LETTER_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return letter === undefined ? null : { letter: letter.toUpperCase(), length: 0 };
}

const COMPANY_END =
  /$(?<=\b(?:s\.? ?l\.?(?: ?[ulp]\.?)?|s\.? ?a\.?(?: ?[lu]\.?)?|c\.? ?b\.?|s\.? ?c\.?|s\.? ?coop\.?)[ ,;(–—-]{1,5})/;

/** "Hostal Don Gaiferos, S.L., B00342619": meant as its number, right or wrong. */
function isAfterCompany(text: string, start: number): boolean {
  return COMPANY_END.test(text.slice(Math.max(0, start - 16), start));
}

function isLong(digits: string | undefined): boolean {
  return (digits ?? '').replace(/\D/g, '').length === 8;
}

const NAF_LABEL =
  /$(?<=(?:n\.?\s?a\.?\s?f|n\.?\s?u?\.?\s?s\.?\s?s|s\.\s?s|seg(?:uridad)?\.?\s?social|seguretat social|seguridade social|social security(?: number)?|afiliacion?|gizarte segurantza[a-z]*|gs zenbakia|zenbakia)[^\d\n]{0,14})/;
const CCC_LABEL = /$(?<=(?:c\.?\s?c\.?\s?c|cuenta de cotizacion|codi de compte|codigo)[^\d\n]{0,24})/;
const TWELVE =
  /(?<![a-z\d/+])(?!\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2} )\d(?:[ ./·_|()–-]{0,3}\d){11}(?![\d/]|[.,]\d)/g;
/** With or without the four digits of the scheme (0111). */
const ELEVEN =
  /(?<![a-z\d/+])(?!\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2} )(?:0\d{3}[ ./-]{0,2})?\d(?:[ ./·_|()–-]{0,3}\d){10}(?![\d/]|[.,]\d)/g;

/** Social Security numbers: with a right control, or named as such. */
export function findNafs(text: string): Hit[] {
  return findAccounts(text, TWELVE, NAF_LABEL, parseNaf);
}

/** Employers' accounts: with a right control and written in groups, or named as such. */
export function findCccs(text: string): Hit[] {
  return findAccounts(text, ELEVEN, CCC_LABEL, parseCcc);
}

/** Nothing else is written so: "28/99123456/40", "28/9912345/40". */
const GROUPED = /^\d{2}\/\d{7,8}\/\d{2}$/;

function findAccounts(
  text: string,
  pattern: RegExp,
  label: RegExp,
  parse: (raw: string) => { number: string; valid: boolean },
): Hit[] {
  const hits: Hit[] = [];
  const unsure: Hit[] = [];
  for (const match of matchesOf(text, pattern)) {
    const { number, valid } = parse(match[0].replaceAll('|', ' '));
    const labelled = label.test(text.slice(Math.max(0, match.index - 48), match.index));
    if (!labelled && !valid && !GROUPED.test(match[0])) continue;
    const end = match.index + match[0].length;
    const hit = { value: number, start: match.index, end, labelled };
    if (labelled || valid) hits.push(hit);
    else unsure.push(hit);
  }
  return [...hits, ...unsure];
}

const PHONE_LABEL =
  /$(?<=(?:tel[eeef]?f?(?:ono|on|f)?|tlfn?o?|tfn?o?|tf|mob?v?il|mobil|cel(?:ular)?|phone|mobile|cell|whats?app|numero|numar(?:ul)?|sakelako[a-z]*|fijo|fixe)[a-z]*[^a-z\d\n]{0,4}(?:[a-z]{1,9}[^a-z\d\n]{1,2}){0,3})/;
const NOT_A_PHONE =
  /$(?<=(?:\b(?:llam|truc|cham)\w+ (?:del?|desde)(?: el| o)?|\bfax|\bref(?:erencia)?|\bexpediente|\biban|\bfactura|€)[^a-z\d\n]{0,4})/;
const SPANISH =
  /(?<![a-z\d+]|\d[-/.])(?:34(?=\d{9}\b))?[6-9](?:[ \t./\-–—·_*)]{0,3}\d|\n\d|,(?=\d{3}\b)\d){8}(?![a-z\d]|[ ]?€|,\d)/g;
const PREFIXED = /(?<![a-z\d])\(?(?:\+|00)(?:[ \t./()\-–]{0,3}\d){8,14}(?!\d)/g;

/** Telephone numbers in digits or in words, in order of appearance. Service numbers (80x, 90x) are nobody's. */
export function findPhones(text: string, words: readonly NumberWords[]): PhoneHit[] {
  const hits: PhoneHit[] = [];
  const add = (raw: string, start: number, end: number) => {
    if (hits.length >= MOST_HITS || hits.some((hit) => start < hit.end && hit.start < end)) return;
    const before = text.slice(Math.max(0, start - 40), start);
    if (NOT_A_PHONE.test(before)) return;
    const phone = parsePhone(raw.replace(/[^\d+]/g, ''));
    if (phone === null || /^\+34[89]0/.test(phone.e164)) return;
    hits.push({ value: phone.e164, kind: phone.kind, start, end, labelled: PHONE_LABEL.test(before) });
  };
  for (const match of matchesOf(text, PREFIXED)) add(match[0], match.index, match.index + match[0].length);
  for (const match of matchesOf(text, SPANISH)) add(match[0], match.index, match.index + match[0].length);
  for (const stretch of words) {
    const digits = asDigits(stretch.words);
    if (digits.length === 9) add(digits, stretch.start, stretch.end);
  }
  return hits.sort((a, b) => a.start - b.start);
}

const LOCAL_PART = /(?<![a-z\d._%+-])[a-z\d._%+-]{1,64}$/;
const DOMAIN = /@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/y;
const EMAIL_LABEL =
  /$(?<=(?:(?:correo|correu|enderezo|adreca)(?: electronic[oa]?)?|e-?mail|mail|posta)[^a-z\d\n]{0,4}(?:(?:es|el|is|e|por|a|nuevo|nou|novo|actual)[^a-z\d\n]{1,3}){0,2}|\b(?:(?:contest|avis)(?:en|ar|ad|e)|respond(?:an|er|ed|a)|escrib(?:an|ir|an?)|notifi(?:quen|car|que)|respuesta|resposta)(?:me|nos)?(?: [a-z]{1,9}){0,2} (?:a|al|en)[: ]{1,2})/;

export function findEmails(text: string): Hit[] {
  const hits: Hit[] = [];
  let end = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const from = Math.max(end, at - 65);
    const local = LOCAL_PART.exec(text.slice(from, at));
    DOMAIN.lastIndex = at;
    const domain = local && DOMAIN.exec(text);
    if (!domain) continue;
    const start = from + local.index;
    end = at + domain[0].length;
    const labelled = EMAIL_LABEL.test(text.slice(Math.max(0, start - 30), start));
    hits.push({ value: text.slice(start, end), start, end, labelled });
  }
  return hits;
}
