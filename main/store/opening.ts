import type { Act, Actor } from './audit.ts';
import type { Store } from './store.ts';

/** Looking at the same thing again within this time is the same look, so that the log stays readable. */
const SAME_LOOK_MS = 10 * 60_000;

/** Writes down that a person opened something, unless he just did. */
export async function recordOpening(
  store: Store,
  act: Act & { readonly actor: Actor; readonly objectId: number },
): Promise<void> {
  const { actor, action, objectType, objectId } = act;
  const since = new Date(store.clock.now().getTime() - SAME_LOOK_MS);
  const last = await store.prisma.auditEntry.findFirst({
    where: { action, objectType, objectId, actorId: actor.id, at: { gt: since } },
    select: { id: true },
  });
  if (last === null) await store.audit(act);
}
