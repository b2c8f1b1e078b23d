import { useSyncExternalStore } from 'react';
import { makeStyles } from '@fluentui/react-components';

let message = '';
const listeners = new Set<() => void>();

/** Says a short sentence to whoever uses a screen reader, without moving the focus. */
export function announce(text: string): void {
  // The same sentence twice is read twice only when the text differs.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    // Not below everything: there it makes the window a pixel too tall, and a form that opens scrolls all of it.
    top: 0,
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function LiveRegion() {
  const styles = useStyles();
  const text = useSyncExternalStore(subscribe, () => message);
  return (
    <div role="status" aria-live="polite" className={styles.hidden}>
      {text}
    </div>
  );
}
