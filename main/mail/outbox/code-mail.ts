import { accountFor, newMessageId } from '../../cases/outgoing.ts';
import type { CodeCarrier } from '../../identity/one-time-code.ts';
import { loadSettings } from '../../settings/settings.ts';
import { refused, type SendResult, type SmsRefusal } from '../../sms/gateway.ts';
import type { SimulatedPhone } from '../../sms/simulator.ts';
import type { Store } from '../../store/store.ts';
import type { ConnectionProblem } from '../account-model.ts';
import { composeMime, NO_THREAD } from './compose.ts';
import { openSession } from './session.ts';
import { toSmtpFailure, type SmtpSession } from './smtp.ts';

const SUBJECT = 'Seguridad Social: su código de un solo uso';

/** A citizen waits at the counter. */
const PATIENCE = { connectMs: 10_000, silentMs: 30_000 };

/**
 * What takes one-time codes to e-mail addresses: the outbox's own account and session, but at once and leaving nothing
 * behind. A letter in the outbox is kept whole, and of a code nothing but its keyed hash may be; one that did not get
 * there is simply sent anew. Null while no account of the office can send. `phone` is the demo's, which then takes it.
 */
export async function openMailCarrier(
  store: Store,
  phone: SimulatedPhone | null,
): Promise<CodeCarrier | null> {
  const account = await accountFor(store.prisma, null);
  if (account === null) return phone;
  const settings = await loadSettings(store);
  return {
    kind: 'SMTP',
    send: async (to, text) => {
      const messageIdHeader = newMessageId(account, settings);
      const mime = await composeMime({
        messageIdHeader,
        date: store.clock.now(),
        from: { name: settings.office.officeName, address: account.address },
        to: [to],
        cc: [],
        subject: SUBJECT,
        text,
        thread: NO_THREAD,
        files: [],
      });
      let session: SmtpSession;
      try {
        session = await openSession(store, account.id, new AbortController().signal, PATIENCE);
      } catch (error) {
        return refused(REFUSALS[toSmtpFailure(error).problem] ?? 'REJECTED', false);
      }
      try {
        return await leave(session, { from: account.address, to }, mime, messageIdHeader);
      } finally {
        session.close();
      }
    },
  };
}

async function leave(
  session: SmtpSession,
  { from, to }: { readonly from: string; readonly to: string },
  mime: Buffer,
  id: string,
): Promise<SendResult> {
  const outcome = await session.send({ from, to: [to] }, mime);
  switch (outcome.kind) {
    case 'TAKEN':
      return outcome.refused.length === 0
        ? { accepted: true, id }
        : refused('REJECTED', false, replyCode(outcome.refused[0]?.words ?? ''));
    case 'REFUSED':
      return refused('REJECTED', false, replyCode(outcome.words));
    case 'CUT':
      return refused('UNREACHABLE', outcome.maybeTaken);
  }
}

/** "SMTP 550 5.1.1": the server's words may repeat the address. */
function replyCode(words: string): string | null {
  const [code] = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/u.exec(words) ?? [];
  return code === undefined ? null : `SMTP ${code.replace('-', ' ')}`;
}

const REFUSALS: Partial<Record<ConnectionProblem | 'ACCOUNT_OFF', SmsRefusal>> = {
  ACCOUNT_OFF: 'NOT_SET_UP',
  UNKNOWN_HOST: 'UNREACHABLE',
  REFUSED: 'UNREACHABLE',
  CONNECTION_LOST: 'UNREACHABLE',
  TIMEOUT: 'TIMEOUT',
  LOGIN_REFUSED: 'LOGIN_REFUSED',
  PASSWORD_MISSING: 'LOGIN_REFUSED',
  TOKEN_COMMAND_FAILED: 'LOGIN_REFUSED',
  NO_TLS: 'UNTRUSTED',
  CERTIFICATE_EXPIRED: 'UNTRUSTED',
  CERTIFICATE_WRONG_HOST: 'UNTRUSTED',
  CERTIFICATE_UNTRUSTED: 'UNTRUSTED',
  INSECURE_REFUSED: 'UNTRUSTED',
};
