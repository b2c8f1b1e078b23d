import smpp, { type Pdu, type Session } from 'smpp';
import { isInsecure } from '../mail/imap/location.ts';
import {
  connectRefusal,
  persistently,
  refused,
  type Patience,
  type SendResult,
  type SmsDelivery,
  type SmsGateway,
} from './gateway.ts';
import type { SmppGatewayData } from './gateway-model.ts';
import { toGsm7 } from './gsm7.ts';

const INTERFACE_VERSION = 0x34;
/** Types of number and numbering plans of SMPP 3.4, sections 5.2.5 and 5.2.6. */
const TON = { INTERNATIONAL: 1, ALPHANUMERIC: 5 } as const;
const NPI = { UNKNOWN: 0, ISDN: 1 } as const;

/** message_state of query_sm_resp, section 5.2.28. */
const STATES: Readonly<Record<number, SmsDelivery>> = {
  1: 'PENDING', // en route
  2: 'DELIVERED',
  3: 'FAILED', // expired
  4: 'FAILED', // deleted
  5: 'FAILED', // undeliverable
  6: 'DELIVERED', // accepted on the subscriber's behalf
  8: 'FAILED', // rejected
};

/**
 * An office's own bind. One bind a message: a desk sends some a day, and a bind kept open would have to be watched.
 * What became of a message is asked for (query_sm), so that no receipt has to be waited for.
 */
export function smppGateway(data: SmppGatewayData, password: string, patience: Patience): SmsGateway {
  const source = /^\+?\d+$/u.test(data.sender)
    ? { ton: TON.INTERNATIONAL, npi: NPI.ISDN, address: data.sender.replace('+', '') }
    : { ton: TON.ALPHANUMERIC, npi: NPI.UNKNOWN, address: data.sender };
  const from = { source_addr_ton: source.ton, source_addr_npi: source.npi, source_addr: source.address };

  async function attempt(to: string, text: string): Promise<SendResult> {
    const septets = toGsm7(text);
    if (septets === null) return refused('REJECTED', false, 'GSM 7-bit');
    const result = await bound(data, password, patience.timeoutMs, (session, answered) =>
      session.submit_sm(
        {
          ...from,
          dest_addr_ton: TON.INTERNATIONAL,
          dest_addr_npi: NPI.ISDN,
          destination_addr: to.replace(/^\+/u, ''),
          data_coding: 0, // the gateway's default alphabet
          short_message: septets,
        },
        answered,
      ),
    );
    if ('failed' in result) return refused(result.failed, result.submitted, result.detail);
    const id = result.answer.message_id;
    return typeof id === 'string' && id !== ''
      ? { accepted: true, id }
      : refused('BAD_ANSWER', true, 'message_id');
  }

  async function delivery(id: string): Promise<SmsDelivery> {
    const result = await bound(data, password, patience.timeoutMs, (session, answered) =>
      session.query_sm({ ...from, message_id: id }, answered),
    );
    if ('failed' in result) return 'UNKNOWN';
    return STATES[Number(result.answer.message_state)] ?? 'UNKNOWN';
  }

  return { kind: 'SMPP', send: (to, text) => persistently(patience, () => attempt(to, text)), delivery };
}

type Outcome =
  | { readonly answer: Pdu }
  | {
      readonly failed: 'UNREACHABLE' | 'UNTRUSTED' | 'TIMEOUT' | 'LOGIN_REFUSED' | 'REJECTED';
      /** The request had left when it failed. */
      readonly submitted: boolean;
      readonly detail: string | null;
    };

/** Connects, binds, puts one request and unbinds; never throws, and always leaves the line closed. */
function bound(
  { server, systemId, systemType, caPem }: SmppGatewayData,
  password: string,
  timeoutMs: number,
  submit: (session: Session, answered: (pdu: Pdu) => void) => boolean,
): Promise<Outcome> {
  if (isInsecure(server)) return Promise.resolve({ failed: 'UNTRUSTED', submitted: false, detail: null });
  return new Promise((resolve) => {
    let connected = false;
    let submitted = false;
    const failed = (reason: Exclude<Outcome, { answer: Pdu }>['failed'], detail: string | null = null) => {
      clearTimeout(timer);
      resolve({ failed: reason, submitted, detail });
      session.destroy();
    };
    const timer = setTimeout(() => failed('TIMEOUT'), timeoutMs);
    const session = smpp.connect(
      {
        host: server.host,
        port: server.port,
        tls: server.security === 'TLS',
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        ...(caPem === null ? {} : { ca: [caPem] }),
      },
      () => {
        connected = true;
        session.bind_transmitter(
          { system_id: systemId, password, system_type: systemType, interface_version: INTERFACE_VERSION },
          (binding) => {
            if (binding.command_status !== 0) {
              failed('LOGIN_REFUSED', statusName(binding.command_status));
              return;
            }
            submitted = submit(session, (answer) => {
              if (answer.command_status === 0) {
                clearTimeout(timer);
                resolve({ answer });
                session.unbind();
                session.close();
                return;
              }
              submitted = false; // it was read and turned down
              failed('REJECTED', statusName(answer.command_status));
            });
          },
        );
      },
    );
    session.on('error', (error: unknown) => failed(connected ? 'UNREACHABLE' : connectRefusal(error)));
    session.on('close', () => failed('UNREACHABLE'));
  });
}

function statusName(status: number): string {
  return Object.entries(smpp.errors).find(([, code]) => code === status)?.[0] ?? String(status);
}
