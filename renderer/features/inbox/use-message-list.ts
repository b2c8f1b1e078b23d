import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { MessageFilter, MessageRow, Outputs } from '../../../main/api/contract/index.ts';
import { announce } from '../../app/announce.tsx';
import { api, client, queryClient } from '../../app/client.ts';
import { useServiceEvent } from '../../app/events.ts';
import { strings } from '../../strings/es.ts';

type Page = Outputs['messages']['list'];
type Pages = InfiniteData<Page, number | null>;

export const PAGE_SIZE = 100;
const ARRIVED_PAUSE_MS = 500;
/** Beyond this many pages touched at once it is cheaper to ask for everything again. */
const MAX_PATCHED_PAGES = 12;

export type MessageList = {
  readonly rows: readonly MessageRow[];
  readonly search: Page['search'];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly error: unknown;
  /** How many messages wait above the first row; MANY: more than a page. */
  readonly newer: number | 'MANY';
  readonly loadMore: () => void;
  readonly retry: () => void;
  readonly showNewer: () => void;
};

const keyOf = (filter: MessageFilter) => [...api.messages.list.key(), filter] as const;

/** What needs review comes most doubtful first; every other list newest first. */
const byDoubt = (filter: MessageFilter) => filter.needsReview && filter.query === '';

/**
 * Asks again for the pages in whose range of ids something changed, each by its own cursor, so that a list of a
 * thousand pages keeps its place. Rows newer than the first shown are left for "n nuevos".
 */
async function refreshPages(
  filter: MessageFilter,
  touched: (rows: Page, from: number, to: number) => boolean,
) {
  const key = keyOf(filter);
  const before = queryClient.getQueryData<Pages>(key);
  if (before === undefined) return;
  if (byDoubt(filter)) {
    // No range of ids belongs to a page: what is shown is asked for again.
    if (before.pages.length > 0) await queryClient.invalidateQueries({ queryKey: key });
    return;
  }
  const newest = before.pages[0]?.rows[0]?.id ?? Infinity;
  const places = before.pages.flatMap((page, index) => {
    const below = before.pageParams[index] ?? Infinity;
    return touched(page, page.nextCursor ?? 0, below)
      ? [{ index, cursor: before.pageParams[index] ?? null }]
      : [];
  });
  if (places.length > MAX_PATCHED_PAGES) {
    await queryClient.invalidateQueries({ queryKey: key });
    return;
  }
  const fresh = await Promise.all(
    places.map(async ({ index, cursor }) => ({
      index,
      cursor,
      page: await client.messages.list({ filter, cursor, limit: 2 * PAGE_SIZE }),
    })),
  );
  queryClient.setQueryData<Pages>(key, (data) => {
    if (data === undefined) return undefined;
    const pages = [...data.pages];
    for (const { index, cursor, page } of fresh) {
      const old = pages[index];
      if (old === undefined || (data.pageParams[index] ?? null) !== cursor) continue;
      const end = old.nextCursor ?? 0;
      const rows = page.rows.filter((row) => row.id >= end && row.id <= newest);
      pages[index] = { ...old, rows };
    }
    return { ...data, pages };
  });
}

/** The inbox's list for a filter: endless, kept fresh by events, never jumping under the reader. */
export function useMessageList(filter: MessageFilter): MessageList {
  const key = keyOf(filter);
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      client.messages.list({ filter, cursor: pageParam, limit: PAGE_SIZE }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
    structuralSharing: false, // comparing every row with itself for each new page is what makes long lists slow
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const [head, setHead] = useState<{ filter: MessageFilter; page: Page; newer: number | 'MANY' } | null>(
    null,
  );
  const current = useRef({ filter, rows });
  useEffect(() => {
    current.current = { filter, rows };
  });

  const lookAbove = useCallback(async () => {
    const { filter: asked, rows: shown } = current.current;
    const newest = shown[0]?.id;
    if (newest === undefined) {
      await queryClient.invalidateQueries({ queryKey: keyOf(asked) });
      return;
    }
    // What came since has its place among the others, and comes with the next look.
    if (byDoubt(asked)) return;
    const page = await client.messages.list({ filter: asked, cursor: null, limit: PAGE_SIZE });
    const above = page.rows.filter((row) => row.id > newest).length;
    if (above === 0) return;
    const newer = above === page.rows.length && page.nextCursor !== null ? 'MANY' : above;
    setHead({ filter: asked, page, newer });
    announce(
      newer === 'MANY' ? strings.inbox.list.newerMany(PAGE_SIZE) : strings.inbox.list.newerAnnounce(newer),
    );
  }, []);

  useEffect(() => {
    if (queryClient.getQueryData(keyOf(filter)) === undefined) return;
    // What came and changed while another page or filter was shown told nobody here.
    refreshPages(filter, () => true)
      .then(lookAbove)
      .catch(() => undefined);
  }, [filter, lookAbove]);

  const timer = useRef<number | null>(null);
  useServiceEvent('MESSAGES_ARRIVED', () => {
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      // The list stays as it is when the look fails; the next arrival looks again.
      lookAbove().catch(() => undefined);
    }, ARRIVED_PAUSE_MS);
  });
  useServiceEvent('MESSAGES_CHANGED', ({ ids }) => {
    void refreshPages(filter, (_, from, below) => ids.some((id) => id >= from && id < below));
  });
  useServiceEvent('CASE_CHANGED', ({ caseId }) => {
    void refreshPages(filter, (page) => page.rows.some((row) => row.caseId === caseId));
  });

  const newer = head !== null && head.filter === filter ? head.newer : 0;
  const { hasNextPage, isFetching, fetchNextPage, refetch } = query;
  return {
    rows,
    search: query.data?.pages[0]?.search ?? null,
    hasMore: hasNextPage,
    loading: query.isPending,
    error: query.error,
    newer,
    loadMore: useCallback(() => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    }, [hasNextPage, isFetching, fetchNextPage]),
    retry: () => void refetch(),
    showNewer: () => {
      if (head === null) return;
      queryClient.setQueryData<Pages>(key, { pages: [head.page], pageParams: [null] });
      setHead(null);
    },
  };
}
