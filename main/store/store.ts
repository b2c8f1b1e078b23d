import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock, type Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { appendAudit, type Act } from './audit.ts';
import { openPrisma, openSql, toStoreError, type Sql, type StoreUse } from './connection.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { keyFingerprint, resolveKey, type KeySource } from './key.ts';
import { lockFolder } from './lock.ts';
import { migrate, shippedMigrations, type Migration } from './migrate.ts';

export type Tx = Prisma.TransactionClient;

/**
 * The open data folder. Reads go anywhere at any time; writes go one after another through `write` or
 * `writeSql`, each a transaction that is wholly there or not at all.
 */
export type Store = {
  readonly dataDir: string;
  readonly file: string;
  readonly key: string;
  readonly clock: Clock;
  /** Reads only: its connection refuses writes. */
  readonly prisma: PrismaClient;
  /** Raw reads, for lists, counts and search; refuses writes. */
  readonly sql: Sql;
  write<T>(task: (tx: Tx) => Promise<T>): Promise<T>;
  writeSql<T>(task: (sql: Sql) => T): Promise<T>;
  /** Writes an act into the log, inside the transaction `tx` or in one of its own. */
  audit(act: Act, tx?: Tx): Promise<void>;
  /** Waits for running writes, then closes. */
  close(): Promise<void>;
};

export type StoreOptions = {
  readonly dataDir: string;
  readonly key: KeySource;
  readonly clock?: Clock;
  readonly use?: StoreUse;
  readonly migrations?: readonly Migration[];
};

export const DATABASE_FILE = 'estafeta.db';
export const FINGERPRINT_FILE = 'estafeta.fingerprint';
export const LOCK_FILE = 'estafeta.lock';

/**
 * Opens or makes the data folder. Throws KEY_MISSING, KEY_WRONG, STORE_NEWER, STORE_LOCKED, DISK_FULL,
 * STORE_DAMAGED or MIGRATION_FAILED; whatever it throws, nothing was deleted.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, clock = systemClock, use = 'SHARED', migrations = shippedMigrations() } = options;
  const file = join(dataDir, DATABASE_FILE);
  const key = resolveKey(options.key);
  mkdirSync(dataDir, { recursive: true });
  const lock = lockFolder(join(dataDir, LOCK_FILE));
  try {
    checkBeforeOpening(file, readFingerprint(dataDir), key);
    const writer = openSql(file, key, 'WRITE', use);
    try {
      migrate(writer, { file, backupFolder: join(dataDir, 'backups'), migrations, now: clock.now() });
      writeFileSync(join(dataDir, FINGERPRINT_FILE), keyFingerprint(key) + '\n');
    } catch (error) {
      writer.close();
      throw error;
    }
    return connect({ dataDir, file, key, clock, use, writer, release: () => lock.release() });
  } catch (error) {
    lock.release();
    throw toStoreError(error);
  }
}

/** Fingerprint of the key that the data folder belongs to, null for a new folder. */
export function readFingerprint(dataDir: string): string | null {
  const path = join(dataDir, FINGERPRINT_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

/** SQLite makes a missing or empty file anew and calls a wrong key a damaged file: both are told apart here. */
function checkBeforeOpening(file: string, fingerprint: string | null, key: string): void {
  if (fingerprint === null) {
    if (existsSync(file) && statSync(file).size > 0) tryKey(file, key, 'KEY_WRONG');
    return;
  }
  if (fingerprint !== keyFingerprint(key)) throw new AppError('KEY_WRONG');
  if (!existsSync(file) || statSync(file).size === 0) throw new AppError('STORE_DAMAGED');
  tryKey(file, key, 'STORE_DAMAGED');
}

function tryKey(file: string, key: string, otherwise: 'KEY_WRONG' | 'STORE_DAMAGED'): void {
  try {
    openSql(file, key, 'READ').close();
  } catch (error) {
    if (error instanceof AppError && error.code === 'STORE_DAMAGED') {
      throw new AppError(otherwise, {}, { cause: error });
    }
    throw error;
  }
}

type Parts = Pick<Store, 'dataDir' | 'file' | 'key' | 'clock'> & {
  readonly use: StoreUse;
  readonly writer: Sql;
  readonly release: () => void;
};

function connect({ dataDir, file, key, clock, use, writer, release }: Parts): Store {
  const reader = openSql(file, key, 'READ', use);
  const { prisma, transaction } = openPrisma(file, key, use);
  let queue: Promise<unknown> = Promise.resolve();

  function enqueue<T>(task: () => Promise<T> | T): Promise<T> {
    const result = queue.then(task).catch((error: unknown) => {
      throw toStoreError(error);
    });
    queue = result.catch(() => undefined);
    return result;
  }

  const write = <T>(task: (tx: Tx) => Promise<T>) => enqueue(() => transaction(task));

  return {
    dataDir,
    file,
    key,
    clock,
    prisma,
    sql: reader,
    write,
    writeSql: (task) => enqueue(() => writer.transaction(() => task(writer)).immediate()),
    audit: (act, tx) =>
      tx === undefined
        ? write((own) => appendAudit(own, clock.now(), act))
        : appendAudit(tx, clock.now(), act),
    async close() {
      await queue;
      await prisma.$disconnect();
      reader.close();
      writer.close();
      release();
    },
  };
}
