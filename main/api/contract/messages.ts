import { z } from 'zod';
import { MessageDetail } from '../../mail/detail-model.ts';
import { MessageCounts, MessageFilter, MessageRow, SearchInfo } from '../../mail/inbox-model.ts';
import { HeaderLine, NestedMessage } from '../../mail/model.ts';
import { Repeat } from '../../cases/repeats.ts';
import { LookAlike } from '../../learning/model.ts';
import { Action, Category } from '../../triage/model.ts';
import { id, pageInput, procedure, undoable, version } from './base.ts';

const bulk = z.object({ ids: z.array(id).min(1).max(1000) });

export const messages = {
  /** Newest first; what needs review, most doubtful first. With a query the rows carry snippets, and `search` says how the query was read. */
  list: procedure
    .input(pageInput.extend({ filter: MessageFilter }))
    .output(
      z.object({ rows: z.array(MessageRow), nextCursor: id.nullable(), search: SearchInfo.nullable() }),
    ),
  /**
   * How many rows each filter of the side pane would show, copies folded. Categories and the filters below them
   * count open requests (the list's usual `state: 'OPEN'`); `state` counts requests in each state.
   */
  counts: procedure.output(MessageCounts),
  /** Exact up to 1,000; null means more. */
  searchTotal: procedure
    .input(z.object({ filter: MessageFilter }))
    .output(z.object({ total: z.number().int().nullable() })),
  /** Opens the message: an audit entry, and `openedAt` on the first time. */
  get: procedure.input(z.object({ id })).output(MessageDetail),
  thread: procedure.input(z.object({ threadId: id })).output(z.array(MessageRow)),
  copies: procedure.input(z.object({ id })).output(z.array(MessageRow)),
  /** Up to three solved messages that share telling words with this one, likest first. */
  lookAlikes: procedure.input(z.object({ id })).output(z.array(LookAlike)),
  /** Messages outside its thread that seem to make the same request, likest first, with what is equal. */
  repeats: procedure.input(z.object({ id })).output(z.array(Repeat)),
  headers: procedure.input(z.object({ id })).output(z.array(HeaderLine)),
  /** The stored bytes, unchanged. */
  raw: procedure.input(z.object({ id })).output(z.file()),
  /** A dangerous attachment is refused with DANGEROUS_ATTACHMENT unless the danger is accepted. */
  attachment: procedure
    .input(z.object({ attachmentId: id, acceptDanger: z.boolean().default(false) }))
    .output(z.file()),
  nested: procedure.input(z.object({ attachmentId: id })).output(NestedMessage),
  /** One message: refused as STALE when `version` is not the current one. */
  setCategory: procedure.input(z.object({ id, version, category: Category })).output(undoable),
  /** Takes back what a person decided, whenever that was: the machine's proposal stands again. */
  withdrawDecision: procedure.input(z.object({ id, version })).output(undoable),
  /** What the message asks for; null: as the machine reads it. */
  setAction: procedure.input(z.object({ id, version, action: Action.nullable() })).output(undoable),
  setCategoryMany: procedure.input(bulk.extend({ category: Category })).output(undoable),
  /** Accepts each message's proposed category; those without one are left. */
  confirmMany: procedure.input(bulk).output(undoable),
  assignMany: procedure.input(bulk.extend({ assigneeId: id.nullable() })).output(undoable),
  archiveMany: procedure.input(bulk).output(undoable),
  undo: procedure.input(z.object({ undoId: z.string() })).output(z.object({ restored: z.number().int() })),
};
