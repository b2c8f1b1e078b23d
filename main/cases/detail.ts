import { findPhoneChanges } from '../citizens/phone-changes.ts';
import { maskPhone } from '../citizens/phones.ts';
import { citizenView, loadCitizen, recordCitizenOpened } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import { DocumentChecklist } from '../identity/model.ts';
import { Mark } from '../mail/model.ts';
import type { Actor } from '../store/audit.ts';
import { recordOpening } from '../store/opening.ts';
import type { Store, Tx } from '../store/store.ts';
import { compare, declaredOver } from './comparison.ts';
import { CaseDetail, type ComparedField } from './model.ts';
import { peopleNames } from './people.ts';
import { findReplies } from './reply-rows.ts';

/** Everything the case panel shows. Throws NOT_FOUND. Writes nothing down. */
export async function requireCaseDetail(db: Tx, caseId: number): Promise<CaseDetail> {
  const row = await db.case.findUnique({
    where: { id: caseId },
    include: {
      assignee: true,
      unit: true,
      messages: { orderBy: { id: 'asc' }, include: { attachments: { orderBy: { ordinal: 'asc' } } } },
      attachments: true,
      verifications: { orderBy: { id: 'desc' } },
      notes: { orderBy: { id: 'desc' } },
    },
  });
  if (row === null) throw new AppError('NOT_FOUND');
  const nameOf = await peopleNames(db);
  const citizen = row.citizenId === null ? null : await loadCitizen(db, row.citizenId);
  const linkedAs = new Map(row.attachments.map((link) => [link.attachmentId, link.documentType]));
  return CaseDetail.parse({
    ...row,
    assignee: row.assignee,
    isSigned: row.messages.some(({ marks }) => Mark.array().parse(marks).includes('SIGNED')),
    unitName: row.unit?.name ?? null,
    citizen: citizen === null ? null : citizenView(citizen),
    comparison: compare(declaredOver(row.messages), citizen).map(withMaskedPhone),
    attachments: row.messages
      .flatMap((message) => message.attachments)
      .map((attachment) => ({ ...attachment, documentType: linkedAs.get(attachment.id) ?? null })),
    verifications: row.verifications.map((verification) => ({
      ...verification,
      checklist: verification.method === 'DOCUMENT' ? DocumentChecklist.parse(verification.checklist) : null,
      createdBy: nameOf(verification.createdById),
    })),
    phoneChanges:
      row.citizenId === null ? [] : await findPhoneChanges(db, { caseId, citizenId: row.citizenId }),
    notes: row.notes.map((note) => ({ ...note, createdBy: nameOf(note.createdById) })),
    replies: await findReplies(db, { where: { caseId } }),
  } satisfies Record<keyof CaseDetail, unknown>);
}

/** What he declares stands in his message; what is on record is masked. */
function withMaskedPhone(row: ComparedField): ComparedField {
  return row.field === 'phone' && row.recorded !== null ? { ...row, recorded: maskPhone(row.recorded) } : row;
}

/** Opens a case for a person: its screen shows the citizen's record too, and both looks are written down. */
export async function openCase(store: Store, actor: Actor, caseId: number): Promise<CaseDetail> {
  const detail = await requireCaseDetail(store.prisma, caseId);
  await recordOpening(store, { actor, action: 'case.opened', objectType: 'CASE', objectId: caseId, caseId });
  if (detail.citizen !== null) await recordCitizenOpened(store, actor, detail.citizen.id, caseId);
  return detail;
}
