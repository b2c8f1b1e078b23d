import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Work } from '../../main/api/contract/work.ts';
import { searchMessages } from '../../main/store/search.ts';
import { MessageFilter } from '../../main/mail/inbox-model.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { aMessage } from '../support/builders.ts';
import { temporaryFolder, temporaryStore, testClock } from '../support/store.ts';

/** The end of a piece of long work, as the windows are told. */
function ended({ services }: ApiDesk, workId: string): Promise<Work> {
  return new Promise((resolve) => {
    const settled = services.work.list().find(({ id, state }) => id === workId && state !== 'RUNNING');
    if (settled !== undefined) {
      resolve(settled);
      return;
    }
    const stop = services.events.subscribe('event', (event) => {
      if (event.type !== 'WORK' || event.work.id !== workId || event.work.state === 'RUNNING') return;
      stop();
      resolve(event.work);
    });
  });
}

function mailFolder(count: number): string {
  const folder = temporaryFolder();
  for (let n = 0; n < count; n++) {
    writeFileSync(
      join(folder, `${n}.eml`),
      `From: a@example.org\r\nSubject: Baja ${n}\r\n\r\nTexto número ${n}\r\n`,
    );
  }
  return folder;
}

describe('long work', () => {
  it('reads a folder, tells the windows of new mail, and answers with what it did', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    const { workId } = await desk.client.work.ingest({ path: mailFolder(3) });
    expect(await ended(desk, workId)).toMatchObject({
      state: 'DONE',
      done: 3,
      result: { read: 3, stored: 3, duplicates: 0, unparsable: 0, failed: 0 },
    });
    expect(desk.told).toContainEqual({ type: 'MESSAGES_ARRIVED', count: 3, newestId: 3 });
  });

  it('says how fast it goes and how long it will take', async () => {
    const clock = testClock();
    const desk = await apiDesk(await temporaryStore(clock), 'SUPERVISOR');
    const { work } = desk.services;
    const told: unknown[] = [];
    const id = work.start('EXPORT', 'Prueba', ({ progress }) => {
      for (const done of [1, 41]) {
        progress(done, 101);
        told.push(work.list());
        clock.advance(2_000);
      }
      return Promise.resolve({});
    });
    await ended(desk, id);
    expect(told).toMatchObject([
      [{ done: 1, rate: null, secondsLeft: null }],
      [{ done: 41, rate: 20, secondsLeft: 3 }],
    ]);
  });

  it('says at once that a path cannot be read', async () => {
    const desk = await apiDesk(await temporaryStore(), 'SUPERVISOR');
    await expect(desk.client.work.ingest({ path: '/no/existe' })).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    });
    expect(await desk.client.work.list()).toEqual([]);
  });

  it('takes a path from the root only, as Windows copies it too', async () => {
    const desk = await apiDesk(await temporaryStore(), 'SUPERVISOR');
    for (const path of ['salida.jsonl', '"salida.jsonl"', '""', ' ']) {
      await expect(desk.client.work.export({ path })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    const path = join(temporaryFolder(), 'salida.jsonl');
    const { workId } = await desk.client.work.export({ path: ` "${path}" ` });
    expect(await ended(desk, workId)).toMatchObject({
      state: 'DONE',
      label: 'salida.jsonl',
      result: { path },
    });
  });

  it('exports a line a message, never over an existing file', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    await aMessage(store, { subject: 'Una' });
    await aMessage(store, { subject: 'Dos' });
    const path = join(temporaryFolder(), 'salida.jsonl');
    const first = await desk.client.work.export({ path });
    expect(await ended(desk, first.workId)).toMatchObject({ state: 'DONE', result: { messages: 2 } });
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { subject: string }).subject)).toEqual(['Una', 'Dos']);
    const second = await desk.client.work.export({ path });
    expect(await ended(desk, second.workId)).toMatchObject({
      state: 'FAILED',
      error: { code: 'FILE_EXISTS' },
    });
    const nowhere = await desk.client.work.export({ path: join(path, 'salida.jsonl') });
    expect(await ended(desk, nowhere.workId)).toMatchObject({
      state: 'FAILED',
      error: { code: 'FOLDER_UNUSABLE' },
    });
  });

  it('leaves no half of an export behind', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    for (let n = 0; n < 3; n++) await aMessage(store, { subject: `Mensaje ${n}` });
    await store.writeSql((sql) => sql.exec(`UPDATE "Message" SET proposedReasons = '{}' WHERE id = 3`));
    const path = join(temporaryFolder(), 'correo.jsonl');
    const stopped = await desk.client.work.export({ path });
    expect(await ended(desk, stopped.workId)).toMatchObject({ state: 'FAILED' });
    expect(existsSync(path)).toBe(false);
    await store.writeSql((sql) => sql.exec(`UPDATE "Message" SET proposedReasons = '[]' WHERE id = 3`));
    const whole = await desk.client.work.export({ path });
    expect(await ended(desk, whole.workId)).toMatchObject({ state: 'DONE', result: { messages: 3 } });
  });

  it('makes a backup, and reports a failure with its code', async () => {
    const desk = await apiDesk(await temporaryStore(), 'ADMIN');
    const path = join(temporaryFolder(), 'copia.db');
    const { workId } = await desk.client.work.backup({ path });
    expect(await ended(desk, workId)).toMatchObject({ state: 'DONE' });
    expect(existsSync(path)).toBe(true);
    const again = await desk.client.work.backup({ path });
    expect(await ended(desk, again.workId)).toMatchObject({
      state: 'FAILED',
      error: { code: 'FILE_EXISTS' },
    });
  });

  it('builds the index anew from the raw sources', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    const { workId: read } = await desk.client.work.ingest({ path: mailFolder(2) });
    await ended(desk, read);
    await store.writeSql((sql) => sql.exec('DELETE FROM "message_search"'));
    const find = () =>
      searchMessages(store.sql, {
        filter: MessageFilter.parse({ view: 'ALL', query: 'texto' }),
        actorId: null,
        cursor: null,
        limit: 10,
        order: 'NEWEST',
      }).ids;
    expect(find()).toEqual([]);
    const { workId } = await desk.client.work.reindex();
    expect(await ended(desk, workId)).toMatchObject({ state: 'DONE', result: { messages: 2 } });
    expect(find()).toEqual([2, 1]);
  });

  it('walks the log and says that it is whole', async () => {
    const desk = await apiDesk(await temporaryStore(), 'SUPERVISOR');
    const { workId } = await desk.client.work.verifyAudit();
    expect(await ended(desk, workId)).toMatchObject({ state: 'DONE', result: { faultEntryId: null } });
  });

  it('stops when it is cancelled', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    const { workId } = await desk.client.work.ingest({ path: mailFolder(400) });
    await desk.client.work.cancel({ workId });
    expect(await ended(desk, workId)).toMatchObject({ state: 'CANCELLED' });
    await expect(desk.client.work.cancel({ workId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
