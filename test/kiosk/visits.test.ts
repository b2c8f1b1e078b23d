import { beforeEach, describe, expect, it } from 'vitest';
import { GRACE_MS, VisitBoard, type EndedVisit } from '../../main/kiosk/visits.ts';
import { NO_PROGRESS } from '../../main/registrations/progress.ts';
import { testClock, type TestClock } from '../support/store.ts';

const IDLE_MS = 90_000 + GRACE_MS;
const ROCIO = { citizenId: 7, method: 'SMS', secondFactor: true } as const;

let clock: TestClock;
let visits: VisitBoard;
let ended: EndedVisit[];

beforeEach(() => {
  clock = testClock();
  ended = [];
  visits = new VisitBoard(clock, 90, (one) => ended.push(one));
});

describe('a visit', () => {
  it('is forgotten with its citizen when nothing was done for too long, also when nobody asks about it', () => {
    visits.begin('left', 'es');
    visits.admit('left', ROCIO);
    clock.advance(IDLE_MS - 1);
    expect(visits.at('left')?.visitor).toEqual(ROCIO);
    clock.advance(1);
    expect(visits.at('right')).toBeNull(); // another kiosk's question is enough
    expect(ended.map(({ visit, ending }) => [visit.visitor?.citizenId, ending])).toEqual([[7, 'IDLE']]);
    expect(visits.at('left')).toBeNull();
    expect(visits.endingAt('left')).toBe('IDLE');
    expect(() => visits.touch('left')).toThrow(expect.objectContaining({ code: 'VISIT_ENDED' }));
    expect(() => visits.admit('left', ROCIO)).toThrow(expect.objectContaining({ code: 'VISIT_ENDED' }));
  });

  it('stays while something is done, and being looked at is nothing', () => {
    visits.begin('left', 'es');
    clock.advance(IDLE_MS - 1);
    visits.touch('left');
    clock.advance(IDLE_MS - 1);
    expect(visits.at('left')).not.toBeNull();
    clock.advance(1);
    expect(visits.at('left')).toBeNull();
  });

  it('ends when its citizen comes in at another kiosk', () => {
    visits.begin('left', 'es');
    visits.admit('left', ROCIO);
    visits.begin('right', 'ca');
    visits.admit('right', { ...ROCIO, method: 'PASSWORD', secondFactor: false });
    expect(visits.at('left')).toBeNull();
    expect(visits.endingAt('left')).toBe('REPLACED');
    expect(visits.at('right')?.visitor?.method).toBe('PASSWORD');
  });

  it('leaves another citizen’s alone', () => {
    visits.begin('left', 'es');
    visits.admit('left', ROCIO);
    visits.begin('right', 'es');
    visits.admit('right', { ...ROCIO, citizenId: 8 });
    expect(visits.at('left')?.visitor?.citizenId).toBe(7);
  });

  it('of the next person has nothing of the one before', () => {
    const before = visits.begin('left', 'ca');
    visits.admit('left', ROCIO);
    const next = visits.begin('left', 'es');
    expect(next).toEqual({
      id: next.id,
      language: 'es',
      claimedId: null,
      visitor: null,
      progress: NO_PROGRESS,
    });
    expect(next.id).not.toBe(before.id);
    // An answer that was on its way when the next person came is not for him.
    expect(() => visits.mustStillBe('left', before)).toThrow(
      expect.objectContaining({ code: 'VISIT_ENDED' }),
    );
    visits.mustStillBe('left', next);
    expect(visits.endingAt('left')).toBeNull();
  });

  it('is over when somebody else is claimed to be there', () => {
    visits.begin('left', 'es');
    visits.admit('left', ROCIO);
    expect(visits.claim('left', 8)).toMatchObject({ claimedId: 8, visitor: null });
  });

  it('leaves nothing when the page goes', () => {
    visits.begin('left', 'es');
    visits.leave('left');
    expect([visits.at('left'), visits.endingAt('left')]).toEqual([null, null]);
  });
});
