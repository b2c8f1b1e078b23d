import { expect, it } from 'vitest';
import { problemOf, toConnectionError } from '../../../main/mail/imap/problem.ts';
import { nextAttempt } from '../../../main/mail/imap/watch-policy.ts';

it('a server that says for how long it wants to be left alone is left alone, up to half an hour', () => {
  // As imapflow reports "BAD Request is throttled. Suggested Backoff Time: 299958 milliseconds".
  const said = (milliseconds: number) => ({
    code: 'ETHROTTLE',
    responseText: `Request is throttled. Suggested Backoff Time: ${milliseconds} milliseconds`,
    throttleReset: milliseconds,
  });
  const next = (error: unknown) => {
    const why = problemOf(toConnectionError(error));
    return nextAttempt(why?.problem ?? null, 1, 0.5, why?.waitMs ?? 0);
  };
  expect(next(said(299_958))).toEqual({ state: 'OFFLINE', inMs: 299_958 });
  expect(next(said(5_000))).toEqual({ state: 'OFFLINE', inMs: 120_000 });
  expect(next(said(86_400_000))).toEqual({ state: 'OFFLINE', inMs: 1_800_000 });
});

it('a login that is refused for now is not one that is refused', () => {
  const login = { authenticationFailed: true, responseText: 'Temporary authentication failure' };
  expect(problemOf(toConnectionError({ ...login, serverResponseCode: 'UNAVAILABLE' }))?.problem).toBe(
    'OTHER',
  );
  expect(problemOf(toConnectionError({ ...login, serverResponseCode: 'THROTTLED' }))?.problem).toBe(
    'THROTTLED',
  );
  expect(problemOf(toConnectionError(login))?.problem).toBe('LOGIN_REFUSED');
});
