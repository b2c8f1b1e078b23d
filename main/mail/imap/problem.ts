import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { ConnectionProblem } from '../account-model.ts';

/**
 * Why a mail server could not be used: SOURCE_UNREADABLE with the problem, the server's words in one line, and how
 * many ms it asked to be left alone.
 */
export function connectionFailed(
  problem: ConnectionProblem,
  serverWords: string | null = null,
  cause?: unknown,
  waitMs: number | null = null,
): AppError {
  const words = serverWords?.replaceAll(/\s+/g, ' ').trim().slice(0, 300);
  return new AppError(
    'SOURCE_UNREADABLE',
    { problem, ...(words ? { serverWords: words } : {}), ...(waitMs === null ? {} : { waitMs }) },
    { cause },
  );
}

/** What `connectionFailed` put into an error; null for any other error. */
export function problemOf(error: unknown): {
  readonly problem: ConnectionProblem;
  readonly serverWords: string | null;
  readonly waitMs: number;
} | null {
  if (!(error instanceof AppError)) return null;
  const problem = ConnectionProblem.safeParse(error.details.problem);
  if (!problem.success) return null;
  const { serverWords, waitMs } = error.details;
  return {
    problem: problem.data,
    serverWords: typeof serverWords === 'string' ? serverWords : null,
    waitMs: typeof waitMs === 'number' ? waitMs : 0,
  };
}

/** What imapflow, Node's sockets or OpenSSL threw, as a coded error. */
export function toConnectionError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const facts = factsOf(error);
  return connectionFailed(classify(facts), facts.words, error, facts.waitMs);
}

/** What a certificate that Node does not accept is refused for (the `code` of its TLS error). */
export function certificateProblem(code: string): ConnectionProblem | null {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'CERTIFICATE_EXPIRED';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH')
    return 'CERTIFICATE_WRONG_HOST';
  return UNTRUSTED.test(code) ? 'CERTIFICATE_UNTRUSTED' : null;
}

const UNTRUSTED =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|CRL_\w+|ERROR_IN_\w+)$/;

type Facts = {
  readonly code: string;
  /** IMAP response code, as in `NO [OVERQUOTA] ...`. */
  readonly responseCode: string;
  readonly words: string | null;
  readonly loginFailed: boolean;
  readonly tlsFailed: boolean;
  readonly folderMissing: boolean;
  /** Exchange says how long it wants to be left alone. */
  readonly waitMs: number | null;
};

function factsOf(error: unknown): Facts {
  const fields: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    code: text(fields.code) ?? '',
    responseCode: (text(fields.serverResponseCode) ?? codeIn(fields.response)).toUpperCase(),
    // Only what the server said: our own command may hold names and passwords.
    words: text(fields.responseText) ?? text(fields.reason) ?? text(fields.response),
    loginFailed: fields.authenticationFailed === true,
    tlsFailed: fields.tlsFailed === true,
    folderMissing: fields.mailboxMissing === true,
    waitMs: typeof fields.throttleReset === 'number' ? fields.throttleReset : null,
  };
}

const Answer = z.object({
  attributes: z
    .tuple([z.object({ section: z.tuple([z.object({ value: z.string() })]).rest(z.unknown()) })])
    .rest(z.unknown()),
});

/** The code in the server's answer as imapflow took it apart: for a FETCH it names none itself. */
function codeIn(response: unknown): string {
  return Answer.safeParse(response).data?.attributes[0].section[0].value ?? '';
}

const CODES: Readonly<Record<string, ConnectionProblem>> = {
  ENOTFOUND: 'UNKNOWN_HOST',
  EAI_AGAIN: 'UNKNOWN_HOST',
  ENODATA: 'UNKNOWN_HOST',
  ECONNREFUSED: 'REFUSED',
  EHOSTUNREACH: 'REFUSED',
  ENETUNREACH: 'REFUSED',
  ETIMEDOUT: 'TIMEOUT',
  ETIMEOUT: 'TIMEOUT',
  CONNECT_TIMEOUT: 'TIMEOUT',
  GREETING_TIMEOUT: 'TIMEOUT',
  UPGRADE_TIMEOUT: 'TIMEOUT',
  EPROTO: 'NO_TLS',
  STARTTLS_INJECTION: 'NO_TLS',
  ETHROTTLE: 'THROTTLED',
};

function classify({
  code,
  responseCode,
  words,
  loginFailed,
  tlsFailed,
  folderMissing,
}: Facts): ConnectionProblem {
  const certificate = certificateProblem(code);
  if (certificate !== null) return certificate;
  if (responseCode === 'OVERQUOTA') return 'QUOTA';
  // RFC 5530: these refuse for now; the name and the password may be right.
  if (/^(LIMIT|THROTTLED)$/.test(responseCode)) return 'THROTTLED';
  if (/too many|throttl|rate limit|try again later|backoff time/i.test(words ?? '')) return 'THROTTLED';
  if (responseCode === 'UNAVAILABLE' || responseCode === 'INUSE' || responseCode === 'SERVERBUG')
    return 'OTHER';
  if (loginFailed) return 'LOGIN_REFUSED';
  if (folderMissing || responseCode === 'NONEXISTENT' || responseCode === 'TRYCREATE') return 'NO_FOLDER';
  const known = CODES[code];
  if (known !== undefined) return known;
  if (tlsFailed || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return 'NO_TLS';
  return /^(NoConnection|EConnectionClosed|ClosedAfterConnect\w+|ECONNRESET|EPIPE|StateLogout)$/.test(code)
    ? 'CONNECTION_LOST'
    : 'OTHER';
}
