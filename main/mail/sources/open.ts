import { readFileSync } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../errors.ts';
import type { MailSource, ReadFile } from '../model.ts';
import { emlFolder } from './eml-folder.ts';
import { maildir } from './maildir.ts';
import { mbox } from './mbox.ts';
import { unreadable } from './unreadable.ts';

/** Takes a fifth of the time that the other one takes, but holds its thread until the disk answers. */
const readAtOnce: ReadFile = (file) => new Promise((resolve) => resolve(readFileSync(file)));

/**
 * Tells from what is there whether a path is a Maildir (it has `cur` and `new`), a folder of .eml files or an mbox
 * (a file that begins with a "From " line, or an empty one). Throws SOURCE_UNREADABLE for anything else. `atOnce`:
 * nobody else waits for this thread, and each file is read in one step.
 */
export async function openSource(location: string, { atOnce = false } = {}): Promise<MailSource> {
  const read = atOnce ? readAtOnce : readFile;
  const facts = await stat(location).catch(unreadable(location));
  if (facts.isDirectory()) {
    const [cur, fresh] = await Promise.all(['cur', 'new'].map((part) => isFolder(path.join(location, part))));
    return cur && fresh ? maildir(location, read) : emlFolder(location, read);
  }
  if (facts.isFile() && (facts.size === 0 || (await firstBytes(location, 5)) === 'From '))
    return mbox(location);
  throw new AppError('SOURCE_UNREADABLE', { location });
}

async function isFolder(location: string): Promise<boolean> {
  return stat(location).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
}

async function firstBytes(location: string, length: number): Promise<string> {
  const handle = await open(location).catch(unreadable(location));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
