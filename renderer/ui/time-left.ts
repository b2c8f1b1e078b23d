import { strings } from '../strings/es.ts';

/** A span in words: "40 s", "6 min", "2 h". */
export function timeLeft(seconds: number): string {
  if (seconds < 90) return strings.work.seconds(Math.max(1, Math.round(seconds)));
  if (seconds < 5400) return strings.work.minutes(Math.round(seconds / 60));
  return strings.work.hours(Math.round(seconds / 3600));
}
