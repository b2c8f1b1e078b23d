import type { ImapFlow } from 'imapflow';
import { AppError } from '../../errors.ts';
import type { MailSource, SourceItem, SyncPosition } from '../model.ts';
import { normalFolder } from './location.ts';
import { connectionFailed, problemOf, toConnectionError } from './problem.ts';

/** Messages whose sizes are asked for at once. */
const LISTED_AT_ONCE = 500;
/** One FETCH asks for at most this much; a larger message comes alone, in pieces of this size. */
const FETCH_BYTES = 8 * 1024 * 1024;
const PIECE_BYTES = 4 * 1024 * 1024;
/** Above this a message stays on the server and is shown as not read: no mail server takes in a larger one. */
const WHOLE_LIMIT_BYTES = 256 * 1024 * 1024;
/** So many refused messages in a row are the server's trouble, not the messages'. */
const REFUSED_IN_A_ROW = 20;

export type OpenedFolder = {
  readonly uidValidity: string;
  /** UIDs on the server, ascending. */
  readonly uids: readonly number[];
};

/** Opens the folder, read-only unless messages are to be moved out of it, and lists its UIDs from `firstUid` on. */
export async function openFolder(
  client: ImapFlow,
  folder: string,
  { readOnly, position }: { readonly readOnly: boolean; readonly position: SyncPosition | null },
): Promise<OpenedFolder> {
  try {
    const selected = client.mailbox;
    // It cannot be numbered anew while it is open, and opening it again would announce all its messages as new.
    const opened =
      selected && normalFolder(selected.path) === normalFolder(folder)
        ? selected
        : await client.mailboxOpen(folder, { readOnly });
    const uidValidity = opened.uidValidity.toString();
    // Another UIDVALIDITY: the server has numbered its messages anew, and the old numbers say nothing (RFC 3501, 2.3.1.1).
    const after = position?.uidValidity === uidValidity ? position.lastUid : 0;
    return { uidValidity, uids: await uidsAfter(client, after) };
  } catch (error) {
    throw toConnectionError(error);
  }
}

/** UIDs above `after` in the open folder, ascending. */
export async function uidsAfter(client: ImapFlow, after: number): Promise<number[]> {
  const found = await client.search({ uid: `${after + 1}:*` }, { uid: true });
  if (!found) throw connectionFailed(client.usable ? 'OTHER' : 'CONNECTION_LOST');
  // `n:*` always holds the last message, whatever its number.
  return found.filter((uid) => uid > after).sort((a, b) => a - b);
}

export type FolderSourceOptions = {
  readonly client: ImapFlow;
  readonly location: string;
  readonly name: string;
  readonly uidValidity: string;
  /** What is read, ascending. */
  readonly uids: readonly number[];
  /** Messages at which the connection breaks again and again: they are listed as failed and passed over. */
  readonly poison?: ReadonlySet<number>;
  /** False when single messages are read again: that says nothing about how far the folder was read. */
  readonly advances: boolean;
  readonly wholeLimitBytes?: number;
};

/**
 * The messages of an open IMAP folder as a source: whole, in the order of their UIDs, never marked as seen
 * (BODY.PEEK). One message's bytes are in memory at a time. A message that the server will not give rejects in its
 * `read`; one that was expunged meanwhile is left out. Throws SOURCE_UNREADABLE with the problem when the connection
 * breaks; aborting closes it.
 */
export function folderSource(options: FolderSourceOptions): MailSource {
  const { client, location, name, uids } = options;
  return {
    kind: 'IMAP',
    location,
    name,
    count: () => Promise.resolve(uids.length),
    async *items(signal) {
      const close = () => client.close();
      signal.addEventListener('abort', close);
      try {
        if (signal.aborted) return;
        for await (const found of withoutStreaks(readAll(options))) yield toItem(found, options);
      } catch (error) {
        if (!signal.aborted) throw toConnectionError(error);
      } finally {
        signal.removeEventListener('abort', close);
      }
    },
  };
}

type Found = { readonly uid: number; readonly arrivedAt: number | null } & (
  | { readonly outcome: 'READ'; readonly bytes: Uint8Array }
  | { readonly outcome: 'REFUSED'; readonly why: string; readonly words: string | null }
);

function toItem(found: Found, { uidValidity, advances }: FolderSourceOptions): SourceItem {
  const { uid, arrivedAt } = found;
  // Handed over once and then let go: the item itself lives until its batch is committed.
  let bytes = found.outcome === 'READ' ? found.bytes : null;
  return {
    item: `${uidValidity}/${uid}`,
    read: async () => {
      if (found.outcome === 'REFUSED') throw refusal(found.why);
      if (bytes === null) throw new Error('a message is read once');
      const given = bytes;
      bytes = null;
      return given;
    },
    ...(arrivedAt === null ? {} : { arrivedAt }),
    ...(advances ? { position: { uidValidity, lastUid: uid } } : {}),
  };
}

function refusal(why: string): Error {
  return Object.assign(new Error(why), { code: why });
}

/** Holds refused messages back until one is read again: a server that refuses all of them must not be believed. */
async function* withoutStreaks(found: AsyncIterable<Found>): AsyncIterable<Found> {
  let held: Found[] = [];
  for await (const one of found) {
    if (one.outcome === 'REFUSED') {
      held.push(one);
      if (held.length >= REFUSED_IN_A_ROW) throw connectionFailed('OTHER', one.words);
      continue;
    }
    yield* held;
    held = [];
    yield one;
  }
  yield* held;
}

async function* readAll(options: FolderSourceOptions): AsyncIterable<Found> {
  const { uids, poison = new Set<number>() } = options;
  for (let start = 0; start < uids.length; start += LISTED_AT_ONCE) {
    const listed = uids.slice(start, start + LISTED_AT_ONCE);
    const sizes = await sizesOf(options.client, listed);
    let together: number[] = [];
    let bytes = 0;
    for (const uid of listed) {
      const size = sizes.get(uid);
      const alone = poison.has(uid) || size === undefined || size >= PIECE_BYTES;
      if (together.length > 0 && (alone || bytes + size > FETCH_BYTES)) {
        yield* readTogether(options, together);
        together = [];
        bytes = 0;
      }
      if (poison.has(uid))
        yield { uid, arrivedAt: null, outcome: 'REFUSED', why: 'CONNECTION_LOST', words: null };
      else if (alone) yield* readAlone(options, uid);
      else {
        together.push(uid);
        bytes += size;
      }
    }
    if (together.length > 0) yield* readTogether(options, together);
  }
}

/** Sizes as the server states them; some only guess. None for what it will not tell, or what was expunged meanwhile. */
async function sizesOf(client: ImapFlow, uids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const sizes = new Map<number, number>();
  try {
    for await (const { uid, size } of client.fetch(uidSet(uids), { uid: true, size: true }, { uid: true })) {
      sizes.set(uid, size ?? 0);
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  if (!client.usable) throw connectionFailed('CONNECTION_LOST');
  return sizes;
}

async function* readTogether(options: FolderSourceOptions, uids: readonly number[]): AsyncIterable<Found> {
  const { client } = options;
  let next = 0;
  try {
    const query = { uid: true, internalDate: true, source: { start: 0, maxLength: PIECE_BYTES } };
    for await (const { uid, internalDate, source } of client.fetch(uidSet(uids), query, { uid: true })) {
      const expected = uids[next];
      // In between the server may tell that another program changed some flags.
      if (source === undefined || expected === undefined || uid < expected) continue;
      if (uid !== expected || !source || source.length >= PIECE_BYTES) break;
      next += 1;
      // A copy, because imapflow gives a piece of a buffer that the messages next to it share: nobody could free it.
      yield { uid, arrivedAt: toInstant(internalDate), outcome: 'READ', bytes: new Uint8Array(source) };
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
  if (next === uids.length) return;
  if (!client.usable) throw connectionFailed('CONNECTION_LOST');
  // The one it stopped at was expunged, is larger than the server said, or will not be given.
  const [stoppedAt, ...rest] = uids.slice(next);
  if (stoppedAt !== undefined) yield* readAlone(options, stoppedAt);
  if (rest.length > 0) yield* readTogether(options, rest);
}

async function* readAlone(options: FolderSourceOptions, uid: number): AsyncIterable<Found> {
  const { client, wholeLimitBytes = WHOLE_LIMIT_BYTES } = options;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  let arrivedAt: number | null = null;
  try {
    for (;;) {
      const source = { start: bytes, maxLength: PIECE_BYTES };
      const query = { uid: true, internalDate: true, source };
      const got = await client.fetchOne(uid, query, { uid: true });
      if (!client.usable) throw connectionFailed('CONNECTION_LOST');
      if (!got) return; // expunged meanwhile
      arrivedAt = toInstant(got.internalDate);
      if (!got.source) {
        yield { uid, arrivedAt, outcome: 'REFUSED', why: 'NO_BODY', words: null };
        return;
      }
      pieces.push(got.source);
      bytes += got.source.length;
      // A short piece is the last; a longer one is the whole message, from a server that knows no pieces.
      if (got.source.length !== PIECE_BYTES) break;
      if (bytes > wholeLimitBytes) {
        yield { uid, arrivedAt, outcome: 'REFUSED', why: 'TOO_LARGE', words: null };
        return;
      }
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const words = problemOf(toConnectionError(error))?.serverWords ?? null;
    yield { uid, arrivedAt, outcome: 'REFUSED', why: 'REFUSED', words };
    return;
  }
  yield { uid, arrivedAt, outcome: 'READ', bytes: Buffer.concat(pieces) };
}

/** The server answered NO or BAD about these messages; not that it is overloaded, and the connection lives. */
function isRefusal(error: unknown): boolean {
  if (error instanceof AppError) return false;
  const status = error instanceof Error && 'responseStatus' in error ? error.responseStatus : null;
  if (status !== 'NO' && status !== 'BAD') return false;
  const problem = problemOf(toConnectionError(error))?.problem;
  return problem !== 'THROTTLED' && problem !== 'QUOTA';
}

function toInstant(date: Date | string | undefined): number | null {
  const instant = date === undefined ? NaN : new Date(date).getTime();
  return Number.isNaN(instant) ? null : instant;
}

/** `1:3,7` for 1, 2, 3, 7. */
export function uidSet(uids: readonly number[]): string {
  const ranges: string[] = [];
  let first = 0;
  uids.forEach((uid, at) => {
    if (uids[at + 1] === uid + 1) return;
    const from = uids[first] ?? uid;
    ranges.push(from === uid ? String(uid) : `${from}:${uid}`);
    first = at + 1;
  });
  return ranges.join(',');
}
