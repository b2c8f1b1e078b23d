import { execFileSync } from 'node:child_process';
import { createCipheriv } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openSql } from '../../../main/store/connection.ts';
import { verifyAudit } from '../../../main/store/audit-verify.ts';
import { integrityProblems } from '../../../main/store/database-facts.ts';
import { openStore, type Store } from '../../../main/store/store.ts';
import { removeDovecot, startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { anAccount, watch } from '../../support/mailboxes.ts';
import { temporaryFolder, temporaryStore, TEST_KEY } from '../../support/store.ts';
import { eml, emls } from './messages.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => removeDovecot(dovecot));

/** As doctor sees it: a connection's second look at the full-text index compares with what it remembers of the first. */
function problemsOf({ file }: Store): string[] {
  const sql = openSql(file, TEST_KEY, 'READ');
  try {
    return integrityProblems(sql);
  } finally {
    sql.close();
  }
}

/** Bytes without a pattern, the same in every run. */
function noise(seed: number, length: number): Buffer {
  const cipher = createCipheriv('aes-256-ctr', Buffer.alloc(32, seed), Buffer.alloc(16));
  return cipher.update(Buffer.alloc(length));
}

const SOON_MS = 5 * 60_000;

describe('while a folder is read', { timeout: 120_000 }, () => {
  it('a full disk loses nothing, is said, and is gone on from when there is room', async () => {
    const disk = join(temporaryFolder(), 'disco');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
    onTestFinished(() => {
      execFileSync('umount', ['-l', disk]);
    });
    const store = await openStore({ dataDir: disk, key: { kind: 'hex', hex: TEST_KEY } });
    onTestFinished(() => store.close());
    writeFileSync(join(disk, 'lastre'), Buffer.alloc(16 * 1024 * 1024));
    // What does not get smaller when it is compressed, as a file: reading it as a letter would only cost time.
    const messages = Array.from({ length: 24 }, (_, n) => eml(n, { attachment: noise(n, 400_000) }));
    await dovecot.deliver('lleno', messages);
    await anAccount(store, dovecot, { userName: 'lleno' });
    const { until, timers } = await watch(store);
    expect(await until(({ errorCode }) => errorCode !== null)).toMatchObject({
      state: 'OFFLINE',
      errorCode: 'DISK_FULL',
      problem: null,
    });
    expect(problemsOf(store)).toEqual([]);
    rmSync(join(disk, 'lastre'));
    execFileSync('mount', ['-o', 'remount,size=200m', disk]);
    timers.fire(SOON_MS);
    expect(await until(({ state }) => state === 'UP_TO_DATE')).toMatchObject({
      errorCode: null,
      ledger: { missing: 0, onServer: 24 },
    });
    expect(await store.prisma.message.count()).toBe(24);
    expect(problemsOf(store)).toEqual([]);
    const found = store.sql.prepare(
      `SELECT count(*) AS n FROM message_search WHERE message_search MATCH 'consulta'`,
    );
    expect(found.get()).toEqual({ n: 24 });
    expect((await verifyAudit(store.sql)).fault).toBeNull();
  });

  it('a locked database is said, and gone on from when it is free', async () => {
    await dovecot.deliver('ocupada', emls(5));
    const store = await temporaryStore();
    await anAccount(store, dovecot, { userName: 'ocupada' });
    const other = openSql(store.file, TEST_KEY, 'WRITE');
    onTestFinished(() => {
      other.close();
    });
    other.exec('BEGIN IMMEDIATE');
    const { until, timers } = await watch(store);
    expect(await until(({ errorCode }) => errorCode !== null)).toMatchObject({ errorCode: 'STORE_LOCKED' });
    other.exec('ROLLBACK');
    timers.fire(SOON_MS);
    expect(await until(({ state }) => state === 'UP_TO_DATE')).toMatchObject({ ledger: { missing: 0 } });
    expect(await store.prisma.message.count()).toBe(5);
  });
});
