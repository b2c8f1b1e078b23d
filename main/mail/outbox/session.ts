import type { Store } from '../../store/store.ts';
import { credentialsFor, requireAccount } from '../accounts.ts';
import { openSmtp, PATIENCE, SmtpFailure, type SmtpPatience, type SmtpSession } from './smtp.ts';

/**
 * A session of the account, signed in with what it has; a token that ran out is asked for anew. `signal` hangs up.
 * Throws SmtpFailure.
 */
export async function openSession(
  store: Store,
  accountId: number,
  signal: AbortSignal,
  patience: SmtpPatience = PATIENCE,
): Promise<SmtpSession> {
  const { smtp, active, caPem } = await requireAccount(store, accountId);
  if (smtp === null || !active) throw new SmtpFailure('ACCOUNT_OFF', '');
  const access = { server: smtp, caPem };
  try {
    return await openSmtp(
      { ...access, credentials: await credentialsFor(store, accountId) },
      signal,
      patience,
    );
  } catch (error) {
    // An access token may have run out: a new one is asked for, once. A password is not tried a second time.
    const renewable = error instanceof SmtpFailure && error.problem === 'LOGIN_REFUSED';
    const credentials = renewable ? await credentialsFor(store, accountId, { refused: true }) : null;
    if (credentials === null || 'pass' in credentials) throw error;
    return openSmtp({ ...access, credentials }, signal, patience);
  }
}
