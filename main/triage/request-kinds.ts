import type { Kind } from './model.ts';

/** Kinds that belong to the main list. Apart from the schemas, so that the parse workers need not load them. */
export const REQUEST_KINDS: ReadonlySet<Kind> = new Set<Kind>(['REQUEST', 'REPLY', 'FORWARD']);
