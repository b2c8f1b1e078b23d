import { SYSTEM_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { SHIPPED_CATALOGUE } from './shipped.ts';

/** Puts the catalogue that comes with the program into a store that has none; what is there is never touched. */
export async function shipCatalogue(store: Store): Promise<void> {
  if ((await store.prisma.catalogueEntry.count()) > 0) return;
  await store.write(async (tx) => {
    const updatedAt = store.clock.now();
    await tx.catalogueEntry.createMany({ data: SHIPPED_CATALOGUE.map((entry) => ({ ...entry, updatedAt })) });
    await store.audit(
      {
        actor: SYSTEM_ACTOR,
        action: 'catalogue.shipped',
        objectType: 'CATALOGUE',
        details: { rows: SHIPPED_CATALOGUE.length },
      },
      tx,
    );
  });
}
