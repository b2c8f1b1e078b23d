import { lookup } from 'node:dns/promises';
import net from 'node:net';
import tls from 'node:tls';
import type { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { AppError } from '../../errors.ts';
import { isAuthority } from '../../settings/certificates.ts';
import type { Store } from '../../store/store.ts';
import {
  ConnectionStep,
  type ConnectionProblem,
  type ConnectionTest,
  type MailAccountData,
  type ServerAddress,
  type StepResult,
} from '../account-model.ts';
import { credentialsOf, type Credentials } from '../accounts.ts';
import { closeQuietly, connectImap, tlsOptions } from './connect.ts';
import { isInsecure, normalFolder } from './location.ts';
import { certificateProblem, connectionFailed, problemOf, toConnectionError } from './problem.ts';
import { PATIENCE } from './timers.ts';

/** How long a server may be silent in one step, in ms. */
const STEP_LIMIT_MS = 15_000;

export type AccountDraft = MailAccountData & { readonly id: number | null; readonly password: string | null };

/**
 * Tries a draft step by step without saving anything: first what the library's error would not tell apart (name,
 * port, encryption, certificate), then login and folders. A failed step is an answer, not an error. Throws INVALID_INPUT
 * with the field for an authority that cannot be read: the server would be blamed for it.
 */
export async function testConnection(
  store: Store,
  draft: AccountDraft,
  limitMs = STEP_LIMIT_MS,
): Promise<ConnectionTest> {
  if (draft.caPem !== null && !isAuthority(draft.caPem)) {
    throw new AppError('INVALID_INPUT', { fields: ['caPem'] });
  }
  const credentials = () => credentialsOf(store, draft, draft.password);
  let folders: ConnectionTest['folders'] = [];
  const imap = await inOrder({
    ...reachSteps(draft.imap, draft.caPem, IMAP_STARTTLS, limitMs),
    LOGIN: async () => {
      closeQuietly(await signedIn(draft, await credentials(), limitMs));
    },
    FOLDER: async () => {
      await tryFolders(draft, await signedIn(draft, await credentials(), limitMs), (found) => {
        folders = found;
      });
    },
  });
  const { smtp } = draft;
  if (smtp === null) return { imap, smtp: null, folders };
  const outgoing = await inOrder({
    ...reachSteps(smtp, draft.caPem, SMTP_STARTTLS, limitMs),
    LOGIN: async () => tryLogin(smtp, draft.caPem, await credentials(), limitMs),
  });
  return { imap, smtp: outgoing, folders };
}

type Steps = { readonly [S in ConnectionStep]?: () => Promise<void> };

async function inOrder(steps: Steps): Promise<StepResult[]> {
  const results: StepResult[] = [];
  let failed = false;
  for (const step of ConnectionStep.options) {
    const attempt = steps[step];
    if (attempt === undefined) continue;
    if (failed) {
      results.push({ step, outcome: 'NOT_REACHED', problem: null, serverWords: null });
      continue;
    }
    try {
      await attempt();
      results.push({ step, outcome: 'OK', problem: null, serverWords: null });
    } catch (error) {
      failed = true;
      const why = problemOf(toConnectionError(error));
      results.push({
        step,
        outcome: 'FAILED',
        problem: why?.problem ?? 'OTHER',
        serverWords: why?.serverWords ?? null,
      });
    }
  }
  return results;
}

/** What a client says in plain text to begin encryption, and how the server agrees. */
type StartTls = { readonly lines: readonly { readonly say: string | null; readonly expect: RegExp }[] };

const IMAP_STARTTLS: StartTls = {
  lines: [
    { say: null, expect: /^\* OK.*\r\n/is },
    { say: 'a STARTTLS\r\n', expect: /^a OK.*\r\n/im },
  ],
};
const SMTP_STARTTLS: StartTls = {
  lines: [
    { say: null, expect: /^220[ ].*\r\n/im },
    { say: 'EHLO estafeta.invalid\r\n', expect: /^250[ ].*\r\n/im },
    { say: 'STARTTLS\r\n', expect: /^220[ ].*\r\n/im },
  ],
};

/** NAME, PORT, TLS and CERTIFICATE, each with a connection of its own. */
function reachSteps(server: ServerAddress, caPem: string | null, startTls: StartTls, limitMs: number): Steps {
  return {
    NAME: async () => {
      await lookup(server.host);
    },
    PORT: async () => {
      (await connectTcp(server, limitMs)).destroy();
    },
    TLS: async () => {
      if (isInsecure(server)) throw connectionFailed('INSECURE_REFUSED');
      if (server.security !== 'NONE') (await connectTls(server, caPem, startTls, limitMs)).destroy();
    },
    CERTIFICATE: async () => {
      if (server.security === 'NONE') return;
      const socket = await connectTls(server, caPem, startTls, limitMs);
      // Node gives the code as a string, whatever the type says.
      const refusal = String(socket.authorizationError);
      socket.destroy();
      if (socket.authorized) return;
      throw connectionFailed(certificateProblem(refusal) ?? 'CERTIFICATE_UNTRUSTED', refusal);
    },
  };
}

async function connectTcp({ host, port }: ServerAddress, limitMs: number): Promise<net.Socket> {
  const socket = net.connect({ host, port, timeout: limitMs });
  await settled(socket, 'connect');
  return socket;
}

/** Encrypted, whatever the certificate is worth: that is the next step. */
async function connectTls(
  server: ServerAddress,
  caPem: string | null,
  startTls: StartTls,
  limitMs: number,
): Promise<tls.TLSSocket> {
  const plain = await connectTcp(server, limitMs);
  try {
    if (server.security === 'STARTTLS') await negotiate(plain, startTls);
    const secure = tls.connect({
      ...tlsOptions(server, caPem),
      socket: plain,
      host: server.host,
      rejectUnauthorized: false,
    });
    secure.setTimeout(limitMs);
    await settled(secure, 'secureConnect');
    return secure;
  } catch (error) {
    plain.destroy();
    const found = toConnectionError(error);
    // It listens, but what it says is not TLS.
    throw problemOf(found)?.problem === 'TIMEOUT' ? found : connectionFailed('NO_TLS', null, error);
  }
}

async function negotiate(socket: net.Socket, { lines }: StartTls): Promise<void> {
  for (const { say, expect } of lines) {
    if (say !== null) socket.write(say);
    let heard = '';
    while (!expect.test(heard)) {
      const [chunk] = (await settled(socket, 'data')) as [Buffer];
      heard += chunk.toString('latin1');
      if (heard.length > 16_384 || /^(a (NO|BAD)|[45]\d\d )/im.test(heard)) {
        throw connectionFailed('NO_TLS', heard.split('\n')[0] ?? null);
      }
    }
  }
}

/** The event's arguments; rejects when the socket fails, closes or is silent for too long. */
function settled(socket: net.Socket, event: 'connect' | 'secureConnect' | 'data'): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const done = (...args: unknown[]) => {
      end();
      resolve(args);
    };
    const failed = (problem: ConnectionProblem) => () => {
      end();
      socket.destroy();
      reject(connectionFailed(problem));
    };
    const lost = failed('CONNECTION_LOST');
    const late = failed('TIMEOUT');
    const broken = (error: Error) => {
      end();
      reject(error);
    };
    const end = () => {
      socket.off(event, done).off('close', lost).off('timeout', late).off('error', broken);
      // What fails after this has been told already.
      socket.on('error', () => undefined);
    };
    socket.once(event, done).once('close', lost).once('timeout', late).once('error', broken);
  });
}

function signedIn(draft: AccountDraft, credentials: Credentials, limitMs: number): Promise<ImapFlow> {
  const patience = { ...PATIENCE, connectMs: limitMs, silentMs: limitMs };
  return connectImap(draft.imap, draft.caPem, credentials, { patience });
}

/** Tells what the server has before it looks for what the draft names: where that is missing, one can be chosen. */
async function tryFolders(
  draft: AccountDraft,
  client: ImapFlow,
  found: (folders: ConnectionTest['folders']) => void,
): Promise<void> {
  try {
    const listed = await client.list({ statusQuery: { messages: true } });
    found(listed.map(({ path, status }) => ({ path, messages: status?.messages ?? null })));
    const needed = [...draft.folders, draft.moveTo, draft.sentFolder].flatMap((folder) => folder ?? []);
    for (const folder of needed.map(normalFolder)) {
      if (!listed.some(({ path }) => normalFolder(path) === folder))
        throw connectionFailed('NO_FOLDER', folder);
    }
    for (const folder of draft.folders) await client.mailboxOpen(folder, { readOnly: true });
  } finally {
    closeQuietly(client);
  }
}

async function tryLogin(
  server: ServerAddress,
  caPem: string | null,
  credentials: Credentials,
  limitMs: number,
): Promise<void> {
  const { host, port, security } = server;
  const transport = createTransport({
    host,
    port,
    secure: security === 'TLS',
    requireTLS: security === 'STARTTLS',
    ignoreTLS: security === 'NONE',
    tls: tlsOptions(server, caPem),
    auth: 'pass' in credentials ? credentials : { type: 'OAuth2', ...credentials },
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
  });
  try {
    await transport.verify();
  } catch (error) {
    const refused = error instanceof Error && 'code' in error && error.code === 'EAUTH';
    const words =
      error instanceof Error && 'response' in error && typeof error.response === 'string'
        ? error.response
        : null;
    throw refused ? connectionFailed('LOGIN_REFUSED', words, error) : toConnectionError(error);
  } finally {
    transport.close();
  }
}
