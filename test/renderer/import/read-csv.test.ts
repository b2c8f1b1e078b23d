import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../renderer/features/import/read-csv.ts';

describe('readCsv', () => {
  test('reads UTF-8, without its byte order mark', async () => {
    const file = new File(['\ufeffid;surnames\n1;Nuñez'], 'a.csv');
    expect(await readCsv(file)).toEqual({ name: 'a.csv', text: 'id;surnames\n1;Nuñez', notUtf8: false });
  });

  test('reads bytes that are not UTF-8 as Windows-1252, and says so', async () => {
    const latin = Uint8Array.from('1;Nu\u00f1ez', (letter) => letter.charCodeAt(0));
    expect(await readCsv(new File([latin], 'b.csv'))).toEqual({
      name: 'b.csv',
      text: '1;Nuñez',
      notUtf8: true,
    });
  });
});
