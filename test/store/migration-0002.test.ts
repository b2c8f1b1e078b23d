import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0001 to 0002: repeated sightings are told apart, queued answers and templates go on', () => {
  const { sql, upTo } = databaseAt(1);
  sql.exec(`
    INSERT INTO "Mailbox" (id, name, kind, location, createdAt) VALUES (1, 'a', 'MAILDIR', '/a', 0), (2, 'b', 'MBOX', '/b', 0);
    INSERT INTO "RawSource" VALUES ('aa', 1, x'00');
    INSERT INTO "Message" (id, sha256, subject, fromName, fromAddress, receivedAt, storedAt, preview, parseStatus, marks,
      attachmentCount, threadId, kind, kindReason, isRequest, proposedConfidence, proposedReasons, needsReview,
      declaredPerson, state, identityLevel)
    VALUES (1, 'aa', 's', 'n', 'n@example.org', 0, 0, '', 'PARSED', '[]', 0, 1, 'REQUEST', '{}', 1, 0, '[]', 1, '{}', 'NEW', 'NONE');
    INSERT INTO "Sighting" (id, mailboxId, item, messageId, seenAt) VALUES (1, 1, 'x', 1, 0), (2, 2, 'b#1', 1, 0);
    INSERT INTO "User" (id, userName, displayName, role, passwordHash, preferences, createdAt) VALUES (1, 'u', 'U', 'CLERK', '', '{}', 0);
    INSERT INTO "Case" (id, number, title, state, identityLevel, openedAt, openedById, updatedAt, updatedById)
    VALUES (1, '50/2026/000001', 't', 'NEW', 'NONE', 0, 1, 0, 1);
    INSERT INTO "Template" (id, version, name, subject, body, updatedAt) VALUES (1, 3, 'T', 's', 'b', 7);
    INSERT INTO "Reply" (id, caseId, inReplyToId, messageIdHeader, toAddress, subject, body, state, createdAt, createdById)
    VALUES (1, 1, 1, '<r@x>', 'n@example.org', 's', 'b', 'QUEUED', 0, 1);
  `);
  upTo(2);
  expect(sql.prepare('SELECT id, duplicate, arrivedAt FROM "Sighting" ORDER BY id').all()).toEqual([
    { id: 1, duplicate: 0, arrivedAt: null },
    { id: 2, duplicate: 1, arrivedAt: null },
  ]);
  expect(sql.prepare('SELECT active, accountId FROM "Mailbox" WHERE id = 2').all()).toEqual([
    { active: 1, accountId: null },
  ]);
  expect(sql.prepare('SELECT kind, state, attempts, mime FROM "Reply"').all()).toEqual([
    { kind: 'ANSWER', state: 'QUEUED', attempts: 0, mime: null },
  ]);
  expect(sql.prepare('SELECT replyId, kind, address, state FROM "ReplyRecipient"').all()).toEqual([
    { replyId: 1, kind: 'TO', address: 'n@example.org', state: 'PENDING' },
  ]);
  expect(
    sql.prepare('SELECT templateId, version, body, savedAt, savedById FROM "TemplateVersion"').all(),
  ).toEqual([{ templateId: 1, version: 3, body: 'b', savedAt: 7, savedById: null }]);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
});
