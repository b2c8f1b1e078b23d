import { z } from 'zod';
import {
  AcceptableField,
  CaseDetail,
  CaseRow,
  CaseState,
  DocumentType,
  Person,
  Template,
  Unit,
} from '../../cases/model.ts';
import { GateCode, OutboxFilter, QuoteStyle, Reply, ReplyCheck } from '../../cases/reply-model.ts';
import { Suggestions } from '../../cases/suggestions-model.ts';
import { DocumentChecklist, VerificationResult } from '../../identity/model.ts';
import { AuditEntry } from '../../store/audit-model.ts';
import { id, pageInput, procedure, version } from './base.ts';

/** Each change names the version it was made on and answers with the case as it is afterwards. */
const change = z.object({ caseId: id, version });

export const CaseFilter = z.object({
  state: CaseState.or(z.enum(['OPEN', 'TO_ATTEND']))
    .nullable()
    .default('OPEN'),
  assignee: z
    .union([z.literal('ME'), z.literal('NOBODY'), id])
    .nullable()
    .default(null),
  text: z.string().max(200).default(''), // case number, title or citizen's name or document
});
export type CaseFilter = z.infer<typeof CaseFilter>;

export const cases = {
  list: procedure
    .input(pageInput.extend({ filter: CaseFilter }))
    .output(z.object({ rows: z.array(CaseRow), nextCursor: id.nullable() })),
  get: procedure.input(z.object({ caseId: id })).output(CaseDetail),
  /** Makes a case of a message and of the rest of its thread; the thread's case is answered if it has one. */
  create: procedure.input(z.object({ messageId: id })).output(CaseDetail),
  addMessage: procedure.input(change.extend({ messageId: id })).output(CaseDetail),
  /** Two messages that ask the same, in one case; `addedId` is the one that was added to it. */
  putTogether: procedure
    .input(z.object({ messageId: id, otherId: id }).refine((two) => two.messageId !== two.otherId))
    .output(z.object({ detail: CaseDetail, addedId: id })),
  removeMessage: procedure.input(change.extend({ messageId: id })).output(CaseDetail),
  setCitizen: procedure.input(change.extend({ citizenId: id.nullable() })).output(CaseDetail),
  /** `unitId` is required for FORWARDED and refused elsewhere. */
  setState: procedure
    .input(change.extend({ state: CaseState, unitId: id.nullable().default(null) }))
    .output(CaseDetail),
  assign: procedure.input(change.extend({ assigneeId: id.nullable() })).output(CaseDetail),
  setDueDate: procedure.input(change.extend({ dueDate: z.iso.date().nullable() })).output(CaseDetail),
  addNote: procedure.input(change.extend({ text: z.string().trim().min(1).max(5000) })).output(CaseDetail),
  linkAttachment: procedure
    .input(change.extend({ attachmentId: id, documentType: DocumentType }))
    .output(CaseDetail),
  unlinkAttachment: procedure.input(change.extend({ attachmentId: id })).output(CaseDetail),
  /**
   * Takes a declared value into the record, as far as what is known of the writer allows; `value` is what the clerk saw, in
   * a message or in an attachment of the case.
   * `undoId` is for messages.undo.
   */
  acceptDeclared: procedure
    .input(
      change.extend({
        citizenVersion: version,
        field: AcceptableField,
        value: z.string().max(300),
        attachmentId: id.nullable().default(null),
      }),
    )
    .output(z.object({ detail: CaseDetail, undoId: z.string() })),
  /** The newest request comes from the address on record, by the word of the office's own receiving server. */
  verifyBySender: procedure.input(change).output(CaseDetail),
  /** The newest signed request has a valid signature by a certificate with the citizen's own number. */
  verifyByCertificate: procedure.input(change).output(CaseDetail),
  /** Verification by document. The result is the clerk's; VERIFIED needs all three checks. */
  verifyByDocument: procedure
    .input(
      change.extend({
        checklist: DocumentChecklist,
        result: VerificationResult,
        notes: z.string().max(2000).default(''),
      }),
    )
    .output(CaseDetail),
  /** Verification by data: the declared data against the record, as compared on screen. */
  verifyByData: procedure
    .input(change.extend({ result: VerificationResult, notes: z.string().max(2000).default('') }))
    .output(CaseDetail),
  /** Citizen with the declared document or name, for "sin localizar". */
  citizenCandidates: procedure
    .input(z.object({ caseId: id }))
    .output(
      z.array(
        z.object({ citizenId: id, name: z.string(), document: z.string().nullable(), why: z.string() }),
      ),
    ),
  /** Papers, an answer and a unit for what a message asks for. Nothing is done by itself. */
  suggestions: procedure.input(z.object({ messageId: id })).output(Suggestions),
  history: procedure.input(z.object({ caseId: id })).output(z.array(AuditEntry)),
  people: procedure.output(z.array(Person)),
  units: procedure.output(z.array(Unit)),
};

/** One file from the disk; what all of it may weigh is the office's setting. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

const draft = change.extend({
  seenVersion: version, // of the case when the clerk began to write
  inReplyToId: id,
  templateId: id.nullable().default(null),
  templateVersion: version.nullable().default(null),
  to: z.array(z.email()).min(1).max(20),
  cc: z.array(z.email()).max(20).default([]),
  subject: z.string().max(300),
  body: z.string().trim().min(1).max(50_000),
  quote: QuoteStyle.nullable().default(null), // null: as the office has it
  attachmentIds: z.array(id).max(50).default([]),
  files: z.array(z.file().max(MAX_FILE_BYTES)).max(20).default([]),
});

export const replies = {
  templates: procedure.output(z.array(Template)),
  /** The template filled with the case's data; `missing` are placeholders without a value, left as {{...}}. */
  preview: procedure
    .input(z.object({ caseId: id, templateId: id, serviceIds: z.array(id).max(10).default([]) }))
    .output(
      z.object({
        toAddress: z.string(),
        subject: z.string(),
        body: z.string(),
        missing: z.array(z.string()),
        templateVersion: version,
      }),
    ),
  /** The answer as it would leave, and what speaks against sending it. */
  check: procedure.input(draft).output(ReplyCheck),
  /**
   * Puts the answer in the outbox, to leave ten seconds later, or refuses: PLACEHOLDER_UNFILLED, STALE, SEND_GATE with
   * the codes that stop it and the warnings that were not acknowledged.
   */
  queue: procedure.input(draft.extend({ acknowledged: z.array(GateCode).default([]) })).output(CaseDetail),
  /** Sends the messages as they came to the unit's address, and the case is FORWARDED. */
  forward: procedure
    .input(
      change.extend({
        unitId: id,
        messageIds: z.array(id).min(1).max(50),
        note: z.string().trim().max(5000).default(''),
      }),
    )
    .output(CaseDetail),
  /** Takes back what is not on its way yet; else ALREADY_LEFT. */
  cancel: procedure.input(z.object({ replyId: id })).output(CaseDetail),
  /** Sends what waits or failed, or NO_SENDING_ACCOUNT, ALREADY_LEFT. */
  sendNow: procedure.input(z.object({ replyId: id })).output(CaseDetail),
  outbox: procedure
    .input(pageInput.extend({ filter: OutboxFilter.nullable().default(null) }))
    .output(z.object({ rows: z.array(Reply), nextCursor: id.nullable() })),
};
