import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { wholeFile } from '../../main/store/whole-file.ts';
import { temporaryFolder } from '../support/store.ts';

it('has its name only when it is whole, and what an ended process left is written anew', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'correo.jsonl');
  writeFileSync(`${path}.partial`, 'la mitad de otro, más largo', { mode: 0o644 });
  const lines = await wholeFile(path, async (partial) => {
    await writeFile(partial, 'uno\n');
    expect(existsSync(path)).toBe(false);
    await writeFile(partial, 'dos\n', { flag: 'a' });
    return 2;
  });
  expect(lines).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe('uno\ndos\n');
  expect(readdirSync(folder)).toEqual(['correo.jsonl']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('leaves nothing when the writing fails, and never writes over a file', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'correo.jsonl');
  const failing = wholeFile(path, async (partial) => {
    await writeFile(partial, 'uno\n');
    throw new Error('no more');
  });
  await expect(failing).rejects.toThrow('no more');
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(path, 'lo de ayer');
  const over = wholeFile(path, (partial) => writeFile(partial, 'lo de hoy'));
  await expect(over).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  expect(readFileSync(path, 'utf8')).toBe('lo de ayer');
  const nowhere = wholeFile(join(path, 'dentro'), (partial) => writeFile(partial, ''));
  await expect(nowhere).rejects.toMatchObject({ code: 'FOLDER_UNUSABLE' });
});
