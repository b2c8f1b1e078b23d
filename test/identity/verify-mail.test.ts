import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setCitizen } from '../../main/cases/acts.ts';
import { addMessage, createCase, removeMessage } from '../../main/cases/create.ts';
import { verifyByCertificate, verifyBySender } from '../../main/identity/verify-mail.ts';
import { loadSettings, saveSettings } from '../../main/settings/settings.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { CitizenData } from '../../main/citizens/model.ts';
import { aCitizen, aMessage, aUser, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const OWN = 'mx.tgss.example';
const ROCIO = 'rocio@correo.example';
const DNI = '99743236X';

/** The columns of a stored message with these very bytes. */
function bytes(raw: Buffer) {
  return {
    sha256: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    zstd: zstdCompressSync(raw),
    fromAddress: ROCIO,
    receivedAt: Date.now(),
    person: declared({ id: DNI }),
  };
}

function letter(n: number, results: string): Buffer {
  return Buffer.from(
    `Authentication-Results: ${results}\r\nFrom: <${ROCIO}>\r\nSubject: Cambio ${n}\r\n\r\nTexto ${n}\r\n`,
  );
}
const PASSED = letter(1, `${OWN}; dmarc=pass header.from=correo.example`);

async function desk(
  raw: Buffer,
  citizen: Partial<CitizenData> & { deceased?: boolean } = {},
  marks: ['SIGNED'] | [] = [],
) {
  const store = await temporaryStore();
  const clerk = await aUser(store, { displayName: 'Ana' });
  await aCitizen(store, {
    documents: [{ type: 'DNI', number: DNI }],
    email: 'Rocio@correo.example',
    ...citizen,
  });
  const messageId = await aMessage(store, { ...bytes(raw), marks });
  const { id: caseId } = await createCase(store, clerk, { messageId });
  const settings = await loadSettings(store);
  const set = (authservId: string, trustedCertificates = '') =>
    saveSettings(store, SYSTEM_ACTOR, {
      ...settings,
      ladder: { ...settings.ladder, authservId },
      signatures: { trustedCertificates },
    });
  await set(OWN);
  const bySender = (version = 1) => verifyBySender(store, clerk, { caseId, version });
  const byCertificate = (version = 1) => verifyByCertificate(store, clerk, { caseId, version });
  return { store, clerk, caseId, messageId, set, bySender, byCertificate };
}

const refusal = (reason: string) => ({ code: 'NOT_ALLOWED_YET', details: { reason } });

describe('a known sender', () => {
  test("is who writes from the address on record, by the word of the office's own server", async () => {
    const { store, messageId, bySender } = await desk(PASSED);
    const after = await bySender();
    expect(after).toMatchObject({ identityLevel: 'SENDER', version: 2 });
    expect(after.verifications).toMatchObject([{ method: 'SENDER', result: 'VERIFIED', createdBy: 'Ana' }]);
    const entry = await store.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'case.identityVerified' },
    });
    expect(JSON.parse(entry.details)).toMatchObject({ method: 'SENDER', messageId, server: OWN });
  });

  test.each([
    ['a failed check', letter(2, `${OWN}; dmarc=fail header.from=correo.example`)],
    ["another server's word", letter(3, 'mx.otra.example; dmarc=pass header.from=correo.example')],
    ['another domain', letter(4, `${OWN}; dmarc=pass header.from=otra.example`)],
  ])('is nobody with %s', async (_, raw) => {
    const { bySender } = await desk(raw);
    await expect(bySender()).rejects.toMatchObject(refusal('SENDER_UNPROVEN'));
  });

  test('needs an address on record, a living citizen, and an office that names its server', async () => {
    const unknown = await desk(PASSED, { email: 'otra@correo.example' });
    await expect(unknown.bySender()).rejects.toMatchObject(refusal('SENDER_UNKNOWN'));
    const none = await desk(PASSED, { email: null });
    await expect(none.bySender()).rejects.toMatchObject(refusal('SENDER_UNKNOWN'));
    const dead = await desk(PASSED, { deceased: true });
    await expect(dead.bySender()).rejects.toMatchObject(refusal('DECEASED'));
    const unset = await desk(PASSED);
    await unset.set('');
    await expect(unset.bySender()).rejects.toMatchObject(refusal('NO_AUTHSERV_ID'));
    await expect(unset.bySender(9)).rejects.toMatchObject({ code: 'STALE' });
  });

  test('the newest request counts, and what a verification rests on stays in the case', async () => {
    const { store, clerk, caseId, messageId, bySender } = await desk(PASSED);
    const later = await aMessage(store, { person: declared({ id: DNI }) });
    await addMessage(store, clerk, { caseId, version: 1, messageId: later });
    await expect(bySender(2)).rejects.toMatchObject(refusal('SENDER_UNKNOWN'));
    await removeMessage(store, clerk, { caseId, version: 2, messageId: later });
    await bySender(3);
    await addMessage(store, clerk, { caseId, version: 4, messageId: later });
    await expect(removeMessage(store, clerk, { caseId, version: 5, messageId })).rejects.toMatchObject(
      refusal('EVIDENCE'),
    );
  });
});

describe('a certificate', () => {
  let dir = '';
  const openssl = (...args: string[]): Buffer =>
    execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'estafeta-certificate-'));
    openssl(
      'req',
      '-x509',
      ...EC,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '30',
      '-subj',
      '/CN=AC Ficticia',
    );
    const holder = `/C=ES/serialNumber=IDCES-${DNI}/CN=CANTILLANA BRAVO JOSE - ${DNI}`;
    for (const [name, subject] of [
      ['own', holder],
      ['same', `${holder}/emailAddress=Rocio@Correo.example`],
      ['other', `${holder}/emailAddress=jose@otro.example`],
    ] as const) {
      openssl('req', '-new', ...EC, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject);
      const authority = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-days', '30'];
      openssl('x509', '-req', '-in', `${name}.csr`, ...authority, '-out', `${name}.pem`);
    }
    writeFileSync(join(dir, 'entity.txt'), 'Content-Type: text/plain\r\n\r\nSolicito el cambio.\r\n');
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const trusted = () => readFileSync(join(dir, 'ca.pem'), 'latin1');
  function signed(by: 'own' | 'same' | 'other' = 'own'): Buffer {
    const signer = ['-signer', `${by}.pem`, '-inkey', `${by}.key`];
    const made = openssl('cms', '-sign', '-in', 'entity.txt', ...signer, '-crlfeol');
    return Buffer.concat([Buffer.from(`From: <${ROCIO}>\r\nSubject: Alta\r\n`), made]);
  }

  test('with the citizen’s own number, over the whole message, is the top of the ladder', async () => {
    const { store, set, messageId, byCertificate } = await desk(signed(), {}, ['SIGNED']);
    await set('', trusted());
    expect(await byCertificate()).toMatchObject({ identityLevel: 'CERTIFICATE' });
    const entry = await store.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'case.identityVerified' },
    });
    expect(JSON.parse(entry.details)).toMatchObject({
      method: 'CERTIFICATE',
      messageId,
      issuer: 'AC Ficticia',
    });
  });

  test('that names an address is only good for mail from it: the signature does not cover who sent the message', async () => {
    const same = await desk(signed('same'), {}, ['SIGNED']);
    await same.set('', trusted());
    expect(await same.byCertificate()).toMatchObject({ identityLevel: 'CERTIFICATE' });
    const other = await desk(signed('other'), {}, ['SIGNED']);
    await other.set('', trusted());
    await expect(other.byCertificate()).rejects.toMatchObject(refusal('SIGNER_ADDRESS'));
  });

  test('of another person, of an authority nobody trusts, or over other words is none', async () => {
    const other = await desk(signed(), { documents: [{ type: 'DNI', number: '99193443D' }] }, ['SIGNED']);
    await other.set('', trusted());
    await setCitizen(other.store, other.clerk, { caseId: other.caseId, version: 1, citizenId: 1 });
    await expect(other.byCertificate(2)).rejects.toMatchObject(refusal('OTHER_SIGNER'));
    const untrusted = await desk(signed(), {}, ['SIGNED']);
    await expect(untrusted.byCertificate()).rejects.toMatchObject(refusal('SIGNATURE'));
    const changed = Buffer.from(signed().toString('latin1').replace('Solicito', 'Rechazo '), 'latin1');
    const tampered = await desk(changed, {}, ['SIGNED']);
    await tampered.set('', trusted());
    await expect(tampered.byCertificate()).rejects.toMatchObject(refusal('SIGNATURE'));
    const plain = await desk(PASSED);
    await expect(plain.byCertificate()).rejects.toMatchObject(refusal('NOT_SIGNED'));
  });
});
