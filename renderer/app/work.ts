import { useQuery } from '@tanstack/react-query';
import type { Work } from '../../main/api/contract/index.ts';
import { api, queryClient } from './client.ts';
import { useServiceEvent } from './events.ts';

/** Long work of this service, newest last, kept up to date by events. */
export function useWorks(): readonly Work[] {
  const { data } = useQuery(api.work.list.queryOptions());
  return data ?? [];
}

/** Mounted once by the frame. */
export function useWorkEvents(): void {
  useServiceEvent('WORK', ({ work }) => {
    queryClient.setQueryData<Work[]>(api.work.list.queryKey(), (works = []) =>
      works.some((known) => known.id === work.id)
        ? works.map((known) => (known.id === work.id ? work : known))
        : [...works, work],
    );
  });
}
