import type { Act, Actor } from './audit.ts';
import type { Store, Tx } from './store.ts';

/** Looking at the same thing again within this time is the same look, so that the log stays readable. */
const SAME_LOOK_MS = 10 * 60_000;

/** Writes down that a person opened something, unless he just did; `alongside` is part of the same transaction. */
export async function recordOpening(
  store: Store,
  act: Act & { readonly actor: Actor; readonly objectId: number },
  alongside: (tx: Tx) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const { actor, action, objectType, objectId } = act;
  const since = new Date(store.clock.now().getTime() - SAME_LOOK_MS);
  const last = await store.prisma.auditEntry.findFirst({
    where: { action, objectType, objectId, actorId: actor.id, at: { gt: since } },
    select: { id: true },
  });
  if (last !== null) return;
  await store.write(async (tx) => {
    await alongside(tx);
    await store.audit(act, tx);
  });
}
