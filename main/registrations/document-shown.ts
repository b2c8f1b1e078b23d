import { parseIdentityDocument } from '../citizens/identifiers.ts';
import type { IdentityDocument } from '../citizens/model.ts';
import { AppError } from '../errors.ts';
import type { IdentityLevel } from '../identity/model.ts';
import type { CounterChecklist, ShownDocument } from './model.ts';

/** What stands on each document (DOMAIN.md sections 1 and 3): its number's type and how its support number is made. */
const KINDS: Readonly<
  Record<ShownDocument, { readonly type: 'DNI' | 'NIE'; readonly support: RegExp | null }>
> = {
  DNI: { type: 'DNI', support: /^[A-Z]{3}\d{6}$/u },
  MIDNI: { type: 'DNI', support: null },
  TIE: { type: 'NIE', support: /^E\d{8}$/u },
  EU_CERTIFICATE: { type: 'NIE', support: /^C\d{8}$/u },
};

/**
 * The record's document that was shown, with the number as the record has it. Throws INVALID_INPUT with the fields of
 * the checklist that cannot be, NOT_ALLOWED_YET (EXPIRED: not in force; OTHER_PERSON: no document of this record).
 */
export function requireShown(
  checklist: CounterChecklist,
  documents: readonly IdentityDocument[],
  today: string,
): IdentityDocument {
  const { shown, supportNumber, validUntil } = checklist;
  const { type, support } = KINDS[shown];
  const read = parseIdentityDocument(checklist.number, type);
  const supportFits = support === null ? supportNumber === null : support.test(supportNumber ?? '');
  const fields = [
    ...(read.valid === true && read.type === type ? [] : ['checklist.number']),
    ...(supportFits ? [] : ['checklist.supportNumber']),
  ];
  if (fields.length > 0) throw new AppError('INVALID_INPUT', { fields });
  if (validUntil !== null && validUntil < today) throw new AppError('NOT_ALLOWED_YET', { reason: 'EXPIRED' });
  const onRecord = documents.find((one) => one.type === type && one.number === read.number);
  if (onRecord === undefined) throw new AppError('NOT_ALLOWED_YET', { reason: 'OTHER_PERSON' });
  return onRecord;
}

/** What is known of whoever stands at the counter, by the document that he shows. */
export function levelShown({ dataMatch, isBearer }: CounterChecklist): IdentityLevel {
  return dataMatch && isBearer ? 'DOCUMENT' : 'NONE';
}
