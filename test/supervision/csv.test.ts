import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../main/supervision/csv.ts';

/** Reads what `toCsv` wrote, as a spreadsheet does (RFC 4180 with semicolons). */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  for (const match of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ';') continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}

describe('toCsv', () => {
  test('is what Spanish Excel opens: BOM, semicolons, CRLF, decimal comma', () => {
    expect(
      toCsv(
        ['Día', 'Parte'],
        [
          ['2026-03-16', 0.5],
          [null, true],
        ],
      ),
    ).toBe('\uFEFFDía;Parte\r\n2026-03-16;0,5\r\n;sí\r\n');
  });

  test('quotes what would break a line or a cell', () => {
    expect(toCsv(['a'], [['uno;dos'], ['dice "hola"'], ['una\r\notra']])).toBe(
      '\uFEFFa\r\n"uno;dos"\r\n"dice ""hola"""\r\n"una\r\notra"\r\n',
    );
  });

  test.each(['=1+1', '+34600', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '|cmd', '%0A'])(
    'text that a spreadsheet would run is defused: %j',
    (text) => {
      expect(parse(toCsv(['a'], [[text]]))[1]).toEqual([`'${text}`]);
    },
  );

  test('numbers stay numbers, also below zero', () => {
    expect(parse(toCsv(['a'], [[-3]]))[1]).toEqual(['-3']);
  });

  test('whatever the cells hold, the table keeps its shape and no cell begins a formula', () => {
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }), (rows) => {
        const read = parse(toCsv(['a', 'b', 'c'], rows));
        expect(read).toHaveLength(rows.length + 1);
        for (const [index, row] of rows.entries()) {
          const back = read[index + 1] ?? [];
          expect(back).toHaveLength(3);
          for (const [column, text] of row.entries()) {
            expect([text, `'${text}`]).toContain(back[column]);
            expect(back[column]).not.toMatch(/^\s*[=+\-@]/);
          }
        }
      }),
    );
  });
});
