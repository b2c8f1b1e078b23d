import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { MessageFilter, MessageRow } from '../../../main/api/contract/index.ts';
import { useRemembered } from '../../app/remembered.ts';
import { navigate, pathTo, useRoute } from '../../app/routes.tsx';

/** A message under the cursor is opened once the cursor rests: passing by is not reading. */
const REST_MS = 300;
const NOTHING: ReadonlySet<number> = new Set();

export type InboxSelection = {
  readonly cursorId: number | null;
  readonly cursorIndex: number;
  readonly openId: number | null;
  /** What an act is done on: the checked rows, else the one under the cursor. */
  readonly target: readonly MessageRow[];
  readonly isChecked: (id: number) => boolean;
  /** Of the checked ones, those that are still in the list. */
  readonly checkedRows: readonly MessageRow[];
  readonly moveTo: (index: number, how: 'REST' | 'NOW') => void;
  readonly toggle: (index: number) => void;
  readonly checkTo: (index: number) => void;
  readonly uncheckAll: () => void;
};

/** Index of a message in a list ordered by falling id; where it would stand, when it has left the list. */
function indexOf(rows: readonly MessageRow[], id: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.id ?? 0) > id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Cursor, open message and checked rows; kept while other pages are shown. The open one is in the address. Rows are
 * checked in the list that was `asked` for: in another one nothing is done on what is not seen.
 */
export function useInboxSelection(rows: readonly MessageRow[], asked: MessageFilter): InboxSelection {
  const route = useRoute();
  const openId = route.page === 'bandeja' ? route.id : null;
  const [cursorId, setCursorId] = useRemembered<number | null>('inbox.cursor', null);
  const [checked, setChecked] = useRemembered(`inbox.checked.${JSON.stringify(asked)}`, NOTHING);
  const anchor = useRef<number | null>(null);
  const rest = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(rest.current), []);

  // A link from elsewhere opened a message: the cursor goes with it.
  const lastOpen = useRef(openId);
  useEffect(() => {
    if (openId !== lastOpen.current && openId !== null) setCursorId(openId);
    lastOpen.current = openId;
  }, [openId, setCursorId]);

  const shownCursor = cursorId ?? openId;
  const cursorIndex = shownCursor === null ? -1 : indexOf(rows, shownCursor);

  const moveTo = useCallback(
    (index: number, how: 'REST' | 'NOW') => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
      if (row === undefined) return;
      setCursorId(row.id);
      anchor.current = row.id;
      window.clearTimeout(rest.current);
      const open = (): void => {
        lastOpen.current = row.id;
        navigate(pathTo('bandeja', row.id), { replace: true });
      };
      if (how === 'NOW') open();
      else rest.current = window.setTimeout(open, REST_MS);
    },
    [rows, setCursorId],
  );
  const toggle = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row === undefined) return;
      anchor.current = row.id;
      setChecked((before) => {
        const next = new Set(before);
        if (!next.delete(row.id)) next.add(row.id);
        return next;
      });
    },
    [rows, setChecked],
  );
  const checkTo = useCallback(
    (index: number) => {
      const from = anchor.current === null ? index : indexOf(rows, anchor.current);
      const range = rows.slice(Math.min(from, index), Math.max(from, index) + 1);
      setChecked((before) => new Set([...before, ...range.map((row) => row.id)]));
    },
    [rows, setChecked],
  );
  const uncheckAll = useCallback(() => {
    setChecked(NOTHING);
  }, [setChecked]);

  const checkedRows = useMemo(
    () => (checked.size === 0 ? [] : rows.filter((row) => checked.has(row.id))),
    [rows, checked],
  );
  const underCursor = rows[cursorIndex];
  const target =
    checkedRows.length > 0
      ? checkedRows
      : underCursor !== undefined && underCursor.id === shownCursor
        ? [underCursor]
        : [];
  return {
    cursorId: shownCursor,
    cursorIndex,
    openId,
    target,
    checkedRows,
    isChecked: (id) => checked.has(id),
    moveTo,
    toggle,
    checkTo,
    uncheckAll,
  };
}
