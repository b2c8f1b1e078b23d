import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** Closes the connection without a word. */
export const CUT = Symbol('cut');
/** Says nothing more, and keeps the line. */
export const SILENT = Symbol('silent');

/** What the server does at each step of one connection or message: nothing, an SMTP refusal, silence, or a cut. */
export type Fault = 'NONE' | typeof CUT | typeof SILENT | { readonly code: number; readonly words: string };

export type Script = {
  readonly connect?: (connection: number) => Fault;
  readonly login?: (user: string, password: string) => boolean;
  readonly recipient?: (address: string, message: number) => Fault;
  /** While the text is coming. */
  readonly data?: (message: number) => Fault;
  /** The text is there, and the message kept; what comes after is not said to the client when this cuts. */
  readonly taken?: (message: number) => Fault;
};

export type Delivered = { readonly to: readonly string[]; readonly from: string; readonly raw: string };

export type TestServer = {
  readonly port: number;
  /** Every message that the server took, in order. */
  readonly messages: Delivered[];
  connections: number;
};

/** A real SMTP server on a free port of this machine that fails as it is told. */
export async function smtpServer(script: Script = {}, options: SMTPServerOptions = {}): Promise<TestServer> {
  const messages: Delivered[] = [];
  let attempts = 0;
  const sockets = new WeakMap<object, () => void>();
  const cut = (session: SMTPServerSession): void => {
    sockets.get(session)?.();
  };
  const answer = (fault: Fault, session: SMTPServerSession, done: (error?: Error | null) => void): void => {
    if (fault === 'NONE') done();
    else if (fault === CUT) cut(session);
    else if (fault !== SILENT) done(Object.assign(new Error(fault.words), { responseCode: fault.code }));
  };
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    hideSize: false,
    logger: false,
    ...options,
    onConnect(session, done) {
      desk.connections += 1;
      const connection = [...server.connections].at(-1) as { _socket?: { destroy(): void } } | undefined;
      sockets.set(session, () => connection?._socket?.destroy());
      answer(script.connect?.(desk.connections) ?? 'NONE', session, done);
    },
    onAuth(auth, _session, done) {
      const right = script.login?.(auth.username ?? '', auth.password ?? auth.accessToken ?? '') ?? true;
      if (right) done(null, { user: auth.username });
      else done(Object.assign(new Error('Authentication credentials invalid'), { responseCode: 535 }));
    },
    onRcptTo(address, session, done) {
      answer(script.recipient?.(address.address.toLowerCase(), attempts + 1) ?? 'NONE', session, done);
    },
    onData(stream, session, done) {
      attempts += 1;
      const message = attempts;
      const early = script.data?.(message) ?? 'NONE';
      const chunks: Buffer[] = [];
      if (early === CUT) {
        stream.once('data', () => cut(session));
        stream.resume();
        return;
      }
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (early !== 'NONE') {
          answer(early, session, done);
          return;
        }
        const from = session.envelope.mailFrom;
        messages.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          from: from === false ? '' : from.address,
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        answer(script.taken?.(message) ?? 'NONE', session, done);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const desk: TestServer = { port: (server.server.address() as AddressInfo).port, messages, connections: 0 };
  return desk;
}

/** Message-IDs of what was delivered, in order. */
export function messageIdsOf(messages: readonly Delivered[]): string[] {
  return messages.map(({ raw }) => /^Message-ID: (.*)\r$/im.exec(raw)?.[1] ?? '');
}
