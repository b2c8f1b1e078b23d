import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import {
  composeMime,
  NO_THREAD,
  threadHeaders,
  wireEncoding,
  type Outgoing,
} from '../../../main/mail/outbox/compose.ts';
import { explainDelivery, isForGood } from '../../../main/mail/outbox/explain.ts';

const LETTER: Outgoing = {
  messageIdHeader: '<una@tgss.example>',
  date: new Date('2026-03-16T10:00:00Z'),
  from: { name: 'Dirección Provincial de Zaragoza', address: 'zaragoza@tgss.example' },
  to: ['rocio@correo.example'],
  cc: ['otra@correo.example'],
  subject: 'Re: Cambio de móvil',
  text: 'Hola, señora.\n\nUn saludo',
  thread: NO_THREAD,
  files: [],
};

describe('the message as it leaves', () => {
  test('says who, to whom, when, in which language, and nothing of a machine', async () => {
    const raw = (await composeMime(LETTER)).toString('latin1');
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(head).toContain('Message-ID: <una@tgss.example>');
    expect(head).toContain('Date: Mon, 16 Mar 2026 10:00:00 +0000');
    expect(head).toContain('To: rocio@correo.example\r\nCc: otra@correo.example');
    expect(head).toContain('Content-Language: es');
    expect(head).toContain('Content-Transfer-Encoding: quoted-printable');
    expect(head).not.toMatch(/^(?:Auto-Submitted|X-Mailer|Bcc|In-Reply-To|References):/im);
  });

  test('comes out of another program as it went in, whatever is in it', { timeout: 60_000 }, async () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 60 });
    const line = word.map((one) => one.replace(/[\p{C}\p{Z}]+/gu, ' ').trim());
    await fc.assert(
      fc.asyncProperty(
        line,
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.record({ name: line, bytes: fc.uint8Array({ maxLength: 300 }) }), { maxLength: 3 }),
        async (subject, lines, files) => {
          const raw = await composeMime({
            ...LETTER,
            subject,
            text: lines.join('\n'),
            files: files.map((file) => ({ ...file, contentType: 'application/pdf' })),
          });
          expect(raw.toString('latin1')).not.toMatch(/[^\p{ASCII}]|(?<!\r)\n|\r(?!\n)|[^\r\n]{999}/u);
          const mail = await simpleParser(raw);
          expect(mail.subject ?? '').toBe(subject);
          expect((mail.text ?? '').trimEnd()).toBe(lines.join('\n').trimEnd());
          expect(mail.attachments.map(({ content }) => [...content])).toEqual(
            files.map(({ bytes }) => [...bytes]),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a message goes as it came, byte for byte; what cannot travel so goes as a file', async () => {
    const originals = [
      'Subject: hola\r\n\r\nTexto\r\n',
      Buffer.from('Subject: señal\r\n\r\nAño\r\n', 'utf8').toString('latin1'),
      'Subject: sueltos\n\nLínea\r\n',
      `Subject: larga\r\n\r\n${'x'.repeat(2000)}\r\n`,
      'Subject: sin final\r\n\r\nFin',
    ];
    for (const original of originals) {
      const bytes = Buffer.from(original, 'latin1');
      const raw = await composeMime({
        ...LETTER,
        files: [{ name: 'mensaje-original-1.eml', contentType: 'message/rfc822', bytes }],
      });
      if (wireEncoding(bytes) !== null) {
        expect(raw.toString('latin1')).toContain(`\r\n\r\n${original}\r\n--`);
        expect(raw.toString('latin1')).toContain('Content-Type: message/rfc822');
      }
      const [file] = (await simpleParser(raw)).attachments;
      if (wireEncoding(bytes) === null) expect(file?.content.equals(bytes)).toBe(true);
    }
    expect(originals.map((one) => wireEncoding(Buffer.from(one, 'latin1')))).toEqual([
      '7bit',
      '8bit',
      null,
      null,
      '7bit',
    ]);
  });
});

describe('what ties an answer to its question', () => {
  const of = (headers: string) => threadHeaders(Buffer.from(`${headers}\r\nSubject: x\r\n\r\nTexto\r\n`));
  test.each([
    ['Message-ID: <c@x.es>\r\nReferences: <a@x.es> <b@x.es>', '<c@x.es>', '<a@x.es> <b@x.es> <c@x.es>'],
    ['Message-ID: <c@x.es>\r\nIn-Reply-To: <b@x.es>', '<c@x.es>', '<b@x.es> <c@x.es>'],
    ['Message-ID: <c@x.es>\r\nIn-Reply-To: <a@x.es> <b@x.es>', '<c@x.es>', '<c@x.es>'],
    ['Message-ID: <c@x.es>', '<c@x.es>', '<c@x.es>'],
    ['References: <a@x.es>', null, '<a@x.es>'],
    ['X-Nothing: 1', null, ''],
  ])('%j', (headers, inReplyTo, references) => {
    expect(of(headers)).toEqual({ inReplyTo, references: references.split(' ').filter(Boolean) });
  });

  test('a long thread keeps its first message and its newest', () => {
    const many = Array.from({ length: 50 }, (_, n) => `<m${n}@x.es>`);
    const { references } = of(`Message-ID: <z@x.es>\r\nReferences: ${many.join('\r\n ')}`);
    expect(references).toHaveLength(20);
    expect([references[0], references.at(-1)]).toEqual(['<m0@x.es>', '<z@x.es>']);
  });
});

test.each([
  ['550 5.1.1 No such user', 'MAILBOX_UNKNOWN', true],
  ['550 No such user', 'MAILBOX_UNKNOWN', true],
  ['550 5.1.2 Host unknown', 'DOMAIN_UNKNOWN', true],
  ['552 5.2.2 Mailbox full', 'MAILBOX_FULL', true],
  ['452 4.2.2 Mailbox full', 'MAILBOX_FULL', false],
  ['552 5.3.4 Message too big', 'TOO_BIG', true],
  ['554 5.7.1 Relay access denied', 'RELAY_DENIED', true],
  ['550 5.7.1 Blocked', 'POLICY_REFUSED', true],
  ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'SENDER_REFUSED', true],
  ['450 4.2.0 Greylisted', 'TRY_LATER', false],
  ['421 Too busy', 'TRY_LATER', false],
  ['503 Bad sequence', 'REFUSED_FOR_GOOD', false],
  ['554 Transaction failed', 'REFUSED_FOR_GOOD', true],
  ['5.4.4 Host not found', 'NO_ROUTE', false],
  ['LOGIN_REFUSED: 535 5.7.8 Bad', 'LOGIN_REFUSED', false],
  ['CONNECTION_LOST', 'CONNECTION_LOST', false],
  ['UNCERTAIN', 'UNCERTAIN', false],
])('%s means %s', (words, problem, forGood) => {
  expect([explainDelivery(words), isForGood(words)]).toEqual([problem, forGood]);
});
