import { recordChange } from '../citizens/edit.ts';
import { parseIdentityDocument } from '../citizens/identifiers.ts';
import type { Citizen, CitizenData } from '../citizens/model.ts';
import { requireCitizen } from '../citizens/record.ts';
import { checkedDocument } from '../citizens/validate.ts';
import { AppError } from '../errors.ts';
import { requireLevel, type LadderAction } from '../identity/ladder.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import { IdType } from '../triage/model.ts';
import type { AuditDetails } from '../store/audit-model.ts';
import { changeCase, requireCase, type Clerk, type OnVersion } from './change.ts';
import { compare, declaredOver } from './comparison.ts';
import type { AcceptableField, CaseDetail } from './model.ts';

/** What taking over a field needs to know of the writer. */
const ACTIONS: Readonly<Record<AcceptableField, LadderAction>> = {
  id: 'changePerson',
  givenName: 'changePerson',
  surnames: 'changePerson',
  birthDate: 'changePerson',
  naf: 'changePerson',
  email: 'changeContact',
  address: 'changeContact',
};

/**
 * Takes a declared value into the record; the message that states it is the evidence. `value` is the one the clerk
 * saw. Throws STALE (also when a newer message states another value, or the record changed), NOT_ALLOWED_YET
 * (NO_CITIZEN, DECEASED, IDENTITY, NOTHING_DECLARED), INVALID_INPUT when it cannot be right, or DUPLICATE. `undo` puts
 * back what was there, unless the record changed since (STALE).
 */
export async function acceptDeclared(
  store: Store,
  clerk: Clerk,
  input: OnVersion & {
    readonly citizenVersion: number;
    readonly field: AcceptableField;
    readonly value: string;
    /** The attachment that states it; null: a message does. */
    readonly attachmentId: number | null;
  },
): Promise<{ readonly detail: CaseDetail; readonly undo: () => Promise<CaseDetail> }> {
  const { field, value } = input;
  const { ladder } = await loadSettings(store);
  const done: { before: Citizen; after: Citizen }[] = [];
  const detail = await changeCase(store, clerk, input, async (tx, current) => {
    const before = await livingCitizen(tx, current.citizenId);
    requireLevel(ladder, current.identityLevel, ACTIONS[field]);
    const source =
      input.attachmentId === null
        ? await statedInMessage(tx, current.id, before, input)
        : await statedInAttachment(tx, current.id, { ...input, attachmentId: input.attachmentId });
    if (before.version !== input.citizenVersion) throw stale();
    const details = await recordChange(store, tx, before, withValue(before, field, value, source.idType));
    if (Object.keys(details).length === 0) throw nothingDeclared();
    const after = await requireCitizen(tx, before.id);
    done.push({ before, after });
    return {
      action: 'citizen.declaredAccepted',
      object: { type: 'CITIZEN', id: before.id },
      details: { field, ...source.evidence, level: current.identityLevel, ...details },
    };
  });
  return {
    detail,
    undo: () => takeBack(store, clerk, input.caseId, field, done),
  };
}

/** Puts one field back as it was. */
async function takeBack(
  store: Store,
  clerk: Clerk,
  caseId: number,
  field: AcceptableField,
  done: readonly { readonly before: Citizen; readonly after: Citizen }[],
): Promise<CaseDetail> {
  const { version } = await requireCase(store.prisma, caseId);
  return changeCase(store, clerk, { caseId, version }, async (tx) => {
    const [act] = done;
    const now = act === undefined ? null : await requireCitizen(tx, act.before.id);
    if (act === undefined || now === null || now.version !== act.after.version) throw stale();
    const details = await recordChange(store, tx, now, dataOf(act.before));
    return {
      action: 'citizen.acceptedUndone',
      object: { type: 'CITIZEN', id: now.id },
      details: { field, ...details },
    };
  });
}

async function livingCitizen(tx: Tx, citizenId: number | null): Promise<Citizen> {
  if (citizenId === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_CITIZEN' });
  const citizen = await requireCitizen(tx, citizenId);
  if (citizen.deceased) throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
  return citizen;
}

type Stated = { readonly field: AcceptableField; readonly value: string };
type Source = { readonly idType: unknown; readonly evidence: AuditDetails };

async function statedInMessage(
  tx: Tx,
  caseId: number,
  citizen: Citizen,
  { field, value }: Stated,
): Promise<Source> {
  const declared = declaredOver(await tx.message.findMany({ where: { caseId } }));
  const row = compare(declared, citizen).find((one) => one.field === field);
  if (row === undefined || row.declared === null || row.outcome === 'EQUAL') throw nothingDeclared();
  if (row.declared.value !== value) throw stale();
  const { messageId, where } = row.declared;
  return { idType: declared.idType?.value, evidence: { messageId, where } };
}

/** What a form says was read and shown before: the clerk answers for it, the form is the evidence. */
async function statedInAttachment(
  tx: Tx,
  caseId: number,
  { field, value, attachmentId }: Stated & { readonly attachmentId: number },
): Promise<Source> {
  const attachment = await tx.attachment.findUnique({ where: { id: attachmentId, message: { caseId } } });
  if (attachment === null) throw new AppError('INVALID_INPUT', { fields: ['attachmentId'] });
  const idType = field === 'id' ? parseIdentityDocument(value).type : null;
  return { idType, evidence: { messageId: attachment.messageId, attachmentId, where: 'ATTACHMENT' } };
}

/** The record with the stated value; a document is added to those he has. */
function withValue(citizen: Citizen, field: AcceptableField, value: string, idType: unknown): CitizenData {
  const data = dataOf(citizen);
  if (field !== 'id') return { ...data, [field]: value };
  const type = IdType.exclude(['CIF']).safeParse(idType);
  const document = type.success ? checkedDocument({ type: type.data, number: value }) : null;
  if (document === null) throw new AppError('INVALID_INPUT', { fields: ['id'] });
  return { ...data, documents: [...data.documents, document] };
}

function dataOf({ givenName, surnames, birthDate, naf, email, address, documents }: Citizen): CitizenData {
  return { givenName, surnames, birthDate, naf, email, address, documents };
}

function nothingDeclared(): AppError {
  return new AppError('NOT_ALLOWED_YET', { reason: 'NOTHING_DECLARED' });
}

function stale(): AppError {
  return new AppError('STALE', { changedBy: '', changedAt: '', changed: [] });
}
