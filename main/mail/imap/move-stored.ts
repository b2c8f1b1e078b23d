import type { ImapFlow } from 'imapflow';
import { SYSTEM_ACTOR } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import { uidSet, uidsAfter } from './folder-source.ts';
import { connectionFailed, toConnectionError } from './problem.ts';

const MOVED_AT_ONCE = 500;

/**
 * Moves what is stored out of the open folder. What is stored is asked of the database, so it comes after the commit
 * whatever happened before, and what was not moved this time is the next. Throws SOURCE_UNREADABLE: NO_FOLDER when
 * the folder to move to does not exist.
 */
export async function moveStored(
  store: Store,
  client: ImapFlow,
  location: string,
  moveTo: string,
): Promise<number> {
  const { mailbox } = client;
  if (!mailbox) throw connectionFailed('CONNECTION_LOST');
  // Without either, taking messages out would also take out those that other programs have marked as deleted.
  if (!client.capabilities.has('MOVE') && !client.capabilities.has('UIDPLUS')) {
    throw connectionFailed('OTHER', 'MOVE, UIDPLUS: not supported');
  }
  try {
    const stored = storedUids(store, location, mailbox.uidValidity.toString());
    const there = (await uidsAfter(client, 0)).filter((uid) => stored.has(uid));
    for (let start = 0; start < there.length; start += MOVED_AT_ONCE) {
      const uids = there.slice(start, start + MOVED_AT_ONCE);
      const moved = await client.messageMove(uidSet(uids), moveTo, { uid: true });
      if (!moved) throw connectionFailed(client.usable ? 'NO_FOLDER' : 'CONNECTION_LOST', moveTo);
      const { id } = await store.prisma.mailbox.findUniqueOrThrow({
        where: { location },
        select: { id: true },
      });
      const details = { moved: uids.length, to: moveTo, uidValidity: mailbox.uidValidity.toString() };
      await store.audit({
        ...{ actor: SYSTEM_ACTOR, action: 'mailbox.moved', objectType: 'MAILBOX', objectId: id },
        details: { ...details, firstUid: uids[0] ?? 0, lastUid: uids.at(-1) ?? 0 },
      });
    }
    return there.length;
  } catch (error) {
    throw toConnectionError(error);
  }
}

function storedUids(store: Store, location: string, uidValidity: string): ReadonlySet<number> {
  const rows = store.sql
    .prepare<[string, string, string], { item: string }>(
      `SELECT s.item FROM "Sighting" s JOIN "Mailbox" b ON b.id = s.mailboxId
       WHERE b.location = ? AND s.item > ? AND s.item < ?`,
    )
    .all(location, `${uidValidity}/`, `${uidValidity}0`);
  return new Set(rows.map(({ item }) => Number(item.slice(uidValidity.length + 1))));
}
