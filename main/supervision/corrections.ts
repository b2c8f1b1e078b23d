import { correctedIds } from '../store/supervision-queries.ts';
import type { Store } from '../store/store.ts';
import { Category, DeclaredCategory } from '../triage/model.ts';
import type { Correction } from './model.ts';

type Page = { readonly cursor: number | null; readonly limit: number };

/** Messages whose proposed category a person changed or filled in, newest message first. */
export async function listCorrections(
  store: Store,
  page: Page,
): Promise<{ rows: Correction[]; nextCursor: number | null }> {
  const ids = correctedIds(store.sql, page);
  const messages = await store.prisma.message.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      subject: true,
      declaredCategory: true,
      proposedCategory: true,
      proposedConfidence: true,
      finalCategory: true,
      finalById: true,
      finalAt: true,
    },
  });
  const users = await store.prisma.user.findMany({
    where: { id: { in: [...new Set(messages.flatMap((message) => message.finalById ?? []))] } },
    select: { id: true, displayName: true },
  });
  const names = new Map(users.map((user) => [user.id, user.displayName]));
  const rows = messages.flatMap((message) =>
    // Undone between the two reads: no longer a correction.
    message.finalCategory === null || message.finalAt === null
      ? []
      : [
          {
            messageId: message.id,
            subject: message.subject,
            declared: DeclaredCategory.nullable().parse(message.declaredCategory),
            proposed: Category.nullable().parse(message.proposedCategory),
            confidence: message.proposedConfidence,
            final: Category.parse(message.finalCategory),
            by: names.get(message.finalById ?? 0) ?? '',
            at: message.finalAt,
          },
        ],
  );
  return { rows, nextCursor: ids.length < page.limit ? null : (ids.at(-1) ?? null) };
}
