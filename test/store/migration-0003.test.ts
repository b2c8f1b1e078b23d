import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0002 to 0003: cases and citizens stay as they are, and codes hang on them', () => {
  const { sql, upTo } = databaseAt(2);
  sql.exec(`
    INSERT INTO "User" (id, userName, displayName, role, passwordHash, preferences, createdAt) VALUES (1, 'u', 'U', 'CLERK', '', '{}', 0);
    INSERT INTO "Citizen" (id, givenName, surnames, createdAt, updatedAt) VALUES (1, 'Rocío', 'Benjumea Cala', 0, 0);
    INSERT INTO "Case" (id, number, title, state, identityLevel, openedAt, openedById, updatedAt, updatedById, citizenId)
    VALUES (1, '50/2026/000001', 't', 'NEW', 'DOCUMENT', 0, 1, 0, 1, 1);
    INSERT INTO "Verification" (id, caseId, citizenId, method, result, checklist, notes, createdAt, createdById)
    VALUES (1, 1, 1, 'DOCUMENT', 'VERIFIED', '{}', '', 0, 1);
  `);
  const before = ['Citizen', 'Case', 'Verification'].map((table) =>
    sql.prepare(`SELECT * FROM "${table}"`).all(),
  );
  expect(upTo(3).applied).toEqual(['0003_one_time_codes']);
  expect(
    ['Citizen', 'Case', 'Verification'].map((table) => sql.prepare(`SELECT * FROM "${table}"`).all()),
  ).toEqual(before);
  const insert = (caseId: number) =>
    sql
      .prepare(
        `INSERT INTO "OneTimeCode" (citizenId, caseId, purpose, e164, language, salt, hash, state, createdAt, createdById, expiresAt, seenAt, countsAt)
         VALUES (1, ?, 'IDENTITY', '+34612034567', 'es', '', '', 'PENDING', 0, 1, 0, 0, 0)`,
      )
      .run(caseId);
  insert(1);
  expect(sql.prepare('SELECT attempts, gatewayId, delivery FROM "OneTimeCode"').all()).toEqual([
    { attempts: 0, gatewayId: null, delivery: null },
  ]);
  expect(() => insert(2)).toThrow('FOREIGN KEY');
});
