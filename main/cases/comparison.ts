import type { Citizen } from '../citizens/model.ts';
import { parseNaf } from '../citizens/identifiers.ts';
import { fold } from '../triage/fold.ts';
import { DeclaredPerson, PersonField, type Found, type Kind } from '../triage/model.ts';
import { REQUEST_KINDS } from '../triage/request-kinds.ts';
import type { ComparedField } from './model.ts';

export type Declared = Partial<Record<PersonField, Found>>;

/** Values that only mean something together are taken from one message. */
const TOGETHER: readonly (readonly PersonField[])[] = [
  ['idType', 'id'],
  ['givenName', 'surnames'],
  ['birthDate'],
  ['phone'],
  ['email'],
  ['naf'],
  ['ccc'],
];

/** What the writer says of himself over all the case's messages: the newest that states something counts. */
export function declaredOver(
  messages: readonly { readonly id: number; readonly kind: string; readonly declaredPerson: unknown }[],
): Declared {
  const newestFirst = messages
    .filter((message) => REQUEST_KINDS.has(message.kind as Kind))
    .toSorted((a, b) => b.id - a.id)
    .map((message) => DeclaredPerson.parse(message.declaredPerson).values);
  const declared: Declared = {};
  for (const group of TOGETHER) {
    const source = newestFirst.find((values) => group.some((field) => values[field] !== undefined));
    for (const field of group) {
      const found = source?.[field];
      if (found !== undefined) declared[field] = found;
    }
  }
  return declared;
}

/** One row per field, declared against recorded. Spelling that means the same counts as equal. */
export function compare(declared: Declared, citizen: Citizen | null): ComparedField[] {
  const recorded = recordedValues(declared, citizen);
  const wholeNameEqual =
    declared.givenName !== undefined &&
    declared.surnames !== undefined &&
    citizen !== null &&
    sameName(
      `${declared.givenName.value} ${declared.surnames.value}`,
      `${citizen.givenName} ${citizen.surnames}`,
    );
  return PersonField.options.map((field) => {
    const said = declared[field] ?? null;
    const known = recorded[field] ?? null;
    const isName = field === 'givenName' || field === 'surnames';
    const equal = (a: string, b: string) => (isName && wholeNameEqual) || sameValue(field, a, b);
    return { field, declared: said, recorded: known, outcome: outcomeOf(said?.value ?? null, known, equal) };
  });
}

function outcomeOf(
  declared: string | null,
  recorded: string | null,
  equal: (a: string, b: string) => boolean,
): ComparedField['outcome'] {
  if (declared === null) return recorded === null ? 'ABSENT' : 'ONLY_RECORDED';
  if (recorded === null) return 'ONLY_DECLARED';
  return equal(declared, recorded) ? 'EQUAL' : 'DIFFERENT';
}

/** A citizen with several documents is compared by the one that was declared, if he has it. */
function recordedValues(
  declared: Declared,
  citizen: Citizen | null,
): Partial<Record<PersonField, string | null>> {
  if (citizen === null) return {};
  const document =
    citizen.documents.find((own) => own.number === declared.id?.value) ??
    citizen.documents.find((own) => own.type === declared.idType?.value) ??
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
  };
}

function sameValue(field: PersonField, a: string, b: string): boolean {
  switch (field) {
    case 'givenName':
    case 'surnames':
      return sameName(a, b);
    case 'email':
      return a.toLowerCase() === b.toLowerCase();
    case 'naf':
      return parseNaf(a).number === parseNaf(b).number;
    case 'idType':
    case 'id':
    case 'birthDate':
    case 'phone':
    case 'ccc':
      return a === b;
  }
}

const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'i', 'e', 'da', 'do', 'dos']);

/** The same words in any order, whatever their case, accents, hyphens and particles; Mª is María. */
export function sameName(a: string, b: string): boolean {
  const [left, right] = [nameWords(a), nameWords(b)];
  return left.length > 0 && left.join(' ') === right.join(' ');
}

function nameWords(name: string): string[] {
  const words = fold(name.replaceAll(/\bM\.?[ªº]/giu, 'María ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !PARTICLES.has(word)).sort();
}
