import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ingestSource, type IngestOptions } from '../../main/mail/ingest.ts';
import { rowsOf } from '../../main/mail/inbox.ts';
import { readRawSource } from '../../main/mail/raw-source.ts';
import { openSource } from '../../main/mail/sources/open.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { anAccount } from '../support/mailboxes.ts';
import { temporaryFolder, temporaryStore } from '../support/store.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'mailboxes', 'provincial');
const LIMITS = { maxMessageBytes: 52_428_800, maxParts: 200, maxDepth: 20 };

async function ingest(store: Store, path: string, options: Partial<IngestOptions> = {}) {
  return ingestSource(store, await openSource(path), {
    actor: SYSTEM_ACTOR,
    signal: new AbortController().signal,
    limits: LIMITS,
    reviewBelow: 0.6,
    ...options,
  });
}

function eml(headers: Record<string, string>, text: string): string {
  const lines = Object.entries({ From: 'Ana <ana@example.org>', ...headers }).map(([k, v]) => `${k}: ${v}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}\r\n`;
}

function folderOf(messages: Record<string, string>): string {
  const folder = temporaryFolder();
  for (const [name, raw] of Object.entries(messages)) writeFileSync(join(folder, name), raw);
  return folder;
}

/** Thread of each message, in order of arrival. */
async function threadsOf(store: Store): Promise<number[]> {
  const messages = await store.prisma.message.findMany({
    orderBy: { id: 'asc' },
    select: { threadId: true },
  });
  return messages.map(({ threadId }) => threadId);
}

async function idOf(store: Store, item: string): Promise<number> {
  return (await store.prisma.sighting.findFirstOrThrow({ where: { item } })).messageId;
}

describe('ingest', () => {
  it(
    'stores the whole fixture mailbox byte for byte, in order of arrival, once',
    { timeout: 120_000 },
    async () => {
      const store = await temporaryStore();
      const files = readdirSync(FIXTURES).filter((name) => name.endsWith('.eml'));
      const report = await ingest(store, FIXTURES);
      expect(report).toMatchObject({ read: files.length, stored: files.length, duplicates: 0, failed: [] });

      const sightings = await store.prisma.sighting.findMany({
        orderBy: { messageId: 'asc' },
        include: { message: { select: { sha256: true } } },
      });
      expect(sightings.map((sighting) => sighting.item)).toEqual(files.sort());
      for (const { item, message } of sightings) {
        const original = readFileSync(join(FIXTURES, item));
        expect(original.equals(await readRawSource(store, message.sha256)), item).toBe(true);
      }

      const again = await ingest(store, FIXTURES);
      expect(again).toMatchObject({ read: files.length, stored: 0, duplicates: files.length });
      expect(await store.prisma.sighting.count()).toBe(files.length);
    },
  );

  it('recognises the same bytes in another place as one message seen twice', async () => {
    const store = await temporaryStore();
    const folder = temporaryFolder();
    cpSync(join(FIXTURES, '004.eml'), join(folder, 'copia.eml'));
    await ingest(store, folder);
    const elsewhere = temporaryFolder();
    cpSync(join(FIXTURES, '004.eml'), join(elsewhere, 'otra.eml'));
    expect(await ingest(store, elsewhere)).toMatchObject({ stored: 0, duplicates: 1 });
    expect(await store.prisma.message.count()).toBe(1);
    expect((await store.prisma.sighting.findMany()).map(({ item }) => item)).toEqual([
      'copia.eml',
      'otra.eml',
    ]);
  });

  it('keeps a file that was replaced under the same name as a message of its own', async () => {
    const store = await temporaryStore();
    const folder = folderOf({ '1.eml': eml({ Subject: 'Uno' }, 'primero') });
    await ingest(store, folder);
    writeFileSync(join(folder, '1.eml'), eml({ Subject: 'Dos' }, 'segundo'));
    expect(await ingest(store, folder)).toMatchObject({ stored: 1, duplicates: 0 });
    expect(await store.prisma.message.count()).toBe(2);
  });

  it('lists what it could not read, stores the rest, and reads it the next time', async () => {
    const store = await temporaryStore();
    const source = await openSource(folderOf({ '1.eml': eml({}, 'uno'), '2.eml': eml({}, 'dos') }));
    let broken = true;
    const flaky = {
      ...source,
      count: () => source.count(),
      async *items(signal: AbortSignal) {
        for await (const { item, read } of source.items(signal)) {
          const refuse = () => Promise.reject(Object.assign(new Error('x'), { code: 'EACCES' }));
          yield { item, read: item === '1.eml' && broken ? refuse : read };
        }
      },
    };
    const options: IngestOptions = {
      actor: SYSTEM_ACTOR,
      signal: new AbortController().signal,
      limits: LIMITS,
      reviewBelow: 0.6,
    };
    expect(await ingestSource(store, flaky, options)).toMatchObject({
      read: 2,
      stored: 1,
      failed: [{ item: '1.eml', error: 'EACCES' }],
    });
    broken = false;
    expect(await ingestSource(store, flaky, options)).toMatchObject({ stored: 1, duplicates: 1, failed: [] });
  });

  it('commits what a slow source has given before it gives more', async () => {
    const store = await temporaryStore();
    const source = await openSource(folderOf({ '1.eml': eml({}, 'uno'), '2.eml': eml({}, 'dos') }));
    const stored: number[] = [];
    const firstStored = Promise.withResolvers<void>();
    const slow = {
      ...source,
      count: () => source.count(),
      async *items(signal: AbortSignal) {
        for await (const item of source.items(signal)) {
          if (item.item === '2.eml') await firstStored.promise;
          yield item;
        }
      },
    };
    await ingestSource(store, slow, {
      actor: SYSTEM_ACTOR,
      signal: new AbortController().signal,
      limits: LIMITS,
      reviewBelow: 0.6,
      bulk: true,
      onStored(count) {
        stored.push(count);
        firstStored.resolve();
      },
    });
    expect(stored).toEqual([1, 1]);
  });

  it('stops when asked, keeps what it committed, and goes on later without doubling', async () => {
    const store = await temporaryStore();
    const abort = new AbortController();
    const first = await ingest(store, FIXTURES, { signal: abort.signal, onProgress: () => abort.abort() });
    expect(first.stored).toBeGreaterThan(0);
    await ingest(store, FIXTURES);
    expect(await store.prisma.message.count()).toBe(220);
    expect(await store.prisma.sighting.count()).toBe(220);
  });

  it('writes each batch into the log with what proves that its messages are still there', async () => {
    const store = await temporaryStore();
    await ingest(store, folderOf({ '1.eml': eml({}, 'uno'), '2.eml': eml({}, 'dos') }));
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'mailbox.ingested' } });
    const hashes = (await store.prisma.message.findMany({ orderBy: { id: 'asc' } })).map(
      ({ sha256 }) => sha256,
    );
    expect(JSON.parse(entry.details)).toMatchObject({
      stored: 2,
      firstId: 1,
      lastId: 2,
      digest: createHash('sha256').update(hashes.join('\n')).digest('hex'),
    });
  });

  it('keeps a worker warm for mail that arrives alone, and starts another one for other limits', async () => {
    let started = 0;
    const count = () => {
      started += 1;
    };
    process.on('worker', count);
    onTestFinished(() => {
      process.off('worker', count);
    });
    const store = await temporaryStore();
    const arrives = (n: number, options: Partial<IngestOptions> = {}) =>
      ingest(store, folderOf({ [`${n}.eml`]: eml({ Subject: `Mensaje ${n}` }, `texto ${n}`) }), options);
    const limits = { ...LIMITS, maxParts: 50 };
    await arrives(1, { limits });
    expect(started).toBe(1);
    await arrives(2, { limits });
    await arrives(3, { limits });
    expect(started).toBe(1);
    await arrives(4);
    expect(started).toBe(2);
    await Promise.all([arrives(5), arrives(6)]);
    expect(started).toBe(3);
    await arrives(7);
    expect(started).toBe(3);
    expect(await store.prisma.message.count()).toBe(7);
  });

  it('says where a source cannot be read', async () => {
    const folder = temporaryFolder();
    rmSync(folder, { recursive: true });
    await expect(openSource(folder)).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  });
});

describe('threads and copies', () => {
  it('joins a reply to its thread whichever arrives first', async () => {
    const store = await temporaryStore();
    await ingest(
      store,
      folderOf({
        '1.eml': eml({ 'Message-ID': '<b@x>', 'In-Reply-To': '<a@x>', Subject: 'Re: Baja' }, 'respuesta'),
        '2.eml': eml({ 'Message-ID': '<a@x>', Subject: 'Baja', From: 'Otro <otro@example.org>' }, 'petición'),
        '3.eml': eml({ 'Message-ID': '<c@x>', References: '<z@x> <b@x>', Subject: 'Re: Baja' }, 'otra más'),
      }),
    );
    expect(await threadsOf(store)).toEqual([1, 1, 1]);
  });

  it('joins what refers to the same message, though that never arrived: of one person or of two who write to each other', async () => {
    const store = await temporaryStore();
    const answers = { 'In-Reply-To': '<9@tgss.example>', Subject: 'RE: Hola' };
    const [hijo, otro] = ['Hijo <hijo@example.org>', 'Otro <otro@example.org>'];
    await ingest(
      store,
      folderOf({
        '1.eml': eml({ 'Message-ID': '<1@x>', ...answers }, 'uno'),
        '2.eml': eml({ 'Message-ID': '<2@x>', ...answers, From: hijo, Cc: 'ana@example.org' }, 'dos'),
        '3.eml': eml({ 'Message-ID': '<3@x>', References: '<8@tgss.example>', Subject: 'RE: Hola' }, 'tres'),
        '4.eml': eml({ 'Message-ID': '<4@x>', ...answers, From: otro }, 'cuatro'),
        '5.eml': eml({ 'Message-ID': '<5@x>', ...answers }, 'cinco'),
        '6.eml': eml({ 'Message-ID': '<6@x>', ...answers, From: otro }, 'seis'),
      }),
    );
    expect(await threadsOf(store)).toEqual([1, 1, 3, 4, 1, 4]);
  });

  it.each([
    ['to several', { To: 'ana@example.org, luis@example.org' }, [1, 2, 3, 2, 3, 2]],
    ['to hidden ones', { To: 'oficina@ejemplo.test' }, [1, 2, 3, 2, 3, 2]],
    ['to one alone', { To: 'ana@example.org' }, [1, 1, 1, 1, 1, 1]],
  ])('answers to what the office wrote %s', async (_, circular, threads) => {
    const store = await temporaryStore();
    await anAccount(store, { address: (security) => ({ host: '127.0.0.1', port: 143, security }) });
    const luis = 'Luis <luis@example.org>';
    const office = { From: 'Oficina <oficina@ejemplo.test>', ...circular };
    await ingest(
      store,
      folderOf({
        '1.eml': eml({ 'Message-ID': '<0@x>', Subject: 'Nuevo horario', ...office }, 'circular'),
        '2.eml': eml({ 'Message-ID': '<1@x>', References: '<0@x>', To: 'oficina@ejemplo.test' }, 'uno'),
        '3.eml': eml({ 'Message-ID': '<2@x>', References: '<0@x>', From: luis }, 'dos'),
        '4.eml': eml({ 'Message-ID': '<3@x>', References: '<0@x> <1@x>' }, 'tres'),
        '5.eml': eml({ 'Message-ID': '<4@x>', 'In-Reply-To': '<0@x>', From: luis }, 'cuatro'),
        '6.eml': eml({ 'Message-ID': '<5@x>', 'In-Reply-To': '<0@x>' }, 'cinco'),
      }),
    );
    expect(await threadsOf(store)).toEqual(threads);
  });

  it('a circular that arrives after its answers joins none of them', async () => {
    const store = await temporaryStore();
    await anAccount(store, { address: (security) => ({ host: '127.0.0.1', port: 143, security }) });
    const To = 'ana@example.org, luis@example.org';
    await ingest(
      store,
      folderOf({
        '1.eml': eml({ 'Message-ID': '<1@x>', References: '<0@x>' }, 'uno'),
        '2.eml': eml({ 'Message-ID': '<2@x>', References: '<0@x>', From: 'luis@example.org' }, 'dos'),
        '3.eml': eml({ 'Message-ID': '<0@x>', From: 'oficina@ejemplo.test', To, Subject: 'Aviso' }, 'aviso'),
      }),
    );
    expect(await threadsOf(store)).toEqual([1, 2, 3]);
  });

  it('joins by references whoever writes and whenever, and to the message itself before one of its answers', async () => {
    const store = await temporaryStore();
    await ingest(
      store,
      folderOf({
        '1.eml': eml({ 'Message-ID': '<1@x>', References: '<9@x>', Subject: 'Hola' }, 'uno'),
        '2.eml': eml({ 'Message-ID': '<2@x>', Subject: 'Hola' }, 'dos'),
        '3.eml': eml(
          {
            'Message-ID': '<3@x>',
            References: '<9@x> <2@x>',
            From: 'Hijo <hijo@example.org>',
            Date: 'Tue, 20 Apr 2021 10:00:00 +0200',
          },
          'tres',
        ),
      }),
    );
    expect(await threadsOf(store)).toEqual([1, 2, 2]);
  });

  it('joins by subject only what the same person wrote within thirty days', async () => {
    const store = await temporaryStore();
    const subject = 'Duda sobre mi jubilación parcial';
    const at = (id: string, date: string, changes: Record<string, string> = {}) =>
      eml({ 'Message-ID': id, Subject: subject, Date: date, ...changes }, id);
    await ingest(
      store,
      folderOf({
        '1.eml': at('<1@x>', 'Mon, 16 Mar 2020 10:00:00 +0100'),
        '2.eml': at('<2@x>', 'Wed, 15 Apr 2020 11:00:00 +0200', {
          Subject: `RE: ${subject.toUpperCase()}`,
          From: 'Ana <ANA@Example.org>',
        }),
        '3.eml': at('<3@x>', 'Fri, 15 May 2020 11:00:01 +0200'),
        '4.eml': at('<4@x>', 'Fri, 20 Mar 2020 10:00:00 +0100', { From: 'x@example.org' }),
        '5.eml': at('<5@x>', 'Mon, 16 Mar 2020 10:00:00 +0100', { Subject: 'AFILIACIÓN' }),
        '6.eml': at('<6@x>', 'Mon, 16 Mar 2020 10:00:00 +0100', { Subject: 'AFILIACIÓN' }),
      }),
    );
    expect(await threadsOf(store)).toEqual([1, 1, 3, 4, 5, 6]);
  });

  it('folds a resend under the first, but never the same text of another person', async () => {
    const store = await temporaryStore();
    const text = 'Solicito el cambio de mi domicilio a la calle Mayor número 3 de Zaragoza, gracias.';
    await ingest(
      store,
      folderOf({
        '1.eml': eml({ 'Message-ID': '<1@x>', Subject: 'Domicilio' }, text),
        '2.eml': eml({ 'Message-ID': '<2@x>', Subject: 'Reenvío domicilio' }, text),
        '3.eml': eml({ 'Message-ID': '<3@x>', Subject: 'Domicilio', From: 'Luis <luis@example.org>' }, text),
      }),
    );
    const [first, second, third] = [
      await idOf(store, '1.eml'),
      await idOf(store, '2.eml'),
      await idOf(store, '3.eml'),
    ];
    const messages = await store.prisma.message.findMany({ orderBy: { id: 'asc' } });
    expect(messages.map(({ copyOfId }) => copyOfId)).toEqual([null, first, null]);
    expect(messages.map(({ marks }) => marks)).toEqual([
      expect.arrayContaining(['SAME_TEXT']),
      expect.arrayContaining(['SAME_TEXT']),
      expect.arrayContaining(['SAME_TEXT']),
    ]);
    expect(rowsOf(store, [first, second, third]).map(({ id, copyCount }) => [id, copyCount])).toEqual([
      [third, 0],
      [second, 0],
      [first, 1],
    ]);
  });

  it('marks both when a Message-ID comes again with other bytes', async () => {
    const store = await temporaryStore();
    await ingest(
      store,
      folderOf({
        '1.eml': eml({ 'Message-ID': '<1@x>', Subject: 'A' }, 'uno'),
        '2.eml': eml({ 'Message-ID': '<1@x>', Subject: 'B' }, 'dos'),
      }),
    );
    const messages = await store.prisma.message.findMany();
    for (const { marks } of messages) expect(marks).toContain('SAME_MESSAGE_ID');
  });
});
