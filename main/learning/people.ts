import type { Store } from '../store/store.ts';

/** Names of the people with these ids; null stands for nobody. */
export async function namesOf(
  store: Store,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, string>> {
  const users = await store.prisma.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, displayName: true },
  });
  return new Map(users.map(({ id, displayName }) => [id, displayName]));
}
