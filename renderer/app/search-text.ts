import { useRemembered } from './remembered.ts';
import type { Page } from './routes.tsx';

/** Pages whose list the search box of the title bar searches. */
export const SEARCHABLE = [
  'bandeja',
  'expedientes',
  'ciudadanos',
  'mostrador',
] as const satisfies readonly Page[];
export type SearchablePage = (typeof SEARCHABLE)[number];

/** What the title bar's search box holds for a page; the page's list follows it. */
export function useSearchText(page: SearchablePage): [string, (text: string) => void] {
  return useRemembered(`search.${page}`, '');
}
