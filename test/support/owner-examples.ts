import type { Example } from '../../main/triage/content/train.ts';

/** A choice that was to be made: what speaks for each that stood to choose, and which was the right one. */
export type Choice = { readonly candidates: readonly (readonly string[])[]; readonly right: number };

export const BETTER = ['WRONG', 'RIGHT'] as const;

/** Small: a signal is seldom the only one, and none shall decide by itself. */
export const VALUE = 0.3;

/**
 * A choice as examples of two classes: the right candidate's signals without each other candidate's, and the other way
 * round, so that what both have weighs nothing.
 */
export function* pairsOf({ candidates, right }: Choice): Generator<Example<(typeof BETTER)[number]>> {
  const best = new Set(candidates[right]);
  for (const [i, signals] of candidates.entries()) {
    if (i === right) continue;
    const other = new Set(signals);
    const [plus, minus] = [best.difference(other), other.difference(best)];
    const difference = (sign: number) =>
      new Map([
        ...Array.from(plus, (signal) => [signal, sign * VALUE] as const),
        ...Array.from(minus, (signal) => [signal, -sign * VALUE] as const),
      ]);
    yield { features: difference(1), label: 'RIGHT' };
    yield { features: difference(-1), label: 'WRONG' };
  }
}
