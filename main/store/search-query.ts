import { addDays, startOfDay } from '../days.ts';

/** A condition on a message's columns: SQL over `Message` whose `?` are `params` in order. */
export type Condition = { readonly sql: string; readonly params: readonly (string | number | null)[] };

/** How the query was read, for the screen; names of operators in Spanish. */
export type QueryInfo = {
  readonly words: string[];
  readonly operators: { name: string; value: string }[];
  readonly unknownOperators: string[];
};

export type SearchQuery = {
  /** FTS5 expression over `message_search` that a message must fit; null when the query names no text. */
  readonly match: string | null;
  /** FTS5 expression that it must not fit, when there is no `match` to take it from. */
  readonly exclude: string | null;
  readonly conditions: readonly Condition[];
  readonly info: QueryInfo;
};

/** Shorter words are taken whole: "de*" would be every message, and slow. A star asks for it all the same. */
const SHORTEST_PREFIX = 4;
/** More terms than anybody types; FTS5 gives up at an expression depth of 256. */
const MOST_TERMS = 40;

const TERM = /(?<minus>-)?(?:(?<name>\p{L}+):)?(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/gu;

type Term = {
  readonly negated: boolean;
  readonly name: string | null;
  readonly value: string;
  readonly quoted: boolean;
};

type TextColumn = 'subject' | 'sender' | 'body' | 'attachments' | 'case_number' | 'identifiers';

const TEXT_OPERATORS: readonly [TextColumn, string, readonly string[]][] = [
  ['sender', 'de', ['from', 'de', 'remitente']],
  ['subject', 'asunto', ['subject', 'asunto']],
  ['body', 'texto', ['body', 'text', 'texto', 'cuerpo']],
  ['attachments', 'fichero', ['file', 'filename', 'fichero', 'archivo', 'adjunto']],
  ['case_number', 'expediente', ['case', 'expediente']],
  ['identifiers', 'identificador', ['id', 'dni', 'nie', 'nif', 'naf', 'nss', 'ccc', 'phone', 'telefono']],
];

type ColumnOperator = {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Null when the value says nothing; the term is then searched as plain text. */
  readonly condition: (value: string, actorId: number | null) => Condition | null;
};

/** Own values only: every object answers to "constructor". */
function valueOf<Value>(values: Readonly<Record<string, Value>>, typed: string): Value | undefined {
  const name = compact(typed);
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Values as they are compared: folded, without spaces, hyphens and underscores. */
function oneOf(column: string, values: Readonly<Record<string, string | null>>) {
  return (value: string): Condition | null => {
    const found = valueOf(values, value);
    return found === undefined ? null : { sql: `"Message".${column} IS ?`, params: [found] };
  };
}

/** Fixed conditions by value. */
function named(values: Readonly<Record<string, string>>) {
  return (value: string): Condition | null => {
    const sql = valueOf(values, value);
    return sql === undefined ? null : { sql, params: [] };
  };
}

const OPEN = `"Message".state IN ('NEW', 'IN_PROGRESS', 'WAITING_CITIZEN')`;
const stateIs = oneOf('state', {
  new: 'NEW',
  nuevo: 'NEW',
  inprogress: 'IN_PROGRESS',
  encurso: 'IN_PROGRESS',
  entramite: 'IN_PROGRESS',
  waitingcitizen: 'WAITING_CITIZEN',
  esperando: 'WAITING_CITIZEN',
  enespera: 'WAITING_CITIZEN',
  esperandoalciudadano: 'WAITING_CITIZEN',
  forwarded: 'FORWARDED',
  remitido: 'FORWARDED',
  resolved: 'RESOLVED',
  resuelto: 'RESOLVED',
  archived: 'ARCHIVED',
  archivado: 'ARCHIVED',
});

const COLUMN_OPERATORS: readonly ColumnOperator[] = [
  {
    name: 'categoría',
    aliases: ['category', 'categoria'],
    condition: oneOf('category', {
      afiliacion: 'AFILIACION',
      cotizacion: 'COTIZACION',
      recaudacion: 'RECAUDACION',
      moratorias: 'MORATORIAS',
      moratoria: 'MORATORIAS',
      otras: 'OTRAS',
      otros: 'OTRAS',
      otrasgestiones: 'OTRAS',
      none: 'NONE',
      ninguna: 'NONE',
      noessolicitud: 'NONE',
      undecided: null,
      sindecidir: null,
      sincategoria: null,
    }),
  },
  {
    name: 'tipo',
    aliases: ['kind', 'tipo'],
    condition: oneOf('kind', {
      request: 'REQUEST',
      solicitud: 'REQUEST',
      reply: 'REPLY',
      respuesta: 'REPLY',
      forward: 'FORWARD',
      reenvio: 'FORWARD',
      bounce: 'BOUNCE',
      devuelto: 'BOUNCE',
      rebote: 'BOUNCE',
      autoreply: 'AUTOREPLY',
      automatica: 'AUTOREPLY',
      respuestaautomatica: 'AUTOREPLY',
      newsletter: 'NEWSLETTER',
      boletin: 'NEWSLETTER',
      spam: 'SPAM',
      nodeseado: 'SPAM',
      phishing: 'PHISHING',
      suplantacion: 'PHISHING',
    }),
  },
  {
    name: 'estado',
    aliases: ['state', 'estado'],
    condition: (value) =>
      ['open', 'abierto', 'pendiente'].includes(compact(value)) ? { sql: OPEN, params: [] } : stateIs(value),
  },
  { name: 'asignado', aliases: ['assigned', 'assignee', 'asignado', 'asignada'], condition: assignedTo },
  {
    name: 'con',
    aliases: ['has', 'tiene', 'con'],
    condition: named({
      attachment: `"Message".attachmentCount > 0`,
      attachments: `"Message".attachmentCount > 0`,
      adjunto: `"Message".attachmentCount > 0`,
      adjuntos: `"Message".attachmentCount > 0`,
      case: `"Message".caseId IS NOT NULL`,
      expediente: `"Message".caseId IS NOT NULL`,
    }),
  },
  {
    name: 'es',
    aliases: ['is', 'es'],
    condition: named({
      unverified: `"Message".identityLevel = 'NONE'`,
      sinverificar: `"Message".identityLevel = 'NONE'`,
      verified: `"Message".identityLevel <> 'NONE'`,
      verificado: `"Message".identityLevel <> 'NONE'`,
      unopened: `"Message".openedAt IS NULL`,
      unread: `"Message".openedAt IS NULL`,
      sinabrir: `"Message".openedAt IS NULL`,
      sinleer: `"Message".openedAt IS NULL`,
      opened: `"Message".openedAt IS NOT NULL`,
      read: `"Message".openedAt IS NOT NULL`,
      leido: `"Message".openedAt IS NOT NULL`,
      needsreview: `"Message".needsReview = 1`,
      revisar: `"Message".needsReview = 1`,
      porrevisar: `"Message".needsReview = 1`,
      copy: `"Message".copyOfId IS NOT NULL`,
      copia: `"Message".copyOfId IS NOT NULL`,
      open: OPEN,
      abierto: OPEN,
    }),
  },
  {
    name: 'para',
    aliases: ['to', 'para', 'destinatario'],
    condition: (value) => ({
      sql: `"Message".id IN (SELECT messageId FROM "Recipient" WHERE address LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\')`,
      params: [`%${escapeLike(value)}%`, `%${escapeLike(value)}%`],
    }),
  },
  {
    name: 'antes',
    aliases: ['before', 'antes'],
    condition: (value) => received(value, ({ start }) => ['<', start]),
  },
  {
    name: 'después',
    aliases: ['after', 'since', 'despues', 'desde'],
    condition: (value) => received(value, ({ start }) => ['>=', start]),
  },
  {
    name: 'hasta',
    aliases: ['until', 'hasta'],
    condition: (value) => received(value, ({ end }) => ['<', end]),
  },
];

/**
 * Reads what a clerk typed (docs/how-to/search.md). Never fails: what is no operator, or has a value that says
 * nothing, is searched as text and listed in `unknownOperators`. Days begin and end in Madrid.
 */
export function parseSearchQuery(text: string, actorId: number | null): SearchQuery {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const conditions: Condition[] = [];
  const info: QueryInfo = { words: [], operators: [], unknownOperators: [] };
  let joinNext = false;

  for (const term of joinIdentifiers(readTerms(text)).slice(0, MOST_TERMS)) {
    if (term.name === null && !term.quoted && (term.value === 'OR' || term.value === 'O')) {
      joinNext = wanted.length > 0;
      continue;
    }
    const column = columnCondition(term, actorId);
    if (column !== null) {
      const { sql, params } = column.condition;
      conditions.push({ sql: term.negated ? `NOT (${sql})` : sql, params });
      info.operators.push({ name: signed(term, column.name), value: term.value });
    } else {
      const expression = textExpression(term, info);
      if (expression === null) continue;
      const last = wanted.at(-1);
      if (term.negated) unwanted.push(expression);
      else if (joinNext && last !== undefined) wanted[wanted.length - 1] = `${last} OR ${expression}`;
      else wanted.push(expression);
    }
    joinNext = false;
  }

  const all = wanted.map((part) => `(${part})`).join(' AND ');
  const none = unwanted.map((part) => `(${part})`).join(' OR ');
  // Signs only, such as an emoji, are in no message: finding all of them would be no answer.
  const saysNothing = all === '' && none === '' && conditions.length === 0;
  if (saysNothing && text.trim() !== '') conditions.push({ sql: 'FALSE', params: [] });
  if (all === '') return { match: null, exclude: none === '' ? null : none, conditions, info };
  return { match: none === '' ? all : `(${all}) NOT (${none})`, exclude: null, conditions, info };
}

function readTerms(text: string): Term[] {
  // FTS5 reads its expression as a C string, so that a NUL would cut it short.
  const clean = text.normalize('NFC').replaceAll('\0', ' ');
  return [...clean.matchAll(TERM)].map(({ groups }) => ({
    negated: groups?.minus !== undefined,
    name: groups?.name ?? null,
    value: (groups?.phrase ?? groups?.word ?? '').trim(),
    quoted: groups?.phrase !== undefined,
  }));
}

function columnCondition(term: Term, actorId: number | null) {
  if (term.name === null) return null;
  const name = fold(term.name);
  const operator = COLUMN_OPERATORS.find(({ aliases }) => aliases.includes(name));
  const condition = operator?.condition(term.value, actorId);
  return operator === undefined || condition === null || condition === undefined
    ? null
    : { name: operator.name, condition };
}

/** The FTS5 expression of a word, a phrase or an operator over text; null when nothing in it can be found. */
function textExpression(term: Term, info: QueryInfo): string | null {
  const name = term.name === null ? null : fold(term.name);
  const operator = TEXT_OPERATORS.find(([, , aliases]) => name !== null && aliases.includes(name));
  if (operator !== undefined) {
    const [column, spanish] = operator;
    if (!hasText(term.value)) return null;
    info.operators.push({ name: signed(term, spanish), value: term.value });
    const identifier = column === 'identifiers' ? normalIdentifier(term.value) : null;
    return `${column} : ${identifier === null ? quoted(term.value, term.quoted) : `"${identifier}" *`}`;
  }
  if (name !== null) info.unknownOperators.push(term.name ?? '');
  // An unknown operator is a piece of text with a colon in it, such as an address or an hour.
  const text = term.name === null ? term.value : `${term.name}:${term.value}`;
  if (!hasText(text)) return null;
  info.words.push(signed(term, text));
  const identifier = normalIdentifier(text);
  const plain = quoted(text, term.quoted);
  return identifier === null ? plain : `${plain} OR identifiers : "${identifier}" *`;
}

/** In quotes, one word is that very word; of several in a row the last one may go on, so that "vida labor" finds. */
function quoted(text: string, exact: boolean): string {
  const starred = text.endsWith('*');
  const words = text.replaceAll('"', ' ').replace(/\*+$/, '');
  const last = /[\p{L}\p{N}]+$/u.exec(words)?.[0] ?? '';
  const single = !/\s/.test(words.trim());
  const prefix = starred || (last.length >= SHORTEST_PREFIX && !(exact && single));
  return `"${words}"${prefix ? ' *' : ''}`;
}

/** Tokens are made of letters and digits only: a term without any finds nothing and must not be asked for. */
function hasText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

const NUMBER_PIECE = /^\+?[\d.\-/()]*\d[\d.\-/()]*$/;

/** Puts numbers typed in groups together: 645 02 77 31 is one telephone, 99 838 051 L one DNI. */
function joinIdentifiers(terms: readonly Term[]): Term[] {
  const joined: Term[] = [];
  for (let at = 0; at < terms.length;) {
    const run: Term[] = [];
    for (const term of terms.slice(at)) {
      const isPiece =
        NUMBER_PIECE.test(term.value) || (run.length === 0 ? /^[XYZKLM]$/i : /^[A-Z]$/i).test(term.value);
      if (term.name !== null || term.quoted || !isPiece || (run.length > 0 && term.negated)) break;
      run.push(term);
    }
    const [first] = run;
    const value = run.map((term) => term.value).join(' ');
    if (first !== undefined && run.length > 1 && normalIdentifier(value) !== null) {
      joined.push({ ...first, value });
      at += run.length;
    } else {
      joined.push(...terms.slice(at, at + 1));
      at += 1;
    }
  }
  return joined;
}

/** The way numbers stand in the index: capitals without separators, telephones without + or 00; else null. */
function normalIdentifier(text: string): string | null {
  const bare = text.toUpperCase().replaceAll(/[\s.,\-_/()·]/g, '');
  if (/^[XYZKLM]?\d{7,8}[A-Z]?$/.test(bare) || /^[A-Z]\d{7}[0-9A-J]$/.test(bare)) return bare;
  const digits = bare.replace(/^(\+|00)/, '');
  return /^\d{9,15}$/.test(digits) ? digits : null;
}

function assignedTo(value: string, actorId: number | null): Condition {
  const who = compact(value);
  if (['me', 'mi', 'yo', 'ami'].includes(who))
    return { sql: `"Message".assigneeId IS ?`, params: [actorId ?? 0] };
  if (['nobody', 'nadie', 'sinasignar'].includes(who)) {
    return { sql: `"Message".assigneeId IS NULL`, params: [] };
  }
  return {
    sql: `"Message".assigneeId IN (SELECT id FROM "User" WHERE userName = ? OR displayName LIKE ? ESCAPE '\\')`,
    params: [value.toLowerCase(), `%${escapeLike(value)}%`],
  };
}

type Period = { readonly start: number; readonly end: number };

function received(value: string, bound: (period: Period) => readonly ['<' | '>=', number]): Condition | null {
  const day = readDay(value);
  if (day === null) return null;
  const zone = 'Europe/Madrid';
  const [comparison, instant] = bound({
    start: startOfDay(day, zone),
    end: startOfDay(addDays(day, 1), zone),
  });
  return { sql: `"Message".receivedAt ${comparison} ?`, params: [instant] };
}

/** 2020-05-01, 1/5/2020 or 1-5-2020 as an ISO day; null when there is no such day. */
function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const spanish = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso?.slice(1) ?? spanish?.slice(1).reverse() ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const text10 = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = Date.parse(`${text10}T00:00:00Z`);
  // Date.parse lets 31 April pass as 1 May.
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== text10 ? null : text10;
}

function signed(term: Term, text: string): string {
  return term.negated ? `-${text}` : text;
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function compact(text: string): string {
  return fold(text).replaceAll(/[\s_-]/g, '');
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
