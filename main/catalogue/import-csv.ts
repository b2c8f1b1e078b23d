import { createHash } from 'node:crypto';
import { openTable, type Rejection } from '../citizens/csv-table.ts';
import { oneLine } from '../citizens/validate.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../triage/fold.ts';
import { DeclaredCategory } from '../triage/model.ts';
import { allEntries, changesOf, entryKey, writeEntry } from './catalogue.ts';
import {
  CatalogueEntryData,
  type AccessWay,
  type Audience,
  type CatalogueEntry,
  type CatalogueImportReport,
  type CatalogueKind,
} from './model.ts';

/** The header, in any order; people of the office write it. */
export const CATALOGUE_COLUMNS = [
  'tipo',
  'para',
  'apartado',
  'nombre',
  'acceso',
  'categoria',
  'palabras',
  'en_uso',
] as const;
type Column = (typeof CATALOGUE_COLUMNS)[number];
const REQUIRED: readonly Column[] = ['para', 'apartado', 'nombre', 'acceso'];

export const KINDS: Readonly<Record<string, CatalogueKind>> = { servicio: 'SERVICE', entidad: 'ENTITY' };
export const AUDIENCES: Readonly<Record<string, Audience>> = {
  ciudadanos: 'CITIZEN',
  empresas: 'COMPANY',
  todos: 'EVERYONE',
};
export const WAY_WORDS: Readonly<Record<string, AccessWay>> = {
  contraseña: 'USER_PASSWORD',
  clave: 'CLAVE',
  sms: 'SMS',
  certificado: 'CERTIFICATE',
  eulogin: 'EU_LOGIN',
};
export const NO_WAY = 'ninguno';
const YES_NO: Readonly<Record<string, boolean>> = { si: true, no: false };

/** An entry as the file states it; what the file does not say is not there. */
type Row = {
  readonly line: number;
  readonly key: Pick<CatalogueEntryData, 'kind' | 'audience' | 'name'>;
  readonly stated: Partial<CatalogueEntryData>;
};

/**
 * Creates the entries of a CSV text and changes those of the same kind, people and name; what is not in the file stays
 * as it is, and so does what an empty cell or a missing column is about. All or nothing: with one bad row only the
 * report is made, as with `dryRun`. `updated` counts every row whose entry was there, also without a difference.
 */
export async function importCatalogue(
  store: Store,
  actor: Actor,
  { csv, dryRun }: { readonly csv: string; readonly dryRun: boolean },
): Promise<CatalogueImportReport> {
  const { read, rows, rejected } = readFile(csv);
  return store.write(async (tx) => {
    const byKey = new Map((await allEntries(tx)).map((entry) => [entryKey(entry), entry]));
    const planned = rows.map((row) => {
      const before = byKey.get(entryKey(row.key)) ?? null;
      return { line: row.line, before, data: merged(before, row) };
    });
    const faults = [...rejected, ...planned.flatMap(({ line, data }) => faultsOf(line, data))].sort(
      (a, b) => a.line - b.line,
    );
    const created = planned.filter(({ before }) => before === null).length;
    if (faults.length > 0) return { read, created: 0, updated: 0, rejected: faults };
    const report = { read, created, updated: planned.length - created, rejected: [] };
    if (dryRun) return report;
    for (const { before, data } of planned) {
      if (before !== null && Object.keys(changesOf(before, { ...before, ...data })).length === 0) continue;
      const after = await writeEntry(store, tx, before, data);
      if (before === null) continue;
      await store.audit(
        {
          actor,
          action: 'catalogue.saved',
          objectType: 'CATALOGUE',
          objectId: after.id,
          details: { name: after.name, ...changesOf(before, after) },
        },
        tx,
      );
    }
    await store.audit(
      {
        actor,
        action: 'catalogue.imported',
        objectType: 'CATALOGUE',
        details: {
          read,
          created: report.created,
          updated: report.updated,
          sha256: createHash('sha256').update(csv).digest('hex'),
        },
      },
      tx,
    );
    return report;
  });
}

function readFile(csv: string): { read: number; rows: Row[]; rejected: Rejection[] } {
  const table = openTable(csv, CATALOGUE_COLUMNS, REQUIRED);
  if (table.headerFaults !== null) return { read: 0, rows: [], rejected: [...table.headerFaults] };
  const rows: Row[] = [];
  const rejected: Rejection[] = [];
  const lineOf = new Map<string, number>();
  let read = 0;
  for (const record of table.rows) {
    read += 1;
    const row = 'cells' in record ? readRow(record.line, record.cells) : [record];
    if (!('key' in row)) {
      rejected.push(...row);
      continue;
    }
    const earlier = lineOf.get(entryKey(row.key));
    if (earlier === undefined) rows.push(row);
    else rejected.push({ line: row.line, field: 'nombre', reason: `Repite la línea ${earlier}.` });
    lineOf.set(entryKey(row.key), earlier ?? row.line);
  }
  return { read, rows, rejected };
}

function readRow(line: number, cells: Readonly<Partial<Record<Column, string>>>): Row | Rejection[] {
  const faults: Rejection[] = CATALOGUE_COLUMNS.filter((column) => cells[column]?.includes('\uFFFD')).map(
    (field) => ({ line, field, reason: 'Tiene caracteres ilegibles: guarde el archivo en UTF-8.' }),
  );
  const text = (column: Column) => oneLine(cells[column] ?? '');
  const oneOf = <T>(column: Column, meanings: Readonly<Record<string, T>>): T | undefined => {
    const word = fold(text(column));
    const found = Object.entries(meanings).find(([name]) => fold(name) === word)?.[1];
    if (found === undefined && word !== '')
      faults.push({
        line,
        field: column,
        reason: `Debe ser uno de estos: ${Object.keys(meanings).join(', ')}.`,
      });
    return found;
  };
  const needed = <T>(column: Column, value: T | undefined): T | undefined => {
    if (text(column) === '') faults.push({ line, field: column, reason: 'Falta este dato.' });
    return value;
  };
  const kind = oneOf('tipo', KINDS) ?? 'SERVICE';
  const audience = needed('para', oneOf('para', AUDIENCES));
  const name = text('nombre');
  const access = needed('acceso', readAccess(text('acceso')));
  if (access === undefined && text('acceso') !== '') {
    const reason = `Debe ser ${NO_WAY}, o una o varias de estas, entre comas: ${Object.keys(WAY_WORDS).join(', ')}.`;
    faults.push({ line, field: 'acceso', reason });
  }
  const category = oneOf(
    'categoria',
    Object.fromEntries(DeclaredCategory.options.map((option) => [option, option])),
  );
  const active = oneOf('en_uso', YES_NO);
  const words = text('palabras')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (faults.length > 0 || audience === undefined || access === undefined) return faults;
  return {
    line,
    key: { kind, audience, name },
    stated: {
      section: text('apartado'),
      access,
      ...(category !== undefined && { category }),
      ...(active !== undefined && { active }),
      ...(words.length > 0 && { words }),
    },
  };
}

/** Undefined when a word is none of them. */
function readAccess(text: string): AccessWay[] | undefined {
  if (fold(text) === NO_WAY) return [];
  const ways = text
    .split(',')
    .map((word) => Object.entries(WAY_WORDS).find(([name]) => fold(name) === fold(word.trim()))?.[1]);
  return ways.some((way) => way === undefined) ? undefined : [...new Set(ways.flatMap((way) => way ?? []))];
}

function merged(before: CatalogueEntry | null, { key, stated }: Row): CatalogueEntryData {
  const kept = before ?? { section: '', access: [], category: null, words: [], active: true };
  const { section, access, category, words, active } = { ...kept, ...stated };
  return { ...key, section, access, category, words, active };
}

const COLUMN_OF: Readonly<Record<keyof CatalogueEntryData, Column>> = {
  kind: 'tipo',
  audience: 'para',
  section: 'apartado',
  name: 'nombre',
  access: 'acceso',
  category: 'categoria',
  words: 'palabras',
  active: 'en_uso',
};

function faultsOf(line: number, data: CatalogueEntryData): Rejection[] {
  const checked = CatalogueEntryData.safeParse(data);
  const fields = new Set(checked.error?.issues.map((issue) => issue.path[0]) ?? []);
  return Object.entries(COLUMN_OF)
    .filter(([field]) => fields.has(field))
    .map(([, column]) => ({ line, field: column, reason: FAULT[column] ?? 'No es válido.' }));
}

const FAULT: Readonly<Partial<Record<Column, string>>> = {
  apartado: 'Debe tener entre 1 y 80 caracteres.',
  nombre: 'Debe tener entre 3 y 160 caracteres.',
  palabras:
    'Son como mucho 40, de 2 a 80 caracteres cada una; el asterisco solo va tras tres letras de una palabra.',
};
