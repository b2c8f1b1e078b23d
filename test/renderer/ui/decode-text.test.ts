import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../renderer/ui/decode-text.ts';

const words = 'Año de cotización: 2019 €';

/** A copy with a buffer of its own. */
const bytesOf = (data: Uint8Array): ArrayBuffer => new Uint8Array(data).buffer;

describe('decodeText', () => {
  test.each([
    ['utf-8', bytesOf(Buffer.from(words))],
    ['utf-8', bytesOf(Buffer.from(`\ufeff${words}`))],
    ['utf-16', bytesOf(Buffer.from(`\ufeff${words}`, 'utf16le'))],
    ['utf-16', bytesOf(Buffer.from(`\ufeff${words}`, 'utf16le').swap16())],
    ['windows-1252', bytesOf(Buffer.from(words.replace('€', '\u0080'), 'latin1'))],
  ])('reads %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: words, encoding });
  });

  test('a text cut within a letter keeps its other letters', () => {
    const bytes = bytesOf(Buffer.from('cotización').subarray(0, 9));
    expect(decodeText(bytes, true)).toEqual({ text: 'cotizaci', encoding: 'utf-8' });
  });

  test('nothing is nothing', () => {
    expect(decodeText(new ArrayBuffer(0))).toEqual({ text: '', encoding: 'utf-8' });
  });
});
