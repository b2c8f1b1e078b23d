import fc from 'fast-check';
import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { assembleMail } from '../../main/mail/assemble.ts';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { scanStructure } from '../../main/mail/structure.ts';
import { fixture, fixtureNames, message } from './fixtures.ts';

const OPTIONS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  checksumAlgo: 'sha256',
};

const ADDRESSES = ['from', 'replyTo', 'to', 'cc', 'bcc'] as const;
const KNOWN = [
  'date',
  'message-id',
  'received',
  'return-path',
  'content-type',
  'mime-version',
  'delivered-to',
];

/** All that the mail room reads of a parsed mail. */
const facts = (mail: ParsedMail) => ({
  // mailparser keeps or drops the last line end depending on how a message ends; nobody reads it.
  text: mail.text?.trimEnd() || undefined,
  html: mail.html ? mail.html.trimEnd() : mail.html,
  subject: mail.subject,
  addresses: ADDRESSES.map((header) => mail[header]),
  sender: mail.headers.get('sender'),
  known: KNOWN.filter((name) => mail.headers.has(name)),
  headerLines: mail.headerLines,
  attachments: mail.attachments.map((one) => ({
    filename: one.filename,
    contentType: one.contentType,
    disposition: one.contentDisposition || undefined,
    cid: one.cid,
    related: one.related ?? false,
    size: one.size,
    checksum: one.checksum,
    content: one.content.toString('latin1'),
  })),
});

/** Answers whether the message was put together without mailparser. */
async function expectSame(raw: Buffer): Promise<boolean> {
  const mail = assembleMail(raw, scanStructure(raw, DEFAULT_LIMITS));
  if (mail !== null) expect(facts(mail)).toEqual(facts(await simpleParser(raw, OPTIONS)));
  return mail !== null;
}

const LONG = 'Buenos días: el señor Núñez pide el cambio de su teléfono móvil, 50 €.\r\n'.repeat(20);
const part = (headers: readonly string[], body: string | Buffer) =>
  Buffer.concat([message('From: a@b.es', 'MIME-Version: 1.0', ...headers, '', ''), Buffer.from(body)]);
const wrapped = (content: string | Buffer) =>
  Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
const quoted = (bytes: Buffer) =>
  [...bytes]
    .map((byte) =>
      byte < 0x7f && byte !== 0x3d && (byte >= 0x20 || byte === 0x0a || byte === 0x0d)
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
    .replaceAll(/([^\r\n]{60})(?=[^=\r\n]{4})/g, '$1=\r\n');

describe('a mail put together without mailparser is the one that it makes', () => {
  it('of the fixture mailbox', async () => {
    let assembled = 0;
    for (const name of await fixtureNames()) if (await expectSame(await fixture(name))) assembled++;
    expect(assembled).toBeGreaterThan(200);
  });

  it.each([
    ['utf-8 as it is', ['Content-Type: text/plain; charset=utf-8'], Buffer.from(LONG)],
    ['without a type', [], Buffer.from(LONG)],
    ['with bare line feeds', [], Buffer.from(LONG.replaceAll('\r', ''))],
    ['latin-1', ['Content-Type: text/plain; charset="iso-8859-1"'], Buffer.from(LONG, 'latin1')],
    [
      'windows-1252, called latin-1',
      ['Content-Type: text/plain; charset=iso-8859-1'],
      Buffer.from(`\x93Buenos d\xedas\x94 \x96 ${LONG}`, 'latin1'),
    ],
    [
      'lines flowed together',
      ['Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes'],
      LONG.replaceAll('del señor', 'del \r\nseñor').replaceAll('el cambio', 'el \r\ncambio'),
    ],
    ['an encoding folded to the next line', ['Content-Transfer-Encoding:', ' base64'], wrapped(LONG)],
    [
      'base64 of HTML',
      ['Content-Type: text/html; charset=UTF-8', 'Content-Transfer-Encoding: base64'],
      wrapped(`<p>${LONG}</p>`),
    ],
    [
      'quoted-printable',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      quoted(Buffer.from(LONG)),
    ],
    [
      'quoted-printable with what is no escape',
      ['Content-Transfer-Encoding: quoted-printable'],
      `a =zz = b=4 \t\r\nc==41=\r\nd=\te\r\n${quoted(Buffer.from(LONG))}=`,
    ],
    [
      'headers that are there and say nothing',
      ['Date:', 'Message-ID: =?utf-8?Q??=', 'Received: ', 'Return-Path:', 'Delivered-To: x'],
      LONG,
    ],
  ] as const)('%s', async (_, headers, body) => {
    expect(await expectSame(part(headers, body))).toBe(true);
  });

  it.each([
    ['a charset that Node does not know', ['Content-Type: text/plain; charset=x-mac-roman'], LONG],
    ['a text that is an attachment', ['Content-Disposition: attachment'], LONG],
    [
      'base64 put together of pieces',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      `${wrapped('Buenos días.')}\r\n${wrapped(LONG)}`,
    ],
  ] as const)('are left to mailparser: %s', async (_, headers, body) => {
    expect(await expectSame(part(headers, body))).toBe(false);
  });

  it('of damaged messages', async () => {
    const raws = await Promise.all((await fixtureNames()).map(fixture));
    const inserted = fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      '=',
      '--',
      '\r\n--',
      'Content-Transfer-Encoding: base64\r\n',
      'Content-Type: text/html\r\n',
      '\0',
      '\xff',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...raws),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), inserted), {
          maxLength: 4,
        }),
        async (raw, changes) => {
          let damaged = raw;
          for (const [place, removed, text] of changes) {
            const at = Math.floor(place * damaged.length);
            damaged = Buffer.concat([
              damaged.subarray(0, at),
              Buffer.from(text, 'latin1'),
              damaged.subarray(at + removed),
            ]);
          }
          await expectSame(damaged);
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);
});
