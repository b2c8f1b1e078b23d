import type { Tx } from './store.ts';

/** Makes messages findable by their case's number, or no longer by any. */
export async function indexCaseNumber(
  tx: Tx,
  messageIds: readonly number[],
  caseNumber: string | null,
): Promise<void> {
  await tx.$executeRaw`UPDATE "message_search" SET case_number = ${caseNumber ?? ''}
    WHERE rowid IN (SELECT value FROM json_each(${JSON.stringify(messageIds)}))`;
}
