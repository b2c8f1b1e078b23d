import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export const FIXTURES = path.join(import.meta.dirname, '../fixtures/mailboxes/provincial');

export async function fixtureNames(): Promise<string[]> {
  return (await readdir(FIXTURES)).filter((name) => name.endsWith('.eml')).sort();
}

export function fixture(name: string): Promise<Buffer> {
  return readFile(path.join(FIXTURES, name));
}

/** A message from its lines, CRLF between them; one byte per character. */
export function message(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}
