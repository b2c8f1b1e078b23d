/**
 * The first reading of a large folder from a local Dovecot, against a bare imapflow fetch of the same sources that
 * stores nothing; and how long new mail takes to the windows. Each contender is a process of its own.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventEmitter, once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket, WebSocketServer } from 'ws';
import type { Client } from '../../main/api/contract/index.ts';
import { startService } from '../../main/service/service.ts';
import { setUpOffice } from '../../main/settings/set-up.ts';
import { openStore } from '../../main/store/store.ts';
import { removeDovecot, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { anAccount } from '../support/mailboxes.ts';
import { makeMaildir } from './make-maildir.ts';
import { AS_STARTED } from './as-started.ts';

export type ImapFigures = {
  readonly messages: number;
  /** Messages per second. */
  readonly firstReading: number;
  readonly bareFetch: number;
  readonly ratioToBareFetch: number;
  /** The largest the service became while it read. */
  readonly rssMb: number;
  /** From APPEND to the window's event, median and worst of 20. */
  readonly newMailMs: number;
  readonly newMailWorstMs: number;
};

const KEY = '0123456789abcdef'.repeat(4);
const USER = 'grande';
const FEW_USER = 'pequeno';
const FEW = 10;
const NEW_MAILS = 20;

export async function benchImap(messages: number): Promise<ImapFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'estafeta-bench-'));
  const dovecot = await startDovecot();
  try {
    const maildir = dovecot.maildir(USER);
    await makeMaildir(maildir, messages);
    await makeMaildir(dovecot.maildir(FEW_USER), FEW);
    execFileSync('chown', ['-R', 'nobody:nogroup', maildir, dovecot.maildir(FEW_USER)]);
    await letItIndex(dovecot);
    const bare = timed([join(import.meta.dirname, 'imap-bare.ts'), String(dovecot.port), USER]);
    const script = join(import.meta.dirname, 'imap-service.ts');
    /** One start of the service, until so many of the user's messages are stored. */
    const firstReading = async (userName: string, count: number) => {
      const dataDir = join(folder, userName);
      const store = await openStore({ dataDir, key: { kind: 'hex', hex: KEY } });
      await anAccount(store, dovecot, { userName });
      await store.close();
      return timed([...AS_STARTED, script, dataDir, KEY, String(count)]);
    };
    // Whatever it loads is compiled the first time: not what people have, whose program comes compiled.
    await firstReading(FEW_USER, FEW);
    const own = await firstReading(USER, messages);
    const seconds = Number(own.out);
    const delays = await newMail(dovecot, join(folder, 'desk'));
    const bareSeconds = Number(bare.out);
    const round = (value: number) => Math.round(value * 100) / 100;
    return {
      messages,
      firstReading: Math.round(messages / seconds),
      bareFetch: Math.round(messages / bareSeconds),
      ratioToBareFetch: round(bareSeconds / seconds),
      rssMb: Math.round(own.rssMb),
      newMailMs: Math.round(delays[Math.floor(delays.length / 2)] ?? NaN),
      newMailWorstMs: Math.round(delays.at(-1) ?? NaN),
    };
  } finally {
    await removeDovecot(dovecot);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Dovecot numbers and sizes a Maildir it did not make itself the first time it sees it: not ours to measure. */
async function letItIndex(dovecot: Dovecot): Promise<void> {
  const client = await dovecot.client(USER);
  await client.mailboxOpen('INBOX', { readOnly: true });
  const sizes = client.fetch('1:*', { uid: true, size: true }, { uid: true });
  while ((await sizes.next()).done !== true) continue;
  client.close();
}

/** Milliseconds from APPEND's answer to the window's event, the shortest first. */
async function newMail(dovecot: Dovecot, dataDir: string): Promise<number[]> {
  const key = { kind: 'hex', hex: KEY } as const;
  const admin = { userName: 'prueba', displayName: 'Persona de Prueba', password: 'frase larga de prueba' };
  const store = await openStore({ dataDir, key });
  await setUpOffice(store, { provinceCode: '50', officeName: 'Prueba', mailboxAddress: '', admin });
  await anAccount(store, dovecot, { userName: 'nuevo' });
  await store.close();
  const service = await startService({ dataDir, key, demo: false, host: 'web' });
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => service.attachSocket(socket, 'window'));
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  const socket = new WebSocket(`ws://127.0.0.1:${bound.port}`);
  const told = new EventEmitter();
  try {
    await once(socket, 'open');
    const client: Client = createORPCClient(new RPCLink({ websocket: socket }));
    await client.session.signIn(admin);
    const events = await client.events.subscribe();
    const listening = (async () => {
      for await (const event of events) told.emit(event.type);
    })();
    // It ends with the connection.
    listening.catch(() => undefined);
    while ((await client.mailboxes.status())[0]?.state !== 'UP_TO_DATE') await once(told, 'MAILBOX_CHANGED');
    const delivering = await dovecot.client('nuevo');
    const delays: number[] = [];
    for (let n = 0; n < NEW_MAILS; n++) {
      const arrived = once(told, 'MESSAGES_ARRIVED').then(() => performance.now());
      await delivering.append('INBOX', `Subject: Nuevo ${n}\r\nFrom: a@ejemplo.test\r\n\r\nHola ${n}\r\n`);
      const appendedAt = performance.now();
      delays.push(Math.max(0, (await arrived) - appendedAt));
      while ((await client.mailboxes.status())[0]?.state !== 'UP_TO_DATE')
        await once(told, 'MAILBOX_CHANGED');
    }
    delivering.close();
    return delays.sort((a, b) => a - b);
  } finally {
    socket.close();
    server.close();
    await service.stop();
  }
}

/** A process's output and the most memory it held; throws when it fails. */
function timed(args: readonly string[]): { out: string; rssMb: number } {
  const folder = mkdtempSync(join(tmpdir(), 'estafeta-rss-'));
  const note = join(folder, 'rss');
  // The kernel's own high-water mark, written down at the end.
  const atExit = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(note)},String(process.resourceUsage().maxRSS)))`;
  try {
    const result = spawnSync(process.execPath, ['--import', atExit, ...args], {
      maxBuffer: 1 << 28,
    });
    if (result.status !== 0) throw new Error(`${args[0]} failed: ${result.stderr.toString().slice(-2000)}`);
    return { out: result.stdout.toString(), rssMb: Number(readFileSync(note, 'utf8')) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
