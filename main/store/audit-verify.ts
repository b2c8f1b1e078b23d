import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { AuditVerification } from './audit-model.ts';
import { auditHash, batchDigest, CHAIN_START, type AuditRow } from './audit.ts';
import type { Sql } from './connection.ts';

type ChainRow = AuditRow & { readonly id: number; readonly hash: string };
type Problem = NonNullable<AuditVerification['fault']>['problem'];
type Fault = { readonly entryId: number; readonly problem: Problem };

/** Entries between two rests, so that the service answers while it checks. */
const SLICE = 500;

const Batch = z.object({ firstId: z.number().int(), lastId: z.number().int(), digest: z.string() });

/**
 * Walks the whole chain and names the first entry that does not fit; entries written meanwhile are left for the
 * next time. What an ingest stored must still be there, byte for byte by its hashes. An attacker who holds the key
 * and writes the chain anew from some entry on is only found by comparing `head` with one kept elsewhere. Throws
 * CANCELLED.
 */
export async function verifyAudit(
  sql: Sql,
  options: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  } = {},
): Promise<AuditVerification> {
  const { last, total, issued } = sql
    .prepare<[], { last: number; total: number; issued: number }>(
      `SELECT coalesce(max(id), 0) AS last, count(*) AS total,
         coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'AuditEntry'), 0) AS issued
       FROM "AuditEntry"`,
    )
    .get() ?? { last: 0, total: 0, issued: 0 };
  const slice = sql.prepare<[number, number], ChainRow>(
    `SELECT id, at, actorId, actorName, action, objectType, objectId, caseId, details, host, prevHash, hash
     FROM "AuditEntry" WHERE id > ? AND id <= ? ORDER BY id LIMIT ${SLICE}`,
  );
  let previous: { readonly id: number; readonly hash: string } = { id: 0, hash: CHAIN_START };
  let done = 0;
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = slice.all(after, last);
    for (const row of rows) {
      const fault = faultOf(sql, row, previous);
      if (fault !== null) return { entries: total, head: previous.hash, fault };
      previous = row;
    }
    done += rows.length;
    options.onProgress?.(done, total);
    if (rows.length < SLICE) break;
    after = previous.id;
    await new Promise((resolve) => setImmediate(resolve));
    if (options.signal?.aborted === true) throw new AppError('CANCELLED');
  }
  const fault: Fault | null =
    issued > previous.id ? { entryId: previous.id + 1, problem: 'TRUNCATED' } : null;
  return { entries: total, head: previous.hash, fault };
}

function faultOf(sql: Sql, row: ChainRow, previous: { id: number; hash: string }): Fault | null {
  if (auditHash(row) !== row.hash) return { entryId: row.id, problem: 'CHANGED' };
  if (row.prevHash !== previous.hash) return misplaced(sql, row, previous);
  // The number is not hashed: an entry that fits the chain but not the count was moved.
  if (row.id !== previous.id + 1) return { entryId: row.id, problem: 'REORDERED' };
  if (row.action === 'mailbox.ingested' && !batchIsWhole(sql, row)) {
    return { entryId: row.id, problem: 'MESSAGES_CHANGED' };
  }
  return null;
}

/** The entry is whole, but the one before it is not its predecessor: says why by looking for who belongs where. */
function misplaced(sql: Sql, row: ChainRow, previous: { id: number; hash: string }): Fault {
  const find = (column: 'hash' | 'prevHash', value: string) =>
    sql
      .prepare<[string, number], { id: number }>(
        `SELECT id FROM "AuditEntry" WHERE ${column} = ? AND id <> ? ORDER BY id LIMIT 1`,
      )
      .get(value, row.id)?.id ?? null;
  const predecessor = row.prevHash === CHAIN_START ? 0 : find('hash', row.prevHash);
  if (predecessor !== null) {
    // It follows an earlier entry, so what stands between was put in; or a later one, so they changed places.
    return predecessor < previous.id
      ? { entryId: predecessor + 1, problem: 'INSERTED' }
      : { entryId: row.id, problem: 'REORDERED' };
  }
  // Its predecessor is nowhere: it never belonged to the chain when the true successor is here, else that is gone.
  return find('prevHash', previous.hash) === null
    ? { entryId: previous.id + 1, problem: 'REMOVED' }
    : { entryId: row.id, problem: 'INSERTED' };
}

function batchIsWhole(sql: Sql, row: ChainRow): boolean {
  const batch = Batch.safeParse(JSON.parse(row.details));
  if (!batch.success) return false;
  const { firstId, lastId, digest } = batch.data;
  const stored = sql
    .prepare<[number, number], { sha256: string }>(
      `SELECT m.sha256 FROM "Message" m JOIN "RawSource" r ON r.sha256 = m.sha256
       WHERE m.id BETWEEN ? AND ? ORDER BY m.id`,
    )
    .all(firstId, lastId);
  return batchDigest(stored.map(({ sha256 }) => sha256)) === digest;
}
