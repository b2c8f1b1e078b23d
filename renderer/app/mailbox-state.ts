import { useQuery } from '@tanstack/react-query';
import { api } from './client.ts';

/** Every watched mailbox as it is now, kept up to date by events. */
export function useMailboxStatuses() {
  return useQuery(api.mailboxes.status.queryOptions({ staleTime: 0 }));
}
