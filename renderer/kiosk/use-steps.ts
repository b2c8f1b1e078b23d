import { useCallback, useEffect, useState } from 'react';
import type { StepName } from './steps/index.ts';

const FIRST: readonly StepName[] = ['START'];

/**
 * The steps of a visit, in memory and nowhere else: addresses and the browser's history hold nothing of it. Each step
 * is an entry of the history all the same, so that "back" goes one step back and never further than the start page;
 * `onLeft` is told when it gets there.
 */
export function useSteps(onLeft: () => void) {
  const [steps, setSteps] = useState(FIRST);

  useEffect(() => {
    const goBack = (): void => {
      if (steps.length === 2) onLeft();
      setSteps(steps.length > 1 ? steps.slice(0, -1) : FIRST);
    };
    window.addEventListener('popstate', goBack);
    return () => window.removeEventListener('popstate', goBack);
  }, [steps, onLeft]);

  const go = useCallback((step: StepName) => {
    history.pushState(null, '');
    setSteps((before) => [...before, step]);
  }, []);
  const replace = useCallback((step: StepName) => setSteps((before) => [...before.slice(0, -1), step]), []);
  const reset = useCallback(() => setSteps(FIRST), []);
  return { step: steps.at(-1) ?? 'START', depth: steps.length, go, replace, back: goBackOnce, reset };
}

function goBackOnce(): void {
  history.back();
}
