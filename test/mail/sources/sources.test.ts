import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MailSource } from '../../../main/mail/model.ts';
import { openSource } from '../../../main/mail/sources/open.ts';
import { FIXTURES, fixtureNames } from '../fixtures.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'estafeta-sources-'));
});
afterEach(() => rm(folder, { recursive: true }));

const go = new AbortController().signal;

async function readAll(source: MailSource): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for await (const { item, read } of source.items(go)) {
    all.set(item, Buffer.from(await read()).toString('latin1'));
  }
  return all;
}

async function put(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content, 'latin1');
  return file;
}

describe('a folder of .eml files', () => {
  it('yields files in natural order, subfolders by their path, and nothing but .eml', async () => {
    await put('10.eml', 'ten');
    await put('9.EML', 'nine');
    await put('notes.txt', 'no');
    await put('old/1.eml', 'one');
    await mkdir(path.join(folder, 'carpeta.eml'));
    // Whoever opens a pipe waits for ever for somebody who writes into it.
    if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(folder, 'pipe.eml')]);
    const source = await openSource(folder);
    expect(source.kind).toBe('EML_FOLDER');
    expect(await source.count()).toBe(3);
    expect([...(await readAll(source))]).toEqual([
      ['9.EML', 'nine'],
      ['10.eml', 'ten'],
      ['old/1.eml', 'one'],
    ]);
  });

  it.each([false, true])(
    'rejects the one file that cannot be read, not the others (at once: %s)',
    async (atOnce) => {
      await put('1.eml', 'one');
      await put('2.eml', 'two');
      const outcomes: string[] = [];
      for await (const { item, read } of (await openSource(folder, { atOnce })).items(go)) {
        if (item === '1.eml') await rm(path.join(folder, item));
        outcomes.push(await read().then(String, () => 'failed'));
      }
      expect(outcomes).toEqual(['failed', 'two']);
    },
  );

  it('stops when told to', async () => {
    await put('1.eml', 'one');
    await put('2.eml', 'two');
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const { item } of (await openSource(folder)).items(stop.signal)) {
      seen.push(item);
      stop.abort();
    }
    expect(seen).toEqual(['1.eml']);
  });
});

describe('a Maildir', () => {
  it('reads new and cur in order of delivery and knows a message again when its flags change', async () => {
    await put('cur/1590000001.M1P1.host:2,S', 'first');
    await put('new/1590000002.M2P1.host', 'second');
    await put('cur/1590000010.M3P1.host;2,RS', 'third');
    await put('tmp/1590000011.M4P1.host', 'half written');
    await put('cur/.keep', '');
    const source = await openSource(folder);
    expect(source.kind).toBe('MAILDIR');
    expect(await source.count()).toBe(3);
    const before = await readAll(source);
    expect([...before.values()]).toEqual(['first', 'second', 'third']);
    await rename(
      path.join(folder, 'new/1590000002.M2P1.host'),
      path.join(folder, 'cur/1590000002.M2P1.host:2,FS'),
    );
    expect(await readAll(source)).toEqual(before);
  });

  it.each([false, true])(
    'finds a message that another program moved meanwhile (at once: %s)',
    async (atOnce) => {
      await put('new/1590000001.M1P1.host', 'first');
      await mkdir(path.join(folder, 'cur'));
      for await (const { read } of (await openSource(folder, { atOnce })).items(go)) {
        await rename(
          path.join(folder, 'new/1590000001.M1P1.host'),
          path.join(folder, 'cur/1590000001.M1P1.host:2,S'),
        );
        expect(String(Buffer.from(await read()))).toBe('first');
      }
    },
  );
});

describe('an mbox', () => {
  it('gives every fixture message back byte for byte, CRLF and LF mixed in one file', async () => {
    const names = await fixtureNames();
    const messages = await Promise.all(
      names.map(async (name, i) => {
        const text = await readFile(path.join(FIXTURES, name), 'latin1');
        const body = i % 2 === 0 ? text : text.replaceAll('\r\n', '\n');
        return { body: body.endsWith('\n') ? body : `${body}\n`, eol: i % 2 === 0 ? '\r\n' : '\n' };
      }),
    );
    const quoted = messages.map(
      ({ body, eol }) =>
        `From nobody@example.com Tue May  5 13:14:18 2020${eol}${body.replace(/^(>*From )/gm, '>$1')}${eol}`,
    );
    const file = await put('buzon.mbox', quoted.join(''));
    const source = await openSource(file);
    expect(source.kind).toBe('MBOX');
    const read = await readAll(source);
    expect([...read.keys()].slice(0, 2)).toEqual(['buzon.mbox#1', 'buzon.mbox#2']);
    expect([...read.values()]).toEqual(messages.map(({ body }) => body));
  });

  it('takes one > from quoted From lines and leaves a sentence that begins with From alone', async () => {
    const file = await put(
      'a.mbox',
      'From a@b Tue May  5 13:14:18 2020\nSubject: x\n\n>From one\n>>From two\n > From three\n\nFrom now on nothing\n\n\n' +
        'From a@b Tue May  5 13:14:19 2020\nSubject: y\n\nlast',
    );
    expect([...(await readAll(await openSource(file))).values()]).toEqual([
      'Subject: x\n\nFrom one\n>From two\n > From three\n\nFrom now on nothing\n\n',
      'Subject: y\n\nlast',
    ]);
  });

  it('finds separators wherever the reading windows fall', async () => {
    // Windows are 4 MiB: the second separator moves over the border byte by byte.
    const separator = 'From a@b Tue May  5 13:14:18 2020\n';
    const window = 4 * 1024 * 1024;
    for (let shift = -8; shift <= 8; shift++) {
      const first = `Subject: x\n\n${'.'.repeat(window - separator.length - 14 + shift)}\n`;
      const file = await put('a.mbox', `${separator}${first}\n${separator}Subject: y\n\nz\n\n`);
      const read = [...(await readAll(await openSource(file))).values()];
      expect(read.map((one) => one.length)).toEqual([first.length, 'Subject: y\n\nz\n'.length]);
    }
  });

  it('may be empty', async () => {
    expect(await readAll(await openSource(await put('none.mbox', '')))).toEqual(new Map());
  });
});

describe('what is no source', () => {
  it('is refused with its own error', async () => {
    await expect(openSource(path.join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    });
    const file = await put('photo.jpg', '\xff\xd8\xff');
    await expect(openSource(file)).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  });

  it('is refused when the folder disappears before it is read', async () => {
    const source = await openSource(folder);
    await rm(folder, { recursive: true });
    await expect(readAll(source)).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
    await mkdir(folder);
    expect(await readdir(folder)).toEqual([]);
  });
});
