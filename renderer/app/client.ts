import { useSyncExternalStore } from 'react';
import { DynamicLink, ORPCError, createORPCClient } from '@orpc/client';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient, notifyManager } from '@tanstack/react-query';
import type { Client } from '../../main/api/contract/index.ts';
import { connection, type ConnectionStatus } from './transport.ts';

const MAX_RETRIES = 3;

/** The service, as a typed object. Calls wait while there is no connection. */
export const client: Client = createORPCClient<Client>(new DynamicLink(() => connection.current()));

/** The service as TanStack Query options and keys: `api.messages.get.queryOptions({ input: { id } })`. */
export const api = createTanstackQueryUtils(client);

// Before the next event and not some time after it: else the second click of a double click finds its button still on.
notifyManager.setScheduler(queueMicrotask);

/**
 * One cache for the window. Answers stay good until the service says otherwise (events.ts); a refusal by the
 * service is final, a broken connection is tried again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => !(error instanceof ORPCError) && count < MAX_RETRIES,
      retryDelay: (count) => 200 * 2 ** count,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export function useConnectionStatus(): ConnectionStatus {
  return useSyncExternalStore(connection.subscribe, connection.getStatus);
}
