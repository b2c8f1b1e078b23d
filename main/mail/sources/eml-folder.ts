import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { MailSource, ReadFile } from '../model.ts';
import { unreadable } from './unreadable.ts';

const byName = new Intl.Collator('es', { numeric: true }).compare;

/**
 * A folder of .eml files and its subfolders, in the natural order of their names. An item is the file's path below
 * the folder, so in a flat folder its base name.
 */
export function emlFolder(folder: string, readFile: ReadFile): MailSource {
  const location = path.resolve(folder);
  return {
    kind: 'EML_FOLDER',
    location,
    name: path.basename(location),
    async count() {
      return (await list(location)).length;
    },
    async *items(signal) {
      for (const item of await list(location)) {
        if (signal.aborted) return;
        yield { item, read: () => readFile(path.join(location, item)) };
      }
    },
  };
}

async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(unreadable(folder));
  return entries
    .filter(
      (entry) => (entry.isFile() || entry.isSymbolicLink()) && entry.name.toLowerCase().endsWith('.eml'),
    )
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort(byName);
}
