import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0003 to 0004: numbers on record stay, and what a case changed becomes a change that has taken effect', () => {
  const { sql, upTo } = databaseAt(3);
  sql.exec(`
    INSERT INTO "User" (id, userName, displayName, role, passwordHash, preferences, createdAt) VALUES (1, 'u', 'U', 'CLERK', '', '{}', 0);
    INSERT INTO "Citizen" (id, givenName, surnames, createdAt, updatedAt) VALUES (1, 'Rocío', 'Benjumea Cala', 0, 0);
    INSERT INTO "Case" (id, number, title, state, identityLevel, openedAt, openedById, updatedAt, updatedById, citizenId)
    VALUES (1, '50/2026/000001', 't', 'NEW', 'DOCUMENT', 0, 1, 0, 1, 1);
    INSERT INTO "Verification" (id, caseId, citizenId, method, result, checklist, notes, createdAt, createdById)
    VALUES (1, 1, 1, 'DOCUMENT', 'VERIFIED', '{}', '', 0, 1);
    INSERT INTO "RawSource" (sha256, size, zstd) VALUES ('a', 1, x'00');
    INSERT INTO "Message" (id, sha256, subject, fromName, fromAddress, receivedAt, storedAt, preview, parseStatus, marks, attachmentCount,
      threadId, kind, kindReason, isRequest, proposedConfidence, proposedReasons, needsReview, declaredPerson, state, identityLevel, caseId)
    VALUES (1, 'a', '', '', '', 0, 0, '', 'PARSED', '[]', 1, 1, 'REQUEST', '{}', 1, 0, '[]', 0, '{}', 'NEW', 'DOCUMENT', 1);
    INSERT INTO "Attachment" (id, messageId, ordinal, name, safeName, declaredType, size, sha256, inline, dangers)
    VALUES (7, 1, 0, 'ta1.pdf', 'ta1.pdf', 'application/pdf', 1, 'b', 0, '[]');
    INSERT INTO "PhoneRecord" (id, citizenId, e164, validFrom, validTo, reason, origin) VALUES (1, 1, '+34612034567', 10, 20, 'Importación', 'IMPORT');
    INSERT INTO "PhoneRecord" (id, citizenId, e164, validFrom, replacesId, reason, origin, recordedById, caseId, verificationId, attachmentId)
    VALUES (2, 1, '+34655010203', 20, 1, 'Lo pide en el TA.1', 'CASE', 1, 1, 1, 7);
  `);
  expect(upTo(4).applied).toEqual(['0004_phone_changes']);
  expect(sql.prepare('SELECT * FROM "PhoneRecord" ORDER BY id').all()).toEqual([
    {
      id: 1,
      citizenId: 1,
      contactSet: 'ELECTRONIC',
      e164: '+34612034567',
      validFrom: 10,
      validTo: 20,
      replacesId: null,
      reason: 'Importación',
      origin: 'IMPORT',
      recordedById: null,
      changeId: null,
    },
    {
      id: 2,
      citizenId: 1,
      contactSet: 'ELECTRONIC',
      e164: '+34655010203',
      validFrom: 20,
      validTo: null,
      replacesId: 1,
      reason: 'Lo pide en el TA.1',
      origin: 'CASE',
      recordedById: 1,
      changeId: 2,
    },
  ]);
  expect(sql.prepare('SELECT * FROM "PhoneChange"').all()).toEqual([
    {
      id: 2,
      citizenId: 1,
      caseId: 1,
      contactSet: 'ELECTRONIC',
      kind: 'CHANGE',
      fromE164: '+34612034567',
      toE164: '+34655010203',
      channel: 'MAILBOX',
      cause: 'Lo pide en el TA.1',
      verificationId: 1,
      possessionCodeId: null,
      recycled: 0,
      needs: null,
      state: 'EFFECTIVE',
      requestedById: 1,
      requestedAt: 20,
      decidedById: null,
      decidedAt: null,
      decisionNote: null,
      effectiveAt: 20,
      undoneAt: null,
      handedOverAt: null,
    },
  ]);
  expect(sql.prepare('SELECT * FROM "PhoneChangeAttachment"').all()).toEqual([
    { changeId: 2, attachmentId: 7 },
  ]);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
});
