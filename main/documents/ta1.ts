import { areOfCase } from '../cases/acts.ts';
import { declaredOver, outcomeOf, recordedValues, valuesOf, type Values } from '../cases/comparison.ts';
import { loadCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import { readAttachmentBytes } from '../mail/reader.ts';
import type { Actor } from '../store/audit.ts';
import { recordOpening } from '../store/opening.ts';
import type { Store } from '../store/store.ts';
import { extractPerson } from '../triage/extract-person.ts';
import { IdType } from '../triage/model.ts';
import { readBody } from '../triage/quoted.ts';
import { Ta1Field, Ta1Row, type Ta1Reading } from './model.ts';
import { PDF_BOUNDS, type PdfItem } from './pdf-tasks.ts';
import { readPdf } from './read-pdf.ts';
import { boxedFields, boxedText, linesOf } from './ta1-layout.ts';
import { checkedValue, ta1Values, type Ta1Value, type Ta1Values } from './ta1-values.ts';

/**
 * What a TA.1 attached to one of the case's messages says, beside what the messages declare and what is on record.
 * Takes nothing over. A PDF that cannot be read is an answer with its reason. Throws NOT_FOUND when the attachment is
 * not the case's.
 */
export async function readTa1(
  store: Store,
  actor: Actor,
  { caseId, attachmentId }: { readonly caseId: number; readonly attachmentId: number },
): Promise<Ta1Reading> {
  if (!(await areOfCase(store.prisma, caseId, [attachmentId]))) throw new AppError('NOT_FOUND');
  const attachment = await store.prisma.attachment.findUniqueOrThrow({
    where: { id: attachmentId },
    include: { message: { select: { sha256: true } } },
  });
  if (attachment.size > PDF_BOUNDS.bytes) return { kind: 'REFUSED', problem: 'TOO_BIG' };
  const bytes = await readAttachmentBytes(store, attachment.message.sha256, attachment);
  await recordOpening(store, {
    actor,
    action: 'attachment.opened',
    objectType: 'ATTACHMENT',
    objectId: attachmentId,
    caseId,
    details: { messageId: attachment.messageId, sha256: attachment.sha256 },
  });
  const answer = await readPdf(bytes);
  if (answer.kind === 'REFUSED') return answer;
  const found = await store.prisma.case.findUniqueOrThrow({
    where: { id: caseId },
    include: { messages: true },
  });
  const citizen = found.citizenId === null ? null : await loadCitizen(store.prisma, found.citizenId);
  const { source, idType, values } = formValues(answer.content.items);
  const stated: Values = {
    idType,
    ...Object.fromEntries(values.map(({ field, value }) => [field, value])),
  };
  const recorded = recordedValues(stated, citizen);
  const declared = valuesOf(declaredOver(found.messages));
  return {
    kind: 'READ',
    source,
    idType,
    rows: values.map((value) => ta1Row(value, { stated, recorded, declared })),
  };
}

/** Fields count before print: what is printed beside them is the form's own words. */
export function formValues(items: readonly PdfItem[]): Ta1Values & { readonly source: 'FORM' | 'TEXT' } {
  const typed = ta1Values(boxedFields(items));
  if (typed.values.length > 0) return { source: 'FORM', ...typed };
  const printed = ta1Values(boxedText(items));
  const person = extractPerson({
    subject: '',
    body: readBody(linesOf(items)),
    fromName: '',
    fromAddress: '',
    kind: 'REQUEST',
    language: 'es',
    act: null,
  });
  const more = PERSON_FIELDS.flatMap((field): Ta1Value[] => {
    const found = person.values[field];
    if (found === undefined || printed.values.some((value) => value.field === field)) return [];
    return [{ field, ...checkedValue(field, found.value, person.values.idType?.value), label: '', page: 1 }];
  });
  const order = (value: Ta1Value): number => Ta1Field.options.indexOf(value.field);
  return {
    source: 'TEXT',
    idType: printed.idType ?? IdType.nullable().parse(person.values.idType?.value ?? null),
    values: [...printed.values, ...more].toSorted((a, b) => order(a) - order(b)),
  };
}

const PERSON_FIELDS = ['id', 'givenName', 'surnames', 'birthDate', 'naf', 'phone', 'email'] as const;

function ta1Row(
  value: Ta1Value,
  { stated, recorded, declared }: { readonly [side in 'stated' | 'recorded' | 'declared']: Values },
): Ta1Row {
  const { field } = value;
  if (field === 'cause') return { ...value, asDeclared: false, outcome: 'ONLY_DECLARED' };
  return {
    ...value,
    asDeclared: outcomeOf(field, stated, declared) === 'EQUAL',
    outcome: Ta1Row.shape.outcome.parse(outcomeOf(field, stated, recorded)),
  };
}
