import type { Clerk } from '../cases/change.ts';
import { maskPhone } from '../citizens/phones.ts';
import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import { migratedAt } from '../store/migrate.ts';
import type { Store, Tx } from '../store/store.ts';
import { batchBytes } from './batch-file.ts';
import { BatchFile } from './model.ts';
import { signed, signingKey } from './signing.ts';

/** What the central database takes at once; the rest waits for the next batch. */
const MOST = 1000;

/** Since this migration a change of the register is a row with its evidence. */
const REGISTER_BEGAN = 4;

/**
 * Changes that have taken effect and have not left yet. What an earlier program changed is history: nobody kept for it
 * what a batch states, and how it got to the central database was not this program's business.
 */
export function waiting({ sql }: Pick<Store, 'sql'>) {
  return {
    state: 'EFFECTIVE',
    handedOverAt: null,
    effectiveAt: { gte: migratedAt(sql, REGISTER_BEGAN) },
  } as const;
}

/** That history. */
export function history({ sql }: Pick<Store, 'sql'>) {
  return { state: 'EFFECTIVE', effectiveAt: { lt: migratedAt(sql, REGISTER_BEGAN) } } as const;
}

/**
 * Puts what waits into the next numbered, signed batch: in one transaction, so that a change is in one batch or waits,
 * whatever happens meanwhile. From then on nobody can undo it. Answers with the batch's id and the cases concerned.
 * Throws NOT_ALLOWED_YET (NOTHING_TO_HAND_OVER).
 */
export async function makeBatch(
  store: Store,
  supervisor: Clerk,
): Promise<{ batchId: number; caseIds: number[] }> {
  const { office } = await loadSettings(store);
  const now = store.clock.now();
  return store.write(async (tx) => {
    const changes = await tx.phoneChange.findMany({
      where: waiting(store),
      orderBy: [{ effectiveAt: 'asc' }, { id: 'asc' }],
      take: MOST,
      include: {
        citizen: { include: { identityDocuments: { orderBy: { id: 'asc' }, take: 1 } } },
        case: { select: { number: true } },
        verification: { select: { method: true, createdAt: true } },
      },
    });
    if (changes.length === 0) throw new AppError('NOT_ALLOWED_YET', { reason: 'NOTHING_TO_HAND_OVER' });
    const number = (await lastNumber(tx)) + 1;
    const lines = changes.map((change, index) => ({
      line: index + 1,
      change: change.id,
      idType: change.citizen.identityDocuments[0]?.type ?? null,
      id: change.citizen.identityDocuments[0]?.number ?? null,
      naf: change.citizen.naf,
      contactSet: change.contactSet,
      kind: change.kind,
      from: change.fromE164,
      to: change.toE164,
      channel: change.channel,
      cause: change.cause,
      effectiveAt: (change.effectiveAt ?? change.requestedAt).toISOString(),
      case: change.case.number,
      verifiedBy: change.verification?.method ?? null,
      verifiedAt: change.verification?.createdAt.toISOString() ?? null,
      possessionShown: change.possessionCodeId !== null,
    }));
    const bytes = batchBytes({
      province: office.provinceCode,
      batch: number,
      createdAt: now.toISOString(),
      changes: BatchFile.shape.changes.parse(lines),
    });
    const batch = await tx.handoverBatch.create({
      data: {
        number,
        createdAt: now,
        createdById: supervisor.id,
        ...bytes,
        ...signed(await signingKey(store, tx), bytes.json),
        items: { create: lines.map(({ line, change }) => ({ line, changeId: change, state: 'SENT' })) },
      },
    });
    await tx.phoneChange.updateMany({
      where: { id: { in: changes.map(({ id }) => id) } },
      data: { handedOverAt: now },
    });
    await store.audit(
      {
        actor: supervisor,
        action: 'handover.batchMade',
        objectType: 'HANDOVER',
        objectId: batch.id,
        details: { number, changes: lines.length, sha256: bytes.jsonSha256 },
      },
      tx,
    );
    for (const { id, caseId, citizenId, toE164 } of changes) {
      await store.audit(
        {
          actor: supervisor,
          action: 'handover.sent',
          objectType: 'CITIZEN',
          objectId: citizenId,
          caseId,
          details: { changeId: id, batch: number, to: toE164 === null ? null : maskPhone(toE164) },
        },
        tx,
      );
    }
    return { batchId: batch.id, caseIds: [...new Set(changes.map(({ caseId }) => caseId))] };
  });
}

async function lastNumber(tx: Tx): Promise<number> {
  const last = await tx.handoverBatch.findFirst({ orderBy: { number: 'desc' }, select: { number: true } });
  return last?.number ?? 0;
}
