import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { ruleWords } from '../triage/content/rule-words.ts';
import { Category } from '../triage/model.ts';
import type { Rule } from './model.ts';
import { namesOf } from './people.ts';

/** The rules that hold, newest first. */
export async function listRules(store: Store): Promise<Rule[]> {
  const rows = await store.prisma.categoryRule.findMany({
    where: { removedAt: null },
    orderBy: { id: 'desc' },
  });
  const names = await namesOf(
    store,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ id, phrase, category, createdAt, createdById }) => ({
    id,
    phrase,
    category: Category.parse(category),
    createdAt,
    createdBy: names.get(createdById) ?? '',
  }));
}

/**
 * Teaches that a request in which the phrase stands has the category. Throws INVALID_INPUT for a phrase without words
 * or with somebody's number in it, DUPLICATE for one that is taught already, for whichever category.
 */
export async function teachRule(
  store: Store,
  actor: Actor & { readonly id: number },
  rule: { readonly phrase: string; readonly category: Category },
): Promise<void> {
  const phrase = rule.phrase.trim().replaceAll(/\s+/g, ' ');
  const words = ruleWords(phrase);
  if (words === '') throw new AppError('INVALID_INPUT', { fields: ['phrase'] });
  await store.write(async (tx) => {
    const same = await tx.categoryRule.findFirst({ where: { words, removedAt: null } });
    if (same !== null) throw new AppError('DUPLICATE', { field: 'phrase' });
    const { id } = await tx.categoryRule.create({
      data: {
        phrase,
        words,
        category: rule.category,
        createdAt: store.clock.now(),
        createdById: actor.id,
      },
    });
    await store.audit(
      {
        actor,
        action: 'categoryRule.taught',
        objectType: 'CATEGORY_RULE',
        objectId: id,
        details: { phrase, category: rule.category },
      },
      tx,
    );
  });
}

/** Takes a rule away; it stays written down. Throws NOT_FOUND when it does not hold any more. */
export async function removeRule(
  store: Store,
  actor: Actor & { readonly id: number },
  ruleId: number,
): Promise<void> {
  await store.write(async (tx) => {
    const rule = await tx.categoryRule.findUnique({ where: { id: ruleId } });
    if (rule === null || rule.removedAt !== null) throw new AppError('NOT_FOUND');
    await tx.categoryRule.update({
      where: { id: ruleId },
      data: { removedAt: store.clock.now(), removedById: actor.id },
    });
    await store.audit(
      {
        actor,
        action: 'categoryRule.removed',
        objectType: 'CATEGORY_RULE',
        objectId: ruleId,
        details: { phrase: rule.phrase, category: rule.category },
      },
      tx,
    );
  });
}
