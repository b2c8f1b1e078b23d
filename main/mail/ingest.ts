import { hash } from 'node:crypto';
import { AppError } from '../errors.ts';
import { officeTriage } from '../learning/texts.ts';
import { appendAuditSql, batchDigest, type Actor } from '../store/audit.ts';
import type { Sql } from '../store/connection.ts';
import { MessageWriter, type NewMessage } from '../store/message-writer.ts';
import type { Store } from '../store/store.ts';
import { REQUEST_KINDS } from '../triage/request-kinds.ts';
import { collectAfter } from './collect.ts';
import { indexedIdentifiers } from './identifiers-index.ts';
import type { IngestReport, MailSource, ParseLimits, SourceItem } from './model.ts';
import { givePoolBack, takePool, type PreparedMessage } from './parse-pool.ts';

export type IngestOptions = {
  readonly actor: Actor;
  readonly signal: AbortSignal;
  readonly limits: ParseLimits;
  /** Proposals under this confidence need a person. */
  readonly reviewBelow: number;
  /** Nobody else waits for this process: batches are larger, and each holds its thread for a second or two. */
  readonly bulk?: boolean;
  readonly onProgress?: (done: number, total: number | null) => void;
  /** After each commit that stored something new. */
  readonly onStored?: (count: number, newestId: number) => void;
};

type Pace = {
  /**
   * A batch is committed when it is this large. Each dirties nearly every page of the indexes over hashes, and each
   * page is encrypted and written again: 2,048 messages at once write a tenth less than 1,024.
   */
  readonly batch: { readonly messages: number; readonly bytes: number };
  /** From a slow source what has come is committed after this time, however little it is. */
  readonly commitAfterMs: number;
  /** Messages read ahead of the commit: keeps the workers busy while it holds this thread. */
  readonly ahead: number;
};

const MIB = 1024 * 1024;
const PACE: Pace = { batch: { messages: 128, bytes: 8 * MIB }, commitAfterMs: 2_000, ahead: 256 };
const BULK_PACE: Pace = { batch: { messages: 2048, bytes: 64 * MIB }, commitAfterMs: 10_000, ahead: 1024 };
/** What is read ahead may take this much memory. */
const AHEAD_BYTES = 128 * MIB;

type Read = { readonly from: SourceItem } & (
  | { readonly outcome: 'PREPARED'; readonly message: PreparedMessage }
  | { readonly outcome: 'KNOWN'; readonly messageId: number }
  | { readonly outcome: 'FAILED'; readonly error: string }
);

type Tally = {
  read: number;
  stored: number;
  duplicates: number;
  unparsable: number;
  failed: IngestReport['failed'];
};

/**
 * Reads a source to its end, or until `signal` says stop, and stores every message exactly once, whole. Messages
 * are committed in the source's order in batches: raw bytes, rows, index, audit entry in one transaction. What
 * cannot be parsed is stored and marked; what cannot be read is listed in `failed` and left where it is. Throws
 * SOURCE_UNREADABLE, DISK_FULL or STORE_LOCKED; what was committed before stays, and a second run goes on.
 */
export async function ingestSource(
  store: Store,
  source: MailSource,
  options: IngestOptions,
): Promise<IngestReport> {
  const startedAt = performance.now();
  const tally: Tally = { read: 0, stored: 0, duplicates: 0, unparsable: 0, failed: [] };
  const mailboxId = await registerMailbox(store, source);
  const total = await source.count();
  const pool = takePool(options.limits, officeTriage(store.sql), options.bulk === true);
  const known = store.sql.prepare<[string], { id: number }>('SELECT id FROM "Message" WHERE sha256 = ?');
  const pace = options.bulk ? BULK_PACE : PACE;
  const ahead: { readonly bytes: number; readonly done: Promise<Read> }[] = [];
  let aheadBytes = 0;
  let given = 0;
  let batch: Read[] = [];
  let batchBytes = 0;
  let committedAt = startedAt;
  let cut: { readonly error: unknown } | null = null as { readonly error: unknown } | null;

  const commit = async () => {
    if (batch.length > 0) {
      await commitBatch(store, mailboxId, source, batch, options, tally);
      for (const read of batch) if (read.outcome === 'PREPARED') letGo(read.message.zstd);
      if (!options.bulk) collectAfter(batch.length);
      batch = [];
      batchBytes = 0;
      options.onProgress?.(tally.read, total);
    }
    committedAt = performance.now();
  };
  const takeOne = async () => {
    const next = ahead.shift();
    if (next === undefined) return;
    batch.push(await next.done);
    aheadBytes -= next.bytes;
    batchBytes += next.bytes;
    if (batch.length >= pace.batch.messages || batchBytes >= pace.batch.bytes) await commit();
  };
  const takeAll = async () => {
    while (ahead.length > 0) await takeOne();
    await commit();
  };
  const start = (from: SourceItem, raw: Uint8Array) => {
    const knownId = known.get(hash('sha256', raw, 'hex'))?.id;
    const done: Promise<Read> =
      knownId === undefined
        ? pool.prepare(raw).then((message) => {
            letGo(raw);
            return { outcome: 'PREPARED', from, message };
          })
        : Promise.resolve({ outcome: 'KNOWN', from, messageId: knownId });
    given += 1;
    ahead.push({ bytes: raw.byteLength, done });
    aheadBytes += raw.byteLength;
  };

  const items = untilCut(source.items(options.signal), (error) => (cut = { error }));
  try {
    for (let reading = readNext(items); ;) {
      const next = await unlessLate(reading, committedAt + pace.commitAfterMs);
      if (next === null || options.signal.aborted) break;
      if (next !== 'LATE') {
        reading = readNext(items);
        if ('raw' in next) start(next.from, next.raw);
        else ahead.push({ bytes: 0, done: Promise.resolve({ outcome: 'FAILED', ...next }) });
        while (ahead.length >= pace.ahead || (aheadBytes > AHEAD_BYTES && ahead.length > 1)) await takeOne();
      }
      if (performance.now() < committedAt + pace.commitAfterMs) continue;
      // A fast source has filled a part of a batch by now; a slow one has not even filled the queue before it.
      if (batch.length > 0) await commit();
      else await takeAll();
    }
    await takeAll();
    if (cut !== null) throw cut.error;
  } finally {
    await items.return();
    await Promise.allSettled(ahead.map((entry) => entry.done));
    await givePoolBack(pool, given);
  }
  return { ...tally, seconds: Math.round(performance.now() - startedAt) / 1000 };
}

/**
 * Frees bytes that nobody reads again: they outlive the young objects, and the collector would let 64 MB of them
 * gather. What shares its memory with others is left to it.
 */
function letGo({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** A source that fails in the middle ends there: what it gave before is stored first, or a bad line never gets on. */
async function* untilCut(
  items: AsyncIterable<SourceItem>,
  onCut: (error: unknown) => void,
): AsyncGenerator<SourceItem, void> {
  try {
    yield* items;
  } catch (error) {
    onCut(error);
  }
}

type NextItem = { readonly from: SourceItem } & ({ readonly raw: Uint8Array } | { readonly error: string });

/** The source's next item with its bytes, or why they cannot be read; null at the end. */
async function readNext(items: AsyncIterator<SourceItem, void>): Promise<NextItem | null> {
  const next = await items.next();
  if (next.done === true) return null;
  const from = next.value;
  try {
    return { from, raw: await from.read() };
  } catch (error) {
    return { from, error: errorName(error) };
  }
}

async function unlessLate<T>(task: Promise<T>, deadline: number): Promise<T | 'LATE'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'LATE'>((resolve) => {
    timer = setTimeout(() => resolve('LATE'), Math.max(0, deadline - performance.now()));
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function registerMailbox(store: Store, source: MailSource): Promise<number> {
  // Without Prisma, whose first query costs the command line as much as two hundred messages.
  const find = (sql: Sql) =>
    sql.prepare<[string], { id: number }>('SELECT id FROM "Mailbox" WHERE location = ?').get(source.location)
      ?.id;
  const create = (sql: Sql) =>
    sql
      .prepare(
        'INSERT INTO "Mailbox" (name, kind, location, createdAt) VALUES (@name, @kind, @location, @now)',
      )
      .run({ ...source, now: store.clock.now().getTime() }).lastInsertRowid;
  return find(store.sql) ?? store.writeSql((sql) => find(sql) ?? Number(create(sql)));
}

async function commitBatch(
  store: Store,
  mailboxId: number,
  source: MailSource,
  batch: readonly Read[],
  options: IngestOptions,
  tally: Tally,
): Promise<void> {
  const now = store.clock.now();
  const outcome = await store.writeSql((sql) => {
    const writer = new MessageWriter(sql);
    const stored: { id: number; sha256: string }[] = [];
    const part = { duplicates: 0, unparsable: 0, failed: [] as IngestReport['failed'] };
    for (const read of batch) {
      if (read.outcome === 'FAILED') {
        part.failed.push({ item: read.from.item, error: read.error });
        continue;
      }
      const knownId = read.outcome === 'KNOWN' ? read.messageId : writer.find(read.message.sha256);
      const seen = {
        mailboxId,
        item: read.from.item,
        seenAt: now.getTime(),
        arrivedAt: read.from.arrivedAt ?? null,
      };
      if (knownId !== null) {
        writer.see({ ...seen, messageId: knownId, duplicate: true });
        part.duplicates += 1;
        continue;
      }
      if (read.outcome === 'KNOWN') continue;
      const message = toNewMessage(read.message, now, options.reviewBelow);
      const id = writer.add(message, now.getTime(), options.actor);
      writer.see({ ...seen, messageId: id, duplicate: false });
      stored.push({ id, sha256: message.sha256 });
      if (message.parseStatus === 'UNPARSABLE') part.unparsable += 1;
    }
    const position = batch.at(-1)?.from.position;
    if (position !== undefined) writer.setPosition(mailboxId, JSON.stringify(position));
    const first = stored[0];
    const last = stored.at(-1);
    if (first !== undefined && last !== undefined) {
      appendAuditSql(sql, now, {
        actor: options.actor,
        action: 'mailbox.ingested',
        objectType: 'MAILBOX',
        objectId: mailboxId,
        details: {
          source: source.name,
          stored: stored.length,
          duplicates: part.duplicates,
          unparsable: part.unparsable,
          failed: part.failed.length,
          firstId: first.id,
          lastId: last.id,
          digest: batchDigest(stored.map((entry) => entry.sha256)),
        },
      });
    }
    return { stored: stored.length, newestId: last?.id ?? null, ...part };
  });
  tally.read += batch.length;
  tally.stored += outcome.stored;
  tally.duplicates += outcome.duplicates;
  tally.unparsable += outcome.unparsable;
  tally.failed.push(...outcome.failed);
  if (outcome.newestId !== null) options.onStored?.(outcome.stored, outcome.newestId);
}

function toNewMessage(prepared: PreparedMessage, now: Date, reviewBelow: number): NewMessage {
  const { parsed, triage } = prepared;
  const { proposal } = triage;
  const isRequest = REQUEST_KINDS.has(triage.kind);
  const unsure = proposal.category === null || proposal.confidence < reviewBelow;
  return {
    sha256: prepared.sha256,
    size: prepared.size,
    zstd: prepared.zstd,
    messageIdHeader: parsed.messageIdHeader,
    references: parsed.references,
    subject: parsed.subject,
    fromName: parsed.from.name,
    fromAddress: parsed.from.address,
    replyToAddress: parsed.replyToAddress,
    sentAt: parsed.sentAt,
    receivedAt: Math.min(parsed.receivedAt ?? parsed.sentAt ?? now.getTime(), now.getTime()),
    preview: parsed.preview,
    parseStatus: parsed.parseStatus,
    marks: parsed.marks,
    textHash: prepared.textHash,
    threadSubject: triage.threadSubject,
    kind: triage.kind,
    kindReason: JSON.stringify(triage.kindReason),
    isRequest,
    language: triage.language,
    declaredCategory: triage.declaredCategory,
    proposedCategory: proposal.category,
    proposedConfidence: proposal.confidence,
    proposedReasons: JSON.stringify(proposal.reasons),
    needsReview:
      isRequest && (unsure || parsed.parseStatus === 'UNPARSABLE' || parsed.parseStatus === 'OVERSIZED'),
    declaredPerson: JSON.stringify(triage.person),
    recipients: parsed.recipients,
    attachments: parsed.attachments,
    text: parsed.text,
    identifiers: indexedIdentifiers(triage.person),
  };
}

function errorName(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UNREADABLE';
}
