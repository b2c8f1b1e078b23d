import type { ImapFlow } from 'imapflow';
import type { Store } from '../../store/store.ts';
import { ingestSource, type IngestOptions } from '../ingest.ts';
import { SyncPosition, type IngestReport } from '../model.ts';
import { folderSource, openFolder } from './folder-source.ts';

/** A folder as it is read: its row is made with the first message when the command line reads a new one. */
export type SyncTarget = {
  readonly location: string;
  readonly name: string;
  readonly folder: string;
  /** Messages are moved out of it once they are stored. */
  readonly moves: boolean;
};

export type SyncOptions = IngestOptions & {
  /** Read these again, wherever the folder was read up to. */
  readonly only?: readonly number[];
  readonly poison?: ReadonlySet<number>;
  /** How much there is to read, before anything is. */
  readonly onOpened?: (uids: readonly number[]) => void;
};

/**
 * Reads what is new in a folder over a signed-in connection. How far it got is stored with the messages, so it goes
 * on from there after whatever ends it. Throws as `ingestSource` does.
 */
export async function syncFolder(
  store: Store,
  client: ImapFlow,
  target: SyncTarget,
  options: SyncOptions,
): Promise<IngestReport> {
  const { location, name, folder, moves } = target;
  const { only, poison, onOpened } = options;
  const position = await positionOf(store, location);
  const opened = await openFolder(client, folder, { readOnly: !moves, position });
  const { uidValidity } = opened;
  if (position !== null && position.uidValidity !== uidValidity) {
    await noteRenumbered(store, location, position, uidValidity, options);
  }
  const uids = only ?? opened.uids;
  onOpened?.(uids);
  const source = folderSource({
    ...{ client, location, name, uidValidity, uids },
    ...(poison === undefined ? {} : { poison }),
    advances: only === undefined,
  });
  return ingestSource(store, source, options);
}

/** How far the folder was read; null before the first time. */
export async function positionOf(store: Store, location: string): Promise<SyncPosition | null> {
  const row = await store.prisma.mailbox.findUnique({ where: { location }, select: { syncPosition: true } });
  return row?.syncPosition ? SyncPosition.parse(row.syncPosition) : null;
}

/** Everything is read again; what is known is recognised by its bytes and only seen once more. */
async function noteRenumbered(
  store: Store,
  location: string,
  before: SyncPosition,
  uidValidity: string,
  { actor }: IngestOptions,
): Promise<void> {
  const syncPosition: SyncPosition = { uidValidity, lastUid: 0 };
  await store.write(async (tx) => {
    const { id } = await tx.mailbox.update({ where: { location }, data: { syncPosition } });
    const details = { uidValidityFrom: before.uidValidity, uidValidityTo: uidValidity, lastUid: before.lastUid };
    await store.audit(
      { actor, action: 'mailbox.uidValidityChanged', objectType: 'MAILBOX', objectId: id, details },
      tx,
    );
  });
}
