import type { Clock } from './clock.ts';

/** Items a second, and seconds until all of them are done; null where nothing can be said yet. */
type PaceFigures = { readonly rate: number | null; readonly secondsLeft: number | null };

/**
 * How fast long work goes, from its first report on: what came before was getting started, and an estimate by that
 * promised days. Answers a function to call with every report.
 */
export function paceBy(clock: Clock): (done: number, total: number | null) => PaceFigures {
  let first: { readonly done: number; readonly at: number } | null = null;
  return (done, total) => {
    const now = clock.now().getTime();
    first ??= { done, at: now };
    const seconds = (now - first.at) / 1000;
    if (seconds <= 0 || done <= first.done) return { rate: null, secondsLeft: null };
    const rate = (done - first.done) / seconds;
    return { rate, secondsLeft: total === null ? null : (total - done) / rate };
  };
}
