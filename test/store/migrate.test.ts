import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyAudit } from '../../main/store/audit-verify.ts';
import { openSql } from '../../main/store/connection.ts';
import { shippedMigrations, type Migration } from '../../main/store/migrate.ts';
import { openStore } from '../../main/store/store.ts';
import { TEST_KEY, temporaryFolder, testClock } from '../support/store.ts';

const shipped = shippedMigrations();
const newest = shipped.at(-1)?.id ?? 0;
const next = (sql: string): Migration[] => [...shipped, { id: newest + 1, name: `${newest + 1}_next`, sql }];

function open(dataDir: string, migrations: readonly Migration[] = shipped) {
  return openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY }, clock: testClock(), migrations });
}

async function folderWithUnit(): Promise<string> {
  const dataDir = temporaryFolder();
  const store = await open(dataDir);
  await store.write((tx) => tx.unit.create({ data: { name: 'URE' } }));
  await store.close();
  return dataDir;
}

type Journal = { id: number; name: string };
async function look(dataDir: string) {
  const sql = openSql(join(dataDir, 'estafeta.db'), TEST_KEY, 'READ');
  try {
    return {
      journal: sql.prepare<[], Journal>('SELECT id, name FROM "_migration" ORDER BY id').all(),
      unitColumns: sql.prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('Unit')`).all(),
      units: sql.prepare<[], { name: string }>('SELECT name FROM "Unit"').all(),
      chain: await verifyAudit(sql),
    };
  } finally {
    sql.close();
  }
}

test('migrations are numbered from one without a gap, and shipped', () => {
  expect(shipped.map(({ id }) => id)).toEqual(shipped.map((_, at) => at + 1));
});

test('from nothing: every migration once, in the journal and in the log, without a copy', async () => {
  const dataDir = temporaryFolder();
  await (await open(dataDir)).close();
  await (await open(dataDir)).close();
  const { journal, chain } = await look(dataDir);
  expect(journal.map(({ id }) => id)).toEqual(shipped.map(({ id }) => id));
  expect(chain).toMatchObject({ entries: shipped.length, fault: null });
  expect(readdirSync(dataDir)).not.toContain('backups');
});

test('forward with data: a copy first, the data kept, journal and log in the same transaction', async () => {
  const dataDir = await folderWithUnit();
  const store = await open(dataDir, next(`ALTER TABLE "Unit" ADD COLUMN phone TEXT NOT NULL DEFAULT ''`));
  await store.close();
  const now = await look(dataDir);
  expect(now.units).toEqual([{ name: 'URE' }]);
  expect(now.unitColumns.map(({ name }) => name)).toContain('phone');
  expect(now.journal.at(-1)).toEqual({ id: newest + 1, name: `${newest + 1}_next` });
  expect(now.chain).toMatchObject({ entries: newest + 1, fault: null });

  const [copy = ''] = readdirSync(join(dataDir, 'backups'));
  const bytes = readFileSync(join(dataDir, 'backups', copy));
  expect(bytes.includes('CREATE TABLE')).toBe(false);
  const before = openSql(join(dataDir, 'backups', copy), TEST_KEY, 'READ');
  expect(before.prepare('SELECT name FROM "Unit"').all()).toEqual([{ name: 'URE' }]);
  expect(before.prepare('SELECT max(id) AS id FROM "_migration"').get()).toEqual({ id: newest });
  before.close();
});

test('a migration that fails half-way leaves the database as it was, and the old program opens it', async () => {
  const dataDir = await folderWithUnit();
  const half = `ALTER TABLE "Unit" ADD COLUMN phone TEXT; DELETE FROM "Unit"; SELECT no_such_function()`;
  await expect(open(dataDir, next(half))).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
  const now = await look(dataDir);
  expect(now.units).toEqual([{ name: 'URE' }]);
  expect(now.unitColumns.map(({ name }) => name)).not.toContain('phone');
  expect(now.journal.at(-1)?.id).toBe(newest);
  expect(now.chain).toMatchObject({ entries: newest, fault: null });
  await (await open(dataDir)).close();
});

test('a database of a newer program is refused and not touched', async () => {
  const dataDir = await folderWithUnit();
  await (await open(dataDir, next('CREATE TABLE "Later" (id INTEGER)'))).close();
  const before = readFileSync(join(dataDir, 'estafeta.db'));
  await expect(open(dataDir)).rejects.toMatchObject({
    code: 'STORE_NEWER',
    details: { database: newest + 1, program: newest },
  });
  expect(readFileSync(join(dataDir, 'estafeta.db')).equals(before)).toBe(true);
});
