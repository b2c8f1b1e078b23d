import type {
  ComparedField,
  DeclaredField,
  DeclaredPerson,
  IdType,
  NumberKind,
  Ta1Row,
} from '../../../main/api/contract/index.ts';
import { strings } from '../../strings/es.ts';
import { documentStrings } from '../../strings/es/documents.ts';
import { formatIsoDay, formatPhone } from '../../ui/format.ts';

const FIELD_ORDER = [
  'idType',
  'id',
  'givenName',
  'surnames',
  'birthDate',
  'phone',
  'email',
  'naf',
  'ccc',
  'address',
] as const satisfies readonly DeclaredField[];

/** What a message declares, before there is a record to compare it with. */
export function declaredOnly(person: DeclaredPerson, messageId: number): ComparedField[] {
  return FIELD_ORDER.flatMap((field) => {
    const declared = person.values[field];
    return declared === undefined
      ? []
      : [{ field, declared: { ...declared, messageId }, recorded: null, outcome: 'ONLY_DECLARED' as const }];
  });
}

/** A form that was read. `name` tells it from another one of the same case. */
export type ReadForm = {
  readonly attachmentId: number;
  readonly name: string;
  readonly idType: IdType | null;
  readonly rows: readonly Ta1Row[];
};

/** A field of the table; a form also gives the cause of the change, which no record has. */
export type SaidField = DeclaredField | 'cause';

/** One value that somebody states, as the table shows it. */
export type Said = {
  readonly field: SaidField;
  readonly value: string;
  readonly shown: string;
  /** Where it was found. */
  readonly where: string;
  readonly outcome: Ta1Row['outcome'];
  /** Of a message: to show the place in it. */
  readonly messageId: number | null;
  /** Of a form. */
  readonly attachmentId: number | null;
  /** Of a form, which the service has looked at; of a message `checkAs` says as what it is looked at. */
  readonly note: string | null;
  readonly valid: boolean;
  readonly checkAs: NumberKind | null;
};

export type SaidGroup = {
  readonly field: SaidField;
  readonly said: readonly Said[];
  /** As it is shown; null: nothing is. */
  readonly recorded: string | null;
};

/**
 * The table of a case, field by field: what the forms and the messages say, and what is on record. The forms come
 * first, because they are signed; a message that says the same is no line of its own.
 */
export function saidGroups(rows: readonly ComparedField[], forms: readonly ReadForm[] = []): SaidGroup[] {
  const type = rows.find((row) => row.field === 'idType');
  const typesDiffer = type?.outcome === 'DIFFERENT';
  const withType = (field: SaidField, value: string, idType: string | null | undefined): string =>
    field === 'id' && idType && !typesDiffer
      ? `${showValue('idType', idType)} ${value}`
      : showValue(field, value);
  const fields: readonly SaidField[] = [...rows.map(({ field }) => field), 'cause'];
  return fields.flatMap((field) => {
    // The type of a document stands before its number; a row of its own only when the two differ.
    if (field === 'idType' && !typesDiffer) return [];
    const row = rows.find((one) => one.field === field);
    const message = row?.declared ? ofMessage(row, row.declared, type, withType, forms.length > 0) : null;
    const ofForms = forms.flatMap((form) =>
      form.rows
        .filter((one) => one.field === field)
        .map((one) => ofForm(one, form, withType, { forms: forms.length, message })),
    );
    const repeated = ofForms.some(({ shown }) => shown === message?.shown);
    const said = message === null || repeated ? ofForms : [...ofForms, message];
    const recorded =
      row === undefined || row.recorded === null ? null : withType(field, row.recorded, type?.recorded);
    return said.length === 0 && recorded === null ? [] : [{ field, said, recorded }];
  });
}

type WithType = (field: SaidField, value: string, idType: string | null | undefined) => string;

function ofMessage(
  { field, outcome }: ComparedField,
  { value, where, messageId }: NonNullable<ComparedField['declared']>,
  type: ComparedField | undefined,
  withType: WithType,
  amongForms: boolean,
): Said {
  const found = strings.labels.foundWhere[where];
  const idType = type?.declared?.value;
  return {
    ...{ field, value, messageId, attachmentId: null, note: null, valid: true },
    shown: withType(field, value, idType),
    where: amongForms ? documentStrings.ta1.inMessage(found) : found,
    outcome: outcome === 'EQUAL' || outcome === 'DIFFERENT' ? outcome : 'ONLY_DECLARED',
    checkAs: numberKind(field, idType),
  };
}

function ofForm(
  { field, value, valid, note, label, page, outcome }: Ta1Row,
  { attachmentId, name, idType }: ReadForm,
  withType: WithType,
  beside: { readonly forms: number; readonly message: Said | null },
): Said {
  const shown = withType(field, value, idType);
  const same = beside.message?.shown === shown ? beside.message : null;
  return {
    ...{ field, value, valid, note, outcome, attachmentId, shown, checkAs: null },
    messageId: same?.messageId ?? null,
    where: documentStrings.ta1.inForm({
      form: beside.forms > 1 ? name : null,
      label: sentence(label),
      page,
      inMessage: same !== null,
    }),
  };
}

/** Labels of forms are printed in capitals. */
function sentence(label: string): string {
  const lower = label.toLocaleLowerCase('es');
  return lower.charAt(0).toLocaleUpperCase('es') + lower.slice(1);
}

/** A stored value as a person reads it: dates in words, phones in groups, document types by their name. */
function showValue(field: SaidField, value: string): string {
  if (field === 'birthDate' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatIsoDay(value);
  if (field === 'phone') return formatPhone(value);
  if (field === 'idType') return strings.labels.idType[value as IdType] ?? value;
  return value;
}

/** What the service can check of a value, null when it is no number. */
function numberKind(field: DeclaredField, idType: string | undefined): NumberKind | null {
  switch (field) {
    case 'id':
      return (idType as IdType | undefined) ?? null;
    case 'naf':
      return 'NAF';
    case 'ccc':
      return 'CCC';
    default:
      return null;
  }
}
