export type CsvCell = string | number | boolean | null;

/**
 * A table as Spanish Excel opens it with a double click: UTF-8 with BOM, semicolons, CRLF, decimal commas. Text that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection): subjects come from strangers.
 */
export function toCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [csvLine(header)];
  for (const row of rows) lines.push(csvLine(row));
  return `\uFEFF${lines.join('')}`;
}

function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'sí' : 'no';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = /^\s*[=+\-@\t\r\n|%＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
