import { useCallback, useSyncExternalStore } from 'react';

/** What lists keep while other screens are shown: place, selection, filters. Gone with the session. */
const store = new Map<string, unknown>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function forgetEverything(): void {
  store.clear();
  for (const listener of listeners) listener();
}

/** Reads and writes without rendering: for scroll positions. One key is always used with one type. */
export function remember(key: string, value: unknown): void {
  store.set(key, value);
}
export function recall<T>(key: string, initial: T): T {
  return store.has(key) ? (store.get(key) as T) : initial;
}

/** Like useState, but the value outlives the component. `key` is unique to the use. `initial` is stable. */
export function useRemembered<T>(key: string, initial: T): [T, (next: T | ((previous: T) => T)) => void] {
  const value = useSyncExternalStore(subscribe, () => recall(key, initial));
  const set = useCallback(
    (next: T | ((previous: T) => T)) => {
      const resolved = typeof next === 'function' ? (next as (previous: T) => T)(recall(key, initial)) : next;
      if (Object.is(recall(key, initial), resolved)) return;
      store.set(key, resolved);
      for (const listener of listeners) listener();
    },
    [key, initial],
  );
  return [value, set];
}

const DRAFT = 'draft.';

/** `useRemembered` for what a person writes; null or nothing: not begun, or done with. */
export function useDraft<T>(key: string, initial: T): ReturnType<typeof useRemembered<T>> {
  return useRemembered(DRAFT + key, initial);
}

/** Lets the browser ask before the page is left with something half written. A desktop window is never reloaded. */
export function askBeforeLeaving(): void {
  window.addEventListener('beforeunload', (event) => {
    const written = [...store].some(
      ([key, value]) => key.startsWith(DRAFT) && value !== null && value !== '',
    );
    if (written) event.preventDefault();
  });
}
