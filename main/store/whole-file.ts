import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { AppError } from '../errors.ts';
import { toFolderError } from './folder.ts';

/**
 * Makes the file `path` of what `fill` writes into the empty file beside it whose name it is given: whatever ends the
 * process, `path` is never half a file. Throws FILE_EXISTS when `path` exists, FOLDER_UNUSABLE, or what `fill` throws;
 * then no file is left.
 */
export async function wholeFile<T>(path: string, fill: (partial: string) => Promise<T>): Promise<T> {
  if (existsSync(path)) throw new AppError('FILE_EXISTS');
  const partial = `${path}.partial`;
  await empty(partial);
  try {
    const filled = await fill(partial);
    await flush(partial);
    await rename(partial, path);
    return filled;
  } catch (error) {
    // Windows removes a file only once it is closed.
    await rm(partial, { force: true, maxRetries: 5 });
    throw error;
  }
}

/** Made anew, for nobody else to read, whatever a process that was ended left there. */
async function empty(partial: string): Promise<void> {
  try {
    await rm(partial, { force: true });
    await (await open(partial, 'wx', 0o600)).close();
  } catch (error) {
    throw toFolderError(error);
  }
}

/** A name must not point at bytes that a power cut can still take away. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
