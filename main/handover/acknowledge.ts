import { hash } from 'node:crypto';
import { applyChange, requireCase, type Clerk } from '../cases/change.ts';
import { moved } from '../cases/transitions.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { AnswerFile } from './model.ts';

/**
 * Takes the central database's answer to a batch: all of it or nothing. A rejected change is back on the desk of whoever
 * has its case, which is reopened if it was closed. Throws ANSWER_UNREADABLE when the file is no whole answer,
 * ANSWER_FOREIGN when it is of another office, of no batch of this one or of other bytes than those that left, and
 * ANSWER_REPEATED when the batch has its answer already. Answers with the batch's id and the cases concerned.
 */
export async function acknowledge(
  store: Store,
  supervisor: Clerk,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ batchId: number; caseIds: number[]; accepted: number; rejected: number }> {
  const answer = readAnswer(bytes);
  const { office } = await loadSettings(store);
  const now = store.clock.now();
  return store.write(async (tx) => {
    const batch = await tx.handoverBatch.findUnique({
      where: { number: answer.batch },
      include: {
        items: {
          include: { change: { select: { caseId: true, citizenId: true } } },
          orderBy: { line: 'asc' },
        },
      },
    });
    if (batch === null || answer.province !== office.provinceCode || answer.sha256 !== batch.jsonSha256) {
      throw new AppError('ANSWER_FOREIGN', { batch: answer.batch });
    }
    if (batch.acknowledgedAt !== null) throw new AppError('ANSWER_REPEATED', { batch: answer.batch });
    const results = new Map(answer.results.map((result) => [result.line, result]));
    const complete =
      results.size === answer.results.length &&
      results.size === batch.items.length &&
      batch.items.every(({ line, changeId }) => results.get(line)?.change === changeId);
    if (!complete) throw new AppError('ANSWER_UNREADABLE', { fields: ['results'] });

    const acknowledgementSha256 = hash('sha256', bytes, 'hex');
    await tx.handoverBatch.update({
      where: { id: batch.id },
      data: {
        acknowledgedAt: now,
        acknowledgedById: supervisor.id,
        acknowledgement: bytes,
        acknowledgementSha256,
      },
    });
    let rejected = 0;
    for (const { line, changeId, change } of batch.items) {
      const result = results.get(line);
      const reason = result?.outcome === 'REJECTED' ? result.reason : null;
      await tx.handoverItem.update({
        where: { changeId },
        data: { state: reason === null ? 'ACCEPTED' : 'REJECTED', reason },
      });
      const details = { changeId, batch: batch.number };
      if (reason === null) {
        await store.audit(
          {
            actor: supervisor,
            action: 'handover.accepted',
            objectType: 'CITIZEN',
            objectId: change.citizenId,
            caseId: change.caseId,
            details,
          },
          tx,
        );
        continue;
      }
      rejected += 1;
      const current = await requireCase(tx, change.caseId);
      const closed = current.state === 'RESOLVED' || current.state === 'ARCHIVED';
      await applyChange(store, tx, supervisor, current, {
        action: 'handover.rejected',
        object: { type: 'CITIZEN', id: change.citizenId },
        details: { ...details, from: current.state, to: closed ? 'IN_PROGRESS' : current.state },
        ...(closed ? { to: moved(current, 'IN_PROGRESS', null, now) } : {}),
      });
    }
    const accepted = batch.items.length - rejected;
    await store.audit(
      {
        actor: supervisor,
        action: 'handover.acknowledged',
        objectType: 'HANDOVER',
        objectId: batch.id,
        details: { number: batch.number, accepted, rejected, sha256: acknowledgementSha256 },
      },
      tx,
    );
    const caseIds = [...new Set(batch.items.map(({ change }) => change.caseId))];
    return { batchId: batch.id, caseIds, accepted, rejected };
  });
}

function readAnswer(bytes: Uint8Array): AnswerFile {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return AnswerFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError('ANSWER_UNREADABLE', {}, { cause });
  }
}
