import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSql } from '../../main/store/connection.ts';
import { integrityProblems } from '../../main/store/database-facts.ts';
import { openStore } from '../../main/store/store.ts';
import { TEST_KEY, temporaryFolder, temporaryStore, testClock } from '../support/store.ts';

const key = { kind: 'hex', hex: TEST_KEY } as const;
const open = (dataDir: string) => openStore({ dataDir, key, clock: testClock() });

/** A closed data folder with one unit in it. */
async function closedFolder(): Promise<string> {
  const dataDir = temporaryFolder();
  const store = await open(dataDir);
  await store.write((tx) => tx.unit.create({ data: { name: 'URE 50/01' } }));
  await store.close();
  return dataDir;
}

/** Every file with its bytes, but the lock, which has none. */
function contents(dataDir: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dataDir, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'estafeta.lock')
      .map((entry) => [entry.name, readFileSync(join(dataDir, entry.name)).toString('base64')]),
  );
}

test('nothing in the folder can be read without the key', async () => {
  const dataDir = await closedFolder();
  for (const name of readdirSync(dataDir)) {
    const bytes = readFileSync(join(dataDir, name));
    for (const plain of ['SQLite format', 'URE 50/01', 'CREATE TABLE', TEST_KEY]) {
      expect(bytes.includes(plain)).toBe(false);
    }
  }
  expect(readdirSync(dataDir)).toContain('estafeta.db');
});

test('reads refuse to write', async () => {
  const store = await temporaryStore();
  expect(() => store.sql.exec(`INSERT INTO "Unit" (name) VALUES ('x')`)).toThrow(/readonly/);
  await expect(store.prisma.unit.create({ data: { name: 'x' } })).rejects.toThrow(/readonly/);
  // A record within a record: Prisma begins a transaction by itself.
  const version = { version: 1, name: 'x', subject: '', body: '', savedAt: new Date(0) };
  const template = {
    name: 'x',
    subject: '',
    body: '',
    updatedAt: new Date(0),
    versions: { create: version },
  };
  await expect(store.prisma.template.create({ data: template })).rejects.toThrow(/readonly/);
});

test.each([`UPDATE "AuditEntry" SET actorName = 'x'`, `DELETE FROM "AuditEntry"`])(
  'the log only grows: %s is refused by the database itself',
  async (statement) => {
    const sql = openSql(join(await closedFolder(), 'estafeta.db'), TEST_KEY, 'WRITE');
    const entries = () => sql.prepare('SELECT * FROM "AuditEntry"').all();
    const before = entries();
    expect(before).not.toEqual([]);
    expect(() => sql.exec(statement)).toThrow(/append-only/);
    expect(entries()).toEqual(before);
    sql.close();
  },
);

test.each<[string, Parameters<typeof openStore>[0]['key'], string]>([
  ['no key', { kind: 'none' }, 'KEY_MISSING'],
  ['a key file that is a folder', { kind: 'file', path: import.meta.dirname, create: false }, 'KEY_MISSING'],
  ['a key file that is not there', { kind: 'file', path: '/no/such/key', create: false }, 'KEY_MISSING'],
  ['another key', { kind: 'hex', hex: 'f'.repeat(64) }, 'KEY_WRONG'],
  ['something that is no key', { kind: 'hex', hex: 'contraseña' }, 'KEY_WRONG'],
])('%s is refused, and the folder stays as it was', async (_, given, code) => {
  const dataDir = await closedFolder();
  const before = contents(dataDir);
  await expect(openStore({ dataDir, key: given })).rejects.toMatchObject({ code });
  expect(contents(dataDir)).toEqual(before);
});

test('another key is told from damage also when the fingerprint is lost', async () => {
  const dataDir = await closedFolder();
  rmSync(join(dataDir, 'estafeta.fingerprint'));
  await expect(openStore({ dataDir, key: { kind: 'hex', hex: 'f'.repeat(64) } })).rejects.toMatchObject({
    code: 'KEY_WRONG',
  });
  const store = await open(dataDir);
  expect(await store.prisma.unit.count()).toBe(1);
  await store.close();
});

test.each<[string, (file: string) => void]>([
  [
    'bytes changed at the beginning',
    (file) => {
      const bytes = readFileSync(file);
      bytes.fill(0x5a, 100, 300);
      writeFileSync(file, bytes);
    },
  ],
  ['the second half missing', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
  ['a length of zero', (file) => truncateSync(file, 0)],
  ['the file gone', (file) => rmSync(file)],
])('a database with %s is damaged, and left as it is', async (_, damage) => {
  const dataDir = await closedFolder();
  damage(join(dataDir, 'estafeta.db'));
  const before = contents(dataDir);
  await expect(open(dataDir)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  expect(contents(dataDir)).toEqual(before);
});

test('one damaged page is a coded error when it is read', async () => {
  const dataDir = await closedFolder();
  const file = join(dataDir, 'estafeta.db');
  const whole = openSql(file, TEST_KEY, 'READ');
  const page = whole
    .prepare<[], { rootpage: number }>(`SELECT rootpage FROM sqlite_master WHERE name = 'Unit'`)
    .get();
  whole.close();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, ((page?.rootpage ?? 0) - 1) * 4096 + 50, ((page?.rootpage ?? 0) - 1) * 4096 + 90);
  writeFileSync(file, bytes);
  const damaged = openSql(file, TEST_KEY, 'READ');
  expect(() => integrityProblems(damaged)).toThrow(expect.objectContaining({ code: 'STORE_DAMAGED' }));
  damaged.close();
});

test('a full disk is said so, and what was there stays', async () => {
  const store = await temporaryStore();
  await store.write((tx) => tx.unit.create({ data: { name: 'Antes' } }));
  await expect(
    store.writeSql((sql) => {
      sql.pragma(`max_page_count = ${String(sql.pragma('page_count', { simple: true }))}`);
      const insert = sql.prepare('INSERT INTO "RawSource" (sha256, size, zstd) VALUES (?, 1, ?)');
      for (let n = 0; n < 100; n++) insert.run(String(n).padStart(64, '0'), Buffer.alloc(20_000));
    }),
  ).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(await store.prisma.unit.count()).toBe(1);
  expect(store.sql.prepare('SELECT count(*) AS n FROM "RawSource"').get()).toEqual({ n: 0 });
});

test('a folder in use by another process is locked; killing that process frees it', async () => {
  const dataDir = await closedFolder();
  const other = spawn(process.execPath, [join(import.meta.dirname, 'hold.ts'), dataDir, TEST_KEY], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    other.kill('SIGKILL');
  });
  await once(other.stdout, 'data');
  await expect(open(dataDir)).rejects.toMatchObject({ code: 'STORE_LOCKED' });
  other.kill('SIGKILL');
  await once(other, 'exit');
  const store = await open(dataDir);
  expect(await store.prisma.unit.count()).toBe(1);
  await store.close();
});

test('writes go one after another, and a failed one leaves nothing and stops no other', async () => {
  const store = await temporaryStore();
  const results = await Promise.allSettled([
    store.write((tx) => tx.unit.create({ data: { name: 'A' } })),
    store.write(async (tx) => {
      await tx.unit.create({ data: { name: 'B' } });
      throw new Error('no');
    }),
    store.writeSql((sql) => {
      sql.exec(`INSERT INTO "Unit" (name) VALUES ('C')`);
      throw new Error('no');
    }),
    store.write((tx) => tx.unit.create({ data: { name: 'A' } })),
    store.write((tx) => tx.unit.create({ data: { name: 'D' } })),
  ]);
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(results[3]).toMatchObject({ reason: { code: 'DUPLICATE' } });
  const units = await store.prisma.unit.findMany({ orderBy: { id: 'asc' } });
  expect(units.map(({ name }) => name)).toEqual(['A', 'D']);
});
