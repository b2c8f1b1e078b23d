import { createServer, type AddressInfo } from 'node:net';
import smpp, { type Pdu, type Session } from 'smpp';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SmppGatewayData } from '../../main/sms/gateway-model.ts';
import { smppGateway } from '../../main/sms/smpp-gateway.ts';
import { aCertificate, type TestCertificate } from '../support/certificate.ts';

const PATIENCE = { timeoutMs: 5_000, tries: 3, pauseMs: 0 };
const TEXT = 'Su contraseña es 048213 {€}';

type Centre = {
  readonly seen: Pdu[];
  readonly port: number;
  /** Each request is answered with these fields; null: the line is cut instead; undefined: no answer at all. */
  answers: Record<string, Readonly<Record<string, unknown>> | null | undefined>;
};

/** A real message centre on this machine. */
async function messageCentre(certificate?: TestCertificate): Promise<Centre> {
  const seen: Pdu[] = [];
  const sessions: Session[] = [];
  const answers: Centre['answers'] = {
    bind_transmitter: {},
    submit_sm: { message_id: 'abc1' },
    query_sm: { message_id: 'abc1', message_state: 2 },
    unbind: {},
  };
  const server = smpp.createServer(certificate ?? {}, (session) => {
    sessions.push(session);
    session.on('error', () => undefined);
    session.on('pdu', (pdu: Pdu) => {
      seen.push(pdu);
      const fields = answers[pdu.command];
      if (fields === null) session.destroy();
      else if (fields !== undefined) session.send(pdu.response({ ...fields }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return { seen, answers, port: (server.address() as AddressInfo).port };
}

function settings(port: number, change: Partial<SmppGatewayData> = {}): SmppGatewayData {
  return {
    kind: 'SMPP',
    server: { host: '127.0.0.1', port, security: 'NONE' },
    systemId: 'zaragoza',
    systemType: '',
    sender: 'SegSocial',
    caPem: null,
    ...change,
  };
}

const commands = (centre: Centre) => centre.seen.map((pdu) => pdu.command);

describe('an SMPP bind', () => {
  test('binds, submits one message in the default alphabet and unbinds', async () => {
    const centre = await messageCentre();
    const sent = await smppGateway(settings(centre.port), 'clave', PATIENCE).send('+34612034567', TEXT);
    expect(sent).toEqual({ accepted: true, id: 'abc1' });
    expect(commands(centre).slice(0, 2)).toEqual(['bind_transmitter', 'submit_sm']);
    expect(centre.seen[0]).toMatchObject({
      system_id: 'zaragoza',
      password: 'clave',
      interface_version: 0x34,
    });
    expect(centre.seen[1]).toMatchObject({
      ...{ source_addr_ton: 5, source_addr_npi: 0, source_addr: 'SegSocial' },
      ...{ dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: '34612034567' },
      ...{ data_coding: 0, short_message: { message: TEXT } },
    });
  });

  test('by TLS to the authority named, and to no other', async () => {
    const certificate = await aCertificate();
    const centre = await messageCentre(certificate);
    const server = { host: '127.0.0.1', port: centre.port, security: 'TLS' } as const;
    const send = (caPem: string | null) =>
      smppGateway(settings(centre.port, { server, caPem }), 'clave', PATIENCE).send('+34612034567', TEXT);
    expect(await send(null)).toEqual({
      accepted: false,
      reason: 'UNTRUSTED',
      maybeSent: false,
      detail: null,
    });
    expect(centre.seen).toEqual([]);
    expect(await send(certificate.cert)).toEqual({ accepted: true, id: 'abc1' });
  });

  test('never in clear to another machine', async () => {
    const server = { host: 'sms.example.es', port: 2775, security: 'NONE' } as const;
    const sent = await smppGateway(settings(0, { server }), 'clave', PATIENCE).send('+34612034567', TEXT);
    expect(sent).toEqual({ accepted: false, reason: 'UNTRUSTED', maybeSent: false, detail: null });
  });

  test('says why it was turned down, and does not insist', async () => {
    const centre = await messageCentre();
    const gateway = smppGateway(settings(centre.port), 'clave', PATIENCE);
    centre.answers.submit_sm = { command_status: smpp.errors.ESME_RINVDSTADR };
    expect(await gateway.send('+34612034567', TEXT)).toEqual({
      ...{ accepted: false, reason: 'REJECTED', maybeSent: false, detail: 'ESME_RINVDSTADR' },
    });
    centre.answers.bind_transmitter = { command_status: smpp.errors.ESME_RINVPASWD };
    expect(await gateway.send('+34612034567', TEXT)).toEqual({
      ...{ accepted: false, reason: 'LOGIN_REFUSED', maybeSent: false, detail: 'ESME_RINVPASWD' },
    });
    expect(commands(centre).filter((command) => command === 'submit_sm')).toHaveLength(1);
  });

  test('a line cut before the message is tried again, one cut after it is not', async () => {
    const centre = await messageCentre();
    const gateway = smppGateway(settings(centre.port), 'clave', PATIENCE);
    centre.answers.bind_transmitter = null;
    expect(await gateway.send('+34612034567', TEXT)).toMatchObject({
      reason: 'UNREACHABLE',
      maybeSent: false,
    });
    expect(commands(centre)).toEqual(Array(3).fill('bind_transmitter'));
    centre.seen.length = 0;
    centre.answers.bind_transmitter = {};
    centre.answers.submit_sm = null;
    expect(await gateway.send('+34612034567', TEXT)).toMatchObject({
      reason: 'UNREACHABLE',
      maybeSent: true,
    });
    expect(commands(centre)).toEqual(['bind_transmitter', 'submit_sm']);
  });

  test('silence may mean sent; bytes that are no SMPP are no answer', async () => {
    const centre = await messageCentre();
    centre.answers.submit_sm = undefined;
    const gateway = smppGateway(settings(centre.port), 'clave', { ...PATIENCE, timeoutMs: 300 });
    expect(await gateway.send('+34612034567', TEXT)).toEqual({
      ...{ accepted: false, reason: 'TIMEOUT', maybeSent: true, detail: null },
    });
    const babbler = createServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    await new Promise<void>((resolve) => babbler.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void babbler.close());
    const { port } = babbler.address() as AddressInfo;
    const sent = await smppGateway(settings(port), 'clave', PATIENCE).send('+34612034567', TEXT);
    expect(sent).toMatchObject({ accepted: false, maybeSent: false });
  });

  test('tells what became of a message', async () => {
    const centre = await messageCentre();
    const { delivery } = smppGateway(settings(centre.port), 'clave', PATIENCE);
    expect(await delivery?.('abc1')).toBe('DELIVERED');
    expect(centre.seen[1]).toMatchObject({
      command: 'query_sm',
      message_id: 'abc1',
      source_addr: 'SegSocial',
    });
    centre.answers.query_sm = { message_state: 5 };
    expect(await delivery?.('abc1')).toBe('FAILED');
    centre.answers.query_sm = { command_status: smpp.errors.ESME_RQUERYFAIL };
    expect(await delivery?.('abc1')).toBe('UNKNOWN');
  });
});
