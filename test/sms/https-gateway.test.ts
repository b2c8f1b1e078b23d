import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { httpsGateway } from '../../main/sms/https-gateway.ts';
import type { HttpsGatewayData } from '../../main/sms/gateway-model.ts';
import { templateProblems } from '../../main/sms/http-template.ts';
import { aCertificate } from '../support/certificate.ts';

const PATIENCE = { timeoutMs: 5_000, tries: 3, pauseMs: 0 };
const TEXT = 'con "comillas", \\ y {{secreto}}\nen dos líneas';

const certificate = await aCertificate();

type Seen = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
};

/** A real gateway on this machine; `answer` says how it answers. */
async function gatewayServer(answer: (response: ServerResponse, seen: Seen) => void, own = certificate) {
  const seen: Seen[] = [];
  const server = createServer({ key: own.key, cert: own.cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { seen, server, origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function settings(origin: string, change: Partial<HttpsGatewayData> = {}): HttpsGatewayData {
  return {
    kind: 'HTTPS',
    url: `${origin}/sms`,
    headers: 'Authorization: Bearer {{secreto}}\nX-Oficina: 50',
    body: '{"to":"{{destino}}","msisdn":"{{destino_sin_mas}}","parts":[{"text":"{{texto}}"}],"priority":1}',
    idField: 'messages.0.id',
    status: null,
    caPem: certificate.cert,
    ...change,
  };
}

const json = (status: number, value: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
};

describe('an HTTPS gateway', () => {
  test('gets the message as its template says, and its id comes back', async () => {
    const { seen, origin } = await gatewayServer(json(202, { messages: [{ id: 981 }] }));
    const sent = await httpsGateway(settings(origin), 's3creto', PATIENCE).send('+34612034567', TEXT);
    expect(sent).toEqual({ accepted: true, id: '981' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/sms' });
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer s3creto', 'x-oficina': '50' });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      to: '+34612034567',
      msisdn: '34612034567',
      parts: [{ text: TEXT }],
      priority: 1,
    });
  });

  test.each([
    [401, 'LOGIN_REFUSED', false],
    [422, 'REJECTED', false],
    [429, 'REJECTED', false],
    [302, 'REJECTED', false],
    [503, 'REJECTED', true],
    [200, 'BAD_ANSWER', true],
  ] as const)('HTTP %i is %s, and is not tried again', async (status, reason, maybeSent) => {
    const { seen, origin } = await gatewayServer((response) => {
      response.writeHead(status, { location: '/otro' }).end('{"to":"+34612034567"}');
    });
    const sent = await httpsGateway(settings(origin), 'x', PATIENCE).send('+34612034567', 'hola');
    expect(sent).toEqual({ accepted: false, reason, maybeSent, detail: `HTTP ${status}` });
    expect(seen).toHaveLength(1);
  });

  test('a certificate nobody vouches for gets nothing, not even the line', async () => {
    const { seen, origin } = await gatewayServer(json(200, { messages: [{ id: 'a' }] }));
    for (const caPem of [null, (await aCertificate()).cert]) {
      const sent = await httpsGateway(settings(origin, { caPem }), 'x', PATIENCE).send(
        '+34612034567',
        'hola',
      );
      expect(sent).toEqual({ accepted: false, reason: 'UNTRUSTED', maybeSent: false, detail: null });
    }
    expect(seen).toEqual([]);
  });

  test('a certificate for another address is refused as well', async () => {
    const other = await aCertificate([127, 0, 0, 2]);
    const { origin } = await gatewayServer(json(200, {}), other);
    const sent = await httpsGateway(settings(origin, { caPem: other.cert }), 'x', PATIENCE).send(
      '+34612034567',
      'hola',
    );
    expect(sent).toMatchObject({ accepted: false, reason: 'UNTRUSTED' });
  });

  test('is tried again only while the line does not stand', async () => {
    const { seen, server, origin } = await gatewayServer((response) => response.destroy());
    const broken = await httpsGateway(settings(origin), 'x', PATIENCE).send('+34612034567', 'hola');
    expect(broken).toEqual({ accepted: false, reason: 'UNREACHABLE', maybeSent: true, detail: null });
    expect(seen).toHaveLength(1);

    await new Promise((resolve) => server.close(resolve));
    const closed = await httpsGateway(settings(origin), 'x', PATIENCE).send('+34612034567', 'hola');
    expect(closed).toEqual({ accepted: false, reason: 'UNREACHABLE', maybeSent: false, detail: null });
  });

  test('that does not answer may have sent it', async () => {
    const { origin } = await gatewayServer(() => undefined);
    const sent = await httpsGateway(settings(origin), 'x', { ...PATIENCE, timeoutMs: 300 }).send(
      '+34612034567',
      'hola',
    );
    expect(sent).toEqual({ accepted: false, reason: 'TIMEOUT', maybeSent: true, detail: null });
  });

  test('an answer without an end is none', async () => {
    const { origin } = await gatewayServer((response) => {
      response.writeHead(200);
      response.end(Buffer.alloc(1_000_000, ' '));
    });
    const sent = await httpsGateway(settings(origin), 'x', PATIENCE).send('+34612034567', 'hola');
    expect(sent).toMatchObject({ accepted: false, reason: 'BAD_ANSWER', maybeSent: true });
  });

  test('tells what became of a message, where it does', async () => {
    const words: Readonly<Record<string, string>> = { a: 'Entregado', b: 'EXPIRED', c: 'en camino' };
    const { seen, origin } = await gatewayServer((response, { path }) => {
      json(200, { state: words[path.at(-1) ?? ''] })(response);
    });
    const status = {
      url: `${origin}/sms/{{id}}`,
      field: 'state',
      delivered: 'delivered, entregado',
      failed: 'expired,failed',
    };
    const { delivery } = httpsGateway(settings(origin, { status }), 'x', PATIENCE);
    const found = [];
    for (const id of ['../a', 'b', 'c', 'd']) found.push(await delivery?.(id));
    expect(found).toEqual(['DELIVERED', 'FAILED', 'PENDING', 'UNKNOWN']);
    expect(seen[0]).toMatchObject({
      method: 'GET',
      path: '/sms/..%2Fa',
      headers: { authorization: 'Bearer x' },
    });
    expect(httpsGateway(settings(origin), 'x', PATIENCE).delivery).toBeNull();
  });
});

describe('a template', () => {
  const good = settings('https://sms.example.es');

  test('that works has no problems', () => {
    const status = { url: 'https://sms.example.es/{{id}}', field: 's', delivered: 'ok', failed: '' };
    expect(templateProblems({ ...good, status })).toEqual([]);
  });

  test.each<[string, Partial<HttpsGatewayData>, string]>([
    ['no JSON', { body: '{"to":"{{destino}}","text":{{texto}}}' }, 'body'],
    ['no text', { body: '{"to":"{{destino}}"}' }, 'body'],
    ['no number', { body: '{"text":"{{texto}}"}' }, 'body'],
    ['an unknown placeholder', { body: '{"to":"{{destino}}","text":"{{texto}} {{codigo}}"}' }, 'body'],
    ['a header without a colon', { headers: 'Authorization' }, 'headers'],
    ['a header with the number', { headers: 'X-To: {{destino}}' }, 'headers'],
    [
      'a status elsewhere',
      { status: { url: 'https://otra.example.es/{{id}}', field: 's', delivered: '', failed: '' } },
      'status.url',
    ],
    [
      'a status without the id',
      { status: { url: 'https://sms.example.es/', field: 's', delivered: '', failed: '' } },
      'status.url',
    ],
  ])('%s is told', (_name, change, field) => {
    expect(templateProblems({ ...good, ...change })).toEqual([field]);
  });
});
