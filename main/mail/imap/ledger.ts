import type { ImapFlow } from 'imapflow';
import { dayAt } from '../../days.ts';
import { SYSTEM_ACTOR } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import { Ledger, type LedgerDay } from '../account-model.ts';
import { uidSet, uidsAfter } from './folder-source.ts';
import { connectionFailed, toConnectionError } from './problem.ts';
import { positionOf } from './open-target.ts';

type Seen = { readonly arrivedAt: number | null; readonly as: 'stored' | 'duplicates' | 'unparsable' };

/**
 * Compares the open folder with what is stored: every UID on the server is a stored message, one more sighting of a
 * known one, one that could not be parsed, or not yet read. Whatever else there is, is missing, and the log says so.
 * The result is kept with the mailbox. Throws SOURCE_UNREADABLE with the problem.
 */
export async function compareWithServer(store: Store, client: ImapFlow, location: string): Promise<Ledger> {
  const { mailbox } = client;
  if (!mailbox) throw connectionFailed('CONNECTION_LOST');
  const uidValidity = mailbox.uidValidity.toString();
  const { id, ledger: last } = await store.prisma.mailbox.findUniqueOrThrow({
    where: { location },
    select: { id: true, ledger: true },
  });
  const onServer = await uidsAfter(client, 0).catch((error: unknown) => {
    throw toConnectionError(error);
  });
  const seen = sightings(store, id, uidValidity);
  const position = await positionOf(store, location);
  const readUpTo = position?.uidValidity === uidValidity ? position.lastUid : 0;
  const arrivals = await arrivalsOf(
    client,
    onServer.filter((uid) => (seen.get(uid)?.arrivedAt ?? null) === null),
  );

  const dayOf = madridDays();
  const days = new Map<string | null, Mutable<LedgerDay>>();
  for (const uid of onServer) {
    const known = seen.get(uid);
    const arrivedAt = known?.arrivedAt ?? arrivals.get(uid) ?? null;
    const day = dayRow(days, arrivedAt === null ? null : dayOf(arrivedAt));
    day.onServer += 1;
    if (known !== undefined) day[known.as] += 1;
    else if (uid > readUpTo) day.notYetRead += 1;
    else day.missing.push(uid);
  }
  const missing = [...days.values()].flatMap((day) => day.missing);
  const ledger: Ledger = {
    checkedAt: store.clock.now(),
    uidValidity,
    onServer: onServer.length,
    missing: missing.length,
    days: [...days.values()].sort((a, b) => (b.day ?? '').localeCompare(a.day ?? '')),
  };
  const before = last === null ? 0 : Ledger.parse(last).missing;
  await store.write(async (tx) => {
    await tx.mailbox.update({
      where: { id },
      data: { ledger: { ...ledger, checkedAt: ledger.checkedAt.toISOString() } },
    });
    if (missing.length === 0 || missing.length === before) return;
    const details = { uidValidity, count: missing.length, uids: missing.slice(0, 100) };
    await store.audit(
      { actor: SYSTEM_ACTOR, action: 'mailbox.missingFound', objectType: 'MAILBOX', objectId: id, details },
      tx,
    );
  });
  return ledger;
}

/** The last comparison of every folder that is, or was, read from a server; null where there was none yet. */
export async function keptLedgers(
  store: Store,
): Promise<{ readonly name: string; readonly ledger: Ledger | null }[]> {
  const rows = await store.prisma.mailbox.findMany({
    where: { kind: 'IMAP', active: true },
    orderBy: { id: 'asc' },
    select: { name: true, ledger: true },
  });
  return rows.map(({ name, ledger }) => ({ name, ledger: ledger === null ? null : Ledger.parse(ledger) }));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function dayRow(days: Map<string | null, Mutable<LedgerDay>>, day: string | null): Mutable<LedgerDay> {
  const row = days.get(day) ?? {
    ...{ day, onServer: 0, stored: 0, duplicates: 0, unparsable: 0, notYetRead: 0 },
    missing: [],
  };
  days.set(day, row);
  return row;
}

/** Where the messages of this numbering were seen, by UID. */
function sightings(store: Store, mailboxId: number, uidValidity: string): ReadonlyMap<number, Seen> {
  const rows = store.sql.prepare<
    [number, string, string],
    { item: string; arrivedAt: number | null; duplicate: number; parseStatus: string }
  >(
    `SELECT s.item, s.arrivedAt, s.duplicate, m.parseStatus FROM "Sighting" s JOIN "Message" m ON m.id = s.messageId
     WHERE s.mailboxId = ? AND s.item > ? AND s.item < ?`,
  );
  const seen = new Map<number, Seen>();
  // All that begin with `uidValidity/`: '0' is the character after '/'.
  for (const row of rows.iterate(mailboxId, `${uidValidity}/`, `${uidValidity}0`)) {
    const as =
      row.duplicate === 1 ? 'duplicates' : row.parseStatus === 'UNPARSABLE' ? 'unparsable' : 'stored';
    seen.set(Number(row.item.slice(uidValidity.length + 1)), { arrivedAt: row.arrivedAt, as });
  }
  return seen;
}

async function arrivalsOf(client: ImapFlow, uids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const arrivals = new Map<number, number>();
  if (uids.length === 0) return arrivals;
  try {
    const query = { uid: true, internalDate: true };
    for await (const { uid, internalDate } of client.fetch(uidSet(uids), query, { uid: true })) {
      const instant = internalDate === undefined ? NaN : new Date(internalDate).getTime();
      if (!Number.isNaN(instant)) arrivals.set(uid, instant);
    }
  } catch (error) {
    throw toConnectionError(error);
  }
  return arrivals;
}

const HOUR_MS = 3_600_000;

/** The Madrid day of an instant; asked of the calendar once an hour of arrivals, not once a message. */
function madridDays(): (instant: number) => string {
  const days = new Map<number, string>();
  return (instant) => {
    const hour = Math.floor(instant / HOUR_MS);
    const day = days.get(hour) ?? dayAt(new Date(instant), 'Europe/Madrid');
    days.set(hour, day);
    return day;
  };
}
