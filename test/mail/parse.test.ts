import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_LIMITS, type Mark, type ParsedMessage } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { fixture, FIXTURES, fixtureNames, message } from './fixtures.ts';

const parse = (raw: Uint8Array) => parseMessage(raw, DEFAULT_LIMITS);
const HEADERS = [
  'From: Ana <ana@example.com>',
  'To: b@tgss.example',
  'Subject: Hola',
  'Date: Tue, 5 May 2020 13:14:18 +0200',
];

describe('the fixture mailbox', () => {
  it('parses whole, with the attachments it is labelled with', async () => {
    const Label = z.object({ file: z.string(), attachments: z.array(z.object({ name: z.string() })) });
    const labels = (await readFile(path.join(FIXTURES, 'labels.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => Label.parse(JSON.parse(line)));
    expect(labels.map(({ file }) => file)).toEqual(await fixtureNames());
    for (const { file, attachments } of labels) {
      const parsed = await parse(await fixture(file));
      const names = parsed.attachments.map(({ name }) => name).filter((name) => name !== '');
      expect([file, parsed.parseStatus, names]).toEqual([
        file,
        'PARSED',
        // The labels name the parts; what a winmail.dat holds stands behind them.
        [...attachments.map(({ name }) => name), ...(file === '126.eml' ? ['alta Cantillana.doc'] : [])],
      ]);
      expect(parsed.text + parsed.subject).not.toContain('\ufffd');
      expect(parsed.from.address).toMatch(/^\S+@\S+$/);
      expect(parsed.receivedAt).not.toBeNull();
    }
  });

  it.each<[string, Mark[], Partial<ParsedMessage>]>([
    ['034.eml', ['DATE_UNREADABLE'], { sentAt: null }],
    ['050.eml', ['AUTHENTICATION_FAILED'], {}],
    ['076.eml', ['CHARSET_CORRECTED'], { subject: 'COTIZACION' }],
    ['079.eml', ['CHARSET_CORRECTED'], { from: { name: 'Panadería Usón', address: 'panuson@example.org' } }],
    ['089.eml', ['RAW_8BIT_HEADERS'], { subject: 'RECAUDACIÓN' }],
    ['098.eml', ['DATE_UNREADABLE'], { sentAt: null }],
    ['105.eml', ['EMPTY_BODY'], { text: '' }],
    ['110.eml', ['DATE_UNREADABLE'], { sentAt: null, receivedAt: Date.UTC(2020, 4, 18, 1, 41, 31) }],
    ['134.eml', ['REPLY_TO_DIFFERS', 'AUTHENTICATION_FAILED'], {}],
    ['162.eml', ['DANGEROUS_ATTACHMENT', 'AUTHENTICATION_FAILED'], {}],
    ['194.eml', ['RAW_8BIT_HEADERS'], { subject: 'Vull fer-me autònom (jardiner)' }],
    ['196.eml', [], { sentAt: Date.UTC(2020, 5, 22, 8, 24, 42) }],
  ])('%s: %s', async (file, marks, facts) => {
    const parsed = await parse(await fixture(file));
    expect(parsed.marks).toEqual(marks);
    expect(parsed).toMatchObject(facts);
  });

  it.each([
    ['031.eml', /\S/],
    ['076.eml', /Buenos días: quiero sacarme yo mismo el informe de bases de cotización/],
    ['078.eml', /Soy odontóloga, autónoma, con consulta propia en Utrera/],
    ['079.eml', /Víctor Usón Alcañiz/],
    ['082.eml', /\S/],
    ['090.eml', /cuñada[^]*Asunto: domicilio nuevo[^]*soy Estrella Barroso Nieto \(99684407S\)/],
    ['091.eml', /autorización en el segundo adjunto[^]*Rosario Vela Carrión/],
    ['211.eml', /MAIALEN ETXEANDIA LARREA, abogada/],
  ])('%s shows its text', async (file, text) => {
    expect((await parse(await fixture(file))).text).toMatch(text);
  });

  it('marks the program that calls itself a PDF', async () => {
    const { attachments } = await parse(await fixture('162.eml'));
    expect(attachments).toMatchObject([
      {
        name: 'Factura_2020_0617.pdf',
        detectedType: 'application/x-msdownload',
        dangers: ['EXECUTABLE', 'TYPE_MISMATCH'],
      },
    ]);
  });
});

describe('charsets', () => {
  const body = (contentType: string, encoding: string, ...lines: string[]) =>
    message(
      ...HEADERS,
      `Content-Type: ${contentType}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      ...lines,
    );
  const utf8 = Buffer.from('José Núñez señala la cotización').toString('latin1');

  it.each([
    [
      'UTF-8 declared, latin1 in quoted-printable',
      body('text/plain; charset=utf-8', 'quoted-printable', 'Nu=F1ez'),
    ],
    [
      'UTF-8 declared, latin1 in base64',
      body('text/plain; charset="UTF-8"', 'base64', Buffer.from('Nu\xf1ez', 'latin1').toString('base64')),
    ],
    ['nothing declared, latin1', message(...HEADERS, '', 'Nu\xf1ez')],
    ['latin1 declared, UTF-8', body('text/plain; charset=iso-8859-1', '8bit', 'Nu\xc3\xb1ez')],
    [
      'windows-1252 declared, UTF-8',
      body('text/plain; charset=windows-1252', 'quoted-printable', 'Nu=C3=B1ez'),
    ],
    ['us-ascii declared, latin1', body('text/plain; charset=us-ascii', '8bit', 'Nu\xf1ez')],
    ['HTML, UTF-8 declared, latin1', body('text/html; charset=utf-8', '8bit', '<p>Nu\xf1ez</p>')],
  ])('%s', async (_, raw) => {
    const parsed = await parse(raw);
    expect(parsed.text).toBe('Nuñez');
    expect(parsed.marks).toEqual(['CHARSET_CORRECTED']);
  });

  it("reads windows-1252's own characters declared as ISO-8859-1", async () => {
    const parsed = await parse(body('text/plain; charset=iso-8859-1', '8bit', '\x93100 \x80\x94'));
    expect(parsed.text).toBe('“100 €”');
  });

  it.each([
    ['utf-8', '8bit', utf8],
    ['utf-8', 'quoted-printable', 'Jos=C3=A9 N=C3=BA=C3=B1ez se=C3=B1ala la cotizaci=C3=B3n'],
    ['iso-8859-15', '8bit', 'Jos\xe9 N\xfa\xf1ez se\xf1ala la cotizaci\xf3n'],
    ['utf-8', 'base64', Buffer.from('José Núñez señala la cotización').toString('base64')],
  ])('leaves a right declaration alone: %s, %s', async (charset, encoding, text) => {
    const parsed = await parse(body(`text/plain; charset=${charset}`, encoding, text));
    expect(parsed.text).toBe('José Núñez señala la cotización');
    expect(parsed.marks).toEqual([]);
  });

  it('keeps UTF-8 with one broken byte as UTF-8', async () => {
    const parsed = await parse(body('text/plain; charset=utf-8', '8bit', `${utf8} \xe9`));
    expect(parsed.text).toBe('José Núñez señala la cotización \ufffd');
  });

  it.each([
    ['raw latin1', 'Cotizaci\xf3n', 'RAW_8BIT_HEADERS'],
    ['raw UTF-8', 'Cotizaci\xc3\xb3n', 'RAW_8BIT_HEADERS'],
    ['an encoded word that says UTF-8', '=?utf-8?Q?Cotizaci=F3n?=', 'CHARSET_CORRECTED'],
    ['an encoded word that says latin1', '=?iso-8859-1?B?Q290aXphY2nDs24=?=', 'CHARSET_CORRECTED'],
    ['UTF-8 cut inside a character', '=?utf-8?Q?Cotizaci=C3?= =?utf-8?Q?=B3n?=', null],
  ])('subject: %s', async (_, subject, mark) => {
    const parsed = await parse(
      message('From: a@example.com', `Subject: ${subject}`, HEADERS[3] ?? '', '', 'x'),
    );
    expect(parsed.subject).toBe('Cotización');
    expect(parsed.marks).toEqual(mark ? [mark] : []);
    expect(parsed.headers.find(({ name }) => name === 'Subject')?.value).toMatch(/^Cotizaci/);
  });

  it('reads file names of RFC 2231 and raw 8-bit ones', async () => {
    const part = (...header: string[]) => ['--b', 'Content-Type: application/pdf', ...header, '', '%PDF-1.4'];
    const raw = message(
      ...HEADERS,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...part("Content-Disposition: attachment; filename*0*=utf-8''n%C3%B3; filename*1*=mina.pdf"),
      ...part('Content-Disposition: attachment; filename="n\xf3mina 2.pdf"'),
      ...part('Content-Disposition: attachment; filename="=?utf-8?Q?n=C3=B3mina_3.pdf?="'),
      '--b--',
    );
    const { attachments } = await parse(raw);
    expect(attachments.map(({ name }) => name)).toEqual(['nómina.pdf', 'nómina 2.pdf', 'nómina 3.pdf']);
  });
});

describe('broken messages', () => {
  it('repairs bare CR line ends, on which mailparser fails in silence', async () => {
    const parsed = await parse(Buffer.from([...HEADERS, '', 'uno', 'dos'].join('\r')));
    expect(parsed).toMatchObject({ parseStatus: 'REPAIRED', subject: 'Hola', text: 'uno\ndos' });
  });

  it.each([
    ['a byte order mark', Buffer.concat([Buffer.from('\ufeff'), message(...HEADERS, '', 'uno')])],
    ['blank lines first', message('', '', ...HEADERS, '', 'uno')],
    ['UTF-16', Buffer.from(`\ufeff${[...HEADERS, '', 'uno'].join('\r\n')}`, 'utf16le')],
  ])('repairs %s', async (_, raw) => {
    const parsed = await parse(raw);
    expect(parsed.subject).toBe('Hola');
    expect(parsed.text).toBe('uno');
  });

  it.each([
    ['empty', Buffer.alloc(0), ''],
    ['zeros', Buffer.alloc(5000), ''],
    ['a photo', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), Buffer.alloc(300, 0xa7)]), ''],
    [
      'plain text',
      Buffer.from('Buenas tardes\r\nesto no es un correo'),
      'Buenas tardes\nesto no es un correo',
    ],
  ])('keeps what is no message as unparsable: %s', async (_, raw, text) => {
    expect(await parse(raw)).toMatchObject({ parseStatus: 'UNPARSABLE', subject: '', text });
  });

  it('reads only the headers of a message over the size limit', async () => {
    const raw = message(...HEADERS, '', 'x'.repeat(5000));
    const parsed = await parseMessage(raw, { ...DEFAULT_LIMITS, maxMessageBytes: 4000 });
    expect(parsed).toMatchObject({ parseStatus: 'OVERSIZED', subject: 'Hola', text: '', attachments: [] });
  });

  it('stops at the limit of parts and keeps what stands before it', async () => {
    const part = (n: number) => ['--b', 'Content-Type: text/plain', '', `parte ${n}`];
    const raw = message(
      ...HEADERS,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...Array.from({ length: 10_000 }, (_, n) => part(n)).flat(),
      '--b--',
    );
    const parsed = await parse(raw);
    expect(parsed).toMatchObject({ parseStatus: 'PARSED', subject: 'Hola', marks: ['TOO_DEEP'] });
    expect(parsed.text).toContain('parte 198');
    expect(parsed.text).not.toContain('parte 199');
  });

  it('stops at the limit of depth', async () => {
    const open = Array.from({ length: 500 }, (_, n) => [
      `Content-Type: multipart/mixed; boundary=b${n}`,
      '',
      `--b${n}`,
    ]).flat();
    const parsed = await parse(message(...HEADERS, ...open, 'Content-Type: text/plain', '', 'abajo'));
    expect(parsed).toMatchObject({
      parseStatus: 'PARSED',
      subject: 'Hola',
      marks: ['TOO_DEEP', 'EMPTY_BODY'],
    });
  });

  it('stops at messages nested in messages', async () => {
    const nested = Array.from({ length: 500 }, () => [
      'Content-Type: message/rfc822',
      'Content-Disposition: inline',
      '',
    ]).flat();
    expect(await parse(message(...HEADERS, ...nested, ...HEADERS, '', 'x'))).toMatchObject({
      marks: expect.arrayContaining(['TOO_DEEP']) as Mark[],
    });
  });

  it('takes control characters and bidi overrides out of names and subjects', async () => {
    const raw = Buffer.from(
      'From: "Banco\u202e ofic\u200bial" <a@example.com>\r\nSubject: uno\u0007 \u202edos\u2066\r\nDate: Tue, 5 May 2020 13:14:18 +0200\r\n\r\nx',
    );
    expect(await parse(raw)).toMatchObject({ subject: 'uno dos', from: { name: 'Banco oficial' } });
  });

  it('never throws and keeps its promises on mutated mail', async () => {
    const names = await fixtureNames();
    const originals = await Promise.all(names.filter((_, i) => i % 11 === 0).map(fixture));
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat(400),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc
          .constantFrom(
            '\r',
            '\n\n',
            '\r\n\r\n',
            '--',
            '=?utf-8?Q?',
            ';',
            '"',
            '\0',
            'Content-Type: multipart/mixed; boundary=""\r\n',
          )
          .map((text) => Buffer.from(text)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        async (original, edits) => {
          const raw = edits.reduce((bytes, { at, drop, put }) => {
            const start = Math.floor(at * bytes.length);
            return Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + drop)]);
          }, original);
          const parsed = await parse(raw);
          expect(structuredClone(parsed)).toEqual(parsed);
          expect(parsed.preview.length).toBeLessThanOrEqual(200);
          expect(parsed.subject + parsed.from.name + parsed.preview).not.toMatch(/[\p{Cc}\p{Cf}]/u);
          expect(parsed.text).not.toContain('\0');
          parsed.attachments.forEach(({ ordinal, safeName }, i) => {
            expect(ordinal).toBe(i);
            expect(safeName).not.toBe('');
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what a message says', () => {
  it('gives addresses, references and dates', async () => {
    const parsed = await parse(
      message(
        'Received: from x by y; Tue, 5 May 2020 13:14:20 +0200 (CEST)',
        'Received: from a by b; Tue, 5 May 2020 10:00:00 +0000',
        'From: =?utf-8?Q?Ana_N=C3=BA=C3=B1ez?= <Ana@Example.com>',
        'To: Grupo: b@tgss.example, "C, D" <c@tgss.example>;',
        'Cc: e@tgss.example',
        'Subject: =?utf-8?B?UmU6?= Hola',
        ' que tal',
        'Date: Tue, 5 May 2020 13:14:18 +0200',
        'Message-ID: <1@example.com>',
        'References: <a@x> <b@x>',
        'In-Reply-To: <b@x>',
        'Reply-To: Ana <ANA@example.com>',
        '',
        'Hola',
      ),
    );
    expect(parsed).toMatchObject({
      messageIdHeader: '<1@example.com>',
      references: ['<a@x>', '<b@x>'],
      subject: 'Re: Hola que tal',
      from: { name: 'Ana Núñez', address: 'ana@example.com' },
      replyToAddress: null,
      recipients: [
        { kind: 'TO', name: '', address: 'b@tgss.example' },
        { kind: 'TO', name: 'C, D', address: 'c@tgss.example' },
        { kind: 'CC', name: '', address: 'e@tgss.example' },
      ],
      sentAt: Date.UTC(2020, 4, 5, 11, 14, 18),
      receivedAt: Date.UTC(2020, 4, 5, 11, 14, 20),
      marks: [],
    });
  });

  it('reads both texts where HTML and plain text stand side by side', async () => {
    const raw = message(
      ...HEADERS,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Solicito la baja</p>',
      '--b',
      'Content-Type: text/plain',
      '',
      'Pie del antivirus',
      '--b--',
    );
    const { text } = await parse(raw);
    expect(text).toContain('Solicito la baja');
    expect(text).toContain('Pie del antivirus');
  });

  it('gives attachments the same bytes as mailparser whichever way they are decoded', async () => {
    const content = Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * 7919) % 256));
    const lines = content.toString('base64').replace(/(.{76})/g, '$1\r\n');
    const part = (text: string) => [
      '--b',
      'Content-Type: application/zip',
      'Content-Transfer-Encoding: base64',
      '',
      text,
    ];
    const padded = Buffer.from('a').toString('base64');
    const raw = message(
      ...HEADERS,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...part(lines),
      ...part(`${padded}\r\n${lines}`),
      '--b--',
    );
    const { attachments } = await parse(raw);
    expect(attachments.map(({ size }) => size)).toEqual([9000, 9001]);
    const { createHash } = await import('node:crypto');
    expect(attachments[0]?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it.each([
    [
      'opaque S/MIME',
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data',
      'MIAGCSqGSIb3DQEHA6CAMIACAQAxgA==',
    ],
    ['PGP/MIME', 'Content-Type: multipart/encrypted; boundary=b', '--b--'],
    ['inline PGP', 'Content-Type: text/plain', '-----BEGIN PGP MESSAGE-----'],
  ])('marks %s as encrypted', async (_, type, content) => {
    const parsed = await parse(message(...HEADERS, type, 'Content-Transfer-Encoding: 7bit', '', content));
    expect(parsed.marks).toContain('ENCRYPTED');
  });
});
