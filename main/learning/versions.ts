import { AppError } from '../errors.ts';
import { namesOf } from './people.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import shippedCount from '../triage/content/shipped-count.json' with { type: 'json' };
import { ModelChanges, ModelState, type ModelVersion } from './model.ts';

/** The version that ships with the program: its row has no weights. */
const SHIPPED = 1;

/** Every version of the category model, newest first. */
export async function listVersions(store: Store): Promise<ModelVersion[]> {
  const rows = await store.prisma.categoryModel.findMany({
    orderBy: { version: 'desc' },
    omit: { model: true },
  });
  const withWeights = await store.prisma.categoryModel.findMany({
    where: { model: { not: null } },
    select: { version: true },
  });
  const kept = new Set([SHIPPED, ...withWeights.map(({ version }) => version)]);
  const names = await namesOf(
    store,
    rows.map(({ trainedById }) => trainedById),
  );
  return rows.map((row) => ({
    version: row.version,
    state: ModelState.parse(row.state),
    trainedAt: row.version === SHIPPED ? null : row.trainedAt,
    trainedBy: row.trainedById === null ? null : (names.get(row.trainedById) ?? ''),
    shipped: row.version === SHIPPED ? shippedCount.messages : row.shipped,
    decided: row.decided,
    kept: row.kept,
    keptRight: row.keptRight,
    keptRightBefore: row.keptRightBefore,
    comparedWith: row.comparedWith,
    // Since the office was set up, for the one that came with it.
    usedSince: row.version === SHIPPED && row.usedSince?.getTime() === 0 ? null : row.usedSince,
    usable: kept.has(row.version) && row.state !== 'IN_USE',
    changes: ModelChanges.nullable().parse(row.changes),
  }));
}

/**
 * Puts a version to use, a newer or an earlier one. New mail is proposed by it from then on; what is stored is for
 * `proposeAnew`. Throws NOT_FOUND for one that is not known, was refused, or is too old to go back to.
 */
export async function switchVersion(store: Store, actor: Actor, version: number): Promise<void> {
  await store.write(async (tx) => {
    const inUse = await tx.categoryModel.findFirstOrThrow({ where: { state: 'IN_USE' } });
    if (inUse.version === version) return;
    const next = await tx.categoryModel.findUnique({ where: { version } });
    if (next === null || next.state === 'REFUSED' || (next.model === null && version !== SHIPPED)) {
      throw new AppError('NOT_FOUND');
    }
    await tx.categoryModel.update({ where: { version: inUse.version }, data: { state: 'FORMER' } });
    await tx.categoryModel.update({
      where: { version },
      data: { state: 'IN_USE', usedSince: store.clock.now() },
    });
    await store.audit(
      {
        actor,
        action: 'categoryModel.switched',
        objectType: 'CATEGORY_MODEL',
        objectId: version,
        details: { from: inUse.version, to: version },
      },
      tx,
    );
  });
}
