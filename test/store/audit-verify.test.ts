import { expect, test } from 'vitest';
import type { AuditVerification } from '../../main/store/audit-model.ts';
import {
  SYSTEM_ACTOR,
  auditHash,
  appendAuditSql,
  batchDigest,
  type AuditRow,
} from '../../main/store/audit.ts';
import { verifyAudit } from '../../main/store/audit-verify.ts';
import { openSql, type Sql } from '../../main/store/connection.ts';
import { shippedMigrations } from '../../main/store/migrate.ts';
import { openStore } from '../../main/store/store.ts';
import { TEST_KEY, temporaryFolder, temporaryStore, testClock } from '../support/store.ts';

const NOW = new Date('2026-03-16T10:00:00Z');
/** Entries that a new database has: one a migration. */
const MADE = shippedMigrations().length;
/** A database with six notes in its log, changed behind the log's back, and what the check says. */
async function verifyAfter(tamper: (sql: Sql) => void): Promise<AuditVerification> {
  const dataDir = temporaryFolder();
  const migrations = shippedMigrations().slice(0, 1); // each leaves an entry, and the cases below count them
  const store = await openStore({
    dataDir,
    key: { kind: 'hex', hex: TEST_KEY },
    clock: testClock(),
    migrations,
  });
  await store.writeSql((sql) => {
    for (let n = 0; n < 6; n++) {
      appendAuditSql(sql, NOW, {
        actor: SYSTEM_ACTOR,
        action: 'case.noteAdded',
        objectType: 'CASE',
        objectId: n,
      });
    }
  });
  const file = store.file;
  await store.close();
  const sql = openSql(file, TEST_KEY, 'WRITE');
  try {
    sql.exec('DROP TRIGGER "AuditEntry_no_update"; DROP TRIGGER "AuditEntry_no_delete"');
    tamper(sql);
    return await verifyAudit(sql);
  } finally {
    sql.close();
  }
}

type Row = AuditRow & { id: number; hash: string };
const rowAt = (sql: Sql, id: number) => sql.prepare('SELECT * FROM "AuditEntry" WHERE id = ?').get(id) as Row;

function insert(sql: Sql, id: number, prevHash: string) {
  const { at, actorId, actorName, action, objectType, objectId, caseId, host } = rowAt(sql, 2);
  const details = '{"forged":true}';
  const like = { at, actorId, actorName, action, objectType, objectId, caseId, details, host, prevHash };
  sql
    .prepare(
      `INSERT INTO "AuditEntry" (id, at, actorId, actorName, action, objectType, objectId, caseId, details, host, prevHash, hash)
       VALUES (@id, @at, @actorId, @actorName, @action, @objectType, @objectId, @caseId, @details, @host, @prevHash, @hash)`,
    )
    .run({ ...like, id, hash: auditHash(like) });
}

/** Moves the entries from `from` on one place up, highest first. */
function makeRoom(sql: Sql, from: number) {
  for (let id = 7; id >= from; id--)
    sql.prepare('UPDATE "AuditEntry" SET id = ? WHERE id = ?').run(id + 1, id);
}

test('a log that nobody touched is whole, and its head is that of the last entry', async () => {
  let head = '';
  const found = await verifyAfter((sql) => {
    head = rowAt(sql, 7).hash;
  });
  expect(found).toEqual({ entries: 7, head, fault: null });
});

test.each<[string, (sql: Sql) => void, AuditVerification['fault']]>([
  [
    'a changed column',
    (sql) => sql.exec(`UPDATE "AuditEntry" SET actorName = 'Otra persona' WHERE id = 4`),
    { entryId: 4, problem: 'CHANGED' },
  ],
  [
    'a changed hash',
    (sql) => sql.exec(`UPDATE "AuditEntry" SET hash = '${'0'.repeat(64)}' WHERE id = 4`),
    { entryId: 4, problem: 'CHANGED' },
  ],
  [
    'a removed entry',
    (sql) => sql.exec('DELETE FROM "AuditEntry" WHERE id = 4'),
    { entryId: 4, problem: 'REMOVED' },
  ],
  [
    'the first entries removed',
    (sql) => sql.exec('DELETE FROM "AuditEntry" WHERE id < 3'),
    { entryId: 1, problem: 'REMOVED' },
  ],
  [
    'a removed entry whose gap was closed',
    (sql) => {
      sql.exec('DELETE FROM "AuditEntry" WHERE id = 4');
      for (const id of [5, 6, 7]) sql.prepare('UPDATE "AuditEntry" SET id = ? WHERE id = ?').run(id - 1, id);
    },
    { entryId: 4, problem: 'REMOVED' },
  ],
  [
    'an inserted entry that pretends to follow the one before it',
    (sql) => {
      makeRoom(sql, 4);
      insert(sql, 4, rowAt(sql, 3).hash);
    },
    { entryId: 4, problem: 'INSERTED' },
  ],
  [
    'an inserted entry that follows nothing',
    (sql) => {
      makeRoom(sql, 4);
      insert(sql, 4, 'ab'.repeat(32));
    },
    { entryId: 4, problem: 'INSERTED' },
  ],
  [
    'two entries that changed places',
    (sql) =>
      sql.exec(
        'UPDATE "AuditEntry" SET id = CASE id WHEN 3 THEN -5 ELSE id END; UPDATE "AuditEntry" SET id = 3 WHERE id = 5; UPDATE "AuditEntry" SET id = 5 WHERE id = -5',
      ),
    { entryId: 3, problem: 'REORDERED' },
  ],
  [
    'the last entries cut off',
    (sql) => sql.exec('DELETE FROM "AuditEntry" WHERE id > 5'),
    { entryId: 6, problem: 'TRUNCATED' },
  ],
  ['everything removed', (sql) => sql.exec('DELETE FROM "AuditEntry"'), { entryId: 1, problem: 'TRUNCATED' }],
])('names %s', async (_, tamper, fault) => {
  expect((await verifyAfter(tamper)).fault).toEqual(fault);
});

const sha = (n: number) => String(n).repeat(64);

function addMessage(sql: Sql, n: number) {
  sql.prepare('INSERT INTO "RawSource" (sha256, size, zstd) VALUES (?, 1, ?)').run(sha(n), Buffer.from('x'));
  sql
    .prepare(
      `INSERT INTO "Message" (sha256, subject, fromName, fromAddress, receivedAt, storedAt, preview, parseStatus, marks,
         attachmentCount, threadId, kind, kindReason, isRequest, proposedConfidence, proposedReasons, needsReview,
         declaredPerson, state, identityLevel)
       VALUES (?, '', '', '', 0, 0, '', 'PARSED', '[]', 0, 0, 'REQUEST', 'null', 1, 0, '[]', 0, '{}', 'NEW', 'NONE')`,
    )
    .run(sha(n));
}

test.each<[string, (sql: Sql) => void]>([
  ['a message is gone', (sql) => sql.exec('DELETE FROM "Message" WHERE id = 2')],
  ['its source is gone', (sql) => sql.exec(`DELETE FROM "RawSource" WHERE sha256 = '${sha(2)}'`)],
  [
    'a message was put in the place of another',
    (sql) =>
      sql.exec(
        `DELETE FROM "Message" WHERE id = 2; UPDATE "RawSource" SET sha256 = '${sha(8)}' WHERE sha256 = '${sha(2)}'`,
      ),
  ],
])('notices that %s of what an ingest stored', async (_, tamper) => {
  const store = await temporaryStore();
  await store.writeSql((sql) => {
    for (const n of [1, 2, 3]) addMessage(sql, n);
    appendAuditSql(sql, NOW, {
      actor: SYSTEM_ACTOR,
      action: 'mailbox.ingested',
      objectType: 'MAILBOX',
      details: { firstId: 1, lastId: 3, stored: 3, digest: batchDigest([sha(1), sha(2), sha(3)]) },
    });
  });
  expect((await verifyAudit(store.sql)).fault).toBeNull();
  const sql = openSql(store.file, TEST_KEY, 'WRITE');
  sql.exec('PRAGMA foreign_keys = OFF; DROP TRIGGER "RawSource_no_update"');
  for (const { name } of sql
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name <> 'AuditEntry'`,
    )
    .all()) {
    sql.exec(`DROP TRIGGER "${name}"`);
  }
  tamper(sql);
  sql.close();
  expect((await verifyAudit(store.sql)).fault).toEqual({ entryId: MADE + 1, problem: 'MESSAGES_CHANGED' });
});

test('answers others between slices, says how far it is, and stops when told to', async () => {
  const store = await temporaryStore();
  await store.writeSql((sql) => {
    for (let n = 0; n < 1200; n++) {
      appendAuditSql(sql, NOW, { actor: SYSTEM_ACTOR, action: 'session.lock', objectType: 'SESSION' });
    }
  });
  const seen: number[] = [];
  let othersHadATurn = false;
  setImmediate(() => {
    othersHadATurn = true;
  });
  await verifyAudit(store.sql, {
    onProgress: (done, total) => {
      expect(total).toBe(MADE + 1200);
      seen.push(done);
    },
  });
  expect(seen).toEqual([500, 1000, MADE + 1200]);
  expect(othersHadATurn).toBe(true);
  await expect(verifyAudit(store.sql, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
});
