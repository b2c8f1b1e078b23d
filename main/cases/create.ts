import { addDays, dayAt } from '../days.ts';
import { AppError } from '../errors.ts';
import { DocumentChecklist, MessageEvidence } from '../identity/model.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import { fold } from '../triage/fold.ts';
import { DeclaredPerson, type Category } from '../triage/model.ts';
import { stripPrefixes } from '../triage/subject.ts';
import { applyChange, changeCase, requireCase, type Clerk, type OnVersion } from './change.ts';
import { requireCaseDetail } from './detail.ts';
import { joinMessages, separateMessage } from './join.ts';
import type { CaseDetail } from './model.ts';

/**
 * Makes a case of a message and the rest of its thread, for the clerk who asks unless the message is somebody's.
 * A thread belongs to one case: if it has one, that is the answer, with the message in it. The citizen is set when
 * exactly one record has the declared document. The due date counts natural days, because the office's holidays
 * are not known. Throws NOT_FOUND.
 */
export async function createCase(
  store: Store,
  clerk: Clerk,
  { messageId }: { readonly messageId: number },
): Promise<CaseDetail> {
  const settings = await loadSettings(store);
  const { provinceCode } = settings.office;
  const today = dayAt(store.clock.now(), timeZoneOf(provinceCode));
  const caseId = await store.write(async (tx) => {
    const message = await requireMessage(tx, messageId);
    if (message.caseId !== null) return message.caseId;
    const rest = await tx.message.findMany({
      where: { threadId: message.threadId },
      orderBy: { id: 'asc' },
      select: { id: true, caseId: true },
    });
    const threadCaseId = rest.find((other) => other.caseId !== null)?.caseId ?? null;
    const messageIds = rest.filter((other) => other.caseId === null).map((other) => other.id);
    if (threadCaseId !== null) {
      const existing = await requireCase(tx, threadCaseId);
      await joinMessages(tx, existing, messageIds);
      await applyChange(store, tx, clerk, existing, { action: 'case.messageAdded', details: { messageIds } });
      return threadCaseId;
    }
    const now = store.clock.now();
    const created = await tx.case.create({
      data: {
        number: await nextNumber(tx, provinceCode, today.slice(0, 4)),
        title: caseTitle(message.subject, message.category as Category | null),
        state: 'NEW',
        category: message.category,
        assigneeId: message.assigneeId ?? clerk.id,
        citizenId: await citizenWithDeclaredDocument(tx, DeclaredPerson.parse(message.declaredPerson)),
        identityLevel: 'NONE',
        dueDate: addDays(today, settings.cases.dueDays),
        openedAt: now,
        openedById: clerk.id,
        updatedAt: now,
        updatedById: clerk.id,
      },
    });
    await joinMessages(tx, await requireCase(tx, created.id), messageIds);
    await store.audit(
      {
        actor: clerk,
        action: 'case.created',
        objectType: 'CASE',
        objectId: created.id,
        caseId: created.id,
        details: {
          number: created.number,
          messageIds,
          assigneeId: created.assigneeId,
          citizenId: created.citizenId,
          dueDate: created.dueDate,
        },
      },
      tx,
    );
    return created.id;
  });
  return requireCaseDetail(store.prisma, caseId);
}

/**
 * Adds a message, and what of its thread has no case, to a case. Throws NOT_ALLOWED_YET (reason IN_OTHER_CASE) when
 * it belongs to another one.
 */
export function addMessage(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly messageId: number },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const message = await requireMessage(tx, input.messageId);
    if (message.caseId === current.id) return null;
    if (message.caseId !== null) throw new AppError('NOT_ALLOWED_YET', { reason: 'IN_OTHER_CASE' });
    const joining = await tx.message.findMany({
      where: { threadId: message.threadId, caseId: null },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    const messageIds = joining.map(({ id }) => id);
    await joinMessages(tx, current, messageIds);
    return { action: 'case.messageAdded', details: { messageIds } };
  });
}

/**
 * Takes a message out, with the links to its attachments. Throws NOT_ALLOWED_YET when it is the case's last message
 * (reason LAST_MESSAGE), or when a verification or a phone change rests on an attachment of it (EVIDENCE).
 */
export function removeMessage(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly messageId: number },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const message = await requireMessage(tx, input.messageId);
    if (message.caseId !== current.id) throw new AppError('NOT_FOUND');
    if ((await tx.message.count({ where: { caseId: current.id } })) === 1) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'LAST_MESSAGE' });
    }
    const attachments = await tx.attachment.findMany({
      where: { messageId: message.id },
      select: { id: true },
    });
    const attachmentIds = attachments.map(({ id }) => id);
    if (await isEvidence(tx, current.id, message.id, attachmentIds)) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'EVIDENCE' });
    }
    await tx.caseAttachment.deleteMany({
      where: { caseId: current.id, attachmentId: { in: attachmentIds } },
    });
    await separateMessage(tx, message.id, message.threadId);
    return { action: 'case.messageRemoved', details: { messageId: message.id } };
  });
}

async function requireMessage(tx: Tx, messageId: number) {
  const message = await tx.message.findUnique({ where: { id: messageId } });
  if (message === null) throw new AppError('NOT_FOUND');
  return message;
}

async function isEvidence(
  tx: Tx,
  caseId: number,
  messageId: number,
  attachmentIds: readonly number[],
): Promise<boolean> {
  const ids = [...attachmentIds];
  if ((await tx.phoneChangeAttachment.count({ where: { attachmentId: { in: ids } } })) > 0) return true;
  const verifications = await tx.verification.findMany({
    where: { caseId, method: { in: ['DOCUMENT', 'SENDER', 'CERTIFICATE'] } },
    select: { method: true, checklist: true },
  });
  return verifications.some(({ method, checklist }) =>
    method === 'DOCUMENT'
      ? DocumentChecklist.parse(checklist).attachmentIds.some((id) => ids.includes(id))
      : MessageEvidence.parse(checklist).messageId === messageId,
  );
}

/** PP/YYYY/NNNNNN, counting up within the province and the year. Writes run one after another, so it is free. */
async function nextNumber(tx: Tx, provinceCode: string, year: string): Promise<string> {
  const prefix = `${provinceCode}/${year}/`;
  const last = await tx.case.findFirst({
    where: { number: { startsWith: prefix } },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  const sequence = last === null ? 1 : Number(last.number.slice(prefix.length)) + 1;
  return `${prefix}${String(sequence).padStart(6, '0')}`;
}

async function citizenWithDeclaredDocument(tx: Tx, person: DeclaredPerson): Promise<number | null> {
  const number = person.values.id?.value;
  if (number === undefined || person.idValid === false) return null;
  const found = await tx.identityDocument.findMany({
    where: { number },
    select: { citizenId: true },
    distinct: ['citizenId'],
  });
  return found.length === 1 ? (found[0]?.citizenId ?? null) : null;
}

const TITLE_LENGTH = 80;

const UNNAMED: Readonly<Record<Category, string>> = {
  AFILIACION: 'Solicitud de afiliación',
  COTIZACION: 'Solicitud de cotización',
  RECAUDACION: 'Solicitud de recaudación',
  MORATORIAS: 'Solicitud de moratoria',
  OTRAS: 'Otras gestiones',
  NONE: 'Mensaje sin asunto',
};

/** A short line from the subject, without "Re:" and capital letters throughout; else from the category. */
export function caseTitle(subject: string, category: Category | null): string {
  const { bare } = stripPrefixes(subject);
  if (!/[\p{L}\p{N}]/u.test(bare)) return UNNAMED[category ?? 'NONE'];
  const calm = /\p{Ll}/u.test(bare) ? bare : sentenceCase(bare);
  if (calm.length <= TITLE_LENGTH) return calm;
  const cut = calm.slice(0, TITLE_LENGTH - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > TITLE_LENGTH / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.(-]+$/u, '')}…`;
}

/** Short words stay as they are: TA.1, NIE, RETA. */
function sentenceCase(shouted: string): string {
  const lower = shouted
    .split(' ')
    .map((word) => (word.length > 4 || KNOWN_SHORT.has(fold(word)) ? word.toLocaleLowerCase('es') : word))
    .join(' ');
  return lower.slice(0, 1).toLocaleUpperCase('es') + lower.slice(1);
}

const KNOWN_SHORT = new Set(
  'a al alta baja como con datos de del e el en es la las lo los mi no o para pago por que se sin su un una y'.split(
    ' ',
  ),
);
