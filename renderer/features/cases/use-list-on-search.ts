import { useEffect, useRef } from 'react';
import { navigate, pathTo } from '../../app/routes.tsx';
import { useSearchText, type SearchablePage } from '../../app/search-text.ts';

/** A search made from one record's page is answered by the list. */
export function useListOnSearch(page: SearchablePage): void {
  const [text] = useSearchText(page);
  const seen = useRef(text);
  useEffect(() => {
    if (seen.current === text) return;
    seen.current = text;
    if (text !== '') navigate(pathTo(page));
  }, [page, text]);
}
