import Database from 'better-sqlite3';
import { AppError } from '../errors.ts';

/**
 * Keeps every other process out of the data folder. The lock is the operating system's, taken through an empty
 * SQLite file, so that it goes with the process however that ends: a killed desk never stays locked.
 */
export function lockFolder(lockFile: string): { release(): void } {
  const lock = new Database(lockFile, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      throw new AppError('STORE_LOCKED', {}, { cause: error });
    }
    throw error;
  }
  return { release: () => lock.close() };
}
