import { repeatsOf } from '../cases/repeats.ts';
import { lookAlikes } from '../learning/look-alikes.ts';
import { countInbox, listMessages, rowsOf, searchTotal } from '../mail/inbox.ts';
import {
  archive,
  assign,
  confirmProposed,
  setAction,
  setCategory,
  withdrawDecision,
  type ActOutcome,
} from '../mail/message-acts.ts';
import { openMessage } from '../mail/message-detail.ts';
import {
  messageHeaders,
  messageRaw,
  openAttachment,
  openNested,
  type FileBytes,
} from '../mail/message-parts.ts';
import type { GuardedContext } from './context.ts';
import { api } from './guard.ts';

/** The inbox and the reading pane. */
export const messagesRouter = {
  list: api.messages.list.handler(({ context, input }) =>
    listMessages(context.store, context.actor.id, input),
  ),

  counts: api.messages.counts.handler(({ context }) => countInbox(context.store, context.actor.id)),

  searchTotal: api.messages.searchTotal.handler(({ context, input }) => ({
    total: searchTotal(context.store, context.actor.id, input.filter),
  })),

  get: api.messages.get.handler(({ context, input }) => openMessage(context.store, context.actor, input.id)),

  thread: api.messages.thread.handler(async ({ context, input }) => {
    const found = await context.store.prisma.message.findMany({
      where: { threadId: input.threadId },
      select: { id: true },
    });
    return rowsOf(
      context.store,
      found.map(({ id }) => id),
    );
  }),

  copies: api.messages.copies.handler(async ({ context, input }) => {
    const found = await context.store.prisma.message.findMany({
      where: { copyOfId: input.id },
      select: { id: true },
    });
    return rowsOf(
      context.store,
      found.map(({ id }) => id),
    );
  }),

  lookAlikes: api.messages.lookAlikes.handler(({ context, input }) => lookAlikes(context.store, input.id)),

  repeats: api.messages.repeats.handler(({ context, input }) => repeatsOf(context.store, input.id)),

  headers: api.messages.headers.handler(({ context, input }) => messageHeaders(context.store, input.id)),

  raw: api.messages.raw.handler(async ({ context, input }) =>
    toFile(await messageRaw(context.store, input.id)),
  ),

  attachment: api.messages.attachment.handler(async ({ context, input }) =>
    toFile(await openAttachment(context.store, context.actor, input.attachmentId, input.acceptDanger)),
  ),

  nested: api.messages.nested.handler(({ context, input }) => openNested(context.store, input.attachmentId)),

  setCategory: api.messages.setCategory.handler(async ({ context, input }) =>
    settle(
      context,
      await setCategory(context.store, context.actor, [input.id], input.category, input.version),
    ),
  ),

  withdrawDecision: api.messages.withdrawDecision.handler(async ({ context, input }) =>
    settle(context, await withdrawDecision(context.store, context.actor, input.id, input.version)),
  ),

  setAction: api.messages.setAction.handler(async ({ context, input }) =>
    settle(context, await setAction(context.store, context.actor, input.id, input.action, input.version)),
  ),

  setCategoryMany: api.messages.setCategoryMany.handler(async ({ context, input }) =>
    settle(context, await setCategory(context.store, context.actor, input.ids, input.category)),
  ),

  confirmMany: api.messages.confirmMany.handler(async ({ context, input }) =>
    settle(context, await confirmProposed(context.store, context.actor, input.ids)),
  ),

  assignMany: api.messages.assignMany.handler(async ({ context, input }) =>
    settle(context, await assign(context.store, context.actor, input.ids, input.assigneeId)),
  ),

  archiveMany: api.messages.archiveMany.handler(async ({ context, input }) =>
    settle(context, await archive(context.store, context.actor, input.ids)),
  ),

  undo: api.messages.undo.handler(async ({ context, input }) => ({
    restored: await context.undo.undo(context.actor.id, input.undoId),
  })),
};

function toFile({ name, type, bytes }: FileBytes): File {
  return new File([new Uint8Array(bytes)], name, { type });
}

/** Tells the windows what changed and keeps the way back. */
function settle(context: GuardedContext, outcome: ActOutcome): { undoId: string | null; changed: number } {
  const { changedIds, caseIds, restore } = outcome;
  if (restore === null) return { undoId: null, changed: 0 };
  const tell = () => {
    context.events.publish('event', { type: 'MESSAGES_CHANGED', ids: [...changedIds] });
    for (const caseId of caseIds) {
      context.events.publish('event', { type: 'CASE_CHANGED', caseId, by: context.actor.name });
    }
  };
  tell();
  const undoId = context.undo.remember(context.actor.id, async () => {
    const restored = await restore();
    tell();
    return restored;
  });
  return { undoId, changed: changedIds.length };
}
