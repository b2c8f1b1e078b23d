import type { ImapFlow } from 'imapflow';
import type { Actor } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import { SyncPosition, type MailSource } from '../model.ts';
import { folderSource, openFolder } from './folder-source.ts';

/** A folder as it is read: its row is made with the first message when the command line reads a new one. */
export type SyncTarget = {
  readonly location: string;
  readonly name: string;
  readonly folder: string;
  /** Messages are moved out of it once they are stored. */
  readonly moves: boolean;
};

export type SyncChoice = {
  /** Read these again, wherever the folder was read up to. */
  readonly only?: readonly number[];
  readonly poison?: ReadonlySet<number>;
};

/**
 * Opens a folder over a signed-in connection; the source holds what is new in it. How far it was read is stored with
 * the messages, so that it goes on from there after whatever ends it. Throws SOURCE_UNREADABLE with the problem.
 */
export async function openTarget(
  store: Store,
  client: ImapFlow,
  { location, name, folder, moves }: SyncTarget,
  actor: Actor,
  { only, poison }: SyncChoice = {},
): Promise<{ readonly source: MailSource; readonly uids: readonly number[] }> {
  const position = await positionOf(store, location);
  const opened = await openFolder(client, folder, { readOnly: !moves, position });
  const { uidValidity } = opened;
  if (position !== null && position.uidValidity !== uidValidity) {
    await noteRenumbered(store, location, position, uidValidity, actor);
  }
  const uids = only ?? opened.uids;
  const source = folderSource({
    ...{ client, location, name, uidValidity, uids },
    ...(poison === undefined ? {} : { poison }),
    advances: only === undefined,
  });
  return { source, uids };
}

/** How far the folder was read; null before the first time. */
export async function positionOf(store: Store, location: string): Promise<SyncPosition | null> {
  const row = await store.prisma.mailbox.findUnique({ where: { location }, select: { syncPosition: true } });
  return row?.syncPosition ? SyncPosition.parse(row.syncPosition) : null;
}

/** The next reading begins with the folder's first message. */
export async function rewind(store: Store, location: string): Promise<void> {
  const position = await positionOf(store, location);
  if (position === null) return;
  const syncPosition: SyncPosition = { ...position, lastUid: 0 };
  await store.write((tx) => tx.mailbox.update({ where: { location }, data: { syncPosition } }));
}

/** Everything is read again; what is known is recognised by its bytes and only seen once more. */
async function noteRenumbered(
  store: Store,
  location: string,
  before: SyncPosition,
  uidValidity: string,
  actor: Actor,
): Promise<void> {
  const syncPosition: SyncPosition = { uidValidity, lastUid: 0 };
  await store.write(async (tx) => {
    const { id } = await tx.mailbox.update({ where: { location }, data: { syncPosition } });
    const details = {
      uidValidityFrom: before.uidValidity,
      uidValidityTo: uidValidity,
      lastUid: before.lastUid,
    };
    await store.audit(
      { actor, action: 'mailbox.uidValidityChanged', objectType: 'MAILBOX', objectId: id, details },
      tx,
    );
  });
}
