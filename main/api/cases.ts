import { acceptDeclared } from '../cases/accept.ts';
import {
  addNote,
  assignCase,
  linkAttachment,
  setCitizen,
  setDueDate,
  setState,
  unlinkAttachment,
} from '../cases/acts.ts';
import { citizenCandidates } from '../cases/candidates.ts';
import { addMessage, createCase, removeMessage } from '../cases/create.ts';
import { openCase } from '../cases/detail.ts';
import { caseHistory } from '../cases/history.ts';
import { listCases } from '../cases/list.ts';
import type { CaseDetail } from '../cases/model.ts';
import { activePeople, activeUnits } from '../cases/people.ts';
import { putTogether } from '../cases/repeats.ts';
import { queueForward } from '../cases/forward.ts';
import { cancelReply, listOutbox, releaseReply } from '../cases/outbox.ts';
import { checkReply, queueReply } from '../cases/replies.ts';
import { previewReply, replyTemplates } from '../cases/reply-templates.ts';
import { suggestionsFor } from '../cases/suggestions.ts';
import { verifyByCertificate, verifyBySender } from '../identity/verify-mail.ts';
import { verifyByData, verifyByDocument } from '../identity/verify.ts';
import type { GuardedContext } from './context.ts';
import { api } from './guard.ts';

/** The case panel. */
export const casesRouter = {
  list: api.cases.list.handler(({ context, input }) => listCases(context.store, context.actor.id, input)),

  get: api.cases.get.handler(({ context, input }) => openCase(context.store, context.actor, input.caseId)),

  create: api.cases.create.handler(async ({ context, input }) =>
    tell(context, await createCase(context.store, context.actor, input)),
  ),

  addMessage: api.cases.addMessage.handler(async ({ context, input }) =>
    tell(context, await addMessage(context.store, context.actor, input)),
  ),

  putTogether: api.cases.putTogether.handler(async ({ context, input }) => {
    const { detail, addedId } = await putTogether(context.store, context.actor, input);
    return { detail: tell(context, detail), addedId };
  }),

  removeMessage: api.cases.removeMessage.handler(async ({ context, input }) =>
    tell(context, await removeMessage(context.store, context.actor, input), [input.messageId]),
  ),

  setCitizen: api.cases.setCitizen.handler(async ({ context, input }) =>
    tell(context, await setCitizen(context.store, context.actor, input)),
  ),

  setState: api.cases.setState.handler(async ({ context, input }) =>
    tell(context, await setState(context.store, context.actor, input)),
  ),

  assign: api.cases.assign.handler(async ({ context, input }) =>
    tell(context, await assignCase(context.store, context.actor, input)),
  ),

  setDueDate: api.cases.setDueDate.handler(async ({ context, input }) =>
    tell(context, await setDueDate(context.store, context.actor, input)),
  ),

  addNote: api.cases.addNote.handler(async ({ context, input }) =>
    tell(context, await addNote(context.store, context.actor, input)),
  ),

  linkAttachment: api.cases.linkAttachment.handler(async ({ context, input }) =>
    tell(context, await linkAttachment(context.store, context.actor, input)),
  ),

  unlinkAttachment: api.cases.unlinkAttachment.handler(async ({ context, input }) =>
    tell(context, await unlinkAttachment(context.store, context.actor, input)),
  ),

  acceptDeclared: api.cases.acceptDeclared.handler(async ({ context, input }) => {
    const { detail, undo } = await acceptDeclared(context.store, context.actor, input);
    const undoId = context.undo.remember(context.actor.id, async () => {
      tellRecord(context, tell(context, await undo()));
      return 1;
    });
    return { detail: tellRecord(context, tell(context, detail)), undoId };
  }),

  verifyBySender: api.cases.verifyBySender.handler(async ({ context, input }) =>
    tell(context, await verifyBySender(context.store, context.actor, input)),
  ),

  verifyByCertificate: api.cases.verifyByCertificate.handler(async ({ context, input }) =>
    tell(context, await verifyByCertificate(context.store, context.actor, input)),
  ),

  verifyByDocument: api.cases.verifyByDocument.handler(async ({ context, input }) =>
    tell(context, await verifyByDocument(context.store, context.actor, input)),
  ),

  verifyByData: api.cases.verifyByData.handler(async ({ context, input }) =>
    tell(context, await verifyByData(context.store, context.actor, input)),
  ),

  citizenCandidates: api.cases.citizenCandidates.handler(({ context, input }) =>
    citizenCandidates(context.store, input.caseId),
  ),

  suggestions: api.cases.suggestions.handler(({ context, input }) =>
    suggestionsFor(context.store, input.messageId),
  ),

  history: api.cases.history.handler(({ context, input }) => caseHistory(context.store, input.caseId)),

  people: api.cases.people.handler(({ context }) => activePeople(context.store)),

  units: api.cases.units.handler(({ context }) => activeUnits(context.store)),
};

/** Answers to the writer. */
export const repliesRouter = {
  templates: api.replies.templates.handler(({ context }) => replyTemplates(context.store)),

  preview: api.replies.preview.handler(({ context, input }) =>
    previewReply(context.store, context.actor, input),
  ),

  check: api.replies.check.handler(({ context, input }) => checkReply(context.store, context.actor, input)),

  queue: api.replies.queue.handler(async ({ context, input }) =>
    tellOutbox(context, tell(context, await queueReply(context.store, context.actor, input))),
  ),

  forward: api.replies.forward.handler(async ({ context, input }) =>
    tellOutbox(context, tell(context, await queueForward(context.store, context.actor, input))),
  ),

  cancel: api.replies.cancel.handler(async ({ context, input }) =>
    tellOutbox(context, tell(context, await cancelReply(context.store, context.actor, input.replyId))),
  ),

  sendNow: api.replies.sendNow.handler(async ({ context, input }) =>
    tellOutbox(context, await releaseReply(context.store, context.actor, input.replyId)),
  ),

  outbox: api.replies.outbox.handler(({ context, input }) => listOutbox(context.store, input)),
};

/** Tells the windows that the case changed, and its messages, which repeat parts of it. */
export function tell(context: GuardedContext, detail: CaseDetail, left: readonly number[] = []): CaseDetail {
  const ids = [...detail.messages.map((message) => message.id), ...left];
  context.events.publish('event', { type: 'CASE_CHANGED', caseId: detail.id, by: context.actor.name });
  context.events.publish('event', { type: 'MESSAGES_CHANGED', ids });
  return detail;
}

/** Tells the windows that the record of the case's citizen changed. */
function tellRecord(context: GuardedContext, detail: CaseDetail): CaseDetail {
  if (detail.citizen !== null) {
    context.events.publish('event', { type: 'CITIZEN_CHANGED', citizenId: detail.citizen.id });
  }
  return detail;
}

/** Tells the windows, and the service's outbox, which looks whether something is due. */
function tellOutbox(context: GuardedContext, detail: CaseDetail): CaseDetail {
  context.events.publish('event', { type: 'OUTBOX_CHANGED', caseId: detail.id });
  return detail;
}
