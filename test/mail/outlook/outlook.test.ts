import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAttachment, readBody, readNested } from '../../../main/mail/body.ts';
import { DEFAULT_LIMITS } from '../../../main/mail/model.ts';
import { readCompound } from '../../../main/mail/outlook/compound.ts';
import { readMsg } from '../../../main/mail/outlook/msg.ts';
import { readTnef } from '../../../main/mail/outlook/tnef.ts';
import { parseMessage } from '../../../main/mail/parse.ts';
import { fixture } from '../fixtures.ts';
import {
  ATTACH_DATA,
  ATTACH_PROPERTIES,
  ATTACH_REND_DATA,
  ATTACH_TITLE,
  BODY,
  CODE_PAGE,
  MESSAGE_PROPERTIES,
  OBJECT,
  binary,
  latin1,
  long,
  msg,
  time,
  tnef,
  tnefProperties,
  utf16,
} from './build.ts';

const PDF = Buffer.from('%PDF-1.4\n% ficticio\n');
const SENT = Date.UTC(2020, 4, 25, 7, 0);

/** A message with one base64 attachment behind its text. */
function withAttachment(text: string, type: string, name: string, content: Buffer): Buffer {
  return Buffer.from(
    [
      'From: Ana <ana@example.com>',
      'To: buzon@tgss.example',
      'Subject: Alta',
      'Date: Tue, 5 May 2020 13:14:18 +0200',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      text,
      '--b',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64').replace(/(.{76})/g, '$1\r\n'),
      '--b--',
    ].join('\r\n'),
  );
}

const item = tnef(
  [
    MESSAGE_PROPERTIES,
    tnefProperties([utf16(0x0037, 'Dentro'), utf16(0x1000, 'Texto del mensaje de dentro')]),
  ],
  [ATTACH_REND_DATA, Buffer.alloc(14)],
  [ATTACH_TITLE, Buffer.from('nieto.pdf\0')],
  [ATTACH_DATA, PDF],
);
const winmail = tnef(
  [CODE_PAGE, Buffer.from([0xe4, 0x04, 0, 0, 0, 0, 0, 0])],
  [
    MESSAGE_PROPERTIES,
    tnefProperties([
      long(0x8005, 3), // named: its name must be stepped over
      utf16(0x0037, 'Alta de trabajador'),
      utf16(0x1000, 'El texto que solo está aquí, con el DNI 99743236X.'),
    ]),
  ],
  [ATTACH_REND_DATA, Buffer.alloc(14)],
  [ATTACH_TITLE, Buffer.from('LIQUID~1.PDF\0')],
  [ATTACH_DATA, PDF],
  [
    ATTACH_PROPERTIES,
    tnefProperties([
      utf16(0x3707, 'liquidación añeja.pdf'),
      utf16(0x370e, 'application/pdf'),
      utf16(0x3712, '<a@b>'),
    ]),
  ],
  [ATTACH_REND_DATA, Buffer.alloc(14)],
  [ATTACH_TITLE, Buffer.from('se\xf1al.txt\0', 'latin1')],
  [ATTACH_DATA, Buffer.from('hola')],
  [ATTACH_REND_DATA, Buffer.alloc(14)],
  [
    ATTACH_PROPERTIES,
    tnefProperties([
      utf16(0x3001, 'Un mensaje dentro'),
      [0x3701, OBJECT, Buffer.concat([Buffer.alloc(16), item])],
    ]),
  ],
);

describe('winmail.dat', () => {
  const raw = withAttachment('', 'application/ms-tnef', 'winmail.dat', winmail);

  it('is opened into its files, which stand behind the parts and are read again by their place', async () => {
    const { attachments, marks } = await parseMessage(raw, DEFAULT_LIMITS);
    expect(
      attachments.map(({ ordinal, name, declaredType, detectedType, dangers }) => [
        ordinal,
        name,
        declaredType,
        detectedType,
        dangers,
      ]),
    ).toEqual([
      [0, 'winmail.dat', 'application/ms-tnef', 'application/ms-tnef', []],
      [1, 'liquidación añeja.pdf', 'application/pdf', 'application/pdf', []],
      [2, 'señal.txt', 'application/octet-stream', 'text/plain', []],
      [3, 'Un mensaje dentro', 'application/vnd.ms-outlook', 'application/ms-tnef', []],
    ]);
    expect(attachments[1]?.contentId).toBe('a@b');
    expect(marks).toEqual([]);
    const read = await readAttachment(raw, { ordinal: 1 });
    expect(read.facts).toEqual(attachments[1]);
    expect(Buffer.from(read.bytes).equals(PDF)).toBe(true);
  });

  it('gives its text to a message that has none, and the text of messages inside it', async () => {
    const { text } = await parseMessage(raw, DEFAULT_LIMITS);
    expect(text).toContain('El texto que solo está aquí, con el DNI 99743236X.');
    expect(text).toContain('Asunto: Dentro\n\nTexto del mensaje de dentro');
    expect((await readBody(raw)).text).toBe(text);
    const nested = await readNested(raw, { ordinal: 3 });
    expect(nested).toMatchObject({ subject: 'Dentro', attachmentNames: ['nieto.pdf'] });
    expect(nested.body.text).toBe('Texto del mensaje de dentro');
  });

  it('leaves a message its own text', async () => {
    const own = withAttachment('Lo propio.', 'application/ms-tnef', 'winmail.dat', winmail);
    const { text } = await parseMessage(own, DEFAULT_LIMITS);
    expect(text).toMatch(/^Lo propio\./);
    expect(text).not.toContain('solo está aquí');
  });

  it('tells a program by its content as anywhere else', async () => {
    const program = tnef(
      [ATTACH_REND_DATA, Buffer.alloc(14)],
      [ATTACH_TITLE, Buffer.from('factura.pdf\0')],
      [ATTACH_DATA, Buffer.from('MZ\x90\0inerte')],
    );
    const { attachments, marks } = await parseMessage(
      withAttachment('Va.', 'application/octet-stream', 'winmail.dat', program),
      DEFAULT_LIMITS,
    );
    expect(attachments[1]).toMatchObject({ name: 'factura.pdf', dangers: ['EXECUTABLE', 'TYPE_MISMATCH'] });
    expect(marks).toEqual(['DANGEROUS_ATTACHMENT']);
  });

  it('opens no more files than a message may have parts, and says so', async () => {
    const file = [
      [ATTACH_REND_DATA, Buffer.alloc(14)],
      [ATTACH_TITLE, Buffer.from('a.txt\0')],
    ] as const;
    const many = tnef(...Array.from({ length: 500 }, () => file).flat());
    const parsed = await parseMessage(
      withAttachment('x', 'application/ms-tnef', 'winmail.dat', many),
      DEFAULT_LIMITS,
    );
    expect(parsed.attachments).toHaveLength(DEFAULT_LIMITS.maxParts);
    expect(parsed.marks).toContain('TOO_DEEP');
  });

  it('of the fixture mailbox holds the form', async () => {
    const raw = await fixture('126.eml');
    const { bytes, facts } = await readAttachment(raw, { ordinal: 1 });
    expect(facts).toMatchObject({
      name: 'alta Cantillana.doc',
      detectedType: 'application/rtf',
      dangers: [],
    });
    expect(Buffer.from(bytes).toString('latin1')).toContain('TA.2 SOLICITUD DE ALTA');
  });

  it('reads its body attribute in its code page', () => {
    const old = tnef(
      [CODE_PAGE, Buffer.from([0xe4, 0x04, 0, 0, 0, 0, 0, 0])],
      [BODY, Buffer.from('a\xf1o\0', 'latin1')],
    );
    expect(readTnef(old, 10)?.text).toBe('año');
  });
});

const outlook = msg({
  values: [
    utf16(0x0037, 'Baja de la asistenta'),
    utf16(0x0c1a, 'Rocío Benjumea'),
    utf16(0x0c1f, '/O=EXCHANGE/CN=ROCIO'),
    utf16(0x5d01, 'Rocio@Example.com'),
    utf16(0x1000, 'Quiero dar de baja a la asistenta.'),
    binary(0x1013, Buffer.from('<p>Quiero dar de <b>baja</b> a la asistenta.</p><script>x()</script>')),
    time(0x0039, SENT),
  ],
  folders: {
    '__recip_version1.0_#00000000': { values: [utf16(0x3001, 'Buzón'), utf16(0x39fe, 'buzon@tgss.example')] },
    '__attach_version1.0_#00000000': { values: [utf16(0x3707, 'dni.pdf'), binary(0x3701, PDF)] },
    '__attach_version1.0_#00000001': {
      values: [utf16(0x3707, 'grande.bin'), binary(0x3701, Buffer.alloc(20_000, 1))],
    },
    '__attach_version1.0_#00000002': { values: [latin1(0x3001, 'otro mensaje')] },
  },
});

describe('an Outlook item (.msg)', () => {
  const raw = withAttachment('Adjunto.', 'application/octet-stream', 'baja.msg', outlook);

  it('is recognised, its text is the message’s too, and it opens like a message in a message', async () => {
    const { attachments, text } = await parseMessage(raw, DEFAULT_LIMITS);
    expect(attachments).toMatchObject([
      { name: 'baja.msg', detectedType: 'application/vnd.ms-outlook', dangers: [] },
    ]);
    expect(text).toContain('De: Rocío Benjumea <rocio@example.com>');
    expect(text).toContain('Asunto: Baja de la asistenta');
    expect(text).toContain('Quiero dar de baja a la asistenta.');
    const nested = await readNested(raw, { ordinal: 0 });
    expect(nested).toMatchObject({
      subject: 'Baja de la asistenta',
      from: { name: 'Rocío Benjumea', address: 'rocio@example.com' },
      to: [{ name: 'Buzón', address: 'buzon@tgss.example' }],
      sentAt: new Date(SENT),
      attachmentNames: ['dni.pdf', 'grande.bin', 'otro mensaje'],
    });
    expect(nested.body.html).toContain('<b>baja</b>');
    expect(nested.body.html).not.toContain('x()');
  });

  it('gives its files whole, small and large', () => {
    expect(readMsg(outlook, 10)?.files.map(({ content }) => content)).toEqual([
      PDF,
      Buffer.alloc(20_000, 1),
      null,
    ]);
  });

  it('is told from a Word document of the same container', async () => {
    const { attachments } = await parseMessage(
      withAttachment('x', 'application/msword', 'carta.doc', outlook),
      DEFAULT_LIMITS,
    );
    expect(attachments[0]?.dangers).toEqual(['TYPE_MISMATCH']);
  });

  it('whose chains bite their own tails ends all the same, with no more bytes than the file has', () => {
    const circular = Buffer.from(outlook);
    // Every entry of the first sector table points to the one before it.
    const table = (circular.readUInt32LE(76) + 1) * 512;
    for (let i = 1; i < 128; i++) circular.writeUInt32LE(i - 1, table + 4 * i);
    circular.writeUInt32LE(5, table);
    const read = readMsg(circular, 10);
    const bytes = (read?.files ?? []).reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
    expect(bytes).toBeLessThanOrEqual(circular.length);
  });
});

describe('bytes that somebody made up', () => {
  const mutate = (whole: Buffer) =>
    fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 })
      .chain((changes) => fc.nat(whole.length).map((end) => ({ changes, end: end < 9 ? whole.length : end })))
      .map(({ changes, end }) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes.subarray(0, end);
      });

  it('never throw and never give more than they have', () => {
    fc.assert(
      fc.property(mutate(winmail), mutate(outlook), (one, other) => {
        for (const [read, bytes] of [
          [readTnef(one, 200), one],
          [readMsg(other, 200), other],
        ] as const) {
          const total = (read?.files ?? []).reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
          expect(total).toBeLessThanOrEqual(bytes.length);
        }
        readCompound(other)?.streams.forEach((stream) => stream());
      }),
      { numRuns: Number(process.env['ESTAFETA_PROPERTY_RUNS'] ?? 300) },
    );
  });
});
