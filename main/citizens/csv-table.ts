import { readCsv, separatorOf } from './csv.ts';

/** Why a row cannot be taken, for the person who mends the file. Lines count from 1, header included. */
export type Rejection = { readonly line: number; readonly field: string; readonly reason: string };

/** A row's cells by their columns; a column that the file does not have is not there. */
export type TableRow<Column extends string> = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
};

type Table<Column extends string> =
  | { readonly headerFaults: readonly Rejection[] }
  | { readonly headerFaults: null; readonly rows: Generator<TableRow<Column> | Rejection, undefined> };

/** Rows handled at a time: one statement's worth, after which others get their turn. */
export const BATCH = 500;

export function* batches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}

/**
 * A CSV text whose first record names its columns, in any order; with a wrong header no row can be taken. A row that
 * is not well formed comes as a rejection in its place. Reads on as far as it is asked to.
 */
export function openTable<Column extends string>(
  csv: string,
  columns: readonly Column[],
  required: readonly Column[],
): Table<Column> {
  const records = readCsv(csv, separatorOf(csv));
  const header = (records.next().value?.cells ?? []).map((cell) => cell.trim());
  const faults = headerFaults(header, columns, required);
  if (faults.length > 0) return { headerFaults: faults };
  return { headerFaults: null, rows: rowsOf(records, header) };
}

function* rowsOf<Column extends string>(
  records: ReturnType<typeof readCsv>,
  header: readonly string[],
): Generator<TableRow<Column> | Rejection, undefined> {
  for (const { line, cells, broken } of records) {
    if (broken || cells.length !== header.length) {
      const reason = broken
        ? 'Las comillas no están bien cerradas.'
        : `Tiene ${cells.length} columnas y la cabecera ${header.length}.`;
      yield { line, field: 'fila', reason };
      continue;
    }
    const named = header.map((column, index) => [column, cells[index] ?? ''] as const);
    yield { line, cells: Object.fromEntries(named) as TableRow<Column>['cells'] };
  }
}

function headerFaults(
  header: readonly string[],
  columns: readonly string[],
  required: readonly string[],
): Rejection[] {
  const missing = required.filter((column) => !header.includes(column));
  // Without them it may be no header at all: naming its columns would only repeat a person's data.
  if (missing.length > 0) {
    return missing.map((field) => ({ line: 1, field, reason: 'Falta esta columna en la cabecera.' }));
  }
  return [
    ...header
      .filter((column) => !columns.includes(column))
      .map((field) => ({ line: 1, field, reason: 'La cabecera tiene una columna que no se conoce.' })),
    ...header
      .filter((column, index) => header.indexOf(column) !== index)
      .map((field) => ({ line: 1, field, reason: 'La columna está dos veces en la cabecera.' })),
  ];
}
