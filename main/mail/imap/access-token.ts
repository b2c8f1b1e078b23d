import { execFile } from 'node:child_process';
import { z } from 'zod';
import type { Store } from '../../store/store.ts';
import { connectionFailed } from './problem.ts';

/** How long the token command may take, in ms. */
const COMMAND_LIMIT_MS = 30_000;
/** A token that says nothing of its end is used this long; one that does is renewed this long before. */
const UNKNOWN_LIFE_MS = 10 * 60_000;
const RENEW_BEFORE_MS = 2 * 60_000;

type Token = { readonly token: string; readonly useUntil: number };

/** Tokens live in memory only, per open store and account. */
const tokens = new WeakMap<Store, Map<number, Token>>();

/**
 * A valid OAuth2 access token from the account's command: the one in hand while it lasts, else a new one. The command
 * prints either the bare token or JSON with `access_token` and `expires_in` (seconds), as token endpoints answer (RFC
 * 6749, 5.1). It is started without a shell; nothing it prints is logged. Throws the problem TOKEN_COMMAND_FAILED.
 */
export async function accessToken(store: Store, accountId: number | null, command: string): Promise<string> {
  const now = store.clock.now().getTime();
  const own = tokens.get(store) ?? new Map<number, Token>();
  tokens.set(store, own);
  const held = accountId === null ? undefined : own.get(accountId);
  if (held !== undefined && now < held.useUntil) return held.token;
  const { token, seconds } = readAnswer(await run(command));
  const useUntil = now + (seconds === null ? UNKNOWN_LIFE_MS : seconds * 1000 - RENEW_BEFORE_MS);
  if (accountId !== null) own.set(accountId, { token, useUntil });
  return token;
}

/** The account changed, or the server refused its token. */
export function forgetAccessToken(store: Store, accountId: number): void {
  tokens.get(store)?.delete(accountId);
}

/** Program and arguments; double quotes hold together what has spaces. */
export function splitCommand(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

function run(command: string): Promise<string> {
  const [program, ...args] = splitCommand(command);
  if (program === undefined) throw connectionFailed('TOKEN_COMMAND_FAILED');
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      {
        timeout: COMMAND_LIMIT_MS,
        killSignal: 'SIGKILL',
        maxBuffer: 256 * 1024,
        windowsHide: true,
        shell: false,
      },
      // The error quotes the command and what it wrote: it goes no further.
      (error, stdout) =>
        error === null ? resolve(stdout) : reject(connectionFailed('TOKEN_COMMAND_FAILED')),
    );
  });
}

const JsonAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().optional() });

function readAnswer(output: string): { readonly token: string; readonly seconds: number | null } {
  const text = output.trim();
  if (text.startsWith('{')) {
    const answer = JsonAnswer.safeParse(parseJson(text));
    if (!answer.success) throw connectionFailed('TOKEN_COMMAND_FAILED');
    return { token: answer.data.access_token, seconds: answer.data.expires_in ?? null };
  }
  // RFC 6750, 2.1: a token has no spaces, so anything else is a message of the command's.
  if (!/^[\w\-.~+/]+=*$/.test(text)) throw connectionFailed('TOKEN_COMMAND_FAILED');
  return { token: text, seconds: null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
