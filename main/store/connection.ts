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
  readonly #key: string;
  readonly #use: StoreUse;
  #mayWrite = false;

  constructor(file: string, key: string, use: StoreUse) {
    super({ url: file, timeout: BUSY_TIMEOUT_MS }, { timestampFormat: 'unixepoch-ms' });
    this.#key = key;
    this.#use = use;
  }

  /** The next transaction is one that may write; Prisma begins others by itself, for records within records. */
  expectTransaction(): void {
    this.#mayWrite = true;
  }

  /** Transactions on a connection that writes, everything else on one that refuses to. */
  override async connect(): ReturnType<PrismaBetterSqlite3['connect']> {
    const reader = await this.#open('READ');
    const writer = await this.#open('WRITE');
    return {
      provider: reader.provider,
      adapterName: reader.adapterName,
      queryRaw: (query) => reader.queryRaw(query),
      executeRaw: (query) => reader.executeRaw(query),
      executeScript: (script) => reader.executeScript(script),
      startTransaction: (isolation) => {
        const to = this.#mayWrite ? writer : reader;
        this.#mayWrite = false;
        return to.startTransaction(isolation);
      },
      async dispose() {
        await Promise.all([reader.dispose(), writer.dispose()]);
      },
    };
  }

  async #open(access: Access) {
    const adapter = await super.connect();
    await adapter.executeScript(openingScript(this.#key, access, this.#use));
    return adapter;
  }
}

/**
 * Prisma over two encrypted connections of its own: `prisma` reads, `transaction` alone writes. One client for both,
 * because each holds 20 MB (docs/decisions/0003).
 */
export function openPrisma(file: string, key: string, use: StoreUse) {
  const adapter = new EncryptedAdapterFactory(file, key, use);
  const prisma = new PrismaClient({ adapter });
  return {
    prisma,
    transaction: <T>(task: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> => {
      adapter.expectTransaction();
      return prisma.$transaction(task, { maxWait: 30_000, timeout: 120_000 });
    },
  };
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
