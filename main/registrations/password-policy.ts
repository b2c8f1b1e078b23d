import { z } from 'zod';
import type { IdentityDocument } from '../citizens/model.ts';
import { fold } from '../triage/fold.ts';

/** Seed 004's own list, "Política de contraseñas". */
export const SPECIAL_CHARACTERS = '!$€%&@/\\()=?¿*[];,:;_+<>';
const SHORTEST = 8;
/** From this length on no groups of characters are asked for. */
const LONG_ENOUGH = 16;
const GROUPS_NEEDED = 3;

/** How a password stands against each rule of seed 004, for a screen that ticks them off as they are met. */
export const PolicyCheck = z.object({
  /** Every rule is met. */
  ok: z.boolean(),
  length: z.boolean(),
  /** Three of the four below, or long enough to need none. */
  groups: z.boolean(),
  upper: z.boolean(),
  lower: z.boolean(),
  digit: z.boolean(),
  special: z.boolean(),
  /** Neither the name nor the surnames nor the number of a document is in it, in either direction. */
  notOwnData: z.boolean(),
  /** Not one of those that everybody tries first. */
  notCommon: z.boolean(),
});
export type PolicyCheck = z.infer<typeof PolicyCheck>;

/** Whose password it is to be. */
export type PasswordOwner = {
  readonly givenName: string;
  readonly surnames: string;
  readonly documents: readonly Pick<IdentityDocument, 'number'>[];
};

/** `common` are known passwords in lower case (common-passwords.ts). An empty password meets no rule. */
export function checkPolicy(
  password: string,
  owner: PasswordOwner,
  common: ReadonlySet<string>,
): PolicyCheck {
  const text = password.normalize('NFKC');
  const length = [...text].length;
  const upper = /\p{Lu}/u.test(text);
  const lower = /\p{Ll}/u.test(text);
  const digit = /\p{Nd}/u.test(text);
  // Before normalising: a full-width comma is none of the listed characters.
  const special = [...password.normalize('NFC')].some((character) => SPECIAL_CHARACTERS.includes(character));
  const groupsMet = [upper, lower, digit, special].filter(Boolean).length;
  const rules = {
    length: length >= SHORTEST,
    groups: length >= LONG_ENOUGH || groupsMet >= GROUPS_NEEDED,
    notOwnData: length > 0 && !holdsOwnData(text, owner),
    notCommon: length > 0 && !isCommon(text, common),
  };
  return { ...rules, ok: Object.values(rules).every(Boolean), upper, lower, digit, special };
}

/** Words of a name that are no name by themselves: they may stand in any password. */
const PARTICLES = new Set(
  'de del la las lo los el els les y e i da das do dos d l van von der den al san santa'.split(' '),
);
/** Shorter ones are in half of all words (Ana in "manzana"): those count only where they stand alone. */
const SHORTEST_INSIDE = 4;
/** Digits of a document that tell whose it is; fewer are in any date. */
const SHORTEST_NUMBER = 5;

function holdsOwnData(text: string, owner: PasswordOwner): boolean {
  const folded = fold(text);
  return ownWords(owner).some((word) => holds(folded, word)) || holdsNumber(folded, owner.documents);
}

/** Each word of the name that is no initial, and each part of it written as one ("li wu" as "liwu"). */
function ownWords({ givenName, surnames }: PasswordOwner): string[] {
  const parts = [givenName, surnames, `${givenName} ${surnames}`].map(
    (part) => fold(part.normalize('NFKC')).match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  const names = parts.flat().filter((word) => word.length > 1 && !PARTICLES.has(word));
  const joined = parts.map((words) => words.join('')).filter((word) => word.length >= SHORTEST_INSIDE);
  return [...new Set([...names, ...joined])];
}

function holds(folded: string, word: string): boolean {
  return [word, reversed(word)].some((form) =>
    word.length >= SHORTEST_INSIDE
      ? folded.includes(form)
      : folded.split(/[^\p{L}]+/u).some((run) => run === form),
  );
}

/** Documents are written with dots, spaces and hyphens, and without their leading zeros. */
function holdsNumber(folded: string, documents: PasswordOwner['documents']): boolean {
  const squeezed = folded.replace(/[^\p{L}\p{N}]/gu, '');
  return documents.some(({ number }) => {
    const whole = fold(number);
    const digits = (/\d+/u.exec(whole)?.[0] ?? '').replace(/^0+(?=\d{5})/u, '');
    const told = digits.length >= SHORTEST_NUMBER ? digits : whole;
    return [told, reversed(told)].some((form) => squeezed.includes(form));
  });
}

/** Capitals, accents and what stands around it make a known password no less known. */
function isCommon(text: string, common: ReadonlySet<string>): boolean {
  const folded = fold(text);
  return common.has(folded) || common.has(folded.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
