import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { recall, remember } from '../app/remembered.ts';

const NEAR_END = 30;

/**
 * Rows of one height in a scrolling element: only those in sight exist. Remembers the scroll under `placeKey` and
 * asks for more near the end.
 */
export function useVirtualRows(options: {
  count: number;
  rowHeight: number;
  /** Height of a head that stays in sight inside the scrolling element. */
  headHeight?: number;
  placeKey: string;
  hasMore: boolean;
  loadMore: () => void;
}): { scrollRef: RefObject<HTMLDivElement | null>; virtual: Virtualizer<HTMLDivElement, Element> } {
  const { count, rowHeight, headHeight = 0, placeKey, hasMore, loadMore } = options;
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    // Scrolling may be drawn a frame later; it must not hold up the scroll itself.
    useFlushSync: false,
    scrollPaddingEnd: headHeight,
    initialOffset: () => recall(placeKey, 0),
    onChange: (instance) => {
      if (instance.scrollOffset !== null) remember(placeKey, instance.scrollOffset);
    },
  });
  useLayoutEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);

  const lastIndex = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const wantsMore = hasMore && lastIndex >= count - NEAR_END;
  useEffect(() => {
    if (wantsMore) loadMore();
  }, [wantsMore, count, loadMore]);
  return { scrollRef, virtual };
}
