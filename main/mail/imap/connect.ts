import type { ConnectionOptions } from 'node:tls';
import { ImapFlow } from 'imapflow';
import { APP_VERSION } from '../../version.ts';
import type { ServerAddress } from '../account-model.ts';
import type { Credentials } from '../accounts.ts';
import { isInsecure } from './location.ts';
import { connectionFailed, toConnectionError } from './problem.ts';
import { PATIENCE, type ImapPatience } from './timers.ts';

/** A literal larger than this is never one of ours: bigger messages are read in pieces. */
export const LITERAL_LIMIT_BYTES = 40 * 1024 * 1024;
/** A line without a literal: the numbers of half a million messages. */
const LINE_LIMIT_BYTES = 8 * 1024 * 1024;

/** The certificates to trust: the account's own authority and no other, or the usual ones. */
export function tlsOptions({ host }: ServerAddress, caPem: string | null): ConnectionOptions {
  return {
    ...(caPem === null ? {} : { ca: [caPem] }),
    ...(/[:]|^[\d.]+$/.test(host) ? {} : { servername: host }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
  };
}

/** A signed-in connection. Throws SOURCE_UNREADABLE with the problem. Nothing of it is logged anywhere. */
export async function connectImap(
  server: ServerAddress,
  caPem: string | null,
  credentials: Credentials,
  { signal, patience = PATIENCE }: { readonly signal?: AbortSignal; readonly patience?: ImapPatience } = {},
): Promise<ImapFlow> {
  if (isInsecure(server)) throw connectionFailed('INSECURE_REFUSED');
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === 'TLS',
    doSTARTTLS: server.security === 'STARTTLS',
    tls: tlsOptions(server, caPem),
    auth: credentials,
    clientInfo: { name: 'Estafeta', version: APP_VERSION },
    logger: false,
    disableAutoIdle: true,
    // Nothing that changes what FETCH answers, and no decompressing of what a stranger sends.
    disableAutoEnable: true,
    disableBinary: true,
    disableCompression: true,
    maxLiteralSize: LITERAL_LIMIT_BYTES,
    maxLineLength: LINE_LIMIT_BYTES,
    maxResponseSize: LITERAL_LIMIT_BYTES + LINE_LIMIT_BYTES,
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    socketTimeout: patience.silentMs,
    maxIdleTime: patience.idleMs,
  });
  // A command that is under way rejects by itself; without a listener the same error would end the process.
  client.on('error', () => undefined);
  const close = () => client.close();
  signal?.addEventListener('abort', close);
  try {
    signal?.throwIfAborted();
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw toConnectionError(error);
  } finally {
    signal?.removeEventListener('abort', close);
  }
}

/** Ends the connection without waiting for the server's goodbye. */
export function closeQuietly(client: ImapFlow): void {
  client.close();
}
