import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { ConnectionProblem, ServerAddress } from '../account-model.ts';
import type { Credentials } from '../accounts.ts';
import { tlsOptions } from '../imap/connect.ts';
import { isInsecure } from '../imap/location.ts';
import { certificateProblem, problemOf } from '../imap/problem.ts';
import { tidyWords } from './explain.ts';

/** Where answers leave and as whom. Held in memory only while they do. */
export type SmtpAccess = {
  readonly server: ServerAddress;
  readonly credentials: Credentials;
  readonly caPem: string | null;
};

/** How long a silent server is waited for, in ms. The end of DATA may take ten minutes (RFC 5321 4.5.3.2.6). */
export type SmtpPatience = { readonly connectMs: number; readonly silentMs: number };

export const PATIENCE: SmtpPatience = { connectMs: 30_000, silentMs: 600_000 };

type NodemailerError = SMTPConnection.SMTPError;

export type Envelope = { readonly from: string; readonly to: readonly string[] };

/** What the server did with one message. `words` are its own. */
export type SmtpOutcome =
  | {
      readonly kind: 'TAKEN'; // for everybody who is not in `refused`
      readonly refused: readonly { readonly address: string; readonly words: string }[];
      readonly words: string;
    }
  | {
      readonly kind: 'REFUSED'; // nobody gets it from this attempt
      readonly refused: readonly { readonly address: string; readonly words: string }[]; // one by one, if it said so
      readonly words: string;
    }
  | {
      readonly kind: 'CUT';
      readonly words: string;
      /** All of the message was on its way: the server may have taken it without being able to say so. */
      readonly maybeTaken: boolean;
    };

export type SmtpSession = {
  send(envelope: Envelope, mime: Buffer): Promise<SmtpOutcome>;
  /** False once the server or the network has ended it. */
  isOpen(): boolean;
  /** Says goodbye. */
  close(): void;
};

/** A connection or a login that did not come about. Its message is the problem: safe to log. */
export class SmtpFailure extends Error {
  override readonly name = 'SmtpFailure';
  readonly problem: ConnectionProblem | 'ACCOUNT_OFF';
  /** The problem and the server's own words, as `explainDelivery` reads them. */
  readonly words: string;

  constructor(problem: ConnectionProblem | 'ACCOUNT_OFF', words: string, options?: { cause?: unknown }) {
    super(problem, options);
    this.problem = problem;
    this.words = tidyWords(words === '' ? problem : `${problem}: ${words}`);
  }
}

/**
 * Connects, secures the line as asked and never less, and signs in. `signal` hangs up, whatever is under way. Throws
 * SmtpFailure.
 */
export async function openSmtp(
  access: SmtpAccess,
  signal: AbortSignal,
  patience: SmtpPatience = PATIENCE,
): Promise<SmtpSession> {
  const { host, port, security } = access.server;
  if (isInsecure(access.server)) throw new SmtpFailure('INSECURE_REFUSED', '');
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === 'TLS',
    requireTLS: security === 'STARTTLS',
    ignoreTLS: security === 'NONE',
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    dnsTimeout: patience.connectMs,
    socketTimeout: patience.silentMs,
    socketCloseTimeout: 1000,
    tls: tlsOptions(access.server, access.caPem),
  });
  let ended = false;
  connection.on('end', () => {
    ended = true;
  });
  const hungUp = new Promise<never>((_, reject) => {
    const hangUp = (): void => {
      if (connection._socket) connection._socket.destroy(new Error('hung up'));
      reject(new SmtpFailure('CONNECTION_LOST', ''));
    };
    if (signal.aborted) hangUp();
    signal.addEventListener('abort', hangUp, { once: true });
  });
  hungUp.catch(() => undefined); // once the session is open, the message under way tells
  try {
    await Promise.race([connected(connection), hungUp]);
    await Promise.race([signedIn(connection, access.credentials), hungUp]);
  } catch (error) {
    connection.close();
    throw toSmtpFailure(error);
  }
  // From here on every fault reaches the answer that is being sent; between answers it only ends the session.
  connection.on('error', () => {
    ended = true;
  });
  return {
    send: (envelope, mime) => sendOne(connection, envelope, mime),
    isOpen: () => !ended,
    close: () => {
      if (ended) connection.close();
      else connection.quit();
    },
  };
}

function connected(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => {
      connection.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

function signedIn(connection: SMTPConnection, credentials: Credentials): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null): void => {
      connection.off('error', reject);
      if (error === null) resolve();
      else reject(error);
    };
    connection.once('error', reject);
    if ('pass' in credentials) connection.login({ ...credentials }, done);
    else connection.login({ user: credentials.user, oauth2: new XOAuth2({ ...credentials }) }, done);
  });
}

function sendOne(connection: SMTPConnection, envelope: Envelope, mime: Buffer): Promise<SmtpOutcome> {
  return new Promise((resolve) => {
    // Read to its end: every byte and the final dot went towards the server.
    let wholeSent = false;
    const message = Readable.from([mime]);
    message.on('end', () => {
      wholeSent = true;
    });
    connection.send(
      { from: envelope.from, to: [...envelope.to], size: mime.length, use8BitMime: true },
      message,
      (error, info) => {
        if (error === null) {
          resolve({
            kind: 'TAKEN',
            refused: eachRefused(info.rejectedErrors ?? []),
            words: tidyWords(info.response),
          });
          return;
        }
        const answered = error.response !== undefined && error.responseCode !== undefined;
        if (answered && error.code !== 'ECONNECTION') {
          const words = tidyWords(error.response ?? '');
          resolve({ kind: 'REFUSED', refused: eachRefused(error.rejectedErrors ?? []), words });
        } else if (error.code === 'EMESSAGE') {
          resolve({
            kind: 'REFUSED',
            refused: [],
            words: '552 5.3.4 Message size exceeds the limit of the server',
          });
        } else {
          resolve({ kind: 'CUT', words: toSmtpFailure(error).words, maybeTaken: wholeSent && !answered });
        }
      },
    );
  });
}

function eachRefused(errors: readonly NodemailerError[]): { address: string; words: string }[] {
  return errors.map((error) => ({
    address: error.recipient ?? '',
    words: tidyWords(error.response ?? error.message),
  }));
}

const CODES: Readonly<Record<string, ConnectionProblem>> = {
  ENOTFOUND: 'UNKNOWN_HOST',
  EDNS: 'UNKNOWN_HOST',
  ECONNREFUSED: 'REFUSED',
  EHOSTUNREACH: 'REFUSED',
  ENETUNREACH: 'REFUSED',
  ETIMEDOUT: 'TIMEOUT',
  EAUTH: 'LOGIN_REFUSED',
  EPROTO: 'NO_TLS',
  ETLS: 'NO_TLS',
  ECONNRESET: 'CONNECTION_LOST',
  EPIPE: 'CONNECTION_LOST',
  ECONNECTION: 'CONNECTION_LOST',
};

/** What nodemailer threw while there was no message yet, or what our own credentials lack. */
export function toSmtpFailure(error: unknown): SmtpFailure {
  if (error instanceof SmtpFailure) return error;
  const known = problemOf(error);
  if (known !== null) return new SmtpFailure(known.problem, known.serverWords ?? '', { cause: error });
  const { code = '', originalCode = '', response = '', message } = error as NodemailerError;
  const problem = /^4(?:21|50|51|54)\b/u.test(response)
    ? 'THROTTLED'
    : (certificateProblem(originalCode) ??
      (originalCode.startsWith('ERR_SSL') ? 'NO_TLS' : undefined) ??
      CODES[originalCode] ??
      CODES[code] ??
      'OTHER');
  return new SmtpFailure(problem, response === '' ? message : response, { cause: error });
}
