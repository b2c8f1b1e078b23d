import type { Clerk, OnVersion } from '../cases/change.ts';
import { changeCase } from '../cases/change.ts';
import type { CaseDetail } from '../cases/model.ts';
import { peopleNames } from '../cases/people.ts';
import { maskPhone } from '../citizens/phones.ts';
import { AppError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { history, waiting } from './make-batch.ts';
import { BatchFile, CaseHandover, HandoverOverview, type HandoverFile } from './model.ts';
import { fingerprint } from './signing.ts';

/** What waits, and the newest hundred batches with what became of their changes. */
export async function handoverOverview(store: Store): Promise<HandoverOverview> {
  const { prisma } = store;
  const ready = await prisma.phoneChange.aggregate({
    where: waiting(store),
    _count: true,
    _min: { effectiveAt: true },
  });
  const rows = await prisma.handoverBatch.findMany({
    orderBy: { number: 'desc' },
    take: 100,
    omit: { json: true, csv: true, acknowledgement: true },
    include: { items: { select: { state: true } } },
  });
  const nameOf = await peopleNames(prisma);
  return HandoverOverview.parse({
    waiting: ready._count,
    oldestWaiting: ready._min.effectiveAt,
    history: await prisma.phoneChange.count({ where: history(store) }),
    keyFingerprint: rows[0] === undefined ? null : fingerprint(rows[0].publicKey),
    batches: rows.map((row) => ({
      ...row,
      createdBy: nameOf(row.createdById),
      changes: row.items.length,
      accepted: row.items.filter(({ state }) => state === 'ACCEPTED').length,
      rejected: row.items.filter(({ state }) => state === 'REJECTED').length,
    })),
  });
}

/** One of a batch's files, the same bytes each time. Taking it is written down. Throws NOT_FOUND. */
export async function batchFile(
  store: Store,
  supervisor: Clerk,
  { batchId, file }: { readonly batchId: number; readonly file: HandoverFile },
): Promise<{ name: string; type: string; bytes: Uint8Array<ArrayBuffer> }> {
  const batch = await store.prisma.handoverBatch.findUnique({ where: { id: batchId } });
  if (batch === null) throw new AppError('NOT_FOUND');
  await store.audit({
    actor: supervisor,
    action: 'handover.exported',
    objectType: 'HANDOVER',
    objectId: batchId,
    details: { number: batch.number, file },
  });
  const { province } = BatchFile.parse(JSON.parse(Buffer.from(batch.json).toString('utf8')));
  const name = `traspaso-${province}-${String(batch.number).padStart(6, '0')}`;
  switch (file) {
    case 'JSON':
      return { name: `${name}.json`, type: 'application/json', bytes: batch.json };
    case 'CSV':
      return { name: `${name}.csv`, type: 'text/csv', bytes: batch.csv };
    case 'SIGNATURE': {
      const { jsonSha256, csvSha256, publicKey, signature } = batch;
      const facts = {
        algorithm: 'Ed25519',
        signed: `${name}.json`,
        jsonSha256,
        csvSha256,
        publicKey,
        signature,
      };
      const bytes = new Uint8Array(Buffer.from(`${JSON.stringify(facts, null, 2)}\n`));
      return { name: `${name}.firma.json`, type: 'application/json', bytes };
    }
  }
}

/** What became of the phone changes of a case, newest first. */
export async function handoverOfCase(store: Store, caseId: number): Promise<CaseHandover[]> {
  const items = await store.prisma.handoverItem.findMany({
    where: { change: { caseId } },
    orderBy: { changeId: 'desc' },
    include: { change: true, batch: { select: { number: true, createdAt: true } } },
  });
  const nameOf = await peopleNames(store.prisma);
  return items.map(({ change, batch, ...item }) =>
    CaseHandover.parse({
      ...item,
      contactSet: change.contactSet,
      kind: change.kind,
      toMasked: change.toE164 === null ? null : maskPhone(change.toE164),
      batchNumber: batch.number,
      sentAt: batch.createdAt,
      handledBy: item.handledById === null ? null : nameOf(item.handledById),
    }),
  );
}

/** A person has dealt with a rejected change of the case. Throws NOT_FOUND when it is none, STALE. */
export function handleRejected(
  store: Store,
  clerk: Clerk,
  input: OnVersion & { readonly changeId: number },
): Promise<CaseDetail> {
  return changeCase(store, clerk, input, async (tx, current) => {
    const { changeId } = input;
    const item = await tx.handoverItem.findFirst({
      where: { changeId, state: 'REJECTED', change: { caseId: current.id } },
      include: { change: { select: { citizenId: true } } },
    });
    if (item === null) throw new AppError('NOT_FOUND');
    if (item.handledAt !== null) return null;
    await tx.handoverItem.update({
      where: { changeId },
      data: { handledAt: store.clock.now(), handledById: clerk.id },
    });
    return {
      action: 'handover.handled',
      object: { type: 'CITIZEN', id: item.change.citizenId },
      details: { changeId },
    };
  });
}
