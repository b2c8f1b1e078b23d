import type { Statement } from 'better-sqlite3';
import type { Sql } from './connection.ts';
import { parseSearchQuery, type Condition, type QueryInfo, type SearchQuery } from './search-query.ts';

/** What a list is asked for, together; the mail room's MessageFilter. */
export type SearchFilter = {
  readonly view: 'REQUESTS' | 'NOT_REQUESTS' | 'ALL';
  readonly category: string | null; // or UNDECIDED
  readonly kind: string | null;
  readonly state: string | null; // or OPEN
  readonly assignee: 'ME' | 'NOBODY' | number | null;
  readonly hasAttachments: boolean;
  readonly unverified: boolean;
  readonly needsReview: boolean;
  readonly unopened: boolean;
  readonly query: string;
};

export type SearchRequest = {
  readonly filter: SearchFilter;
  readonly actorId: number | null;
  /** Only what comes after this message's id; with RELEVANCE, how many were shown already. */
  readonly cursor: number | null;
  readonly limit: number;
  /** DOUBT, for what needs review and without a query: least sure first, then newest. */
  readonly order: 'NEWEST' | 'RELEVANCE' | 'DOUBT';
};

export type SearchPage = {
  readonly ids: number[];
  /** Text around the found words, which stand between U+0001 and U+0002; only for messages found by their text. */
  readonly snippets: ReadonlyMap<number, string>;
  readonly nextCursor: number | null;
  /** Null when there was no query. */
  readonly info: QueryInfo | null;
};

type Value = string | number | null;
type FoundRow = { readonly id: number; readonly snippet: string | null };
/** Index that holds every column a filter looks at, in the order of the ids: no list reads the wide rows. */
const LIST = `"Message" INDEXED BY "Message_list_idx"`;
/** The same of what needs review, in the order of doubt. */
const DOUBTFUL = `"Message" INDEXED BY "Message_doubt_idx"`;
const SNIPPET_TOKENS = 16;

/** A page of message ids, newest first by id and keyset, or by relevance. See `SearchRequest` for the units. */
export function searchMessages(sql: Sql, request: SearchRequest): SearchPage {
  const { filter, actorId, cursor, limit, order } = request;
  const query = parseSearchQuery(filter.query, actorId);
  if (order === 'DOUBT' && query.match === null) return doubtful(sql, request, query);
  const { from, where, params, id } = selection(filter, query, actorId);
  const byRank = order === 'RELEVANCE' && query.match !== null;
  const snippet =
    query.match === null ? 'NULL' : `snippet(message_search, -1, char(1), char(2), '…', ${SNIPPET_TOKENS})`;
  const after = byRank ? '' : ` AND ${id} < ?`;
  const sorted = byRank ? 'message_search.rank' : `${id} DESC`;
  const found = prepared<FoundRow>(
    sql,
    `SELECT ${id} AS id, ${snippet} AS snippet FROM ${from} WHERE ${where}${after}
     ORDER BY ${sorted} LIMIT ? OFFSET ?`,
  ).all(
    ...params,
    ...(byRank ? [] : [cursor ?? Number.MAX_SAFE_INTEGER]),
    limit + 1,
    byRank ? (cursor ?? 0) : 0,
  );
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    ids: rows.map((row) => row.id),
    snippets: new Map(rows.flatMap((row) => (row.snippet === null ? [] : [[row.id, row.snippet] as const]))),
    nextCursor: last === undefined ? null : byRank ? (cursor ?? 0) + limit : last.id,
    info: filter.query.trim() === '' ? null : query.info,
  };
}

/** Keyset on confidence and id: a message keeps its confidence when it is decided, so the cursor stays where it was. */
function doubtful(sql: Sql, request: SearchRequest, query: SearchQuery): SearchPage {
  const { filter, actorId, cursor, limit } = request;
  const { where, params } = selection({ ...filter, needsReview: true }, query, actorId);
  const at =
    cursor === null
      ? undefined
      : prepared<{ confidence: number }>(
          sql,
          'SELECT proposedConfidence AS confidence FROM "Message" WHERE id = ?',
        ).get(cursor);
  const confidence = at?.confidence ?? -1;
  const found = prepared<{ id: number }>(
    sql,
    `SELECT id FROM ${DOUBTFUL} WHERE ${where}
       AND proposedConfidence >= ? AND (proposedConfidence > ? OR "Message".id < ?)
     ORDER BY proposedConfidence, id DESC LIMIT ?`,
  ).all(...params, confidence, confidence, cursor ?? Number.MAX_SAFE_INTEGER, limit + 1);
  const ids = found.slice(0, limit).map(({ id }) => id);
  return {
    ids,
    snippets: new Map(),
    nextCursor: found.length > limit ? (ids.at(-1) ?? null) : null,
    info: null,
  };
}

/** How many messages fit, counted no further than `cap`. */
export function countMessages(
  sql: Sql,
  request: Pick<SearchRequest, 'filter' | 'actorId'> & { readonly cap: number },
): number {
  const { filter, actorId, cap } = request;
  const { from, where, params } = selection(filter, parseSearchQuery(filter.query, actorId), actorId);
  const counted = prepared<{ n: number }>(
    sql,
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ?)`,
  ).get(...params, cap);
  return counted?.n ?? 0;
}

function selection(filter: SearchFilter, query: SearchQuery, actorId: number | null) {
  const conditions = [...filterConditions(filter, actorId), ...query.conditions];
  // Copies lie folded under the first message, unless somebody searches.
  if (filter.query.trim() === '') conditions.push({ sql: `"Message".copyOfId IS NULL`, params: [] });
  if (query.exclude !== null) {
    conditions.push({
      sql: `"Message".id NOT IN (SELECT rowid FROM message_search WHERE message_search MATCH ?)`,
      params: [query.exclude],
    });
  }
  if (conditions.length === 0) conditions.push({ sql: 'TRUE', params: [] });
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const params: Value[] = conditions.flatMap((condition) => condition.params);
  if (query.match === null) return { from: LIST, where, params, id: '"Message".id' };
  // CROSS keeps the text index outside: asked for one row after another it would run the whole search each time.
  return {
    from: `message_search CROSS JOIN ${LIST} ON "Message".id = message_search.rowid`,
    where: `message_search MATCH ? AND ${where}`,
    params: [query.match, ...params],
    id: 'message_search.rowid',
  };
}

function filterConditions(filter: SearchFilter, actorId: number | null): Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, ...params: Value[]) => conditions.push({ sql, params });
  if (filter.view !== 'ALL') add(`"Message".isRequest = ?`, filter.view === 'REQUESTS' ? 1 : 0);
  if (filter.category !== null) {
    add(`"Message".category IS ?`, filter.category === 'UNDECIDED' ? null : filter.category);
  }
  if (filter.kind !== null) add(`"Message".kind = ?`, filter.kind);
  if (filter.state === 'OPEN') add(`"Message".state IN ('NEW', 'IN_PROGRESS', 'WAITING_CITIZEN')`);
  else if (filter.state !== null) add(`"Message".state = ?`, filter.state);
  if (filter.assignee !== null) add(`"Message".assigneeId IS ?`, assigneeId(filter.assignee, actorId));
  if (filter.hasAttachments) add(`"Message".attachmentCount > 0`);
  if (filter.unverified) add(`"Message".identityLevel = 'NONE'`);
  if (filter.needsReview) add(`"Message".needsReview = 1`);
  if (filter.unopened) add(`"Message".openedAt IS NULL`);
  return conditions;
}

function assigneeId(assignee: 'ME' | 'NOBODY' | number, actorId: number | null): number | null {
  switch (assignee) {
    case 'ME':
      return actorId ?? 0;
    case 'NOBODY':
      return null;
    default:
      return assignee;
  }
}

const statements = new WeakMap<Sql, Map<string, Statement<Value[]>>>();
/** More than the combinations of filters that are in use at a desk. */
const MOST_STATEMENTS = 200;

/** Statements are kept per connection: preparing costs as much as running most of them. */
function prepared<Row>(sql: Sql, text: string): Statement<Value[], Row> {
  const known = statements.get(sql) ?? new Map<string, Statement<Value[]>>();
  statements.set(sql, known);
  if (known.size >= MOST_STATEMENTS) known.clear();
  const statement = known.get(text) ?? sql.prepare<Value[]>(text);
  known.set(text, statement);
  return statement as Statement<Value[], Row>;
}
