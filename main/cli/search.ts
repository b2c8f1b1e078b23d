import { MessageFilter } from '../mail/inbox-model.ts';
import { countMessages, searchMessages } from '../store/search.ts';
import type { Store } from '../store/store.ts';
import { report, withStore, type Run } from './command.ts';
import { UsageError } from './options.ts';
import { number } from './output.ts';

type Hit = {
  readonly messageId: string | null;
  readonly source: string;
  readonly subject: string;
  readonly snippet: string;
};

/** Newest first, all messages, also those that are no requests. `ms` is the search alone. */
export const run: Run = async (options) => {
  const query = options.arguments.join(' ').trim();
  if (query === '') throw new UsageError('Indique lo que se busca.');
  const filter = MessageFilter.safeParse({ view: 'ALL', query });
  if (!filter.success) throw new UsageError('La búsqueda es demasiado larga.');
  await withStore(options, 'MUST_EXIST', async (store) => {
    const asked = { filter: filter.data, actorId: null } as const;
    const startedAt = performance.now();
    const page = searchMessages(store.sql, { ...asked, cursor: null, limit: options.limit, order: 'NEWEST' });
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    const total = countMessages(store.sql, { ...asked, cap: Number.MAX_SAFE_INTEGER });
    const hits = await hitsOf(store, page.ids, page.snippets);
    for (const name of page.info?.unknownOperators ?? []) {
      process.stderr.write(`No se reconoce «${name}:»; se busca como texto.\n`);
    }
    const lines = hits.map((hit) => `${hit.source}  ${hit.subject}\n    ${hit.snippet}`);
    await report(options, { total, ms, hits }, [`${number(total)} en ${number(ms)} ms`, ...lines].join('\n'));
  });
  return 0;
};

async function hitsOf(
  store: Store,
  ids: readonly number[],
  snippets: ReadonlyMap<number, string>,
): Promise<Hit[]> {
  const found = await store.prisma.message.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      messageIdHeader: true,
      subject: true,
      preview: true,
      sightings: { orderBy: { id: 'asc' }, take: 1, select: { item: true } },
    },
  });
  return found.map((message) => ({
    messageId: message.messageIdHeader,
    source: (message.sightings[0]?.item ?? '').split('/').at(-1) ?? '',
    subject: message.subject,
    snippet: plain(snippets.get(message.id) ?? message.preview),
  }));
}

/** One line, without the marks around found words. */
function plain(snippet: string): string {
  return snippet.replaceAll('\u0001', '').replaceAll('\u0002', '').replaceAll(/\s+/g, ' ').trim();
}
