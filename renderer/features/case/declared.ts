import type { Citizen, ComparedField, DeclaredField, IdType } from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { EMPTY_DRAFT, type CitizenDraft } from '../citizens/citizen-data.ts';

export function fullName(citizen: Pick<Citizen, 'givenName' | 'surnames'>): string {
  return `${citizen.givenName} ${citizen.surnames}`.trim();
}

/** What the writer declares of one field, empty when nothing. */
export function declaredValue(comparison: readonly ComparedField[], field: DeclaredField): string {
  return comparison.find((row) => row.field === field)?.declared?.value ?? '';
}

function isIdType(text: string): text is IdType {
  return Object.hasOwn(strings.labels.idType, text);
}

/** A new record filled in with what the message declares, for the clerk to check before it is made. */
export function draftFromDeclared(comparison: readonly ComparedField[]): CitizenDraft {
  const type = declaredValue(comparison, 'idType');
  return {
    ...EMPTY_DRAFT,
    givenName: declaredValue(comparison, 'givenName'),
    surnames: declaredValue(comparison, 'surnames'),
    birthDate: declaredValue(comparison, 'birthDate'),
    naf: declaredValue(comparison, 'naf'),
    email: declaredValue(comparison, 'email'),
    address: declaredValue(comparison, 'address'),
    documents: [{ type: isIdType(type) ? type : 'DNI', number: declaredValue(comparison, 'id') }],
  };
}
