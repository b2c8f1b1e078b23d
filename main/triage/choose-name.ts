import type { NameHit } from './find-names.ts';
import type { Hit } from './find-numbers.ts';
import { flatten } from './fold.ts';
import { isGiven, kindOfName } from './name-words.ts';
import type { Page } from './readable.ts';
import { KIN, MY_KIN } from './kin.ts';
import { distance } from './roles.ts';
import { isHimself, isHouse, namesIn } from './sender.ts';

export type ChosenName = { readonly hit: NameHit; readonly confidence: number };

const AFTER_KIN = new RegExp(
  String.raw`$(?<=(?:${MY_KIN}|\buna? (?:${KIN}))(?:,? que se llama(?:ba)?| es)?,? (?:d\.? |don |dona )?|\bsoy (?:la|el) (?:${KIN}) de (?:d\.? |don |dona )?|\b(?:representacion|nombre) de (?:d\.? |don |dona |mi client[ea],? )?)`,
);

/** Has every word of the sender's display name, which is what he calls himself, or begins with his given name. */
function isNamed(hit: NameHit, fromName: string): boolean {
  const sender = namesIn(fromName);
  const words = new Set(hit.words.map((word) => flatten(word)));
  const [first = ''] = sender;
  if (sender.length === 1)
    return !isHouse(sender) && words.has(first) && hit.words.some((word) => kindOfName(word) !== 'UNKNOWN');
  return sender.length > 1 && sender.every((word) => words.has(word));
}

const NAME_THEN_ID =
  /^[\s,;:()–—·/|.-]{0,6}(?:(?:con|amb|y|e|mi|el|de|ten|am|naiz|mayor de edad|my|own|is|num[a-z]*|titular del?|tiene|tenia|ten|te)[\s,]+){0,4}(?:\(?\s*(?:d\.?\s?n\.?\s?i|n\.?\s?i\.?\s?[ef]|nan|naf|n\.?º?\s?s\.?\s?s|documento|doc|carne de identidad|pasaporte|passport)\b[\s.:ºno(]*(?:es |vell\) |vecchio\) )?)?$/;
const ID_THEN_NAME = /^[\s,;:()–—·/|.-]{1,6}$/;
const BESIDE = 90;
const REACH = 400;

/** A name rather stands before its document than behind it. */
const AFTER = 30;

/** A remark between the name and the document: "Lola Gil Mora (en el carnet Dolores) 12345678Z". */
const REMARK = /\([^()\n]{0,60}\)[\s,;:.-]*$/;
/** How a name goes on in the same clause, up to the document: "de nacionalidad rumana, con NIE". */
const SAME_CLAUSE = /^, [^\n.;:!?()\d]{0,50}$/;

/** The full name that goes with the document by standing beside it. */
export function nameBeside(page: Page, names: readonly NameHit[], document: Hit | null): ChosenName | null {
  if (document === null) return null;
  const { flat } = page;
  const full = names.filter((hit) => hit.words.length > 1);
  const remark = REMARK.exec(flat.slice(Math.max(0, document.start - BESIDE), document.start));
  const end = document.start - (remark?.[0].length ?? 0);
  const before = full.findLast((hit) => hit.end <= end);
  if (before !== undefined && NAME_THEN_ID.test(flat.slice(before.end, end))) {
    return { hit: before, confidence: 0.95 };
  }
  const after = full.find((hit) => hit.start >= document.end);
  if (after !== undefined && ID_THEN_NAME.test(flat.slice(document.end, after.start))) {
    return { hit: after, confidence: 0.9 };
  }
  if (before === undefined) return null;
  const between = flat.slice(before.end, document.start);
  return SAME_CLAUSE.test(between) && !/\b(?:mi|yo|soy)\b/.test(between)
    ? { hit: before, confidence: 0.8 }
    : null;
}

/** The chosen name as the text has it in full: "Ana Gil" below what "Ana Gil Mora" writes. */
export function inFull(names: readonly NameHit[], chosen: ChosenName): ChosenName {
  return { ...chosen, hit: names.find((hit) => isFuller(hit, chosen.hit)) ?? chosen.hit };
}

function isFuller(hit: NameHit, { words }: NameHit): boolean {
  return (
    hit.words.length > words.length && words.every((word, i) => flatten(word) === flatten(hit.words[i] ?? ''))
  );
}

/** The name that goes with the `document` (or another number of the person); without one, the name announced as such, then the signature. */
export function chooseName(
  page: Page,
  names: readonly NameHit[],
  document: Hit | null,
  beside: ChosenName | null,
  other: boolean,
  fromName: string,
): ChosenName | null {
  if (beside !== null) return beside;
  const full = names.filter((hit) => hit.words.length > 1);
  if (!other) {
    const own = full.findLast((hit) => isNamed(hit, fromName));
    if (own !== undefined) return { hit: own, confidence: 0.9 };
  } else {
    const kin = full.find((hit) => AFTER_KIN.test(page.flat.slice(Math.max(0, hit.start - 40), hit.start)));
    if (kin !== undefined) return { hit: kin, confidence: 0.8 };
  }
  const near = (hit: NameHit) =>
    document === null ? 0 : distance(hit, document) + (hit.start > document.end ? AFTER : 0);
  const nearest = (hits: readonly NameHit[]) => hits.toSorted((a, b) => near(a) - near(b))[0];
  const cued = nearest(full.filter((hit) => hit.origin === 'CUE'));
  if (cued !== undefined && near(cued) < REACH) return { hit: cued, confidence: 0.85 };
  const only = onlyPerson(full, fromName, other);
  const lone = only === undefined ? null : { hit: only, confidence: 0.5 };
  // What another signs is the writer's name.
  if (other && (document === null || lone !== null)) return lone ?? calledSingle(page, names);
  const signed = nearest(full.filter((hit) => hit.origin === 'SIGNATURE'));
  if (signed !== undefined && near(signed) < REACH) return { hit: signed, confidence: 0.75 };
  const close = document === null ? undefined : nearest(full);
  if (close !== undefined && near(close) <= BESIDE) return { hit: close, confidence: 0.6 };
  if (lone !== null) return lone;
  const single = names.findLast((hit) => hit.words.length === 1 && hit.origin === 'SIGNATURE');
  if (single !== undefined && !other) return { hit: single, confidence: 0.5 };
  return calledSingle(page, names);
}

/** The one person who is named in full: the sender, as far as he says who he is, or where it is for another, not he nor who signs. */
function onlyPerson(full: readonly NameHit[], fromName: string, other: boolean): NameHit | undefined {
  const sender = namesIn(fromName);
  const isOwn = ({ words: [given = ''] }: NameHit) => isHimself(sender.slice(0, 1), [flatten(given)]);
  const unsaid = sender.length === 0 || isHouse(sender);
  const persons = full.filter(
    (hit) =>
      isGiven(hit.words[0] ?? '') &&
      kindOfName(hit.words.at(-1) ?? '') !== 'GIVEN' &&
      (other ? hit.origin !== 'SIGNATURE' && !isOwn(hit) : unsaid || isOwn(hit)),
  );
  const [first] = persons;
  return first !== undefined &&
    persons.every((hit) => flatten(hit.words[0] ?? '') === flatten(first.words[0] ?? ''))
    ? first
    : undefined;
}

const CALLED =
  /$(?<=\b(?:me llamo|em dic|chamome|chamo-me|my name is|se llama|es diu|se chama|chamase|de nombre|firma:|so[yci]) )/;

/** A given name alone: "se llama Ana", "soy Florin, trabajo en ...". */
function calledSingle({ flat }: Page, names: readonly NameHit[]): ChosenName | null {
  const hit = names.find(
    ({ words, start }) =>
      words.length === 1 &&
      isGiven(words[0] ?? '') &&
      (CALLED.test(flat.slice(Math.max(0, start - 20), start)) ||
        AFTER_KIN.test(flat.slice(Math.max(0, start - 40), start))),
  );
  return hit === undefined ? null : { hit, confidence: 0.5 };
}
