import { describe, expect, test } from 'vitest';
import { CaseState } from '../../main/cases/model.ts';
import { isAllowed, moved } from '../../main/cases/transitions.ts';

const now = new Date('2026-03-16T10:00:00Z');

describe('where a case may go', () => {
  test('never back to new, from the end only by reopening, and nowhere it already is but to another unit', () => {
    const refused = CaseState.options.flatMap((from) =>
      CaseState.options.filter((to) => !isAllowed(from, to)).map((to) => `${from} ${to}`),
    );
    expect(refused).toEqual([
      'NEW NEW',
      'IN_PROGRESS NEW',
      'IN_PROGRESS IN_PROGRESS',
      'WAITING_CITIZEN NEW',
      'WAITING_CITIZEN WAITING_CITIZEN',
      'FORWARDED NEW',
      'RESOLVED NEW',
      'RESOLVED WAITING_CITIZEN',
      'RESOLVED FORWARDED',
      'RESOLVED RESOLVED',
      'ARCHIVED NEW',
      'ARCHIVED WAITING_CITIZEN',
      'ARCHIVED FORWARDED',
      'ARCHIVED RESOLVED',
      'ARCHIVED ARCHIVED',
    ]);
  });

  test('a step that does not exist says from where to where', () => {
    const resolved = { state: 'RESOLVED', resolvedAt: now, unitId: null } as const;
    expect(() => moved(resolved, 'WAITING_CITIZEN', null, now)).toThrow(
      expect.objectContaining({
        code: 'NOT_ALLOWED_YET',
        details: { reason: 'TRANSITION', from: 'RESOLVED', to: 'WAITING_CITIZEN' },
      }),
    );
  });

  test('the unit is kept when it ends there, and let go when the case comes back', () => {
    const forwarded = { state: 'FORWARDED', resolvedAt: null, unitId: 7 } as const;
    expect(moved(forwarded, 'FORWARDED', 8, now).unitId).toBe(8);
    expect(moved(forwarded, 'RESOLVED', null, now)).toEqual({
      state: 'RESOLVED',
      resolvedAt: now,
      unitId: 7,
    });
    expect(moved(forwarded, 'WAITING_CITIZEN', null, now).unitId).toBeNull();
  });
});
