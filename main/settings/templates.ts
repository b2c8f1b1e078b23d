import type { Template, TemplateVersion } from '../cases/model.ts';
import { isPlaceholder, placeholdersIn } from '../cases/placeholders.ts';
import { peopleNames } from '../cases/people.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';

type TemplateInput = {
  /** Null makes a new one; then `version` is null too. */
  readonly id: number | null;
  readonly version: number | null;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly active: boolean;
};

type TemplateRow = Template & { updatedAt: Date };

/** Every template, the active ones first. */
export async function listTemplates(store: Store): Promise<Template[]> {
  const rows = await store.prisma.template.findMany({ orderBy: [{ active: 'desc' }, { name: 'asc' }] });
  return rows.map(toTemplate);
}

/**
 * Throws INVALID_INPUT naming the placeholders that do not exist, DUPLICATE when another template has that name,
 * STALE when somebody saved it in between.
 */
export async function saveTemplate(store: Store, actor: Actor, input: TemplateInput): Promise<Template> {
  const { id, version, ...data } = input;
  const unknown = placeholdersIn(`${data.subject}\n${data.body}`).filter((name) => !isPlaceholder(name));
  if (unknown.length > 0) throw new AppError('INVALID_INPUT', { fields: ['body'], unknown });
  return store.write(async (tx) => {
    const same = await tx.template.findUnique({ where: { name: data.name } });
    if (same !== null && same.id !== id) throw new AppError('DUPLICATE', { field: 'name' });
    const updatedAt = store.clock.now();
    const before = id === null ? null : await tx.template.findUniqueOrThrow({ where: { id } });
    if (before !== null && before.version !== version) throw new AppError('STALE', { changed: ['template'] });
    const row =
      before === null
        ? await tx.template.create({ data: { ...data, updatedAt } })
        : await tx.template.update({
            where: { id: before.id },
            data: { ...data, updatedAt, version: before.version + 1 },
          });
    await tx.templateVersion.create({ data: versionRow(row, updatedAt, actor.id) });
    await store.audit(
      {
        actor,
        action: 'template.saved',
        objectType: 'TEMPLATE',
        objectId: row.id,
        details: { name: row.name, version: row.version, active: row.active },
      },
      tx,
    );
    return toTemplate(row);
  });
}

/** Every text that the template has had, newest first. Throws NOT_FOUND. */
export async function templateVersions(store: Store, templateId: number): Promise<TemplateVersion[]> {
  const rows = await store.prisma.templateVersion.findMany({
    where: { templateId },
    orderBy: { version: 'desc' },
  });
  if (rows.length === 0) throw new AppError('NOT_FOUND');
  const nameOf = await peopleNames(store.prisma);
  return rows.map(({ savedById, ...row }) => ({
    ...row,
    savedBy: savedById === null ? null : nameOf(savedById),
  }));
}

/** The row that keeps a template's text as it is now; `savedById` null: shipped with the program. */
export function versionRow(template: Template, savedAt: Date, savedById: number | null) {
  const { id: templateId, version, name, subject, body } = template;
  return { templateId, version, name, subject, body, savedAt, savedById };
}

function toTemplate({ id, version, name, subject, body, active }: TemplateRow): Template {
  return { id, version, name, subject, body, active };
}
