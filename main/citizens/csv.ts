/** One record of a CSV text. `line` is where it begins, from 1. */
export type CsvRecord = {
  readonly line: number;
  readonly cells: readonly string[];
  /** True when a quoted cell never ends, or goes on after its closing quote. */
  readonly broken: boolean;
};

export type CsvSeparator = ';' | ',';

/** The separator that the first line has more of; a comma when it has none. */
export function separatorOf(text: string): CsvSeparator {
  const header = /^[^\r\n]*/u.exec(withoutBom(text))?.[0] ?? '';
  const count = (separator: string) => header.split(separator).length;
  return count(';') > count(',') ? ';' : ',';
}

/**
 * The records of a CSV text (RFC 4180): cells in quotes may hold separators, line ends and doubled quotes; lines end
 * in CRLF, LF or CR; a byte order mark is dropped; empty lines are passed over. Never throws.
 */
export function* readCsv(text: string, separator: CsvSeparator): Generator<CsvRecord, undefined> {
  const source = withoutBom(text);
  const cell = new RegExp(String.raw`"((?:[^"]|"")*)"|[^${separator}\r\n]*`, 'uy');
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const begin = line;
    const cells: string[] = [];
    let broken = false;
    for (;;) {
      cell.lastIndex = at;
      const match = cell.exec(source);
      const whole = match?.[0] ?? '';
      const quoted = match?.[1];
      at += whole.length;
      line += lineEnds(quoted ?? '');
      if (quoted === undefined) {
        broken ||= whole.startsWith('"');
        cells.push(whole);
      } else {
        cells.push(quoted.replaceAll('""', '"'));
        const rest = restOfCell(source, at, separator);
        broken ||= rest.trim() !== '';
        at += rest.length;
      }
      if (source[at] !== separator) break;
      at += 1;
    }
    if (source.startsWith('\r\n', at)) at += 2;
    else if (at < source.length) at += 1;
    line += 1;
    if (broken || cells.length > 1 || cells[0]?.trim() !== '') yield { line: begin, cells, broken };
  }
}

function restOfCell(source: string, from: number, separator: CsvSeparator): string {
  let to = from;
  while (to < source.length && source[to] !== separator && source[to] !== '\r' && source[to] !== '\n')
    to += 1;
  return source.slice(from, to);
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/gu)?.length ?? 0;
}

function withoutBom(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
