import { useMemo } from 'react';
import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export type KeysetPage<Row> = { readonly rows: Row[]; readonly nextCursor: number | null };

export type KeysetList<Row> = {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly loading: boolean; // the first page
  readonly loadingMore: boolean;
  readonly error: unknown;
  readonly loadMore: () => void;
  readonly retry: () => void;
};

/**
 * A list paged by keyset: one endless array that grows by `loadMore`.
 * `queryKey` starts with the procedure's key (`api.cases.list.key()`), so that events reach it, and ends with
 * everything the list depends on.
 */
export function useKeysetList<Row>(options: {
  queryKey: QueryKey;
  fetchPage: (cursor: number | null, signal: AbortSignal) => Promise<KeysetPage<Row>>;
  enabled?: boolean;
}): KeysetList<Row> {
  const query = useInfiniteQuery({
    queryKey: options.queryKey,
    queryFn: ({ pageParam, signal }) => options.fetchPage(pageParam, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: options.enabled ?? true,
    structuralSharing: false,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return {
    rows,
    hasMore: query.hasNextPage,
    loading: query.isPending && query.fetchStatus !== 'idle',
    loadingMore: query.isFetchingNextPage,
    error: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
