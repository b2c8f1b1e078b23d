import { beforeEach, describe, expect, it } from 'vitest';
import { KioskBoard } from '../../main/kiosk/kiosk-board.ts';
import type { KioskGrant } from '../../main/kiosk/model.ts';
import { testClock, type TestClock } from '../support/store.ts';

let clock: TestClock;
let board: KioskBoard;

beforeEach(() => {
  clock = testClock();
  board = new KioskBoard(clock);
});

function opened(code = '135790'): KioskGrant {
  const grant = board.enter(board.open(code));
  if (grant === null) throw new Error('not opened');
  return grant;
}

describe('opening', () => {
  it('takes a token once, within two minutes, and no other', () => {
    const token = board.open('135790');
    expect(board.enter(`${token}x`)).toBeNull();
    expect(board.enter(token)).not.toBeNull();
    expect(board.enter(token)).toBeNull();
    const late = board.open('135790');
    clock.advance(2 * 60_000 + 1);
    expect(board.enter(late)).toBeNull();
  });

  it('gives the host nothing that the exit code could be read from', () => {
    const grant = opened('135790');
    expect(JSON.stringify(grant)).not.toContain('135790');
    expect(opened('135790').exit).not.toEqual(grant.exit);
  });
});

describe('leaving', () => {
  it('takes the exit code of that very kiosk, and closes it', () => {
    const [one, other] = [opened('135790'), opened('246810')];
    expect(board.leave(one, '246810')).toBe(false);
    expect(board.isOpen(one)).toBe(true);
    expect(board.leave(one, '135790')).toBe(true);
    expect([board.isOpen(one), board.isOpen(other)]).toEqual([false, true]);
  });

  it('waits five minutes after five wrong codes, also for the right one', () => {
    const kiosk = opened();
    for (let count = 1; count <= 5; count += 1) expect(board.leave(kiosk, '000000')).toBe(false);
    expect(() => board.leave(kiosk, '135790')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }));
    clock.advance(5 * 60_000);
    expect(board.leave(kiosk, '135790')).toBe(true);
  });

  it('goes on with a kiosk that was opened before the service was started anew', () => {
    const kiosk = opened();
    expect(new KioskBoard(clock).leave(kiosk, '135790')).toBe(true);
  });
});
