import Database from 'better-sqlite3';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { AppError, type ErrorCode } from '../errors.ts';
import { Prisma, PrismaClient } from './generated/client.ts';

export type Sql = Database.Database;

/** How long a statement waits for another process's transaction before STORE_LOCKED, in ms. */
const BUSY_TIMEOUT_MS = 3000;

/**
 * SHARED: readers and the writer do not wait for each other, and each page is encrypted on its way into the log, out of
 * it and into the file. BULK: each is encrypted once, and readers wait for the writer; for a process that does nothing
 * but write. Both survive a kill at any moment.
 */
export type StoreUse = 'SHARED' | 'BULK';

type Access = 'READ' | 'WRITE';

/** First statements of every connection: nothing may be read before the key is set. */
function openingScript(key: string, access: Access, use: StoreUse): string {
  return [
    `PRAGMA cipher = 'sqlcipher'`,
    `PRAGMA key = "x'${key}'"`,
    `PRAGMA journal_mode = ${use === 'BULK' ? 'DELETE' : 'WAL'}`,
    // NORMAL loses no consistency; FULL also keeps the last commit through a power cut: nothing may be lost.
    `PRAGMA synchronous = FULL`,
    `PRAGMA foreign_keys = ON`,
    `PRAGMA temp_store = MEMORY`,
    // The writer's indexes over hashes are hit at random: a page that falls out of the cache is decrypted anew.
    `PRAGMA cache_size = ${access === 'READ' ? -8000 : -64_000}`,
    // Pages that change again and again are copied into the file once per 32 MiB of log, not once per 4 MiB.
    `PRAGMA wal_autocheckpoint = 8000`,
    ...(access === 'READ' ? [`PRAGMA query_only = ON`] : []),
  ].join(';\n');
}

/** Raw connection. Throws coded store errors. */
export function openSql(file: string, key: string, access: Access, use: StoreUse = 'SHARED'): Sql {
  return guarded(() => {
    const sql = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      sql.exec(openingScript(key, access, use));
      sql.prepare('SELECT count(*) FROM sqlite_master').get();
    } catch (error) {
      sql.close();
      throw error;
    }
    return sql;
  });
}

class EncryptedAdapterFactory extends PrismaBetterSqlite3 {
  readonly #script: string;

  constructor(file: string, key: string, access: Access, use: StoreUse) {
    super({ url: file, timeout: BUSY_TIMEOUT_MS }, { timestampFormat: 'unixepoch-ms' });
    this.#script = openingScript(key, access, use);
  }

  override async connect() {
    const adapter = await super.connect();
    await adapter.executeScript(this.#script);
    return adapter;
  }
}

/** Prisma over an encrypted connection of its own. */
export function openPrisma(file: string, key: string, access: Access, use: StoreUse): PrismaClient {
  return new PrismaClient({ adapter: new EncryptedAdapterFactory(file, key, access, use) });
}

/** Runs `action` and turns what SQLite or Prisma throw into coded errors. */
export function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw toStoreError(error);
  }
}

/** What SQLite or Prisma threw, as a coded error; anything else unchanged. */
export function toStoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const code = storeErrorCode(error);
  return code === null ? error : new AppError(code, {}, { cause: error });
}

function storeErrorCode(error: Error): ErrorCode | null {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2002') return 'DUPLICATE';
    if (error.code === 'P2025') return 'NOT_FOUND';
    if (error.code === 'P1008') return 'STORE_LOCKED';
  }
  const sqlite = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const text = `${sqlite} ${error.message}`;
  if (/SQLITE_(BUSY|LOCKED)|database is locked/.test(text)) return 'STORE_LOCKED';
  if (/SQLITE_FULL|disk is full|ENOSPC/.test(text)) return 'DISK_FULL';
  if (/SQLITE_(CORRUPT|NOTADB)|malformed|not a database/.test(text)) return 'STORE_DAMAGED';
  return null;
}
