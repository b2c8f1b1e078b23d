import type { Store } from '../store/store.ts';

const last = new WeakMap<Store, Promise<unknown>>();

/** Training, comparing and proposing anew go one after another: each looks at what the one before left. */
export function inTurn<T>(store: Store, task: () => Promise<T>): Promise<T> {
  const turn = (last.get(store) ?? Promise.resolve()).then(task);
  // What failed is told by its own promise; the next one comes all the same.
  last.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}
