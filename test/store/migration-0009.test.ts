import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0008 to 0009: messages stay as they are, and nobody has said yet what they ask for', () => {
  const { sql, upTo } = databaseAt(8);
  sql.exec(`
    INSERT INTO "RawSource" (sha256, size, zstd) VALUES ('a', 1, x'00');
    INSERT INTO "Message" (id, sha256, subject, fromName, fromAddress, receivedAt, storedAt, preview, parseStatus, marks,
      attachmentCount, threadId, kind, kindReason, isRequest, proposedConfidence, proposedReasons, needsReview,
      declaredPerson, state, identityLevel)
    VALUES (1, 'a', 's', 'n', 'f', 0, 0, 'p', 'PARSED', '[]', 0, 1, 'REQUEST', 'null', 1, 0.5, '[]', 0,
      '{"values":{},"idValid":null,"action":{"value":"ALTA","confidence":0.9}}', 'NEW', 'NONE');
  `);
  const before = sql.prepare<[], object>('SELECT * FROM "Message"').all();
  expect(upTo(9).applied).toEqual(['0009_final_action']);
  expect(sql.prepare('SELECT * FROM "Message"').all()).toEqual(
    before.map((message) => ({ ...message, finalAction: null })),
  );
});
