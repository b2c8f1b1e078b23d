import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import type { ServerAddress } from '../../main/mail/account-model.ts';

export const MAIL_PASSWORD = 'buzón-de-prueba';

export type DovecotOptions = {
  /** More lines for dovecot.conf. */
  readonly extra?: string;
  /** Host name in the certificate. */
  readonly certificateFor?: string;
};

/** A real IMAP server with one Maildir per user name; whoever knows MAIL_PASSWORD may enter, under any name. */
export type Dovecot = {
  readonly folder: string;
  /** With STARTTLS too. */
  readonly port: number;
  readonly tlsPort: number;
  /** The self-signed certificate. */
  readonly caPem: string;
  address(security: ServerAddress['security']): ServerAddress;
  maildir(user: string): string;
  /** A signed-in client of the tests' own, to act as another program at the same mailbox. */
  client(user: string): Promise<ImapFlow>;
  /** Stores messages as a delivery does; answers nothing until they are there. */
  deliver(
    user: string,
    messages: readonly (string | Buffer)[],
    options?: { folder?: string; date?: Date },
  ): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
};

/**
 * Starts Debian's Dovecot on free ports with a configuration of its own. Needs root (it drops to nobody itself).
 * Whoever starts it stops it, in `afterAll`.
 */
export async function startDovecot({
  extra = '',
  certificateFor = 'localhost',
}: DovecotOptions = {}): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'estafeta-dovecot-'));
  execFileSync('chmod', ['755', folder]);
  const [port, tlsPort] = [await freePort(), await freePort()];
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  execFileSync('chown', ['nobody:nogroup', mail]);
  makeCertificate(folder, certificateFor);
  const config = join(folder, 'dovecot.conf');
  writeFileSync(config, configuration(folder, port, tlsPort, extra));
  let server: ChildProcess | null = null;

  const dovecot: Dovecot = {
    folder,
    port,
    tlsPort,
    caPem: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    address: (security) => ({ host: '127.0.0.1', port: security === 'TLS' ? tlsPort : port, security }),
    maildir: (user) => join(mail, user),
    async client(user) {
      const client = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user, pass: MAIL_PASSWORD },
        logger: false,
        disableAutoIdle: true,
      });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    async deliver(user, messages, { folder: name = 'INBOX', date } = {}) {
      const client = await dovecot.client(user);
      try {
        for (const message of messages) await client.append(name, Buffer.from(message), [], date);
      } finally {
        client.close();
      }
    },
    async start() {
      server = spawn('dovecot', ['-F', '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
      let said = '';
      server.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      const ended = new Promise<never>((_, reject) => {
        server?.once('error', reject);
        server?.once('exit', (code) => reject(new Error(`dovecot ended with ${String(code)}: ${said}`)));
      });
      ended.catch(() => undefined);
      await Promise.race([listening(port), ended]);
      await Promise.race([listening(tlsPort), ended]);
    },
    async stop() {
      if (server === null || server.exitCode !== null || server.signalCode !== null) return;
      const exit = new Promise((resolve) => server?.once('exit', resolve));
      // The master takes its children with it.
      server.kill('SIGTERM');
      await exit;
      server = null;
    },
  };
  await dovecot.start();
  return dovecot;
}

/** Stops it and removes its folder. */
export async function removeDovecot(dovecot: Dovecot | undefined): Promise<void> {
  if (dovecot === undefined) return;
  await dovecot.stop();
  rmSync(dovecot.folder, { recursive: true, force: true, maxRetries: 5 });
}

function configuration(folder: string, port: number, tlsPort: number, extra: string): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
mail_location = maildir:${folder}/mail/%u
mail_fsync = never
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
first_valid_uid = 1
mail_max_userip_connections = 100
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
auth_failure_delay = 0
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
# Without it every login waits for seconds after a refused one from the same address: here, from any test.
service anvil {
  chroot =
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password=${MAIL_PASSWORD}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
}
${extra}
`;
}

/** A self-signed certificate for the name and for 127.0.0.1. */
function makeCertificate(folder: string, name: string): void {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
      ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem'), '-subj', `/CN=${name}`],
      ...['-addext', `subjectAltName=DNS:${name}${name === 'localhost' ? ',IP:127.0.0.1' : ''}`],
    ],
    { stdio: 'ignore' },
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() =>
        typeof bound === 'object' && bound !== null ? resolve(bound.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Until somebody listens there. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const there = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
