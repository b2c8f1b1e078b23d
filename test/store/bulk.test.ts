import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { integrityProblems } from '../../main/store/database-facts.ts';
import { DATABASE_FILE, openStore } from '../../main/store/store.ts';
import { TEST_KEY, temporaryFolder } from '../support/store.ts';

const key = { kind: 'hex', hex: TEST_KEY } as const;

test('a kill in the middle of a bulk transaction leaves what was committed, and nothing of the rest', async () => {
  const dataDir = temporaryFolder();
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'hold-bulk.ts'), dataDir, TEST_KEY], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    writer.kill('SIGKILL');
  });
  await once(writer.stdout, 'data');
  // The file holds half a transaction, and the journal what stood there before.
  expect(statSync(join(dataDir, `${DATABASE_FILE}-journal`)).size).toBeGreaterThan(4096);
  expect(statSync(join(dataDir, DATABASE_FILE)).size).toBeGreaterThan(1_000_000);
  writer.kill('SIGKILL');
  await once(writer, 'exit');

  const store = await openStore({ dataDir, key });
  onTestFinished(() => store.close());
  expect(await store.prisma.unit.findMany({ select: { name: true } })).toEqual([{ name: 'Confirmada' }]);
  expect(await store.prisma.rawSource.count()).toBe(0);
  expect(integrityProblems(store.sql)).toEqual([]);
  expect(store.sql.pragma('journal_mode', { simple: true })).toBe('wal');
});

test('a folder is written in bulk and shared in turns', async () => {
  const dataDir = temporaryFolder();
  for (const [turn, use] of (['SHARED', 'BULK', 'SHARED', 'BULK'] as const).entries()) {
    const store = await openStore({ dataDir, key, use });
    await store.write((tx) => tx.unit.create({ data: { name: `${turn}` } }));
    expect(store.sql.pragma('journal_mode', { simple: true })).toBe(use === 'BULK' ? 'delete' : 'wal');
    await store.close();
  }
  const store = await openStore({ dataDir, key });
  onTestFinished(() => store.close());
  expect(await store.prisma.unit.count()).toBe(4);
});
