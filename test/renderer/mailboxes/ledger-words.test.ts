import { expect, test } from 'vitest';
import {
  dayName,
  differenceOf,
  totalsOf,
  uidWords,
  type LedgerDay,
} from '../../../renderer/features/mailboxes/ledger-words.ts';

const balanced: LedgerDay = {
  day: '2026-03-16',
  onServer: 10,
  stored: 6,
  duplicates: 2,
  unparsable: 1,
  notYetRead: 1,
  missing: [],
};
const short: LedgerDay = { ...balanced, day: null, stored: 4, missing: [17, 31] };

test('the difference is worked out from the numbers, not taken from the list of what is missing', () => {
  expect(differenceOf(balanced)).toBe(0);
  expect(differenceOf(short)).toBe(2);
  expect(differenceOf({ ...short, missing: [] })).toBe(2);
});

test('days add up column by column', () => {
  expect(totalsOf([balanced, short])).toEqual({
    onServer: 20,
    stored: 10,
    duplicates: 4,
    unparsable: 2,
    notYetRead: 2,
    missing: 2,
  });
  expect(totalsOf([]).onServer).toBe(0);
});

test('a day without a date says so, and long lists of UIDs are cut with their rest counted', () => {
  expect(dayName('2026-03-16')).toBe('16 mar 2026');
  expect(dayName(null)).toBe('Sin fecha');
  expect(uidWords([17, 31], 2)).toBe('17, 31');
  expect(uidWords([17, 31, 40], 2)).toBe('17, 31 y 1 más');
});
