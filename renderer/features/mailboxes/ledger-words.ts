import type { Ledger } from '../../../main/api/contract/index.ts';
import { mailboxesStrings } from '../../strings/es/mailboxes.ts';
import { formatIsoDay, formatNumber } from '../../ui/format.ts';

const texts = mailboxesStrings;

export type LedgerDay = Ledger['days'][number];

/** What the server has and no other column accounts for; zero when the day balances. */
export function differenceOf(day: LedgerDay): number {
  return day.onServer - day.stored - day.duplicates - day.unparsable - day.notYetRead;
}

/** Each column added up over all days. */
export function totalsOf(
  days: readonly LedgerDay[],
): Omit<LedgerDay, 'day' | 'missing'> & { missing: number } {
  const sum = (count: (day: LedgerDay) => number): number =>
    days.reduce((total, day) => total + count(day), 0);
  return {
    onServer: sum((day) => day.onServer),
    stored: sum((day) => day.stored),
    duplicates: sum((day) => day.duplicates),
    unparsable: sum((day) => day.unparsable),
    notYetRead: sum((day) => day.notYetRead),
    missing: sum(differenceOf),
  };
}

/** "16 mar 2026", or that the server tells no date. */
export function dayName(day: string | null): string {
  return day === null ? texts.ledger.noDay : formatIsoDay(day);
}

/** "17, 31", the first `most` of them and how many more. */
export function uidWords(uids: readonly number[], most: number): string {
  const shown = uids.slice(0, most).join(', ');
  return uids.length > most ? `${shown}${texts.missing.more(formatNumber(uids.length - most))}` : shown;
}
