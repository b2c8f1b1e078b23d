import { request } from 'node:https';
import {
  connectRefusal,
  persistently,
  refused,
  type Patience,
  type SendResult,
  type SmsDelivery,
  type SmsGateway,
} from './gateway.ts';
import type { HttpsGatewayData } from './gateway-model.ts';
import { fill, fillHeaders, fillJson, valueAt } from './http-template.ts';

/** No gateway's answer is larger; one that is larger is none. */
const ANSWER_LIMIT_BYTES = 65_536;

/**
 * A gateway that takes JSON by HTTPS. Its certificate is verified, no redirection is followed, and a message is only
 * tried again where the line did not stand yet.
 */
export function httpsGateway(data: HttpsGatewayData, secret: string, patience: Patience): SmsGateway {
  const { url, headers, body, idField, status, caPem } = data;
  const call = { headers: fillHeaders(headers, { secreto: secret }), caPem, timeoutMs: patience.timeoutMs };

  async function attempt(to: string, text: string): Promise<SendResult> {
    const values = { destino: to, destino_sin_mas: to.replace(/^\+/u, ''), texto: text, secreto: secret };
    const answer = await exchange(url, { ...call, body: fillJson(body, values) });
    if ('failed' in answer) return refused(answer.failed, answer.connected);
    const detail = `HTTP ${answer.status}`;
    if (answer.status === 401 || answer.status === 403) return refused('LOGIN_REFUSED', false, detail);
    // After 5xx nobody knows how far it came.
    if (answer.status < 200 || answer.status > 299) return refused('REJECTED', answer.status >= 500, detail);
    const id = valueAt(answer.json, idField);
    return id === null ? refused('BAD_ANSWER', true, detail) : { accepted: true, id };
  }

  async function delivery(id: string): Promise<SmsDelivery> {
    if (status === null) return 'UNKNOWN';
    const answer = await exchange(fill(status.url, { id: encodeURIComponent(id) }), { ...call, body: null });
    if ('failed' in answer || answer.status !== 200) return 'UNKNOWN';
    const word = valueAt(answer.json, status.field)?.toLowerCase() ?? null;
    if (word === null) return 'UNKNOWN';
    if (wordsOf(status.delivered).includes(word)) return 'DELIVERED';
    return wordsOf(status.failed).includes(word) ? 'FAILED' : 'PENDING';
  }

  return {
    kind: 'HTTPS',
    send: (to, text) => persistently(patience, () => attempt(to, text)),
    delivery: status === null ? null : delivery,
  };
}

function wordsOf(list: string): string[] {
  return list
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
}

type Call = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null; // null: GET
  readonly caPem: string | null;
  readonly timeoutMs: number;
};

type Answer =
  | { readonly status: number; readonly json: unknown }
  | { readonly failed: 'UNREACHABLE' | 'UNTRUSTED' | 'TIMEOUT'; readonly connected: boolean };

/** One request on a line of its own. `connected`: the line stood, so the request may have been read. */
function exchange(url: string, { headers, body, caPem, timeoutMs }: Call): Promise<Answer> {
  return new Promise((resolve) => {
    let connected = false;
    const signal = AbortSignal.timeout(timeoutMs);
    const fail = (error: unknown) => {
      const failed = signal.aborted ? 'TIMEOUT' : connected ? 'UNREACHABLE' : connectRefusal(error);
      resolve({ failed, connected });
    };
    const sent = request(
      url,
      {
        method: body === null ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          ...(body === null ? {} : { 'content-type': 'application/json; charset=utf-8' }),
          ...headers,
        },
        agent: false,
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        signal,
        ...(caPem === null ? {} : { ca: [caPem] }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= ANSWER_LIMIT_BYTES) chunks.push(chunk);
          else response.destroy();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, json: readJson(chunks) }));
        // Cut short after the status: what it said is what it said.
        response.on('close', () => resolve({ status: response.statusCode ?? 0, json: null }));
        response.on('error', fail);
      },
    );
    sent.on('socket', (socket) => {
      socket.on('secureConnect', () => {
        connected = true;
      });
    });
    sent.on('error', fail);
    sent.end(body ?? undefined);
  });
}

function readJson(chunks: readonly Buffer[]): unknown {
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
