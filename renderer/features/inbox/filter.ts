import type { MessageFilter } from '../../../main/api/contract/index.ts';

/** Open requests: what a clerk comes in for. */
export const DEFAULT_FILTER: MessageFilter = {
  view: 'REQUESTS',
  category: null,
  kind: null,
  state: 'OPEN',
  assignee: null,
  hasAttachments: false,
  unverified: false,
  needsReview: false,
  unopened: false,
  query: '',
};

/** Same filter, field by field. */
export function sameFilter(one: MessageFilter, other: MessageFilter): boolean {
  return (Object.keys(one) as (keyof MessageFilter)[]).every((key) => one[key] === other[key]);
}

/**
 * What the list asks for. A search that starts from the plain inbox looks everywhere, because who searches
 * for a message seldom knows whether it was archived.
 */
export function effectiveFilter(filter: MessageFilter, query: string): MessageFilter {
  const trimmed = query.trim();
  if (trimmed === '') return { ...filter, query: '' };
  if (sameFilter(filter, DEFAULT_FILTER)) return { ...filter, view: 'ALL', state: null, query: trimmed };
  return { ...filter, query: trimmed };
}
