import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearchQuery } from '../../main/store/search-query.ts';

const match = (text: string) => parseSearchQuery(text, 7).match;
const conditions = (text: string) => parseSearchQuery(text, 7).conditions;

test('reads the query of the design', () => {
  const query = parseSearchQuery(
    '"vida labor" from:gestoria is:unverified category:AFILIACION has:attachment before:2020-05-01',
    null,
  );
  expect(query.match).toBe('("vida labor" *) AND (sender : "gestoria" *)');
  expect(query.conditions).toEqual([
    { sql: `"Message".identityLevel = 'NONE'`, params: [] },
    { sql: '"Message".category IS ?', params: ['AFILIACION'] },
    { sql: '"Message".attachmentCount > 0', params: [] },
    { sql: '"Message".receivedAt < ?', params: [Date.parse('2020-04-30T22:00:00Z')] },
  ]);
  expect(query.info).toEqual({
    words: ['vida labor'],
    operators: [
      { name: 'de', value: 'gestoria' },
      { name: 'es', value: 'unverified' },
      { name: 'categoría', value: 'AFILIACION' },
      { name: 'con', value: 'attachment' },
      { name: 'antes', value: '2020-05-01' },
    ],
    unknownOperators: [],
  });
});

test.each([
  ['de:gestoria', 'from:gestoria'],
  ['asunto:"vida laboral"', 'subject:"vida laboral"'],
  ['fichero:ta1', 'file:ta1'],
  ['expediente:2026/000123', 'case:2026/000123'],
  ['dni:99838051L', 'id:99838051L'],
])('%s is %s', (spanish, english) => {
  expect(match(spanish)).toBe(match(english));
  expect(match(spanish)).not.toBeNull();
});

test.each([
  ['categoría:afiliación', 'category:AFILIACION'],
  ['categoria:otros', 'category:OTRAS'],
  ['categoria:"sin decidir"', 'category:undecided'],
  ['tiene:adjunto', 'has:attachment'],
  ['con:adjuntos', 'has:attachment'],
  ['es:sinverificar', 'is:unverified'],
  ['es:"sin verificar"', 'is:unverified'],
  ['estado:"en curso"', 'state:IN_PROGRESS'],
  ['estado:abierto', 'state:open'],
  ['asignado:mí', 'assigned:me'],
  ['asignado:nadie', 'assignee:nobody'],
  ['tipo:respuesta', 'kind:reply'],
  ['para:zaragoza', 'to:zaragoza'],
  ['antes:1/5/2020', 'before:2020-05-01'],
  ['después:2020-05-01', 'after:2020-05-01'],
  ['desde:2020-05-01', 'since:2020-05-01'],
])('%s is %s, and asks for columns only', (spanish, english) => {
  expect(conditions(spanish)).toEqual(conditions(english));
  expect(conditions(spanish)).toHaveLength(1);
  expect(match(spanish)).toBeNull();
});

test.each([
  ['antes:2020-03-29', '<', '2020-03-28T23:00:00Z'], // the day on which clocks go forward
  ['antes:2020-03-30', '<', '2020-03-29T22:00:00Z'],
  ['desde:2020-10-25', '>=', '2020-10-24T22:00:00Z'],
  ['hasta:2020-10-25', '<', '2020-10-25T23:00:00Z'],
])('%s: days begin and end in Madrid', (text, comparison, instant) => {
  expect(conditions(text)).toEqual([
    { sql: `"Message".receivedAt ${comparison} ?`, params: [Date.parse(instant)] },
  ]);
});

test('takes words as beginnings from four letters on, also the last of a phrase, but no quoted word', () => {
  expect(match('vida laboral')).toBe('("vida" *) AND ("laboral" *)');
  expect(match('de la vida')).toBe('("de") AND ("la") AND ("vida" *)');
  expect(match('la*')).toBe('("la" *)');
  expect(match('"vida labor"')).toBe('("vida labor" *)');
  expect(match('"alta en el reta')).toBe('("alta en el reta" *)');
  expect(match('"alta de la"')).toBe('("alta de la")');
  expect(match('"alta"')).toBe('("alta")');
});

test('leaves out what has a minus, and joins what has an OR between', () => {
  expect(match('baja -autonomo -de:spam')).toBe('(("baja" *)) NOT (("autonomo" *) OR (sender : "spam" *))');
  expect(match('alta OR baja reta')).toBe('("alta" * OR "baja" *) AND ("reta" *)');
  expect(parseSearchQuery('-spam', null)).toMatchObject({ match: null, exclude: '("spam" *)' });
  expect(conditions('-categoria:OTRAS')).toEqual([
    { sql: 'NOT ("Message".category IS ?)', params: ['OTRAS'] },
  ]);
});

test.each([
  ['99.838.051-L', '99838051L'],
  ['99838051l', '99838051L'],
  ['645 02 77 31', '645027731'],
  ['+34 645 02 77 31', '34645027731'],
  ['0034645027731', '34645027731'],
  ['X-1234567-L', 'X1234567L'],
  ['28/12345678/40', '281234567840'],
])('finds the number %s also as %s', (typed, normal) => {
  expect(match(typed)).toContain(`identifiers : "${normal}" *`);
});

test('takes an operator it does not know, or a value that says nothing, as text and says so', () => {
  expect(parseSearchQuery('color:rojo categoria:nada antes:2020-02-31', null)).toMatchObject({
    conditions: [],
    info: { unknownOperators: ['color', 'categoria', 'antes'] },
  });
});

test.each(['categoria:constructor', 'es:constructor', 'estado:"__proto__"', 'tipo:hasOwnProperty'])(
  '%s names no value',
  (text) => {
    expect(conditions(text)).toEqual([]);
    expect(match(text)).not.toBeNull();
  },
);

test.each(['😀', '"', '!!!', '-', 'de:""', '«»'])('%s is in no message', (text) => {
  expect(parseSearchQuery(text, null)).toMatchObject({
    match: null,
    exclude: null,
    conditions: [{ sql: 'FALSE', params: [] }],
  });
  expect(conditions('  ')).toEqual([]);
});

test('hostile text is never an error of SQL or of the text index', () => {
  const sql = new Database(':memory:');
  sql.exec(`CREATE VIRTUAL TABLE message_search USING fts5(subject, sender, body, attachments, case_number, identifiers);
    CREATE TABLE "Message" (id INTEGER PRIMARY KEY, category, kind, state, assigneeId, attachmentCount, identityLevel,
      openedAt, needsReview, copyOfId, caseId, receivedAt);
    CREATE TABLE "Recipient" (messageId, address, name); CREATE TABLE "User" (id, userName, displayName)`);
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      ...[
        '"',
        "'",
        '*',
        '-',
        ':',
        '(',
        ')',
        '^',
        '+',
        'NOT',
        'AND',
        'OR',
        'NEAR(',
        'NEAR/2',
        '\0',
        '{',
        '}',
        ';--',
      ],
      ...[
        'de:',
        'asunto:"',
        'antes:',
        'antes:2020-99-99',
        'para:%_\\',
        'sender :',
        'rowid',
        'asignado:"\'',
        '\ud800',
      ],
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.constantFrom('', ' '), (pieces, between) => {
      const query = parseSearchQuery(pieces.join(between), 1);
      for (const expression of [query.match, query.exclude]) {
        if (expression !== null) {
          sql.prepare('SELECT rowid FROM message_search WHERE message_search MATCH ?').all(expression);
        }
      }
      for (const { sql: text, params } of query.conditions) {
        sql.prepare(`SELECT id FROM "Message" WHERE ${text}`).all(...params);
      }
    }),
    { numRuns: 500 },
  );
  sql.close();
});
