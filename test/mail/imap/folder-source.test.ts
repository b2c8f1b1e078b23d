import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ImapFlow } from 'imapflow';
import { AppError } from '../../../main/errors.ts';
import { connectImap } from '../../../main/mail/imap/connect.ts';
import {
  folderSource,
  openFolder,
  uidSet,
  type FolderSourceOptions,
} from '../../../main/mail/imap/folder-source.ts';
import type { SourceItem } from '../../../main/mail/model.ts';
import { projectRoot } from '../../../main/paths.ts';
import { MAIL_PASSWORD, removeDovecot, startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { eml, emls } from './messages.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => removeDovecot(dovecot));

async function connected(user: string, port = dovecot.port): Promise<ImapFlow> {
  const server = { host: '127.0.0.1', port, security: 'NONE' } as const;
  const client = await connectImap(server, null, { user, pass: MAIL_PASSWORD });
  onTestFinished(() => client.close());
  return client;
}

async function proxied(): Promise<TcpProxy> {
  const proxy = await startProxy(dovecot.port);
  onTestFinished(() => proxy.close());
  return proxy;
}

async function sourceOf(client: ImapFlow, options: Partial<FolderSourceOptions> = {}) {
  const { uidValidity, uids } = await openFolder(client, 'INBOX', { readOnly: true, position: null });
  return folderSource({
    ...{ client, location: 'imap://x', name: 'x', uidValidity, uids, advances: true },
    ...options,
  });
}

const running = () => new AbortController().signal;

type Outcome = { readonly from: SourceItem; readonly text: string };

/** Every item with its text, or what its reading was refused with. */
async function readAll(items: AsyncIterable<SourceItem>, into: Outcome[] = []): Promise<Outcome[]> {
  for await (const from of items) {
    const text = await from.read().then(
      (bytes) => Buffer.from(bytes).toString('latin1'),
      (error: Error) => `refused: ${error.message}`,
    );
    into.push({ from, text });
  }
  return into;
}

const texts = (outcomes: readonly Outcome[]) => outcomes.map(({ text }) => text);
const uidsOf = (outcomes: readonly Outcome[]) => outcomes.map(({ from }) => from.position?.lastUid);

describe('reading a folder', { timeout: 120_000 }, () => {
  it('gives every message of the fixture mailbox byte for byte, with its arrival and where to go on from', async () => {
    const folder = join(projectRoot, 'test', 'fixtures', 'mailboxes', 'provincial');
    const originals = readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(folder, name), 'latin1').replaceAll(/\r?\n/g, '\r\n'));
    const date = new Date('2026-03-16T10:00:00Z');
    await dovecot.deliver(
      'muestra',
      originals.map((text) => Buffer.from(text, 'latin1')),
      { date },
    );
    const source = await sourceOf(await connected('muestra'));
    expect(await source.count()).toBe(originals.length);
    const found = await readAll(source.items(running()));
    expect(texts(found)).toEqual(originals);
    expect(uidsOf(found)).toEqual(originals.map((_, at) => at + 1));
    expect(new Set(found.map(({ from }) => from.arrivedAt))).toEqual(new Set([date.getTime()]));
    for (const { from } of found)
      expect(from.item).toBe(`${from.position?.uidValidity}/${from.position?.lastUid}`);
  });

  it('reads a message that is larger than a FETCH whole, in its place among the others', async () => {
    const line = `${'x'.repeat(998)}\r\n`;
    const large = eml(2, { body: line.repeat(9000) });
    await dovecot.deliver('grande', [eml(1), large, eml(3)]);
    const found = await readAll((await sourceOf(await connected('grande'))).items(running()));
    expect(found.map(({ text }) => text.length)).toEqual([eml(1).length, large.length, eml(3).length]);
    expect(found[1]?.text === large).toBe(true);
  });

  it('passes over one that is larger than anything, says so, and reads the rest', async () => {
    await dovecot.deliver('enorme', [
      eml(1),
      eml(2, { body: `${'x'.repeat(998)}\r\n`.repeat(9000) }),
      eml(3),
    ]);
    const source = await sourceOf(await connected('enorme'), { wholeLimitBytes: 1024 * 1024 });
    const found = await readAll(source.items(running()));
    expect(texts(found)).toEqual([eml(1), 'refused: TOO_LARGE', eml(3)]);
    expect(uidsOf(found)).toEqual([1, 2, 3]);
  });

  it('leaves out what another program expunged after it was listed', async () => {
    const user = 'borrados';
    await dovecot.deliver(user, emls(6));
    const source = await sourceOf(await connected(user));
    const other = await dovecot.client(user);
    await other.mailboxOpen('INBOX');
    await other.messageDelete('2,5:6', { uid: true });
    other.close();
    const found = await readAll(source.items(running()));
    expect(texts(found)).toEqual([eml(1), eml(3), eml(4)]);
  });

  it('lists a message that the server refuses to give, and goes on', async () => {
    const user = 'rechazo';
    await dovecot.deliver(user, emls(5));
    const proxy = await proxied();
    const client = await connected(user, proxy.port);
    const source = await sourceOf(client);
    // Where the server would give message 3 alone or among others, it says NO instead, as Exchange does.
    proxy.rewrite((said) => (said.includes(eml(3)) ? refusedAt(said, said.indexOf('* 3 FETCH')) : said));
    const found = await readAll(source.items(running()));
    expect(texts(found)).toEqual([eml(1), eml(2), 'refused: REFUSED', eml(4), eml(5)]);
  });

  it('stops where the server asks for peace, and blames no message for it', async () => {
    const user = 'despacio';
    await dovecot.deliver(user, emls(5));
    const proxy = await proxied();
    const source = await sourceOf(await connected(user, proxy.port));
    const busy = 'NO [THROTTLED] Account exceeded command or bandwidth limits.';
    proxy.rewrite((said) =>
      said.includes(eml(3)) ? refusedAt(said, said.indexOf('* 3 FETCH'), busy) : said,
    );
    const found: Outcome[] = [];
    await expect(readAll(source.items(running()), found)).rejects.toMatchObject({
      details: { problem: 'THROTTLED' },
    });
    expect(texts(found)).toEqual(emls(2));
  });

  it('says that the line was cut, after giving what came before it', async () => {
    const user = 'cortado';
    await dovecot.deliver(user, emls(300));
    const proxy = await proxied();
    const source = await sourceOf(await connected(user, proxy.port));
    proxy.cutAt('Subject: Consulta 200\r\n');
    const found: Outcome[] = [];
    const reading = readAll(source.items(running()), found);
    await expect(reading).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      details: { problem: 'CONNECTION_LOST' },
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(200);
    expect(texts(found)).toEqual(emls(found.length));
  });

  it('does not believe a server that refuses everything', async () => {
    const user = 'averia';
    await dovecot.deliver(user, emls(30));
    const proxy = await proxied();
    const source = await sourceOf(await connected(user, proxy.port));
    proxy.rewrite((said) => (said.includes('BODY[]') ? refusedAt(said, said.indexOf('* ')) : said));
    const found: Outcome[] = [];
    await expect(readAll(source.items(running()), found)).rejects.toBeInstanceOf(AppError);
    expect(found).toEqual([]);
  });

  it('ends quietly when it is told to stop', async () => {
    const user = 'parado';
    await dovecot.deliver(user, emls(20));
    const source = await sourceOf(await connected(user));
    const stop = new AbortController();
    const found: string[] = [];
    for await (const from of source.items(stop.signal)) {
      found.push(from.item);
      if (found.length === 5) stop.abort();
    }
    expect(found.length).toBeLessThan(20);
  });
});

/** The server's answer up to there, and then a tagged NO for whatever command was asked. */
function refusedAt(said: string, at: number, answer = 'NO [CANNOT] The message cannot be read'): string {
  const tag = /^(\w+) OK .*Fetch completed/m.exec(said)?.[1] ?? 'x';
  return `${said.slice(0, at)}${tag} ${answer}\r\n`;
}

it('writes UIDs as ranges', () => {
  expect(uidSet([1, 2, 3, 7, 9, 10])).toBe('1:3,7,9:10');
  expect(uidSet([4])).toBe('4');
});
