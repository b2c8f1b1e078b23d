import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, separatorOf } from '../../main/citizens/csv.ts';

const read = (text: string) => [...readCsv(text, ';')];
const cells = (text: string) => read(text).map((record) => record.cells);

describe('reading CSV', () => {
  test('quotes, doubled quotes, separators and line ends inside, every line end, a byte order mark', () => {
    expect(cells('\uFEFFa;b\r\n"c;1";"d ""x"""\n"e\r\nf";\r;g')).toEqual([
      ['a', 'b'],
      ['c;1', 'd "x"'],
      ['e\r\nf', ''],
      ['', 'g'],
    ]);
  });

  test('counts lines as an editor does, through cells of several lines and empty lines', () => {
    expect(read('a\n\n"b\nc\r\nd";x\r\n  \r\ne').map((record) => record.line)).toEqual([1, 3, 7]);
  });

  test('a last line end makes no empty record, an empty text none at all', () => {
    expect(cells('a;b\n')).toEqual([['a', 'b']]);
    expect(cells('')).toEqual([]);
  });

  test.each(['""a', 'a;"b\nc;d', 'a;"b"c;d', '"a'])('says that %j is broken', (text) => {
    expect(read(text)[0]?.broken).toBe(true);
  });

  test('a quote inside an unquoted cell is a quote', () => {
    expect(read('a "b" c;d')).toEqual([{ line: 1, cells: ['a "b" c', 'd'], broken: false }]);
  });

  test('tells the separator by the header', () => {
    expect(separatorOf('\uFEFFa;b,c;d\n1,2,3,4')).toBe(';');
    expect(separatorOf('a,b\n1;2;3')).toBe(',');
    expect(separatorOf('a')).toBe(',');
  });

  test('gives back whatever was written with quotes', () => {
    const anything = fc.array(
      fc.array(fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\r', '\n', 'ñ', ' ') }), {
        minLength: 2,
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(';' as const, ',' as const), (rows, separator) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(separator))
          .join('\r\n');
        const records = [...readCsv(text, separator)];
        expect(records.map((record) => record.cells)).toEqual(rows);
        expect(records.some((record) => record.broken)).toBe(false);
      }),
    );
  });

  test('never hangs or throws, and loses no text without saying that a record is broken', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ';', '\r', '\n') }), (text) => {
        const records = read(text);
        const kept = records.flatMap((record) => record.cells).join('');
        const letters = (value: string) => value.replace(/[^a]/gu, '').length;
        expect(records.some((record) => record.broken) || letters(kept) === letters(text)).toBe(true);
      }),
    );
  });
});
