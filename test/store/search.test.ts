import { expect, test } from 'vitest';
import type { Sql } from '../../main/store/connection.ts';
import { countMessages, searchMessages, type SearchFilter } from '../../main/store/search.ts';
import { temporaryStore } from '../support/store.ts';

type Given = {
  readonly subject?: string;
  readonly sender?: string;
  readonly body?: string;
  readonly attachments?: string;
  readonly caseNumber?: string;
  readonly identifiers?: string;
  readonly category?: string | null;
  readonly state?: string;
  readonly isRequest?: number;
  readonly assigneeId?: number | null;
  readonly copyOfId?: number | null;
  readonly receivedAt?: number;
};

function add(sql: Sql, given: Given): number {
  const all = {
    subject: '',
    sender: '',
    body: '',
    attachments: '',
    caseNumber: '',
    identifiers: '',
    category: null,
    state: 'NEW',
    isRequest: 1,
    assigneeId: null,
    copyOfId: null,
    receivedAt: Date.parse('2020-04-01T10:00:00Z'),
    ...given,
  };
  const next = (sql.prepare('SELECT coalesce(max(id), 0) + 1 AS id FROM "Message"').get() as { id: number })
    .id;
  const sha256 = String(next).padStart(64, '0');
  sql.prepare('INSERT INTO "RawSource" (sha256, size, zstd) VALUES (?, 1, ?)').run(sha256, Buffer.from('x'));
  const columns = {
    id: next,
    sha256,
    subject: all.subject,
    fromName: '',
    fromAddress: all.sender,
    receivedAt: all.receivedAt,
    storedAt: 0,
    preview: '',
    parseStatus: 'PARSED',
    marks: '[]',
    attachmentCount: all.attachments === '' ? 0 : 1,
    threadId: next,
    copyOfId: all.copyOfId,
    kind: 'REQUEST',
    kindReason: 'null',
    isRequest: all.isRequest,
    proposedConfidence: 0,
    proposedReasons: '[]',
    category: all.category,
    needsReview: 0,
    declaredPerson: '{}',
    state: all.state,
    assigneeId: all.assigneeId,
    identityLevel: 'NONE',
  };
  const names = Object.keys(columns);
  sql
    .prepare(
      `INSERT INTO "Message" (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(columns);
  sql
    .prepare(
      `INSERT INTO message_search (rowid, subject, sender, body, attachments, case_number, identifiers)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(next, all.subject, all.sender, all.body, all.attachments, all.caseNumber, all.identifiers);
  return next;
}

const NOTHING: SearchFilter = {
  view: 'ALL',
  category: null,
  kind: null,
  state: null,
  assignee: null,
  hasAttachments: false,
  unverified: false,
  needsReview: false,
  unopened: false,
  query: '',
};

async function storeWith(messages: readonly Given[]) {
  const store = await temporaryStore();
  await store.writeSql((sql) => {
    for (const id of [1, 2]) {
      sql
        .prepare(
          `INSERT INTO "User" (id, userName, displayName, role, passwordHash, preferences, createdAt)
           VALUES (?, ?, ?, 'CLERK', '', '{}', 0)`,
        )
        .run(id, `u${id}`, id === 1 ? 'Marta Lasierra' : 'Julián Arbués');
    }
    for (const message of messages) add(sql, message);
  });
  const list = (filter: Partial<SearchFilter>, limit = 50, cursor: number | null = null) =>
    searchMessages(store.sql, {
      filter: { ...NOTHING, ...filter },
      actorId: 1,
      cursor,
      limit,
      order: 'NEWEST',
    });
  return { store, list, find: (query: string) => list({ query }).ids };
}

test('pages newest first by keyset, every message once, also while new ones come', async () => {
  const { store, list } = await storeWith(Array.from({ length: 25 }, (_, at) => ({ body: `nota ${at}` })));
  for (const query of ['', 'nota']) {
    const seen: number[] = [];
    let cursor: number | null = null;
    do {
      const page = list({ query }, 10, cursor);
      seen.push(...page.ids);
      cursor = page.nextCursor;
      await store.writeSql((sql) => add(sql, { body: 'nota nueva' }));
    } while (cursor !== null);
    expect(seen.slice(-25)).toEqual(Array.from({ length: 25 }, (_, at) => 25 - at));
    expect(new Set(seen).size).toBe(seen.length);
  }
});

test('finds words without accents, by their beginning, phrases, columns, and marks what was found', async () => {
  const { list, find } = await storeWith([
    { subject: 'Vida laboral', body: 'Solicito mi informe de vida laboral', sender: 'gestoria@example.org' },
    {
      subject: 'Baja',
      body: 'La vida y lo laboral',
      sender: 'ana@example.org',
      attachments: 'TA1 firmado.pdf',
    },
    { subject: 'Cotización', body: 'nada', caseNumber: '50/2026/000123' },
  ]);
  expect(find('"vida laboral"')).toEqual([1]);
  expect(find('vida labor')).toEqual([2, 1]);
  expect(find('cotizacion')).toEqual([3]);
  expect(find('de:gestoria')).toEqual([1]);
  expect(find('fichero:ta1')).toEqual([2]);
  expect(find('expediente:2026/000123')).toEqual([3]);
  expect(find('vida -baja')).toEqual([1]);
  expect(find('-vida')).toEqual([3]);
  expect(find('informe OR nada')).toEqual([3, 1]);
  expect(find('inexistente')).toEqual([]);
  const { snippets } = list({ query: 'informe' });
  expect(snippets.get(1)).toBe('Solicito mi \u0001informe\u0002 de vida laboral');
});

test('finds a number in whatever style it was typed or indexed', async () => {
  const { find } = await storeWith([
    { identifiers: '99838051L 34645027731 645027731', body: 'mi documento' },
    { identifiers: '99838052C', body: 'otro' },
  ]);
  for (const typed of [
    '99.838.051-L',
    '99838051l',
    '99 838 051 L',
    'dni:99838051-L',
    '645 02 77 31',
    '+34645027731',
  ]) {
    expect(find(typed)).toEqual([1]);
  }
});

test('combines text, operators and the filters of the side pane', async () => {
  const { list, find } = await storeWith([
    { body: 'hola', category: 'AFILIACION', assigneeId: 1 },
    { body: 'hola', category: 'AFILIACION', assigneeId: 2, state: 'RESOLVED' },
    { body: 'hola', category: null, isRequest: 0, attachments: 'x.pdf' },
    { body: 'hola', category: 'OTRAS', receivedAt: Date.parse('2020-04-30T22:30:00Z') },
  ]);
  expect(list({ view: 'REQUESTS' }).ids).toEqual([4, 2, 1]);
  expect(list({ view: 'NOT_REQUESTS' }).ids).toEqual([3]);
  expect(list({ category: 'AFILIACION', state: 'OPEN' }).ids).toEqual([1]);
  expect(list({ category: 'UNDECIDED' }).ids).toEqual([3]);
  expect(list({ assignee: 'ME' }).ids).toEqual([1]);
  expect(list({ assignee: 'NOBODY' }).ids).toEqual([4, 3]);
  expect(list({ assignee: 2 }).ids).toEqual([2]);
  expect(list({ hasAttachments: true, query: 'hola' }).ids).toEqual([3]);
  expect(find('hola asignado:arbués')).toEqual([2]);
  expect(find('hola asignado:mi')).toEqual([1]);
  expect(find('hola antes:2020-05-01')).toEqual([3, 2, 1]);
  expect(find('desde:2020-05-01')).toEqual([4]);
  expect(find('hola -categoria:AFILIACION')).toEqual([4, 3]);
});

test('folds copies in lists, finds them in searches', async () => {
  const { list, find } = await storeWith([{ body: 'carta' }, { body: 'carta', copyOfId: 1 }]);
  expect(list({}).ids).toEqual([1]);
  expect(find('carta')).toEqual([2, 1]);
});

test('counts up to a cap, and ranks only when asked', async () => {
  const { store } = await storeWith([
    { subject: 'moratoria moratoria', body: 'moratoria' },
    { body: 'la moratoria entre otras muchas cosas de las que trata este mensaje tan largo' },
    { body: 'otra cosa' },
  ]);
  const filter = { ...NOTHING, query: 'moratoria' };
  expect(countMessages(store.sql, { filter, actorId: null, cap: 10 })).toBe(2);
  expect(countMessages(store.sql, { filter, actorId: null, cap: 1 })).toBe(1);
  const request = { filter, actorId: null, cursor: null, limit: 1, order: 'RELEVANCE' } as const;
  const first = searchMessages(store.sql, request);
  expect(first.ids).toEqual([1]);
  expect(searchMessages(store.sql, { ...request, cursor: first.nextCursor }).ids).toEqual([2]);
});

test('no list and no search reads the wide rows to filter', async () => {
  const { store } = await storeWith([]);
  const plans: string[] = [];
  const spy = {
    prepare: (text: string) => {
      const rows = store.sql.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`);
      return {
        all: (...params: unknown[]) => {
          plans.push(
            rows
              .all(...params)
              .map((row) => row.detail)
              .join('; '),
          );
          return [];
        },
      };
    },
  } as unknown as Sql;
  for (const query of ['', 'hola es:sinverificar']) {
    searchMessages(spy, {
      filter: { ...NOTHING, category: 'OTRAS', assignee: 3, state: 'OPEN', query },
      actorId: 1,
      cursor: 9,
      limit: 5,
      order: 'NEWEST',
    });
  }
  expect(plans).toHaveLength(2);
  for (const plan of plans) {
    expect(plan).toContain('COVERING INDEX Message_list_idx');
    expect(plan).not.toContain('TEMP B-TREE');
  }
});
