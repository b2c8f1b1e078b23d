import { indexCaseNumber } from '../store/case-number-index.ts';
import type { Tx } from '../store/store.ts';
import { repeatedColumns, type CaseRecord } from './change.ts';

/** Puts messages into a case: its columns on them, its number into the search. */
export async function joinMessages(tx: Tx, record: CaseRecord, messageIds: readonly number[]): Promise<void> {
  await tx.message.updateMany({
    where: { id: { in: [...messageIds] } },
    data: { ...repeatedColumns(record), caseId: record.id, version: { increment: 1 } },
  });
  await indexCaseNumber(tx, messageIds, record.number);
}

/**
 * Takes a message out of its case. It begins a thread of its own: the rest of the old thread stays with the case,
 * and what comes later in that thread joins the case and not this message.
 */
export async function separateMessage(tx: Tx, messageId: number, threadId: number): Promise<void> {
  if (threadId === messageId) {
    const next = await tx.message.findFirst({
      where: { threadId, id: { not: messageId } },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    if (next !== null) {
      await tx.message.updateMany({
        where: { threadId, id: { not: messageId } },
        data: { threadId: next.id },
      });
    }
  }
  await tx.message.update({
    where: { id: messageId },
    data: {
      caseId: null,
      state: 'NEW',
      identityLevel: 'NONE',
      threadId: messageId,
      version: { increment: 1 },
    },
  });
  await indexCaseNumber(tx, [messageId], null);
}
