import { useRemembered } from '../../app/remembered.ts';

export type ReassignSource = number | 'NOBODY';

/** Whose open requests are shared out; nobody's at first. */
export function useReassignSource(): [ReassignSource, (source: ReassignSource) => void] {
  return useRemembered<ReassignSource>('supervision.reassign.source', 'NOBODY');
}
