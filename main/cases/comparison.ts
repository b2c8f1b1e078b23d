import type { Citizen } from '../citizens/model.ts';
import { sameAddress } from '../citizens/address.ts';
import { parseNaf } from '../citizens/identifiers.ts';
import { fold } from '../triage/fold.ts';
import { DeclaredField, DeclaredPerson, type Found, type Kind } from '../triage/model.ts';
import { REQUEST_KINDS } from '../triage/request-kinds.ts';
import type { ComparedField } from './model.ts';

/** What is declared, and by which message. */
export type Declared = Partial<Record<DeclaredField, Found & { readonly messageId: number }>>;

/** Values that only mean something together are taken from one message. */
const TOGETHER: readonly (readonly DeclaredField[])[] = [
  ['idType', 'id'],
  ['givenName', 'surnames'],
  ['birthDate'],
  ['phone'],
  ['email'],
  ['naf'],
  ['ccc'],
  ['address'],
];

/** What the writer says of himself over all the case's messages: the newest that states something counts. */
export function declaredOver(
  messages: readonly { readonly id: number; readonly kind: string; readonly declaredPerson: unknown }[],
): Declared {
  const newestFirst = messages
    .filter((message) => REQUEST_KINDS.has(message.kind as Kind))
    .toSorted((a, b) => b.id - a.id)
    .map(({ id, declaredPerson }) => ({ id, values: DeclaredPerson.parse(declaredPerson).values }));
  const declared: Declared = {};
  for (const group of TOGETHER) {
    const source = newestFirst.find(({ values }) => group.some((field) => values[field] !== undefined));
    for (const field of group) {
      const found = source?.values[field];
      if (source !== undefined && found !== undefined) declared[field] = { ...found, messageId: source.id };
    }
  }
  return declared;
}

/** Values of the fields, whoever states them. */
export type Values = Partial<Record<DeclaredField, string | null>>;

/** One row per field, declared against recorded. Spelling that means the same counts as equal. */
export function compare(declared: Declared, citizen: Citizen | null): ComparedField[] {
  const said = valuesOf(declared);
  const recorded = recordedValues(said, citizen);
  return DeclaredField.options.map((field) => ({
    field,
    declared: declared[field] ?? null,
    recorded: recorded[field] ?? null,
    outcome: outcomeOf(field, said, recorded),
  }));
}

/** The bare values of what is declared. */
export function valuesOf(declared: Declared): Values {
  return Object.fromEntries(Object.entries(declared).map(([field, { value }]) => [field, value]));
}

/** What is said of one field against what is known of it; a name cut at another place is the same name. */
export function outcomeOf(field: DeclaredField, said: Values, known: Values): ComparedField['outcome'] {
  const [a, b] = [said[field] ?? null, known[field] ?? null];
  if (a === null) return b === null ? 'ABSENT' : 'ONLY_RECORDED';
  if (b === null) return 'ONLY_DECLARED';
  const isName = field === 'givenName' || field === 'surnames';
  return (isName && sameWholeName(said, known)) || sameValue(field, a, b) ? 'EQUAL' : 'DIFFERENT';
}

function sameWholeName(a: Values, b: Values): boolean {
  if (!a.givenName || !a.surnames || !b.givenName) return false;
  return sameName(`${a.givenName} ${a.surnames}`, `${b.givenName} ${b.surnames ?? ''}`);
}

/** A citizen with several documents is compared by the one that was stated, if he has it. */
export function recordedValues(said: Values, citizen: Citizen | null): Values {
  if (citizen === null) return {};
  const document =
    citizen.documents.find((own) => own.number === said.id) ??
    citizen.documents.find((own) => own.type === said.idType) ??
    citizen.documents[0];
  return {
    idType: document?.type ?? null,
    id: document?.number ?? null,
    givenName: citizen.givenName,
    surnames: citizen.surnames === '' ? null : citizen.surnames,
    birthDate: citizen.birthDate,
    phone: citizen.phone,
    email: citizen.email,
    naf: citizen.naf,
    address: citizen.address,
  };
}

function sameValue(field: DeclaredField, a: string, b: string): boolean {
  switch (field) {
    case 'givenName':
    case 'surnames':
      return sameName(a, b);
    case 'email':
      return a.toLowerCase() === b.toLowerCase();
    case 'naf':
      return parseNaf(a).number === parseNaf(b).number;
    case 'address':
      return sameAddress(a, b);
    case 'idType':
    case 'id':
    case 'birthDate':
    case 'phone':
    case 'ccc':
      return a === b;
  }
}

const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'les',
  'els',
  'y',
  'e',
  'i',
  'da',
  'do',
  'das',
  'dos',
  'd',
  'l',
  'van',
  'von',
]);
/** As they stand on forms and cards. */
const SHORT: Readonly<Record<string, string>> = {
  fco: 'francisco',
  fca: 'francisca',
  ant: 'antonio',
  jse: 'jose',
};

/** The same words in any order, whatever their case, accents, hyphens and particles; Mª is María. */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [nameWords(a), nameWords(b)];
  return left.length > 0 && left.join(' ') === right.join(' ');
}

/** Mª, M.ª, M. ª, M.a, Ma. and Mº, and the like behind another name: María. */
const MARIA = /(?<!\p{L})M(?:\.?\s?[ªº]|\.\s?a|a(?=\.))\.?/giu;

function nameWords(name: string): string[] {
  const words = fold(name.replaceAll(MARIA, 'María ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => (PARTICLES.has(word) ? [] : [SHORT[word] ?? word])).sort();
}
