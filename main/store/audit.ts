import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { AuditAction, AuditDetails, AuditObjectType } from './audit-model.ts';
import type { Sql } from './connection.ts';
import type { Prisma } from './generated/client.ts';

/** Who acts. `id` null: the system itself or the command line. */
export type Actor = { readonly id: number | null; readonly name: string };

export const SYSTEM_ACTOR: Actor = { id: null, name: 'Estafeta' };

/** Everything that a citizen does by himself is done by this name: who he is stands in the entry's object. */
export const KIOSK_ACTOR: Actor = { id: null, name: 'Quiosco' };

/** One act to be written down, inside the transaction that does it. */
export type Act = {
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly objectType: AuditObjectType;
  readonly objectId?: number | null;
  readonly caseId?: number | null;
  readonly details?: AuditDetails;
};

/** The columns that are hashed, in the order in which they are. */
export type AuditRow = {
  readonly at: number; // UTC ms
  readonly actorId: number | null;
  readonly actorName: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: number | null;
  readonly caseId: number | null;
  readonly details: string;
  readonly host: string;
  readonly prevHash: string;
};

export const CHAIN_START = '0'.repeat(64);
const host = hostname();

/** SHA-256 over the entry's columns and the hash of the entry before, as lower-case hex. */
export function auditHash(row: AuditRow): string {
  const hashed = JSON.stringify([
    row.at,
    row.actorId,
    row.actorName,
    row.action,
    row.objectType,
    row.objectId,
    row.caseId,
    row.details,
    row.host,
    row.prevHash,
  ]);
  return createHash('sha256').update(hashed).digest('hex');
}

function toRow(act: Act, at: number, prevHash: string): AuditRow & { readonly hash: string } {
  const row: AuditRow = {
    at,
    actorId: act.actor.id,
    actorName: act.actor.name,
    action: act.action,
    objectType: act.objectType,
    objectId: act.objectId ?? null,
    caseId: act.caseId ?? null,
    details: JSON.stringify(act.details ?? {}),
    host,
    prevHash,
  };
  return { ...row, hash: auditHash(row) };
}

/** Appends to the chain inside a Prisma write transaction. Only the store's write queue may call it. */
export async function appendAudit(tx: Prisma.TransactionClient, now: Date, act: Act): Promise<void> {
  const last = await tx.auditEntry.findFirst({ orderBy: { id: 'desc' }, select: { hash: true } });
  const row = toRow(act, now.getTime(), last?.hash ?? CHAIN_START);
  await tx.auditEntry.create({ data: { ...row, at: now } });
}

/** Many acts at once, in their order. */
export async function appendAuditMany(
  tx: Prisma.TransactionClient,
  now: Date,
  acts: readonly Act[],
): Promise<void> {
  const last = await tx.auditEntry.findFirst({ orderBy: { id: 'desc' }, select: { hash: true } });
  let prevHash = last?.hash ?? CHAIN_START;
  const rows = acts.map((act) => {
    const row = toRow(act, now.getTime(), prevHash);
    prevHash = row.hash;
    return row;
  });
  await tx.$executeRaw`INSERT INTO "AuditEntry"
      (at, "actorId", "actorName", action, "objectType", "objectId", "caseId", details, host, "prevHash", hash)
    SELECT value ->> 'at', value ->> 'actorId', value ->> 'actorName', value ->> 'action', value ->> 'objectType',
      value ->> 'objectId', value ->> 'caseId', value ->> 'details', value ->> 'host', value ->> 'prevHash',
      value ->> 'hash'
    FROM json_each(${JSON.stringify(rows)}) ORDER BY key`;
}

/** The same inside a raw write transaction. */
export function appendAuditSql(sql: Sql, now: Date, act: Act): void {
  const last = sql
    .prepare<[], { hash: string }>('SELECT hash FROM "AuditEntry" ORDER BY id DESC LIMIT 1')
    .get();
  sql
    .prepare(
      `INSERT INTO "AuditEntry" (at, actorId, actorName, action, objectType, objectId, caseId, details, host, prevHash, hash)
       VALUES (@at, @actorId, @actorName, @action, @objectType, @objectId, @caseId, @details, @host, @prevHash, @hash)`,
    )
    .run(toRow(act, now.getTime(), last?.hash ?? CHAIN_START));
}

/** SHA-256 over the raw hashes of a batch's messages, in id order: lets the log prove that they are all still there. */
export function batchDigest(hashes: readonly string[]): string {
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}
