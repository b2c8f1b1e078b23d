import type { Citizen, CitizenData, IdType } from '../../../main/api/contract/index.ts';

/** What an update states of a record: all of it except what has its own procedure. */
function citizenDataOf(citizen: Citizen): CitizenData {
  const { givenName, surnames, birthDate, naf, email, address, documents } = citizen;
  return { givenName, surnames, birthDate, naf, email, address, documents };
}

/** The form's fields as they are typed: text everywhere, empty for nothing. */
export type CitizenDraft = {
  readonly givenName: string;
  readonly surnames: string;
  readonly birthDate: string;
  readonly naf: string;
  readonly email: string;
  readonly address: string;
  readonly documents: readonly { readonly type: IdType; readonly number: string }[];
};

export const EMPTY_DRAFT: CitizenDraft = {
  givenName: '',
  surnames: '',
  birthDate: '',
  naf: '',
  email: '',
  address: '',
  documents: [{ type: 'DNI', number: '' }],
};

export function draftOf(citizen: Citizen): CitizenDraft {
  const data = citizenDataOf(citizen);
  return {
    ...data,
    birthDate: data.birthDate ?? '',
    naf: data.naf ?? '',
    email: data.email ?? '',
    address: data.address ?? '',
  };
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** The draft as the service takes it; documents without a number are left out. */
export function dataOf(draft: CitizenDraft): CitizenData {
  return {
    givenName: draft.givenName.trim(),
    surnames: draft.surnames.trim(),
    birthDate: orNull(draft.birthDate),
    naf: orNull(draft.naf),
    email: orNull(draft.email),
    address: orNull(draft.address),
    documents: draft.documents.filter((document) => document.number.trim() !== ''),
  };
}
