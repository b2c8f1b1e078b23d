import type { AccessWay, CatalogueEntry } from '../../../main/api/contract/index.ts';
import { catalogueStrings as text } from '../../strings/es/catalogue.ts';

/** In the order in which they are shown. */
export const WAYS = Object.keys(text.way) as AccessWay[];

/** "Vía SMS, DNIe o certificado"; that nobody is asked who he is, when there are none. */
export function accessWords(access: readonly AccessWay[]): string {
  const ways = WAYS.filter((way) => access.includes(way)).map((way) => text.way[way]);
  return ways.length === 0 ? text.noWay : ways.join(', ');
}

export type EntryGroup = { readonly title: string; readonly entries: readonly CatalogueEntry[] };

/** Entries under the heading where they are found: for whom, and the section; in the order in which they come. */
export function groupsOf(entries: readonly CatalogueEntry[]): EntryGroup[] {
  const groups = Map.groupBy(entries, ({ kind, audience, section }) =>
    kind === 'ENTITY' ? section : text.section(text.audience[audience], section),
  );
  return [...groups].map(([title, members]) => ({ title, entries: members }));
}
