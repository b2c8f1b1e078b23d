import { AppError } from '../errors.ts';
import type { Store, Tx } from '../store/store.ts';
import { changeCase, type Clerk, type OnVersion } from './change.ts';
import type { CaseDetail, CaseState, DocumentType } from './model.ts';
import { moved } from './transitions.ts';

/** Another citizen has proved nothing yet: the identity level falls to NONE; the old verifications stay in the history. */
export function setCitizen(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly citizenId: number | null },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const { citizenId } = input;
    if (citizenId === current.citizenId) return null;
    if (citizenId !== null && (await tx.citizen.count({ where: { id: citizenId } })) === 0) {
      throw new AppError('NOT_FOUND');
    }
    return {
      action: 'case.citizenSet',
      to: { citizenId, identityLevel: 'NONE' },
      details: { from: current.citizenId, to: citizenId, levelFrom: current.identityLevel, levelTo: 'NONE' },
    };
  });
}

/** Throws what `moved` throws; a unit that is not in use any more is INVALID_INPUT. */
export function setState(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly state: CaseState; readonly unitId: number | null },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const to = moved(current, input.state, input.unitId, store.clock.now());
    const unit = input.unitId === null ? null : await tx.unit.findUnique({ where: { id: input.unitId } });
    if (input.unitId !== null && unit?.active !== true) {
      throw new AppError('INVALID_INPUT', { fields: ['unitId'] });
    }
    return {
      action: 'case.stateSet',
      to,
      details: { from: current.state, to: to.state, ...(unit === null ? {} : { unit: unit.name }) },
    };
  });
}

/** `assigneeId` null: nobody. Throws INVALID_INPUT for somebody without an account in use. */
export function assignCase(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly assigneeId: number | null },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const { assigneeId } = input;
    if (assigneeId === current.assigneeId) return null;
    if (assigneeId !== null && (await tx.user.count({ where: { id: assigneeId, active: true } })) === 0) {
      throw new AppError('INVALID_INPUT', { fields: ['assigneeId'] });
    }
    return {
      action: 'case.assigned',
      to: { assigneeId },
      details: { from: current.assigneeId, to: assigneeId },
    };
  });
}

/** `dueDate` is an ISO day of the office. */
export function setDueDate(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly dueDate: string | null },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (_tx, current) => {
    const { dueDate } = input;
    if (dueDate === current.dueDate) return null;
    return { action: 'case.dueDateSet', to: { dueDate }, details: { from: current.dueDate, to: dueDate } };
  });
}

/** Notes are only ever added. The log says that there is one; its text stays in the case. */
export function addNote(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly text: string },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const note = await tx.note.create({
      data: { caseId: current.id, text: input.text, createdAt: store.clock.now(), createdById: clerk.id },
    });
    return { action: 'case.noteAdded', details: { noteId: note.id } };
  });
}

/** Links an attachment of one of the case's messages, or changes what it is linked as. Throws NOT_FOUND. */
export function linkAttachment(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly attachmentId: number; readonly documentType: DocumentType },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const { attachmentId, documentType } = input;
    if (!(await areOfCase(tx, current.id, [attachmentId]))) throw new AppError('NOT_FOUND');
    const key = { caseId_attachmentId: { caseId: current.id, attachmentId } };
    const before = await tx.caseAttachment.findUnique({ where: key });
    if (before?.documentType === documentType) return null;
    const link = { documentType, linkedAt: store.clock.now(), linkedById: clerk.id };
    await tx.caseAttachment.upsert({
      where: key,
      create: { caseId: current.id, attachmentId, ...link },
      update: link,
    });
    return {
      action: 'case.attachmentLinked',
      object: { type: 'ATTACHMENT', id: attachmentId },
      details: { from: before?.documentType ?? null, to: documentType },
    };
  });
}

/** Throws NOT_FOUND when it is not linked. */
export function unlinkAttachment(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly attachmentId: number },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const { attachmentId } = input;
    const link = await tx.caseAttachment.findUnique({
      where: { caseId_attachmentId: { caseId: current.id, attachmentId } },
    });
    if (link === null) throw new AppError('NOT_FOUND');
    await tx.caseAttachment.delete({ where: { id: link.id } });
    return {
      action: 'case.attachmentUnlinked',
      object: { type: 'ATTACHMENT', id: attachmentId },
      details: { from: link.documentType, to: null },
    };
  });
}

/** True when every attachment came with one of the case's messages. */
export async function areOfCase(tx: Tx, caseId: number, attachmentIds: readonly number[]): Promise<boolean> {
  const ids = [...new Set(attachmentIds)];
  const found = await tx.attachment.count({ where: { id: { in: ids }, message: { caseId } } });
  return found === ids.length;
}
