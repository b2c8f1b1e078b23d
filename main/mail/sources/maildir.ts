import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { MailSource, ReadFile } from '../model.ts';
import { unreadable } from './unreadable.ts';

const byName = new Intl.Collator('en', { numeric: true }).compare;

type Entry = { readonly key: string; readonly file: string };

/**
 * A Maildir's `cur` and `new`, in order of delivery (names begin with the time). An item is the unique name without
 * its flags: reading or answering a message in another program does not make it a new one.
 */
export function maildir(folder: string, readFile: ReadFile): MailSource {
  const location = path.resolve(folder);
  return {
    kind: 'MAILDIR',
    location,
    name: path.basename(location),
    async count() {
      return (await list(location)).length;
    },
    async *items(signal) {
      for (const { key, file } of await list(location)) {
        if (signal.aborted) return;
        yield { item: key, read: () => read(readFile, location, key, file) };
      }
    },
  };
}

async function list(location: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const part of ['new', 'cur']) {
    const names = await readdir(path.join(location, part)).catch(unreadable(location));
    for (const name of names) {
      // `:2,` before the flags; `;2,` where the file system has no colon. Dot files are not messages.
      const key = name.replace(/[:;!]2,[A-Za-z]*$/, '');
      if (!name.startsWith('.')) entries.push({ key, file: path.join(part, name) });
    }
  }
  return entries.sort((a, b) => byName(a.key, b.key));
}

async function read(readFile: ReadFile, location: string, key: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path.join(location, file));
  } catch (error) {
    // Another program may have moved it from `new` to `cur` or changed its flags since it was listed.
    const moved = (await list(location)).find((entry) => entry.key === key);
    if (!moved || moved.file === file) throw error;
    return readFile(path.join(location, moved.file));
  }
}
