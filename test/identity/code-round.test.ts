import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newCode, opensSeal, sealCode } from '../../main/identity/code-hash.ts';
import { roundOf, type CountedCode } from '../../main/identity/code-round.ts';
import { SmsSettings } from '../../main/settings/model.ts';
import { TEST_KEY } from '../support/store.ts';

const MINUTE = 60_000;
const limits = SmsSettings.parse({});

/** What a desk does that asks for a code at each of these times, as the clock shows them. */
function sendsOf(times: readonly number[]): number[] {
  const codes: CountedCode[] = [];
  const sent: number[] = [];
  for (const time of times) {
    const now = new Date(time);
    if (roundOf(codes, now, limits).openAgainAt !== null) continue;
    const countsAt = new Date(Math.max(time, codes[0]?.countsAt.getTime() ?? 0));
    codes.unshift({ state: 'PENDING', countsAt });
    sent.push(countsAt.getTime());
  }
  return sent;
}

describe('resends', () => {
  test('never more than four codes in any thirty minutes, however the clock jumps', () => {
    const times = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 });
    fc.assert(
      fc.property(times, (minutes) => {
        const sent = sendsOf(minutes.map((minute) => minute * MINUTE));
        return sent.every((at, index) => {
          const fifth = sent[index + 4];
          return fifth === undefined || fifth - at >= 30 * MINUTE;
        });
      }),
    );
  });

  test('with a clock that only goes forward, whoever waits gets one', () => {
    const times = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 40 });
    fc.assert(
      fc.property(times, (steps) => {
        let minute = 0;
        const asked = steps.map((step) => (minute += step) * MINUTE);
        const waited = (asked.at(-1) ?? 0) + 30 * MINUTE;
        return sendsOf([...asked, waited]).at(-1) === waited;
      }),
    );
  });
});

describe('a sealed code', () => {
  const binding = {
    citizenId: 1,
    caseId: 2,
    boundTo: null,
    purpose: 'IDENTITY',
    address: '+34612034567',
  } as const;

  test('opens with that code and that binding only', () => {
    const sealed = { ...binding, ...sealCode(TEST_KEY, binding, '048213') };
    expect(opensSeal(TEST_KEY, sealed, '048213')).toBe(true);
    expect(opensSeal(TEST_KEY, sealed, '048214')).toBe(false);
    expect(opensSeal('f'.repeat(64), sealed, '048213')).toBe(false);
    for (const other of [
      { citizenId: 2 },
      { caseId: 1 },
      { purpose: 'POSSESSION' },
      { address: '+34612034568' },
      { caseId: null, boundTo: 'visit/2' },
    ] as const) {
      expect(opensSeal(TEST_KEY, { ...sealed, ...other }, '048213')).toBe(false);
    }
  });

  test('looks different each time', () => {
    expect(sealCode(TEST_KEY, binding, '048213')).not.toEqual(sealCode(TEST_KEY, binding, '048213'));
  });

  test('is six digits, leading zeros included', () => {
    const codes = Array.from({ length: 2000 }, newCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes.map((code) => code[0])).size).toBe(10);
  });
});
