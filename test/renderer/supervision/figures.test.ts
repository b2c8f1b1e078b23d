import { describe, expect, test } from 'vitest';
import { flowByDay, limitPosition, niceMax } from '../../../renderer/features/supervision/figures.ts';

describe('flowByDay', () => {
  test('gives thirty days that end today, the empty ones too', () => {
    const days = flowByDay(
      [
        { day: '2026-03-15', category: 'AFILIACION', received: 3, finished: 1 },
        { day: '2026-03-15', category: null, received: 2, finished: 0 },
        { day: '2026-02-14', category: 'OTRAS', received: 9, finished: 9 }, // a day too early
      ],
      '2026-03-16',
    );
    expect(days).toHaveLength(30);
    expect([days[0]?.day, days[29]?.day]).toEqual(['2026-02-15', '2026-03-16']);
    expect(days[28]).toMatchObject({ receivedTotal: 5, finishedTotal: 1 });
    expect(days[28]?.received.get(null)).toBe(2);
    expect(days.reduce((total, day) => total + day.receivedTotal, 0)).toBe(5);
  });
});

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [7, 8],
  [9, 10],
  [11, 15],
  [22, 25],
  [99, 100],
  [101, 150],
  [1240, 1500],
])('the axis for %d ends at %d, a whole number', (value, end) => {
  expect(niceMax(value)).toBe(end);
});

describe('limitPosition', () => {
  test.each([
    [10, 4], // exactly before "más de 10"
    [5, 3],
    [2, 2],
    [7, 3.4], // within "6 a 10": 6 and 7 are in time, 8, 9 and 10 are not
    [1, 1.5],
  ])('a limit of %d days stands at %d', (days, position) => {
    expect(limitPosition(days)).toBeCloseTo(position);
  });

  test('a longer limit stands inside the last band, which has no end', () => {
    expect(limitPosition(11)).toBe(4.5);
    expect(limitPosition(365)).toBe(4.5);
  });
});
