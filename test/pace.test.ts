import { expect, test } from 'vitest';
import { paceBy } from '../main/pace.ts';
import { testClock } from './support/store.ts';

test('what comes before the first report counts for nothing', () => {
  const clock = testClock();
  const pace = paceBy(clock);
  clock.advance(7_000);
  expect(pace(1, 50_000)).toEqual({ rate: null, secondsLeft: null });
  clock.advance(2_000);
  expect(pace(401, 50_000)).toEqual({ rate: 200, secondsLeft: 247.995 });
  expect(pace(801, null)).toEqual({ rate: 400, secondsLeft: null });
});

test('nothing is said when nothing was done since, or the clock was set back', () => {
  const clock = testClock();
  const pace = paceBy(clock);
  pace(100, 200);
  clock.advance(5_000);
  expect(pace(100, 200)).toEqual({ rate: null, secondsLeft: null });
  clock.advance(-60_000);
  expect(pace(150, 200)).toEqual({ rate: null, secondsLeft: null });
});
