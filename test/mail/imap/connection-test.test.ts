import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer as createPlainServer } from 'node:net';
import { createServer } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ConnectionTest } from '../../../main/mail/account-model.ts';
import { testConnection } from '../../../main/mail/imap/connection-test.ts';
import { aCertificate } from '../../support/certificate.ts';
import { freePort, removeDovecot, startDovecot, MAIL_PASSWORD, type Dovecot } from '../../support/dovecot.ts';
import { accountInput } from '../../support/mailboxes.ts';
import { temporaryStore } from '../../support/store.ts';

let dovecot: Dovecot;
let smtpPort: number;
let smtp: SMTPServer;
beforeAll(async () => {
  dovecot = await startDovecot();
  smtpPort = await freePort();
  smtp = new SMTPServer({
    key: readFileSync(join(dovecot.folder, 'key.pem')),
    cert: dovecot.caPem,
    onAuth: ({ password }, _session, callback) => {
      if (password === MAIL_PASSWORD) callback(null, { user: 'x' });
      else callback(new Error('Usuario desconocido'));
    },
  });
  await new Promise<void>((resolve) => smtp.listen(smtpPort, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await removeDovecot(dovecot);
});

/** `NAME PORT TLS CERTIFICATE LOGIN-LOGIN_REFUSED` and so on: the steps that went well, and the one that did not. */
function course(steps: ConnectionTest['imap']): string {
  return steps
    .filter(({ outcome }) => outcome !== 'NOT_REACHED')
    .map(({ step, problem }) => (problem === null ? step : `${step}-${problem}`))
    .join(' ');
}

async function tried(overrides: Parameters<typeof accountInput>[1]): Promise<ConnectionTest> {
  return testConnection(await temporaryStore(), accountInput(dovecot, overrides));
}

const here = (port: number, security: 'TLS' | 'STARTTLS' | 'NONE', host = '127.0.0.1') => ({
  host,
  port,
  security,
});

describe('the connection test', { timeout: 60_000 }, () => {
  it.each(['TLS', 'STARTTLS'] as const)(
    'goes all the way over %s, and lists the folders',
    async (security) => {
      const result = await tried({ imap: dovecot.address(security), caPem: dovecot.caPem });
      expect(course(result.imap)).toBe('NAME PORT TLS CERTIFICATE LOGIN FOLDER');
      expect(result.smtp).toBeNull();
      expect(result.folders).toEqual([{ path: 'INBOX', messages: 0 }]);
    },
  );

  it('says which step failed', async () => {
    const nobody = await freePort();
    const cases: [Parameters<typeof accountInput>[1], string][] = [
      [{ imap: here(993, 'TLS', 'no-existe.invalid') }, 'NAME-UNKNOWN_HOST'],
      [{ imap: here(nobody, 'TLS') }, 'NAME PORT-REFUSED'],
      [{ imap: here(dovecot.port, 'TLS') }, 'NAME PORT TLS-NO_TLS'],
      [{ imap: here(dovecot.tlsPort, 'TLS') }, 'NAME PORT TLS CERTIFICATE-CERTIFICATE_UNTRUSTED'],
      [
        { imap: dovecot.address('TLS'), caPem: dovecot.caPem, password: 'equivocada' },
        'NAME PORT TLS CERTIFICATE LOGIN-LOGIN_REFUSED',
      ],
      [{ password: '' }, 'NAME PORT TLS CERTIFICATE LOGIN-PASSWORD_MISSING'],
      [{ folders: ['No existe'] }, 'NAME PORT TLS CERTIFICATE LOGIN FOLDER-NO_FOLDER'],
      [{ moveTo: 'Tampoco' }, 'NAME PORT TLS CERTIFICATE LOGIN FOLDER-NO_FOLDER'],
    ];
    for (const [overrides, expected] of cases) {
      expect(course((await tried(overrides)).imap)).toBe(expected);
    }
  });

  it('blames no server for an authority that cannot be read', async () => {
    await expect(
      tried({ imap: dovecot.address('TLS'), caPem: 'no es un certificado' }),
    ).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: ['caPem'] },
    });
  });

  it('tells a certificate for another name from an unknown one', async () => {
    const other = await startDovecot({ certificateFor: 'correo.ejemplo.test' });
    onTestFinished(() => removeDovecot(other));
    const result = await tried({ imap: other.address('TLS'), caPem: other.caPem });
    expect(course(result.imap)).toBe('NAME PORT TLS CERTIFICATE-CERTIFICATE_WRONG_HOST');
  });

  it('tells one that is no longer in force', async () => {
    const { key, cert } = await aCertificate([127, 0, 0, 1], '2021-01-01T00:00:00Z');
    const expired = createServer({ key, cert });
    onTestFinished(() => {
      expired.close();
    });
    const port = await freePort();
    await new Promise<void>((resolve) => expired.listen(port, '127.0.0.1', resolve));
    const result = await tried({ imap: here(port, 'TLS'), caPem: cert });
    expect(course(result.imap)).toBe('NAME PORT TLS CERTIFICATE-CERTIFICATE_EXPIRED');
  });

  it('waits for a server that says nothing no longer than its limit, and names the step', async () => {
    const mute = createPlainServer((socket) => socket.on('error', () => undefined));
    onTestFinished(() => {
      mute.close();
    });
    const port = await freePort();
    await new Promise<void>((resolve) => mute.listen(port, '127.0.0.1', resolve));
    const store = await temporaryStore();
    const courses = async (security: 'TLS' | 'STARTTLS' | 'NONE') => {
      const draft = accountInput(dovecot, { imap: here(port, security), smtp: here(port, security) });
      const { imap, smtp: out } = await testConnection(store, draft, 2000);
      return [course(imap), course(out ?? [])];
    };
    const [overTls, overStartTls, plain] = await Promise.all([
      courses('TLS'),
      courses('STARTTLS'),
      courses('NONE'),
    ]);
    for (const said of [overTls, overStartTls]) expect(said).toEqual(Array(2).fill('NAME PORT TLS-TIMEOUT'));
    expect(plain).toEqual(Array(2).fill('NAME PORT TLS CERTIFICATE LOGIN-TIMEOUT'));
  });

  it('tries the way out too', async () => {
    const pinned = { imap: dovecot.address('TLS'), caPem: dovecot.caPem };
    const good = await tried({ ...pinned, smtp: here(smtpPort, 'STARTTLS') });
    expect(course(good.smtp ?? [])).toBe('NAME PORT TLS CERTIFICATE LOGIN');
    const refused = await tried({ ...pinned, smtp: here(smtpPort, 'STARTTLS'), password: 'equivocada' });
    expect(course(refused.smtp ?? [])).toBe('NAME PORT TLS CERTIFICATE LOGIN-LOGIN_REFUSED');
    const unknown = await tried({ smtp: here(smtpPort, 'STARTTLS') });
    expect(course(unknown.smtp ?? [])).toBe('NAME PORT TLS CERTIFICATE-CERTIFICATE_UNTRUSTED');
  });
});
