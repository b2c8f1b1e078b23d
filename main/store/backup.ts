import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { systemClock, type Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { scriptExtension } from '../paths.ts';
import { SYSTEM_ACTOR, type Actor } from './audit.ts';
import { openSql, toStoreError } from './connection.ts';
import { databaseFacts, integrityProblems, type DatabaseFacts } from './database-facts.ts';
import { toFolderError } from './folder.ts';
import { keyFingerprint, resolveKey, type KeySource } from './key.ts';
import { lockFolder } from './lock.ts';
import { shippedMigrations, type Migration } from './migrate.ts';
import {
  DATABASE_FILE,
  FINGERPRINT_FILE,
  LOCK_FILE,
  openStore,
  readFingerprint,
  type Store,
} from './store.ts';
import { wholeFile } from './whole-file.ts';

export type Backup = { readonly path: string; readonly bytes: number } & DatabaseFacts;

type BackupOptions = {
  readonly signal?: AbortSignal;
  /** Bytes written of about how many. */
  readonly onProgress?: (done: number, total: number) => void;
};

const WORKER_URL = new URL(`./backup-worker${scriptExtension}`, import.meta.url);
const PROGRESS_MS = 500;

/**
 * Copies the open database, as it is at one instant and while others go on writing, to `path`, encrypted with the
 * same key. The file gets its name only when the copy was opened and found whole and equal. Throws FILE_EXISTS when
 * `path` exists, FOLDER_UNUSABLE, DISK_FULL, CANCELLED, or BACKUP_INVALID when the copy is not equal; then no file is left.
 */
export async function backupTo(
  store: Store,
  actor: Actor,
  path: string,
  options: BackupOptions = {},
): Promise<Backup> {
  inFolder(() => mkdirSync(dirname(path), { recursive: true }));
  try {
    const facts = await wholeFile(path, async (partial) => {
      const copied = await copyInThread(store, partial, options);
      if (!isEqual(store, copied)) throw new AppError('BACKUP_INVALID');
      return copied;
    });
    const bytes = (await stat(path)).size;
    await store.audit({
      actor,
      action: 'store.backup',
      objectType: 'STORE',
      details: { file: basename(path), bytes, messages: facts.messages, auditHead: facts.auditHead },
    });
    return { path, bytes, ...facts };
  } catch (error) {
    throw toStoreError(error);
  }
}

async function copyInThread(store: Store, copy: string, options: BackupOptions): Promise<DatabaseFacts> {
  const worker = new Worker(WORKER_URL, { workerData: { file: store.file, copy, key: store.key } });
  const total = statSync(store.file).size;
  const watch = setInterval(() => {
    if (existsSync(copy)) options.onProgress?.(statSync(copy).size, total);
  }, PROGRESS_MS);
  try {
    return await new Promise<DatabaseFacts>((resolve, reject) => {
      worker.once('message', ({ facts, problems }: { facts: DatabaseFacts; problems: string[] }) => {
        if (problems.length > 0) reject(new AppError('BACKUP_INVALID', { problems }));
        else resolve(facts);
      });
      // An error loses its class on the way between threads, but not its message, which is the code.
      worker.once('error', (error: Error) => {
        reject(error.message === 'DISK_FULL' ? new AppError('DISK_FULL', {}, { cause: error }) : error);
      });
      worker.once('exit', () => reject(new AppError('CANCELLED')));
      // The thread ends as soon as SQLite comes back to it.
      options.signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
      if (options.signal?.aborted === true) void worker.terminate();
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

/** Messages and log only grow: what the copy holds must be the beginning of what the database holds. */
function isEqual(store: Store, copied: DatabaseFacts): boolean {
  const live = store.sql
    .prepare<[number, string], { messages: number; auditEntries: number | null }>(
      `SELECT (SELECT count(*) FROM "Message" WHERE id <= ?) AS messages,
         (SELECT count(*) FROM "AuditEntry" WHERE id <= (SELECT id FROM "AuditEntry" WHERE hash = ?)) AS auditEntries`,
    )
    .get(copied.newestMessageId, copied.auditHead);
  return live?.messages === copied.messages && live.auditEntries === copied.auditEntries;
}

export type RestoreOptions = {
  readonly dataDir: string;
  readonly key: KeySource;
  readonly backup: string;
  readonly actor?: Actor;
  readonly clock?: Clock;
  readonly migrations?: readonly Migration[];
};

export type Restored = DatabaseFacts & {
  /** Where the database that was there before lies now, null when there was none. */
  readonly previous: string | null;
};

/**
 * Puts a backup in the place of the data folder's database, which is kept aside under another name, never deleted.
 * Throws BACKUP_INVALID when the key does not open the file or it is not whole, KEY_WRONG when the folder belongs to
 * another key, STORE_NEWER, STORE_LOCKED while the folder is in use, FOLDER_UNUSABLE, DISK_FULL; the folder is then
 * as it was.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { dataDir, backup, actor = SYSTEM_ACTOR, clock = systemClock } = options;
  const migrations = options.migrations ?? shippedMigrations();
  const key = resolveKey(options.key);
  const file = join(dataDir, DATABASE_FILE);
  const incoming = `${file}.restoring`;
  if (!existsSync(backup) || !statSync(backup).isFile()) throw new AppError('BACKUP_INVALID');
  const lock = inFolder(() => {
    mkdirSync(dataDir, { recursive: true });
    return lockFolder(join(dataDir, LOCK_FILE));
  });
  let facts: DatabaseFacts;
  let previous: string | null = null;
  try {
    const fingerprint = readFingerprint(dataDir);
    if (fingerprint !== null && fingerprint !== keyFingerprint(key)) throw new AppError('KEY_WRONG');
    copyFileSync(backup, incoming);
    chmodSync(incoming, 0o600);
    facts = inspect(incoming, key, migrations);
    previous = existsSync(file) ? putAside(file, clock.now()) : null;
    renameSync(incoming, file);
    writeFileSync(join(dataDir, FINGERPRINT_FILE), keyFingerprint(key) + '\n');
  } catch (error) {
    if (previous !== null && !existsSync(file)) moveDatabase(previous, file);
    for (const ending of ['', '-wal', '-shm']) rmSync(incoming + ending, { force: true });
    throw toStoreError(error);
  } finally {
    lock.release();
  }
  const store = await openStore({ dataDir, key: options.key, clock, migrations });
  try {
    await store.audit({
      actor,
      action: 'store.restored',
      objectType: 'STORE',
      details: {
        file: basename(backup),
        messages: facts.messages,
        auditHead: facts.auditHead,
        previous: previous === null ? null : basename(previous),
      },
    });
  } finally {
    await store.close();
  }
  return { ...facts, previous };
}

function inFolder<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw toFolderError(error);
  }
}

function inspect(file: string, key: string, migrations: readonly Migration[]): DatabaseFacts {
  try {
    const sql = openSql(file, key, 'READ');
    try {
      const problems = integrityProblems(sql);
      if (problems.length > 0) throw new AppError('BACKUP_INVALID', { problems: problems.slice(0, 5) });
      const facts = databaseFacts(sql);
      const newest = migrations.at(-1)?.id ?? 0;
      if (facts.migration > newest) {
        throw new AppError('STORE_NEWER', { database: facts.migration, program: newest });
      }
      return facts;
    } finally {
      sql.close();
    }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'STORE_DAMAGED') throw error;
    // Whatever else SQLite says of it (another key, other tables): it is no backup of this desk.
    throw new AppError('BACKUP_INVALID', {}, { cause: error });
  }
}

function putAside(file: string, now: Date): string {
  const kept = `${file}.before-restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  moveDatabase(file, kept);
  return kept;
}

/** Renames a database together with what is not yet written into it. */
function moveDatabase(from: string, to: string): void {
  for (const ending of ['-wal', '-shm', '']) {
    if (existsSync(from + ending)) renameSync(from + ending, to + ending);
  }
}
