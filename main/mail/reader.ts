import { AppError } from '../errors.ts';
import { scriptExtension } from '../paths.ts';
import { compressedSource } from '../store/message-rows.ts';
import type { Store } from '../store/store.ts';
import { loadSettings } from '../settings/settings.ts';
import type { MessageBody, NestedMessage, ParseStatus } from './model.ts';
import { readRawSource } from './raw-source.ts';
import type { ReadAnswer, ReadMessage, ReadTask } from './reader-tasks.ts';
import { WorkerPool } from './worker-pool.ts';

/**
 * Reads stored messages for a person, away from the service's thread: one worker for the whole process, started by
 * the first message that is opened.
 */
const pool = new WorkerPool<ReadTask, ReadAnswer>({
  url: new URL(`./reader-worker${scriptExtension}`, import.meta.url),
  workers: 1,
  timeoutMs: 5_000,
  worthAWorker: 1,
  send: (value) => ({ value, transfer: [] }),
  lost: () => ({ kind: 'LOST' }),
});

/** An attachment's place in its message and the SHA-256 of its bytes. */
export type AttachmentPlace = { readonly ordinal: number; readonly sha256: string };

/** What is known of a stored message before its bytes are read. */
export type StoredMessage = {
  readonly sha256: string;
  readonly parseStatus: ParseStatus;
  readonly fromAddress: string;
  readonly receivedAt: Date;
};

/**
 * A message as it is shown. What the parser could not read at ingest, or cannot read now or not in time, is shown as
 * it stands. Throws NOT_FOUND.
 */
export async function readMessage(store: Store, message: StoredMessage): Promise<ReadMessage> {
  const { signatures, ladder } = await loadSettings(store);
  const answer = await read(store, message.sha256, {
    kind: 'MESSAGE',
    status: message.parseStatus,
    from: message.fromAddress,
    receivedAt: message.receivedAt,
    trustedCertificates: signatures.trustedCertificates,
    authservId: ladder.authservId,
  });
  switch (answer.kind) {
    case 'MESSAGE':
      return answer.message;
    case 'LOST':
      return { body: await asItStands(store, message.sha256), protection: null, authentication: null };
    default:
      throw new AppError('UNEXPECTED');
  }
}

/** An attachment's bytes. Throws NOT_FOUND; UNEXPECTED when the message cannot be read any more. */
export async function readAttachmentBytes(
  store: Store,
  sha256: string,
  place: AttachmentPlace,
): Promise<Uint8Array> {
  const answer = await read(store, sha256, { kind: 'ATTACHMENT', ...place });
  if (answer.kind === 'NOT_FOUND') throw new AppError('NOT_FOUND', { ordinal: place.ordinal });
  if (answer.kind !== 'ATTACHMENT') throw new AppError('UNEXPECTED');
  return answer.bytes;
}

/** The message inside an attachment. Throws NOT_FOUND; UNEXPECTED when the message cannot be read any more. */
export async function readNestedMessage(
  store: Store,
  sha256: string,
  place: AttachmentPlace,
): Promise<NestedMessage> {
  const answer = await read(store, sha256, { kind: 'NESTED', ...place });
  if (answer.kind === 'NOT_FOUND') throw new AppError('NOT_FOUND', { ordinal: place.ordinal });
  if (answer.kind !== 'NESTED') throw new AppError('UNEXPECTED');
  return answer.nested;
}

async function read(store: Store, sha256: string, want: ReadTask['want']): Promise<ReadAnswer> {
  const { mail: limits } = await loadSettings(store);
  const zstd = compressedSource(store.sql, sha256);
  if (zstd === undefined) throw new AppError('NOT_FOUND');
  return pool.run({ zstd, limits, want });
}

async function asItStands(store: Store, sha256: string): Promise<MessageBody> {
  const raw = Buffer.from(await readRawSource(store, sha256));
  // Loaded when it happens: the parser is the worker's business.
  const { rawText } = await import('./parse.ts');
  return { text: rawText(raw), html: null, remoteContentBlocked: 0 };
}
