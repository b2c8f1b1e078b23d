import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dangersOf, detectType, safeFileName } from '../../main/mail/attachment-type.ts';

describe('detectType', () => {
  it.each([
    ['%PDF-1.7', 'application/pdf'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['MZ\x90\0', 'application/x-msdownload'],
    ['<!DOCTYPE html><html>', 'text/html'],
    ['  <script>alert(1)</script>', 'text/html'],
    ['<?xml version="1.0"?>\n<svg xmlns="x">', 'image/svg+xml'],
    ['BEGIN:VCALENDAR\r\n', 'text/calendar'],
    ['#!/bin/sh\n', 'application/x-sh'],
    ['Received: from a by b\r\n', 'message/rfc822'],
    ['Acuse de recibo\r\nse\xf1al', 'text/plain'],
    ['', null],
    ['\x01\x02\x03\x04', null],
  ])('%j is %s', async (content, type) => {
    expect(await detectType(Buffer.from(content, 'latin1'))).toBe(type);
  });

  it('never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'PK\x03\x04',
          '\x1f\x8b',
          'RIFF',
          'ID3',
          '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
          '{\\rtf',
          '%PDF',
          '',
        ),
        fc.uint8Array({ maxLength: 300 }),
        async (head, rest) => {
          const type = await detectType(Buffer.concat([Buffer.from(head, 'latin1'), rest]));
          expect(type === null || /^[\w.+-]+\/[\w.+-]+$/.test(type)).toBe(true);
        },
      ),
    );
  });
});

describe('dangersOf', () => {
  it.each([
    ['factura.pdf', 'application/pdf', 'application/pdf', []],
    ['IMG_2231.PNG', 'image/png', 'image/png', []],
    ['foto.jpg', 'application/octet-stream', 'image/jpeg', []],
    [
      'ta1.docx',
      'application/octet-stream',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      [],
    ],
    ['carta.doc', 'application/msword', 'application/x-cfb', []],
    ['acuse.txt', 'text/plain', 'text/plain', []],
    ['correo.eml', 'message/rfc822', 'text/plain', []],
    ['smime.p7m', 'application/pkcs7-mime', null, []],
    ['ta1.v6.firmado.pdf', 'application/pdf', 'application/pdf', []],
    ['factura.pdf', 'application/pdf', 'application/x-msdownload', ['EXECUTABLE', 'TYPE_MISMATCH']],
    ['foto.jpg', 'image/jpeg', 'application/pdf', ['TYPE_MISMATCH']],
    ['foto.jpg', 'image/jpeg', 'text/html', ['EXECUTABLE', 'TYPE_MISMATCH']],
    ['programa.exe', 'application/octet-stream', 'application/x-msdownload', ['EXECUTABLE']],
    ['voz.html', 'text/html', 'text/html', ['EXECUTABLE']],
    ['acceso.lnk', 'application/octet-stream', null, ['EXECUTABLE']],
    ['macros.xlsm', 'application/octet-stream', 'application/vnd.ms-excel.sheet.macroenabled.12', ['MACROS']],
    ['factura.pdf.exe', 'application/pdf', 'application/x-msdownload', ['EXECUTABLE', 'HIDDEN_EXTENSION']],
    [
      'factura\u202efdp.exe',
      'application/pdf',
      'application/x-msdownload',
      ['EXECUTABLE', 'HIDDEN_EXTENSION'],
    ],
    ['factura.pdf          .js', 'application/pdf', 'text/plain', ['EXECUTABLE', 'HIDDEN_EXTENSION']],
    [
      'programa.exe. .',
      'application/octet-stream',
      'application/x-msdownload',
      ['EXECUTABLE', 'HIDDEN_EXTENSION'],
    ],
    ['', 'application/pdf', 'application/x-msdownload', ['EXECUTABLE', 'TYPE_MISMATCH']],
    ['', 'image/png', 'image/png', []],
  ])('%j declared %s, found %s: %j', (name, declared, detected, dangers) => {
    expect(dangersOf(name, declared, detected)).toEqual(dangers);
  });
});

describe('safeFileName', () => {
  it.each([
    ['DNI.pdf', 'DNI.pdf'],
    ['últimas voluntades.pdf', 'últimas voluntades.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system32\\cmd.exe', 'cmd.exe'],
    ['CON.pdf', '_CON.pdf'],
    ['aux', '_aux'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['conejo.pdf', 'conejo.pdf'],
    ['factura\u202efdp.exe', 'facturafdp.exe'],
    ['a<b>:c"d|e?f*.pdf', 'a_b__c_d_e_f_.pdf'],
    ['uno\r\ndos\0.pdf', 'uno__dos_.pdf'],
    ['nombre.pdf. . .', 'nombre.pdf'],
    ['   .gitignore', 'gitignore'],
    ['a.pdf:oculto.exe', 'a.pdf_oculto.exe'],
    ['', 'adjunto-3.pdf'],
    ['...', 'adjunto-3.pdf'],
    ['///', 'adjunto-3.pdf'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name, 3, 'application/pdf')).toBe(safe);
  });

  it('keeps the extension of a long name', () => {
    const safe = safeFileName(`${'ñ'.repeat(400)}.pdf`, 1, null);
    expect(safe).toHaveLength(120);
    expect(safe.endsWith('ñ.pdf')).toBe(true);
  });

  it('is always a name that Windows takes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('nul.', ' con .pdf', 'lpt9 .x')),
        (name) => {
          const safe = safeFileName(name, 1, null);
          expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\\/<>:"|?*]/u);
          expect(safe).not.toMatch(/^\s|[.\s]$/);
          expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
          expect(safe.length).toBeGreaterThan(0);
          expect(safe.length).toBeLessThanOrEqual(240);
        },
      ),
    );
  });
});
