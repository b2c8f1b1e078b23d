import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    useCallback(
      (listener: () => void) => {
        const list = window.matchMedia(query);
        list.addEventListener('change', listener);
        return () => {
          list.removeEventListener('change', listener);
        };
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  );
}

/** Below 1500 px the case panel slides over the reading pane. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 1499px)');
}

/** Below 1024 px (200 % zoom on a small screen) one pane is shown at a time. */
export function useOnePane(): boolean {
  return useMedia('(max-width: 1023px)');
}
