import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { openSmtp } from '../../main/mail/outbox/smtp.ts';
import { startOutbox } from '../../main/mail/outbox/worker.ts';
import { openStore } from '../../main/store/store.ts';
import { answerNew, anAccount } from '../mail/outbox/outbox-desk.ts';
import { aUser } from '../support/builders.ts';

/** Each tenth connection or text is hung up on before the server has taken it. */
const CUT_EVERY = 10;
const DAY_MS = 86_400_000;

/** Answers to a local SMTP server that cuts one connection in ten: how many are lost or doubled, and how fast. */
export async function benchOutbox(answers: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'estafeta-outbox-'));
  let time = Date.parse('2026-03-16T10:00:00Z');
  const clock = { now: () => new Date(time) };
  const store = await openStore({ dataDir, key: { kind: 'hex', hex: '0123456789abcdef'.repeat(4) }, clock });
  const seen: string[] = [];
  let connections = 0;
  let cuts = 0;
  let texts = 0;
  const sockets = new Map<string, { destroy(): void }>();
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onAuth: (_auth, _session, done) => done(null, { user: 'oficina' }),
    onConnect(session, done) {
      connections += 1;
      const newest = [...server.connections].at(-1) as { _socket?: { destroy(): void } } | undefined;
      if (newest?._socket !== undefined) sockets.set(session.id, newest._socket);
      done();
    },
    onData(stream, session, done) {
      texts += 1;
      const cut = texts % CUT_EVERY === 0;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (cut) sockets.get(session.id)?.destroy();
      });
      stream.on('end', () => {
        if (cut) {
          cuts += 1;
          sockets.get(session.id)?.destroy();
          return;
        }
        seen.push(/^Message-ID: (.*)\r$/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '');
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  try {
    const clerk = await aUser(store);
    await anAccount(store, { port });
    for (let n = 0; n < answers; n++) await answerNew(store, clerk);
    time += 60_000;
    const before = process.cpuUsage();
    const startedAt = performance.now();
    const outbox = startOutbox(store, {
      open: (_accountId, signal) =>
        openSmtp(
          {
            server: { host: '127.0.0.1', port, security: 'NONE' },
            credentials: { user: 'oficina', pass: 'secreto' },
            caPem: null,
          },
          signal,
        ),
      copyToSent: async () => undefined,
      onChanged: () => undefined,
      onError: (error) => {
        throw error;
      },
      timers: { after: () => () => undefined },
    });
    const waiting = () =>
      store.prisma.reply.count({ where: { state: { in: ['QUEUED', 'SENDING', 'RETRY'] } } });
    await outbox.idle();
    for (let round = 0; round < 20 && (await waiting()) > 0; round++) {
      time += DAY_MS / 24;
      outbox.wake();
      await outbox.idle();
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const cpu = process.cpuUsage(before);
    await outbox.stop();
    const replies = await store.prisma.reply.findMany({ select: { messageIdHeader: true, state: true } });
    const delivered = new Set(seen);
    return {
      answers,
      cuts,
      connections,
      lost: replies.filter(({ messageIdHeader }) => !delivered.has(messageIdHeader)).length,
      doubled: seen.length - delivered.size,
      notSent: replies.filter(({ state }) => state !== 'SENT').length,
      answersPerSecond: Math.round(answers / seconds),
      cpuMsPerAnswer: Math.round((cpu.user + cpu.system) / 100 / answers) / 10,
    };
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
