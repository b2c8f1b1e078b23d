import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAttachment, readBody, readNested } from '../../main/mail/body.ts';
import { readHeaders } from '../../main/mail/header-block.ts';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { fixture, fixtureNames, message } from './fixtures.ts';

const HEADERS = ['From: Ana <ana@example.com>', 'Subject: Hola', 'Date: Tue, 5 May 2020 13:14:18 +0200'];
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('the fixture mailbox', () => {
  it('shows the text that was indexed, attachments by their facts, and no unsafe HTML', async () => {
    for (const name of await fixtureNames()) {
      const raw = await fixture(name);
      const parsed = await parseMessage(raw, DEFAULT_LIMITS);
      const body = await readBody(raw);
      expect([name, body.text]).toEqual([name, parsed.text]);
      expect(body.html ?? '').not.toMatch(/<script|\son\w+=|javascript:|cid:|src="http/i);
      for (const { ordinal, sha256, size } of parsed.attachments) {
        const { facts, bytes } = await readAttachment(raw, { ordinal });
        expect(facts).toEqual(parsed.attachments[ordinal]);
        expect(bytes.length).toBe(size);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
      const shown = readHeaders(raw).map((header) => [header.name, header.value]);
      // A corrected message's content headers say what was corrected; the screen shows what was sent.
      const same = parsed.headers.filter(({ name }) => !/^content-/i.test(name));
      for (const header of same) expect(shown).toContainEqual([header.name, header.value]);
    }
  });

  it('shows the inline logo', async () => {
    const { html } = await readBody(await fixture('060.eml'));
    expect(html).toMatch(/<img src="data:image\/png;base64,/);
  });

  it('opens nested messages and what an opaque signature wraps', async () => {
    expect(await readNested(await fixture('091.eml'), { ordinal: 0 })).toMatchObject({
      subject: 'lo que hablamos',
      from: { name: 'Rosario Vela', address: 'chari.helados@example.com' },
      sentAt: new Date('2020-05-08T12:20:09Z'),
      body: { text: expect.stringContaining('Manolo, que sí') as string },
    });
    const signed = await readNested(await fixture('211.eml'), { ordinal: 0 });
    expect(signed.body.text).toContain('RECURSO DE ALZADA');
  });
});

it('shows what cannot be parsed as raw text', async () => {
  expect(await readBody(Buffer.from('esto no es\run correo'))).toEqual({
    text: 'esto no es\nun correo',
    html: null,
    remoteContentBlocked: 0,
  });
});

it('draws only images that are what they say', async () => {
  const image = (cid: string, content: string) => [
    '--b',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${cid}>`,
    '',
    content,
  ];
  const raw = message(
    ...HEADERS,
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    '<img src="cid:good"><img src="cid:lie"><img src="http://x.example/pixel.png">',
    ...image('good', PIXEL),
    ...image('lie', Buffer.from('<svg onload="alert(1)">').toString('base64')),
    '--b--',
  );
  expect(await readBody(raw)).toEqual({
    text: '',
    html: `<img src="data:image/png;base64,${PIXEL}" /><img /><img />`,
    remoteContentBlocked: 1,
  });
});

it('has no HTML where the HTML shows nothing', async () => {
  const raw = message(
    ...HEADERS,
    'Content-Type: text/html',
    '',
    '<html><script>1</script><img src="http://x.example/p"></html>',
  );
  expect(await readBody(raw)).toEqual({ text: '', html: null, remoteContentBlocked: 1 });
});

describe('readHeaders', () => {
  it('gives all headers decoded, in order, unfolded', () => {
    const raw = message(
      'DKIM-Signature: v=1; a=rsa-sha256;\r\n\tb=abc',
      'Subject: =?utf-8?Q?Cotizaci=C3=B3n?=\r\n =?utf-8?Q?_abril?=',
      'X-Raw: Mart\xednez',
      'Received: one',
      'Received: two',
      '',
      'Body: no',
    );
    expect(readHeaders(raw)).toEqual([
      { name: 'DKIM-Signature', value: 'v=1; a=rsa-sha256; b=abc' },
      { name: 'Subject', value: 'Cotización abril' },
      { name: 'X-Raw', value: 'Martínez' },
      { name: 'Received', value: 'one' },
      { name: 'Received', value: 'two' },
    ]);
  });

  it('reads them past bare CR line ends', () => {
    expect(readHeaders(Buffer.from('Subject: uno\rFrom: a@b\r\rtexto'))).toEqual([
      { name: 'Subject', value: 'uno' },
      { name: 'From', value: 'a@b' },
    ]);
  });

  it('gives none for bytes that are no message', () => {
    expect(readHeaders(Buffer.from('\0\x01\x02'))).toEqual([]);
  });
});

it('refuses attachments that are not there and nested messages that are none', async () => {
  const raw = await fixture('002.eml');
  await expect(readAttachment(raw, { ordinal: 9 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(readNested(raw, { ordinal: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
