import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0007 to 0008: codes stay answerable and evidence; one registration and code in force, history for good', () => {
  const { sql, upTo } = databaseAt(7);
  sql.exec(`
    INSERT INTO "Citizen" (id, givenName, surnames, createdAt, updatedAt) VALUES (1, 'Rocío', 'Benjumea Cala', 0, 0);
    INSERT INTO "Case" (id, number, title, state, identityLevel, openedAt, openedById, updatedAt, updatedById, citizenId)
    VALUES (1, '50/2026/000001', 't', 'NEW', 'DOCUMENT', 0, 1, 0, 1, 1);
    INSERT INTO "OneTimeCode" (id, citizenId, caseId, purpose, e164, language, salt, hash, state, attempts, createdAt,
      createdById, expiresAt, seenAt, countsAt, gatewayId)
    VALUES (4, 1, 1, 'POSSESSION', '+34612034567', 'es', 's', 'h', 'USED', 1, 10, 1, 300010, 20, 10, 'g'),
           (5, 1, 1, 'IDENTITY', '+34612034567', 'ca', 't', 'i', 'PENDING', 0, 30, 1, 300030, 30, 30, NULL);
    INSERT INTO "PhoneChange" (id, citizenId, caseId, contactSet, kind, toE164, channel, cause, recycled, state,
      requestedById, requestedAt, effectiveAt, possessionCodeId)
    VALUES (3, 1, 1, 'ELECTRONIC', 'REGISTER', '+34612034567', 'TA1', 'Lo pide', 0, 'EFFECTIVE', 1, 10, 10, 4),
           (6, 1, 1, 'ELECTRONIC', 'CHANGE', '+34612034568', 'TA1', 'Lo pide', 0, 'PENDING', 1, 10, NULL, NULL);
  `);
  const codes = sql.prepare<[], { e164: string }>('SELECT * FROM "OneTimeCode"').all();
  const changes = sql.prepare('SELECT * FROM "PhoneChange"').all();
  expect(upTo(8).applied).toEqual(['0008_counter']);
  expect(sql.prepare('SELECT * FROM "PhoneChange"').all()).toEqual(changes);
  expect(sql.prepare('SELECT * FROM "OneTimeCode"').all()).toEqual(
    codes.map(({ e164, ...code }) => ({ ...code, address: e164, channel: 'SMS', boundTo: null })),
  );

  const code = (id: number, columns: string, values: string) =>
    sql.exec(`INSERT INTO "OneTimeCode" (id, citizenId, purpose, address, language, salt, hash, state, createdAt,
      expiresAt, seenAt, countsAt, ${columns}) VALUES (${id}, 1, 'ACCESS', 'a', 'es', 's', 'h', 'VOID', 0, 0, 0, 0, ${values})`);
  expect(() => code(7, 'caseId, boundTo', `1, 'visit/1'`)).toThrow('CHECK');
  expect(() => code(7, 'caseId', 'NULL')).toThrow('CHECK');
  for (const id of [7, 8, 9, 10]) code(id, 'boundTo', `'counter/1'`);
  const register = (id: number, state: string, phoneCode: number) =>
    sql.exec(`INSERT INTO "Registration" (id, citizenId, documentType, documentNumber, checklist, e164, phoneCodeId,
      email, emailCodeId, state, createdAt, createdById)
      VALUES (${id}, 1, 'DNI', '99193443D', '{}', 'a', ${phoneCode}, 'b', ${phoneCode + 1}, '${state}', 0, 1)`);
  register(1, 'CLOSED', 7);
  expect(() => register(2, 'OPEN', 7)).toThrow('UNIQUE');
  register(2, 'OPEN', 9);
  expect(() => sql.exec(`UPDATE "Registration" SET state = 'OPEN' WHERE id = 1`)).toThrow('UNIQUE');
  expect(() => sql.exec('DELETE FROM "Registration" WHERE id = 1')).toThrow('never deleted');
  const activation = (id: number, state: string) =>
    sql.exec(`INSERT INTO "ActivationCode" (id, registrationId, salt, hash, state, issuedAt, issuedById, expiresAt, seenAt)
      VALUES (${id}, 2, 's', 'h', '${state}', 0, 1, 0, 0)`);
  activation(1, 'VOID');
  activation(2, 'ACTIVE');
  expect(() => activation(3, 'ACTIVE')).toThrow('UNIQUE');
  sql.exec(`
    INSERT INTO "RegistrationEvent" (id, registrationId, act, at) VALUES (1, 2, 'REGISTERED', 0);
    INSERT INTO "SignedSheet" (id, registrationId, activationCodeId, mediaType, size, sha256, content, addedAt, addedById)
    VALUES (1, 2, 2, 'application/pdf', 1, 'x', x'00', 0, 1);
  `);
  for (const [table, column] of [
    ['RegistrationEvent', 'reason'],
    ['SignedSheet', 'sha256'],
  ]) {
    expect(() => sql.exec(`UPDATE "${table}" SET ${column} = 'y'`)).toThrow(/append-only|never changes/);
    expect(() => sql.exec(`DELETE FROM "${table}"`)).toThrow(/append-only|never deleted/);
  }
  expect(sql.pragma('foreign_key_check')).toEqual([]);
});
