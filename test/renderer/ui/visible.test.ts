import { expect, test } from 'vitest';
import { attachmentName } from '../../../renderer/ui/visible.ts';

test('a file is called as it is written, with what would turn or hide letters as its code', () => {
  expect(attachmentName('DNI de Rocío.pdf')).toBe('DNI de Rocío.pdf');
  expect(attachmentName('factura\u202efdp.exe')).toBe('factura[U+202E]fdp.exe');
  expect(attachmentName('')).toBe('Adjunto sin nombre');
});
