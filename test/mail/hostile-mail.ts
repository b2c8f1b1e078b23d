// Messages as somebody would write them who wants to break a reader.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { FIXTURES } from './fixtures.ts';

/** How often each property is tried; more by hand: ESTAFETA_PROPERTY_RUNS=20000. */
export const RUNS = Number(process.env['ESTAFETA_PROPERTY_RUNS'] ?? 150);

const SMALL = 40_000;
const fixtures = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.eml'))
  .sort()
  .map((name) => readFileSync(path.join(FIXTURES, name)))
  .filter((raw) => raw.length < SMALL)
  .map((raw) => raw.toString('latin1'));

export const EVIL_NAMES = [
  '../../x',
  '..\\..\\windows\\system32\\a.dll',
  '/etc/passwd',
  'C:\\Users\\a.txt',
  '\\\\servidor\\c$\\a.txt',
  'CON.pdf',
  'con',
  'LPT1.tar.gz',
  'nul.',
  'COM¹.txt',
  'a.txt:evil',
  'a.txt::$DATA',
  'factura.pdf.',
  'factura.pdf . . ',
  '   ',
  '...',
  '',
  'a<b>c|d?e*f"g.pdf',
  'nombre\u0000oculto.pdf',
  'linea\r\nX-Otra: si.pdf',
  'factura\u202efdp.exe',
  '\u2066factura\u2069.pdf',
  'x'.repeat(300) + '.pdf',
  'ñ'.repeat(300),
  '😀'.repeat(200) + '.pdf',
  'a\ud800b.pdf',
  '.' + 'x'.repeat(300),
  'e\u0301'.repeat(100) + '.txt',
  'desktop.ini',
  '~$.docx',
];

const CHARSETS = [
  'utf-7',
  'utf-16',
  'utf-32',
  'x-nada',
  'iso-2022-jp',
  'hz-gb-2312',
  '',
  'utf-8\0',
  '../../x',
  'big5',
];
const ENCODED = [
  '=?utf-8?B?7aCA7bCA?=', // surrogates written as UTF-8
  '=?utf-16?B?ANg=?=', // half a pair
  '=?utf-8?Q?=E2=80=AEtxt.exe?=',
  '=?utf-8?B?' + 'QUJD'.repeat(2000) + '?=',
  '=?x-nada?Q?a=ZZ?=',
  '=?utf-8?B?=?= =?utf-8?Q??=',
  '=?utf-8*es?Q?hola?='.repeat(300),
  '=?'.repeat(5000),
  '\\"'.repeat(2000),
  '('.repeat(3000),
  '<'.repeat(3000),
  'a@b, '.repeat(2000),
  'grupo: a@b.es, '.repeat(200) + ';',
  '\u202e'.repeat(20),
];
const TYPES = [
  'multipart/mixed; boundary=""',
  'multipart/mixed; boundary="--"',
  'multipart/mixed; boundary=".*(a+)+$"',
  'multipart/mixed; boundary=' + 'b'.repeat(5000),
  'multipart/mixed',
  'multipart/signed; protocol="application/pkcs7-signature"; boundary=x',
  'multipart/encrypted; boundary=x',
  'multipart/alternative; boundary=x; boundary=y',
  'message/rfc822',
  'message/partial; id=1; number=1; total=1000000',
  'message/external-body; access-type=URL; URL="http://example.com/"',
  'application/pkcs7-mime; smime-type=signed-data',
  'application/ms-tnef; name=winmail.dat',
  'application/vnd.ms-outlook; name=a.msg',
  'text/html; charset=utf-7',
  'text/plain; charset="; format=flowed; delsp=yes',
  'text/plain; format=flowed; delsp=yes',
  'a/b; ' + 'c=d; '.repeat(3000),
  '/',
  '',
];
const ENCODINGS = ['base64', 'quoted-printable', 'x-uuencode', '8bit', 'binary', 'base64base64', ''];

const latin1 = (text: string): string => Buffer.from(text.replaceAll('\ud800', '?')).toString('latin1');

const headerLine: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...TYPES).map((type) => `Content-Type: ${type}`),
  fc.constantFrom(...CHARSETS).map((charset) => `Content-Type: text/plain; charset="${charset}"`),
  fc.constantFrom(...ENCODINGS).map((encoding) => `Content-Transfer-Encoding: ${encoding}`),
  fc
    .tuple(
      fc.constantFrom('Subject', 'From', 'To', 'Reply-To', 'Date', 'Message-ID', 'References', 'Received'),
      fc.constantFrom(...ENCODED),
    )
    .map(([name, value]) => `${name}: ${value}`),
  fc
    .constantFrom(...EVIL_NAMES)
    .map((name) => `Content-Disposition: attachment; filename="${name.replace(/["\r\n]/g, '')}"`),
  fc
    .tuple(
      fc.constantFrom('name', 'filename'),
      fc.constantFrom(0, 1, 9, 99, 4_294_967_296, 1e15),
      fc.constantFrom("''", "utf-8'es'", "x-nada''"),
    )
    .map(
      ([name, index, charset]) =>
        `Content-Disposition: attachment; ${name}*${index}*=${charset}%E2%80%AE%ZZ%00..%2F; ${name}*0=a; ${name}*=b`,
    ),
  fc.constant(
    'Content-Disposition: attachment;' +
      Array.from({ length: 2000 }, (_, i) => ` filename*${i}="a";`).join('\r\n'),
  ),
  fc.string({ maxLength: 200 }),
);

type Change = (raw: string) => string;
const at = (raw: string, share: number): number => Math.floor(raw.length * share);
const place = fc.double({ min: 0, max: 1, noNaN: true });

const change: Arbitrary<Change> = fc.oneof(
  // A header more, somewhere in a header block or anywhere else.
  fc.tuple(place, headerLine).map(([share, line]) => (raw: string) => {
    const starts = [...raw.matchAll(/^[\w-]+:/gm)].map(({ index }) => index);
    const start = starts[Math.floor(share * starts.length)] ?? 0;
    return raw.slice(0, start) + latin1(line) + '\r\n' + raw.slice(start);
  }),
  fc.tuple(place, fc.uint8Array({ maxLength: 40 })).map(
    ([share, bytes]) =>
      (raw: string) =>
        raw.slice(0, at(raw, share)) +
        Buffer.from(bytes).toString('latin1') +
        raw.slice(at(raw, share) + bytes.length),
  ),
  place.map((share) => (raw: string) => raw.slice(0, at(raw, share))),
  fc.tuple(place, place, fc.integer({ min: 2, max: 60 })).map(([from, to, times]) => (raw: string) => {
    const [start, end] = [Math.min(from, to), Math.max(from, to)].map((share) => at(raw, share));
    return (
      raw.slice(0, start) +
      raw.slice(start, Math.min(end ?? 0, (start ?? 0) + 3000)).repeat(times) +
      raw.slice(end)
    );
  }),
  fc
    .constantFrom('\r', '\n', '\r\r\n', '\n\r', '\0\r\n')
    .map((end) => (raw: string) => raw.replaceAll('\r\n', end)),
  fc.constant((raw: string) => raw.replace('\r\n\r\n', '\r\n')), // headers without end
  fc.constant((raw: string) => raw.replace(/\r\n\r\n/g, '\r\n')),
  fc.constant((raw: string) => raw.replace(/boundary="?[^"\r\n;]+/gi, 'boundary="x')),
  fc.constant((raw: string) => raw.replace(/^--[^\r\n]+/gm, '--x')), // every delimiter is the same
  place.map(
    (share) => (raw: string) => raw.slice(0, at(raw, share)) + '\0'.repeat(500) + raw.slice(at(raw, share)),
  ),
  fc.integer({ min: 1, max: 60 }).map((depth) => (raw: string) => {
    const heads = Array.from(
      { length: depth },
      (_, i) => `Content-Type: multipart/mixed; boundary=n${i}\r\n\r\n--n${i}\r\n`,
    );
    return `From: a@b.es\r\nSubject: hondo\r\n${heads.join('')}${raw}`;
  }),
  fc.integer({ min: 1, max: 8 }).map((depth) => (raw: string) => {
    const head =
      'From: a@b.es\r\nSubject: dentro\r\nContent-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n';
    return head.repeat(depth) + raw;
  }),
);

/** A fixture, changed a few times. */
export const hostileMail: Arbitrary<Buffer> = fc
  .tuple(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([raw, changes]) =>
    Buffer.from(
      changes.reduce((changed, one) => one(changed).slice(0, 400_000), raw),
      'latin1',
    ),
  );

const HEAD =
  'From: Ana <ana@example.com>\r\nTo: b@tgss.example\r\nSubject: Hola\r\nDate: Tue, 5 May 2020 13:14:18 +0200\r\n';
const MIB = 1024 * 1024;

/** The large ones, each a few MiB: made when asked for. */
export const EXTREMES: Readonly<Record<string, () => Buffer>> = {
  'headers without end': () => Buffer.from(HEAD + 'X-A: bbbbbbbbbbbbbbbb\r\n'.repeat(20_000)),
  '10 MB in one header': () => Buffer.from(`${HEAD}X-A: ${'a'.repeat(10 * MIB)}\r\n\r\nTexto.`),
  '10 MB of folded header': () => Buffer.from(`${HEAD}X-A: a\r\n${' bbbbbbb\r\n'.repeat(MIB)}\r\nTexto.`),
  '10 MB of subject words': () =>
    Buffer.from(`${HEAD}Subject: ${'=?utf-8?Q?a?= '.repeat(700_000)}\r\n\r\nTexto.`),
  'a million addresses': () => Buffer.from(`${HEAD}Cc: ${'a@b.es,'.repeat(1_000_000)}\r\n\r\nTexto.`),
  '10,000 parts': () =>
    Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment\r\n\r\na\r\n'.repeat(10_000)}--x--\r\n`,
    ),
  '10,000 text parts': () =>
    Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\na\r\n'.repeat(10_000)}--x--\r\n`,
    ),
  '500 nested multiparts': () =>
    Buffer.from(
      HEAD +
        Array.from(
          { length: 500 },
          (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
        ).join('') +
        '\r\nTexto.',
    ),
  '500 nested messages': () =>
    Buffer.from(
      'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n'.repeat(500) + HEAD + '\r\nTexto.',
    ),
  'a boundary that begins every line': () =>
    Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n--xx\r\n--x-\r\n'.repeat(200_000)}`,
    ),
  '20 MB of base64 that is one letter': () =>
    Buffer.from(
      `${HEAD}Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(270_000)}`,
    ),
  '20 MB of base64 text': () =>
    Buffer.from(
      `${HEAD}Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUFB'.repeat(19)}\r\n`.repeat(270_000)}`,
    ),
  'base64 padded everywhere': () =>
    Buffer.from(`${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${'QQ==\r\n'.repeat(1_000_000)}`),
  '10 MB of quoted-printable': () =>
    Buffer.from(`${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=3D='.repeat(3_000_000)}`),
  '10 MB of NULs': () => Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(10 * MIB)]),
  '10 MB of CR': () => Buffer.from(`${HEAD}\r\n${'\r'.repeat(10 * MIB)}`),
  '10 MB of line ends': () => Buffer.from(`${HEAD}\r\n${'\n'.repeat(10 * MIB)}`),
  '10 MB of broken UTF-8': () => Buffer.concat([Buffer.from(`${HEAD}\r\n`), Buffer.alloc(10 * MIB, 0xed)]),
  '10 MB of HTML that opens and never closes': () =>
    Buffer.from(`${HEAD}Content-Type: text/html\r\n\r\n${'<div><table><b>'.repeat(700_000)}`),
  'a flowed text of one line': () =>
    Buffer.from(
      `${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${'a \r\n'.repeat(1_500_000)}`,
    ),
  '20,000 continued parameters': () =>
    Buffer.from(
      `${HEAD}Content-Type: application/pdf;\r\n${Array.from({ length: 20_000 }, (_, i) => ` name*${i}*=utf-8''a%ZZ;\r\n`).join('')} x=y\r\n\r\n%PDF-1.4`,
    ),
  'a winmail.dat of a hundred thousand files': () => {
    const attribute = Buffer.from('02029006000e000000', 'hex');
    const one = Buffer.concat([attribute, Buffer.alloc(16)]);
    const tnef = Buffer.concat([
      Buffer.from('789f3e220100', 'hex'),
      ...Array.from({ length: 100_000 }, () => one),
    ]);
    return Buffer.from(
      `${HEAD}Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${tnef.toString('base64')}`,
    );
  },
  'a signature of nested nothing': () =>
    Buffer.from(
      `${HEAD}Content-Type: application/pkcs7-mime; smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(MIB, Buffer.from([0x30, 0x80])).toString('base64')}`,
    ),
};
