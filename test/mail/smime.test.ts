import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStored } from '../../main/mail/body.ts';
import { DEFAULT_LIMITS, type Protection } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { fixture } from './fixtures.ts';

// Certificates and signatures are made by openssl: not by the library that checks them.
let dir: string;
const file = (name: string): string => path.join(dir, name);
const openssl = (...args: string[]): Buffer =>
  execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
const pem = (name: string): string => readFileSync(file(`${name}.pem`), 'latin1');

type Issue = {
  readonly subject: string;
  readonly issuer?: string;
  readonly extensions: string;
  readonly key?: string[];
};

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
const RSA = ['-newkey', 'rsa:2048'];
const CA = 'basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign\nsubjectKeyIdentifier=hash';
const END = 'basicConstraints=CA:false\nsubjectKeyIdentifier=hash';

function issue(name: string, { subject, issuer, extensions, key = EC }: Issue): void {
  writeFileSync(file(`${name}.cnf`), extensions);
  openssl(
    'req',
    ...key,
    '-nodes',
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
    '-utf8',
    '-subj',
    subject,
  );
  const by =
    issuer === undefined ? ['-signkey', `${name}.key`] : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`];
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    ...by,
    '-days',
    '3650',
    '-extfile',
    `${name}.cnf`,
    '-out',
    `${name}.pem`,
  );
}

const ENTITY = 'Content-Type: text/plain; charset=utf-8\r\n\r\nSolicito el alta en el RETA.\r\nSaludos.\r\n';
const HEAD = [
  'From: Jose Ramon <jr@example.com>',
  'Subject: Alta',
  'Date: Tue, 5 May 2020 13:14:18 +0200',
].join('\r\n');

function signed(by: string, ...options: string[]): Buffer {
  writeFileSync(file('entity.txt'), ENTITY);
  const made = openssl(
    'cms',
    '-sign',
    '-in',
    'entity.txt',
    '-signer',
    `${by}.pem`,
    '-inkey',
    `${by}.key`,
    '-crlfeol',
    ...options,
  );
  return Buffer.concat([Buffer.from(`${HEAD}\r\n`), made]);
}

// Within the life of certificates made a moment from now.
const NOW = new Date(Date.now() + 3_600_000);
type Signature = Extract<Protection, { kind: 'SMIME_SIGNED' }>;

async function protectionOf(raw: Buffer, trusted = '', at = NOW): Promise<Protection | null> {
  const { protection } = await readStored(raw, DEFAULT_LIMITS, {
    status: 'PARSED',
    from: 'jr@example.com',
    receivedAt: at,
    trustedCertificates: trusted,
    authservId: '',
  });
  return protection;
}

async function check(raw: Buffer, trusted = '', at = NOW): Promise<Signature> {
  const protection = await protectionOf(raw, trusted, at);
  if (protection?.kind !== 'SMIME_SIGNED') throw new Error(`not signed: ${protection?.kind ?? 'nothing'}`);
  return protection;
}

beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'estafeta-smime-'));
  issue('ca', { subject: '/C=ES/O=Emisor ficticio/CN=AC Raiz Ficticia', extensions: CA });
  // The same name, another key.
  issue('impostor', { subject: '/C=ES/O=Emisor ficticio/CN=AC Raiz Ficticia', extensions: CA });
  issue('middle', { subject: '/C=ES/O=Emisor ficticio/CN=AC Usuarios', issuer: 'ca', extensions: CA });
  issue('citizen', {
    subject:
      '/C=ES/serialNumber=IDCES-99743236X/GN=JOSÉ RAMÓN/SN=CANTILLANA BRAVO/CN=CANTILLANA BRAVO JOSÉ RAMÓN - 99743236X',
    issuer: 'ca',
    extensions: `${END}\nsubjectAltName=email:JR@example.com`,
  });
  issue('below', {
    subject: '/CN=BENJUMEA CALA ROCIO - NIF 99743236X',
    issuer: 'middle',
    extensions: END,
    key: RSA,
  });
  issue('fnmt', {
    subject: '/C=ES/O=Ayuntamiento ficticio/CN=NOMBRE CANTILLANA BRAVO JOSE RAMON',
    issuer: 'ca',
    extensions: `${END}\nsubjectAltName=email:otra@example.org,dirName:fnmt\n[fnmt]\n0.1.3.6.1.4.1.5734.1.4=99743236X`,
  });
  issue('wrongLetter', { subject: '/serialNumber=IDCES-99743236A/CN=NADIE', issuer: 'ca', extensions: END });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('an S/MIME signature', () => {
  it('is valid when its authority is one the office trusts, and names the holder', async () => {
    const raw = signed('citizen');
    const result = await check(raw, pem('ca'));
    expect(result).toMatchObject({
      state: 'VALID',
      whole: true,
      signer: {
        name: 'JOSÉ RAMÓN CANTILLANA BRAVO',
        nif: '99743236X',
        organisation: null,
        issuer: 'AC Raiz Ficticia',
        sameAddress: true,
      },
    });
    expect(Math.abs((result.signedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(3_600_000);
    const parsed = await parseMessage(raw, DEFAULT_LIMITS);
    expect(parsed.text).toBe('Solicito el alta en el RETA.\nSaludos.');
    expect(parsed.marks).toEqual(['SIGNED']);
  });

  it('is right but of an unknown issuer without that authority, or with another of the same name', async () => {
    const raw = signed('citizen');
    expect((await check(raw)).state).toBe('UNKNOWN_ISSUER');
    expect((await check(raw, pem('impostor'))).state).toBe('UNKNOWN_ISSUER');
    expect((await check(raw, pem('citizen'))).state).toBe('VALID'); // the certificate itself is trusted
  });

  it('is not valid when a letter changed', async () => {
    const raw = Buffer.from(signed('citizen').toString('latin1').replace('RETA', 'REMA'), 'latin1');
    expect((await check(raw, pem('ca'))).state).toBe('INVALID');
  });

  it('is not valid when its attributes changed', async () => {
    const raw = signed('citizen').toString('latin1');
    const [, armour = ''] = /filename="smime\.p7s"\r\n\r\n([\s\S]*?)\r\n\r\n/.exec(raw) ?? [];
    const der = Buffer.from(armour, 'base64');
    // The signing time is among what is signed: one digit of it.
    const at = der.indexOf(Buffer.from('2a864886f70d010905', 'hex')) + 9 + 4;
    der[at] = (der[at] ?? 0) === 0x32 ? 0x33 : 0x32;
    const lines = der.toString('base64').replace(/(.{64})/g, '$1\r\n');
    expect((await check(Buffer.from(raw.replace(armour, lines), 'latin1'), pem('ca'))).state).toBe('INVALID');
  });

  it.each(['2001-01-01', '2090-01-01'])(
    'does not count when its certificate was not in force on %s',
    async (day) => {
      expect((await check(signed('citizen'), pem('ca'), new Date(day))).state).toBe('EXPIRED');
    },
  );

  it('leads to the trusted authority by those between that come along', async () => {
    expect((await check(signed('below', '-certfile', 'middle.pem'), pem('ca'))).state).toBe('VALID');
    expect((await check(signed('below'), pem('ca'))).state).toBe('UNKNOWN_ISSUER');
    // A certificate that is no authority vouches for nobody.
    issue('child', { subject: '/CN=HIJO', issuer: 'citizen', extensions: END });
    expect((await check(signed('child', '-certfile', 'citizen.pem'), pem('ca'))).state).toBe(
      'UNKNOWN_ISSUER',
    );
  });

  it.each([
    ['RSA-PSS', 'below', ['-certfile', 'middle.pem', '-keyopt', 'rsa_padding_mode:pss']],
    ['SHA-512', 'citizen', ['-md', 'sha512']],
    ['a key identifier for the signer', 'citizen', ['-keyid']],
    ['the content inside', 'citizen', ['-nodetach']],
  ])('is understood with %s', async (_, by, options) => {
    const raw = signed(by, ...options);
    expect(await check(raw, pem('ca'))).toMatchObject({ state: 'VALID', whole: true });
    expect((await parseMessage(raw, DEFAULT_LIMITS)).text).toContain('Solicito el alta en el RETA.');
  });

  it.each([
    ['SHA-1', ['-md', 'sha1']],
    ['no signed attributes', ['-noattr']],
    ['no certificate', ['-nocerts']],
  ])('proves nothing with %s', async (_, options) => {
    expect((await check(signed('citizen', ...options), pem('ca'))).state).toBe('UNCHECKABLE');
  });

  it('of two signers proves nothing here', async () => {
    const raw = signed('citizen', '-signer', 'below.pem', '-inkey', 'below.key');
    expect((await check(raw, pem('ca'))).state).toBe('UNCHECKABLE');
  });

  it('is of the same bytes when a folder of files lost the carriage returns', async () => {
    const raw = Buffer.from(signed('citizen').toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    expect((await check(raw, pem('ca'))).state).toBe('VALID');
  });

  it('that covers only a part of what is shown says so', async () => {
    const whole = signed('citizen').toString('latin1');
    const [, boundary = ''] = /boundary="(.*?)"/.exec(whole) ?? [];
    const appended = whole.replace(
      `--${boundary}--`,
      `--${boundary}\r\n\r\nY además esto.\r\n--${boundary}--`,
    );
    expect(await check(Buffer.from(appended, 'latin1'), pem('ca'))).toMatchObject({
      state: 'VALID',
      whole: false,
    });
    const inner = whole.slice(HEAD.length + 2);
    const wrapped = [
      HEAD,
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      '',
      'Esto no.',
      '--x',
      inner,
      '--x--',
    ];
    expect(await check(Buffer.from(wrapped.join('\r\n'), 'latin1'), pem('ca'))).toMatchObject({
      state: 'VALID',
      whole: false,
    });
  });

  it('tells the NIF wherever Spanish issuers write it, and never one with a wrong letter', async () => {
    expect((await check(signed('below'))).signer).toMatchObject({
      name: 'BENJUMEA CALA ROCIO',
      nif: '99743236X',
      sameAddress: null,
    });
    expect((await check(signed('fnmt'))).signer).toMatchObject({
      nif: '99743236X',
      organisation: 'Ayuntamiento ficticio',
      sameAddress: false,
    });
    expect((await check(signed('wrongLetter'))).signer).toMatchObject({ name: 'NADIE', nif: null });
  });

  it.each(['082.eml', '211.eml'])(
    'of the fixture mailbox (%s) is right, by nobody anybody knows',
    async (name) => {
      expect(await check(await fixture(name), '', new Date('2030-01-01'))).toMatchObject({
        state: 'UNKNOWN_ISSUER',
        whole: true,
        signer: { name: 'FIRMA FICTICIA DE PRUEBA', nif: null },
      });
    },
  );

  it('leaves an encrypted message closed', async () => {
    writeFileSync(file('entity.txt'), ENTITY);
    const made = openssl('cms', '-encrypt', '-in', 'entity.txt', '-aes256', '-crlfeol', 'below.pem');
    const raw = Buffer.concat([Buffer.from(`${HEAD}\r\n`), made]);
    expect((await parseMessage(raw, DEFAULT_LIMITS)).marks).toEqual(['EMPTY_BODY', 'ENCRYPTED']);
    expect(await protectionOf(raw)).toEqual({ kind: 'SMIME_ENCRYPTED' });
  });
});

const lines = (...all: string[]): Buffer => Buffer.from([HEAD, ...all].join('\r\n'));

describe('PGP', () => {
  const encrypted = lines(
    'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
    '',
    '--b',
    'Content-Type: application/pgp-encrypted',
    '',
    'Version: 1',
    '--b',
    'Content-Type: application/octet-stream; name="encrypted.asc"',
    '',
    '-----BEGIN PGP MESSAGE-----',
    '',
    'hQEMA0000',
    '-----END PGP MESSAGE-----',
    '--b--',
  );
  const detached = lines(
    'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b',
    '',
    '--b',
    '',
    'Texto firmado.',
    '--b',
    'Content-Type: application/pgp-signature',
    '',
    '-----BEGIN PGP SIGNATURE-----',
    '--b--',
  );
  const inlineSigned = lines(
    '',
    '-----BEGIN PGP SIGNED MESSAGE-----',
    'Hash: SHA256',
    '',
    'Texto firmado.',
    '-----BEGIN PGP SIGNATURE-----',
  );
  const inlineEncrypted = lines('', 'Le escribo en privado:', '-----BEGIN PGP MESSAGE-----', '', 'hQEMA0000');

  it.each([
    ['encrypted parts', encrypted, 'PGP_ENCRYPTED', 'ENCRYPTED'],
    ['encrypted text', inlineEncrypted, 'PGP_ENCRYPTED', 'ENCRYPTED'],
    ['a signature beside the text', detached, 'PGP_SIGNED', 'SIGNED'],
    ['a signature around the text', inlineSigned, 'PGP_SIGNED', 'SIGNED'],
  ] as const)('is told by %s', async (_, raw, kind, mark) => {
    expect((await parseMessage(raw, DEFAULT_LIMITS)).marks).toContain(mark);
    expect(await protectionOf(raw)).toEqual({ kind });
  });

  it('is not seen in a letter that talks about it', async () => {
    const raw = lines('', 'No sé qué es eso de PGP MESSAGE ni "BEGIN PGP SIGNED MESSAGE".');
    expect((await parseMessage(raw, DEFAULT_LIMITS)).marks).toEqual([]);
  });
});
