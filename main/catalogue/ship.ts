import { DEFAULT_TEMPLATES, ONLINE_TEMPLATE } from '../settings/default-templates.ts';
import { versionRow } from '../settings/templates.ts';
import { SYSTEM_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { SHIPPED_CATALOGUE } from './shipped.ts';

/**
 * Puts the catalogue that comes with the program into a store that has none, together with the template that tells
 * of it where the office was set up before there was one. What is there already is never touched.
 */
export async function shipCatalogue(store: Store): Promise<void> {
  if ((await store.prisma.catalogueEntry.count()) > 0) return;
  await store.write(async (tx) => {
    const updatedAt = store.clock.now();
    await tx.catalogueEntry.createMany({ data: SHIPPED_CATALOGUE.map((entry) => ({ ...entry, updatedAt })) });
    const template = DEFAULT_TEMPLATES.find(({ name }) => name === ONLINE_TEMPLATE);
    const isSetUp = (await tx.template.count()) > 0;
    const hasIt = (await tx.template.count({ where: { name: ONLINE_TEMPLATE } })) > 0;
    if (template !== undefined && isSetUp && !hasIt) {
      const row = await tx.template.create({ data: { ...template, updatedAt } });
      await tx.templateVersion.create({ data: versionRow(row, updatedAt, null) });
    }
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
