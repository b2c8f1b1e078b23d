import { expect, test } from 'vitest';
import { databaseAt } from '../support/migration.ts';

test('0005 to 0006: templates stay as they are, and a catalogue can be kept in which each name is there once', () => {
  const { sql, upTo } = databaseAt(5);
  sql.exec(`
    INSERT INTO "Template" (id, name, subject, body, updatedAt) VALUES (1, 'Acuse', 's', 'b', 0);
    INSERT INTO "TemplateVersion" (templateId, version, name, subject, body, savedAt) VALUES (1, 1, 'Acuse', 's', 'b', 0);
  `);
  const templates = () =>
    ['Template', 'TemplateVersion'].map((table) => sql.prepare(`SELECT * FROM "${table}"`).all());
  const before = templates();
  expect(upTo(6).applied).toEqual(['0006_catalogue']);
  expect(templates()).toEqual(before);
  const insert = (audience: string) =>
    sql
      .prepare(
        `INSERT INTO "CatalogueEntry" (kind, audience, section, name, access, words, updatedAt)
         VALUES ('SERVICE', ?, 'Informes', 'Informe', '[]', '[]', 0)`,
      )
      .run(audience);
  insert('CITIZEN');
  insert('COMPANY');
  expect(() => insert('CITIZEN')).toThrow('UNIQUE');
  expect(sql.prepare('SELECT version, active, category FROM "CatalogueEntry" WHERE id = 1').all()).toEqual([
    { version: 1, active: 1, category: null },
  ]);
});
