import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './dovecot.ts';

/** A line to a server that can be cut: stands between a client and a real server on this machine. */
export type TcpProxy = {
  readonly port: number;
  /** Connections taken in so far. */
  connections(): number;
  /** When the server has said that many bytes from now on, over all connections. */
  passed(bytes: number): Promise<void>;
  /** Cuts every later connection when the server has said that many bytes over it; null: none any more. */
  cutAfter(bytes: number | null): void;
  /** Cuts in front of this text, when the server says it in one go; null: never. */
  cutAt(text: string | null): void;
  /** Changes what the server says, chunk by chunk; null: nothing. */
  rewrite(change: ((said: string) => string) | null): void;
  /** Cuts what is open. */
  cutNow(): void;
  /** Swallows everything from now on, both ways, as a dead line does. */
  goSilent(silent: boolean): void;
  close(): Promise<void>;
};

export async function startProxy(targetPort: number): Promise<TcpProxy> {
  const port = await freePort();
  const open = new Set<Socket>();
  let limit: number | null = null;
  let mark: string | null = null;
  let change: ((said: string) => string) | null = null;
  let silent = false;
  let connections = 0;
  let awaited = Infinity;
  let onPassed = () => {};
  const server = createServer((client) => {
    connections += 1;
    const upstream = connect(targetPort, '127.0.0.1');
    let said = 0;
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (!silent) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (silent) return;
      said += chunk.length;
      awaited -= chunk.length;
      if (awaited <= 0) onPassed();
      const text = change === null ? chunk : Buffer.from(change(chunk.toString('latin1')), 'latin1');
      const at = mark === null ? -1 : text.indexOf(mark);
      const overLimit = limit !== null && said > limit;
      const cut = at >= 0 || overLimit;
      if (!cut) client.write(text);
      // Over the limit, half of what it was saying still gets through.
      else client.end(text.subarray(0, at >= 0 ? at : Math.floor(text.length / 2)), () => client.destroy());
      if (cut) upstream.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const cutNow = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    connections: () => connections,
    passed: (bytes) =>
      new Promise((resolve) => {
        awaited = bytes;
        onPassed = resolve;
      }),
    cutAfter: (bytes) => {
      limit = bytes;
    },
    cutAt: (text) => {
      mark = text;
    },
    rewrite: (next) => {
      change = next;
    },
    cutNow,
    goSilent: (next) => {
      silent = next;
    },
    async close() {
      cutNow();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
