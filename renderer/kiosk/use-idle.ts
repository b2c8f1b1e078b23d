import { useEffect, useRef, useState } from 'react';

/** The service is told at most this often that somebody is there, in ms. */
const TOUCH_EVERY_MS = 5000;
const KINDS = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/**
 * Seconds left before the visit ends, once there are few; null before. Whatever the person does starts the time anew.
 * `onTouch` tells the service now and then; `onIdle` comes once, at the end.
 */
export function useIdle(
  active: boolean,
  { idleSeconds, warnSeconds }: { readonly idleSeconds: number; readonly warnSeconds: number },
  { onTouch, onIdle }: { readonly onTouch: () => void; readonly onIdle: () => void },
): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const calls = useRef({ onTouch, onIdle });
  useEffect(() => {
    calls.current = { onTouch, onIdle };
  });

  useEffect(() => {
    if (!active) return;
    let lastSeen = Date.now();
    let lastTold = lastSeen;
    let over = false;
    const look = (): void => {
      const seconds = idleSeconds - Math.floor((Date.now() - lastSeen) / 1000);
      setLeft(seconds > warnSeconds ? null : Math.max(0, seconds));
      if (seconds > 0 || over) return;
      over = true;
      calls.current.onIdle();
    };
    const seen = (): void => {
      if (over) return;
      lastSeen = Date.now();
      look();
      if (lastSeen - lastTold < TOUCH_EVERY_MS) return;
      lastTold = lastSeen;
      calls.current.onTouch();
    };
    const timer = window.setInterval(look, 1000);
    for (const kind of KINDS) window.addEventListener(kind, seen, { passive: true, capture: true });
    return () => {
      window.clearInterval(timer);
      for (const kind of KINDS) window.removeEventListener(kind, seen, { capture: true });
      setLeft(null);
    };
  }, [active, idleSeconds, warnSeconds]);
  return left;
}
