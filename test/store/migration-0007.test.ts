import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0006 to 0007: changes stay as they were, none handed over; a batch cannot be changed or removed', () => {
  const { sql, upTo } = databaseAt(6);
  sql.exec(`
    INSERT INTO "Citizen" (id, givenName, surnames, createdAt, updatedAt) VALUES (1, 'Rocío', 'Benjumea Cala', 0, 0);
    INSERT INTO "Case" (id, number, title, state, identityLevel, openedAt, openedById, updatedAt, updatedById, citizenId)
    VALUES (1, '50/2026/000001', 't', 'NEW', 'DOCUMENT', 0, 1, 0, 1, 1);
    INSERT INTO "PhoneChange" (id, citizenId, caseId, contactSet, kind, toE164, channel, cause, recycled, state,
      requestedById, requestedAt, effectiveAt)
    VALUES (3, 1, 1, 'ELECTRONIC', 'REGISTER', '+34612034567', 'TA1', 'Lo pide', 0, 'EFFECTIVE', 1, 10, 10);
  `);
  const before = sql.prepare('SELECT * FROM "PhoneChange"').all();
  expect(upTo(7).applied).toEqual(['0007_handover']);
  expect(sql.prepare('SELECT * FROM "PhoneChange"').all()).toEqual(before);
  expect(sql.prepare('SELECT count(*) AS n FROM "HandoverItem"').get()).toEqual({ n: 0 });
  sql.exec(`
    INSERT INTO "HandoverBatch" (id, number, createdAt, createdById, json, csv, jsonSha256, csvSha256, publicKey, signature)
    VALUES (1, 1, 20, 1, x'7b7d', x'', 'a', 'b', 'k', 's');
    INSERT INTO "HandoverItem" (changeId, batchId, line, state) VALUES (3, 1, 1, 'SENT');
  `);
  expect(() => sql.exec(`UPDATE "HandoverBatch" SET json = x'00'`)).toThrow('a batch never changes');
  expect(() => sql.exec('DELETE FROM "HandoverBatch"')).toThrow('a batch is never deleted');
  expect(() =>
    sql.exec(`INSERT INTO "HandoverItem" (changeId, batchId, line, state) VALUES (3, 1, 2, 'SENT')`),
  ).toThrow('UNIQUE');
  sql.exec('UPDATE "HandoverBatch" SET acknowledgedAt = 30');
  expect(sql.pragma('foreign_key_check')).toEqual([]);
});
