import fc from 'fast-check';
import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { liftBodies } from '../../main/mail/lift.ts';
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

/** What the parser says of a message with its bodies taken out and put back; null when it must read it whole. */
async function lifted(raw: Buffer): Promise<ParsedMail | null> {
  const without = liftBodies(raw, scanStructure(raw, DEFAULT_LIMITS).parts, true);
  if (without === null) return null;
  const mail = await simpleParser(without.raw, OPTIONS);
  return without.restore(mail) ? mail : null;
}

const facts = ({ text, html, headerLines, attachments }: ParsedMail) => ({
  // mailparser keeps or drops the last line end depending on how a message ends; nobody reads it.
  text: text?.trimEnd(),
  html: html ? html.trimEnd() : html,
  headerLines: headerLines.map(({ line }) => line),
  attachments: attachments.map(({ filename, contentType, size, checksum, content }) => ({
    filename,
    contentType,
    size,
    checksum,
    content: content.toString('latin1'),
  })),
});

/** Answers whether anything was taken out. */
async function expectSame(raw: Buffer): Promise<boolean> {
  const mail = await lifted(raw);
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

describe('bodies taken out before parsing and put back', () => {
  it('make no difference to any message of the fixture mailbox', async () => {
    let taken = 0;
    for (const name of await fixtureNames()) if (await expectSame(await fixture(name))) taken++;
    expect(taken).toBeGreaterThan(60);
  });

  it.each([
    ['utf-8 as it is', ['Content-Type: text/plain; charset=utf-8'], Buffer.from(LONG)],
    ['without a type', [], Buffer.from(LONG)],
    ['with bare line feeds', [], Buffer.from(LONG.replaceAll('\r', ''))],
    ['latin-1', ['Content-Type: text/plain; charset="iso-8859-1"'], Buffer.from(LONG, 'latin1')],
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
  ] as const)('%s', async (_, headers, body) => {
    expect(await expectSame(part(headers, body))).toBe(true);
  });

  it.each([
    ['lines flowed together', ['Content-Type: text/plain; charset=utf-8; format=flowed'], LONG],
    ['a charset that Node does not know', ['Content-Type: text/plain; charset=windows-1252'], LONG],
    ['an encoding folded to the next line', ['Content-Transfer-Encoding:', ' base64'], wrapped(LONG)],
    ['a text that is an attachment', ['Content-Disposition: attachment'], LONG],
    [
      'base64 put together of pieces',
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      `${wrapped('Buenos días.')}\r\n${wrapped(LONG)}`,
    ],
  ] as const)('are left to mailparser: %s', async (_, headers, body) => {
    expect(await expectSame(part(headers, body))).toBe(false);
  });

  it('make no difference to damaged messages', async () => {
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
