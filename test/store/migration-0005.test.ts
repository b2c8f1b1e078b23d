import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0004 to 0005: messages stay as they are, and the model that ships is the one in use', () => {
  const { sql, upTo } = databaseAt(4);
  const insert = (id: number, columns: string, values: string) =>
    sql.exec(`
      INSERT INTO "RawSource" (sha256, size, zstd) VALUES ('${id}', 1, x'00');
      INSERT INTO "Message" (id, sha256, subject, fromName, fromAddress, receivedAt, storedAt, preview, parseStatus, marks,
        attachmentCount, threadId, kind, kindReason, isRequest, proposedReasons, declaredPerson, state, identityLevel, ${columns})
      VALUES (${id}, '${id}', '', '', '', 0, 0, '', 'PARSED', '[]', 0, ${id}, 'REQUEST', '{}', 1, '[]', '{}', 'NEW', 'NONE', ${values});`);
  insert(1, 'proposedCategory, proposedConfidence, needsReview', `'OTRAS', 0.4, 1`);
  insert(2, 'proposedCategory, proposedConfidence, needsReview', `'OTRAS', 0.2, 1`);
  insert(
    3,
    'proposedCategory, proposedConfidence, needsReview, finalCategory, finalById, finalAt',
    `'OTRAS', 0.7, 0, 'COTIZACION', 1, 50`,
  );
  const before = sql.prepare('SELECT * FROM "Message" ORDER BY id').all();
  expect(upTo(5).applied).toEqual(['0005_category_learning']);
  expect(sql.prepare('SELECT * FROM "Message" ORDER BY id').all()).toEqual(before);
  expect(sql.prepare('SELECT version, state, model FROM "CategoryModel"').all()).toEqual([
    { version: 1, state: 'IN_USE', model: null },
  ]);
  const inUse = `INSERT INTO "CategoryModel" (version, state, trainedAt, shipped, decided, kept, keptRight, keptRightBefore)
    VALUES (2, 'IN_USE', 0, 0, 0, 0, 0, 0)`;
  expect(() => sql.exec(inUse)).toThrow('UNIQUE');
  const doubtful = sql
    .prepare<[], { id: number }>(
      `SELECT id FROM "Message" INDEXED BY "Message_doubt_idx" WHERE needsReview = 1 ORDER BY proposedConfidence, id DESC`,
    )
    .all();
  expect(doubtful).toEqual([{ id: 2 }, { id: 1 }]);
  const decided = sql
    .prepare(
      `SELECT finalAt, finalCategory FROM "Message" INDEXED BY "Message_decidedAt_idx" WHERE finalCategory IS NOT NULL`,
    )
    .all();
  expect(decided).toEqual([{ finalAt: 50, finalCategory: 'COTIZACION' }]);
});
