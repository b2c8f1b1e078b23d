import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { verifyAudit } from '../../main/store/audit-verify.ts';
import { backupTo, restoreBackup } from '../../main/store/backup.ts';
import { openSql } from '../../main/store/connection.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { TEST_KEY, temporaryFolder, temporaryStore, testClock } from '../support/store.ts';

const OTHER_KEY = 'f'.repeat(64);
const key = { kind: 'hex', hex: TEST_KEY } as const;

function addUnit(store: Store, name: string) {
  return store.write(async (tx) => {
    await tx.unit.create({ data: { name } });
    await store.audit({ actor: SYSTEM_ACTOR, action: 'unit.saved', objectType: 'UNIT' }, tx);
  });
}

async function unitNames(dataDir: string): Promise<string[]> {
  const store = await openStore({ dataDir, key, clock: testClock() });
  const units = await store.prisma.unit.findMany({ orderBy: { id: 'asc' } });
  await store.close();
  return units.map((unit) => unit.name);
}

test('copies while writes go on, without a plain byte, and the copy is a state that was', async () => {
  const store = await temporaryStore();
  await addUnit(store, 'UNIDAD-RECONOCIBLE');
  const path = join(temporaryFolder(), 'copias', 'hoy.db');
  const writes = Array.from({ length: 40 }, (_, at) => addUnit(store, `U${at}`));
  const backup = await backupTo(store, SYSTEM_ACTOR, path);
  await Promise.all(writes);

  const bytes = readFileSync(path);
  expect(bytes.byteLength).toBe(backup.bytes);
  expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  for (const plain of ['UNIDAD-RECONOCIBLE', 'CREATE TABLE', 'unit.saved']) {
    expect(bytes.includes(plain)).toBe(false);
  }
  expect(readdirSync(join(path, '..'))).toEqual(['hoy.db']);

  const copy = openSql(path, TEST_KEY, 'READ');
  const units = copy.prepare<[], { n: number }>('SELECT count(*) AS n FROM "Unit"').get();
  const entries = copy
    .prepare<[], { n: number }>(`SELECT count(*) AS n FROM "AuditEntry" WHERE action = 'unit.saved'`)
    .get();
  expect(units).toEqual(entries);
  expect((await verifyAudit(copy)).head).toBe(backup.auditHead);
  copy.close();
  const log = await store.prisma.auditEntry.findFirst({ where: { action: 'store.backup' } });
  expect(JSON.parse(log?.details ?? '{}')).toMatchObject({ file: 'hoy.db', auditHead: backup.auditHead });
});

test('leaves no file when it is cancelled, and never writes over one', async () => {
  const store = await temporaryStore();
  const folder = temporaryFolder();
  const path = join(folder, 'copia.db');
  await expect(backupTo(store, SYSTEM_ACTOR, path, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'CANCELLED',
  });
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(path, 'otra cosa');
  await expect(backupTo(store, SYSTEM_ACTOR, path)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  expect(readFileSync(path, 'utf8')).toBe('otra cosa');
});

test('says so where the folder is a file', async () => {
  const file = join(temporaryFolder(), 'archivo');
  writeFileSync(file, 'otra cosa');
  const unusable = { code: 'FOLDER_UNUSABLE' };
  const store = await temporaryStore();
  await expect(backupTo(store, SYSTEM_ACTOR, join(file, 'copia.db'))).rejects.toMatchObject(unusable);
  const backup = await backupWith([]);
  const dataDir = join(file, 'datos');
  await expect(restoreBackup({ dataDir, key, backup })).rejects.toMatchObject(unusable);
  expect(readFileSync(file, 'utf8')).toBe('otra cosa');
});

async function backupWith(names: readonly string[]): Promise<string> {
  const store = await openStore({ dataDir: temporaryFolder(), key, clock: testClock() });
  for (const name of names) await addUnit(store, name);
  const path = join(temporaryFolder(), 'copia.db');
  await backupTo(store, SYSTEM_ACTOR, path);
  await store.close();
  return path;
}

test('restores into a new folder and into one with data, which is kept aside', async () => {
  const backup = await backupWith(['URE 1', 'URE 2']);
  const fresh = temporaryFolder();
  expect(await restoreBackup({ dataDir: fresh, key, backup, clock: testClock() })).toMatchObject({
    previous: null,
  });
  expect(await unitNames(fresh)).toEqual(['URE 1', 'URE 2']);

  const used = temporaryFolder();
  const store = await openStore({ dataDir: used, key, clock: testClock() });
  await addUnit(store, 'Lo de antes');
  await store.close();
  const { previous } = await restoreBackup({ dataDir: used, key, backup, clock: testClock() });
  expect(await unitNames(used)).toEqual(['URE 1', 'URE 2']);
  const kept = openSql(previous ?? '', TEST_KEY, 'READ');
  expect(kept.prepare('SELECT name FROM "Unit"').all()).toEqual([{ name: 'Lo de antes' }]);
  kept.close();

  const restored = await openStore({ dataDir: used, key, clock: testClock() });
  const log = await restored.prisma.auditEntry.findMany({ where: { action: 'store.restored' } });
  expect(log).toHaveLength(1);
  expect((await verifyAudit(restored.sql)).fault).toBeNull();
  await restored.close();
});

test.each([
  ['another key for a new folder', { key: { kind: 'hex', hex: OTHER_KEY } as const }, 'BACKUP_INVALID'],
  ['a newer schema', { migrations: [] }, 'STORE_NEWER'],
  ['a file that is no backup', { backup: import.meta.filename }, 'BACKUP_INVALID'],
  ['a missing file', { backup: '/no/such/file.db' }, 'BACKUP_INVALID'],
])('refuses %s and touches nothing', async (_, given, code) => {
  const dataDir = temporaryFolder();
  const backup = await backupWith(['URE']);
  await expect(restoreBackup({ dataDir, key, backup, ...given })).rejects.toMatchObject({ code });
  expect(readdirSync(dataDir).filter((name) => name !== 'estafeta.lock')).toEqual([]);
});

test('refuses a key that is not the folder’s, a damaged copy, and a folder in use', async () => {
  const backup = await backupWith(['URE']);
  const dataDir = temporaryFolder();
  const store = await openStore({ dataDir, key, clock: testClock() });
  await addUnit(store, 'Lo de antes');
  await expect(restoreBackup({ dataDir, key, backup })).rejects.toMatchObject({ code: 'STORE_LOCKED' });
  await store.close();

  await expect(
    restoreBackup({ dataDir, key: { kind: 'hex', hex: OTHER_KEY }, backup }),
  ).rejects.toMatchObject({ code: 'KEY_WRONG' });

  const damaged = join(temporaryFolder(), 'rota.db');
  const bytes = readFileSync(backup);
  bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 5000);
  writeFileSync(damaged, bytes);
  await expect(restoreBackup({ dataDir, key, backup: damaged })).rejects.toMatchObject({
    code: 'BACKUP_INVALID',
  });
  expect(existsSync(join(dataDir, 'estafeta.db.restoring'))).toBe(false);
  expect(await unitNames(dataDir)).toEqual(['Lo de antes']);
});
