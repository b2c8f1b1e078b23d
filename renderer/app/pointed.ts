import { useSyncExternalStore } from 'react';
import type { DeclaredField } from '../../main/api/contract/index.ts';

/** A declared value that is being pointed at, in the message that states it. */
export type Pointed = { readonly messageId: number; readonly field: DeclaredField };

let pointed: Pointed | null = null;
const listeners = new Set<() => void>();

/** Points at the place where a value was found, or at nothing any more. */
export function pointAt(next: Pointed | null): void {
  pointed = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The field of this message that is pointed at, wherever on the screen. */
export function usePointedField(messageId: number): DeclaredField | null {
  return useSyncExternalStore(subscribe, () => (pointed?.messageId === messageId ? pointed.field : null));
}
