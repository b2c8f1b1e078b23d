import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { Ledger } from '../../../main/mail/account-model.ts';
import { readRawSource } from '../../../main/mail/raw-source.ts';
import { verifyAudit } from '../../../main/store/audit-verify.ts';
import { integrityProblems } from '../../../main/store/database-facts.ts';
import { DATABASE_FILE, openStore } from '../../../main/store/store.ts';
import { removeDovecot, startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { anAccount, watch } from '../../support/mailboxes.ts';
import { temporaryFolder, TEST_KEY } from '../../support/store.ts';
import { startProxy } from '../../support/tcp-proxy.ts';
import { eml } from './messages.ts';

/** The full run: ESTAFETA_CRASHES=200. */
const CRASHES = Number(process.env.ESTAFETA_CRASHES ?? 30);
const NEW_EACH_TIME = 40;
const USER = 'corte';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => removeDovecot(dovecot));

/** Numbers that look like chance and are the same in every run, so that a failure can be seen again. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** One in eight is a second copy of one that came before; sizes differ. */
function newMessages(from: number, random: () => number): string[] {
  return Array.from({ length: NEW_EACH_TIME }, (_, at) => {
    const n = from + at;
    const number = n % 8 === 7 ? n - 7 : n;
    return eml(number, {
      body: `Texto ${number}. ${'Quisiera saber cómo va lo mío. '.repeat((number * 37) % 400)}`,
    });
  }).sort(() => random() - 0.5);
}

/** The log of the database has grown by more than an account's state: a batch's first pages are in it. */
async function batchBegun(dataDir: string, signal: AbortSignal): Promise<void> {
  const log = join(dataDir, `${DATABASE_FILE}-wal`);
  const size = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  while (!signal.aborted && size() < 128 * 1024) await new Promise((resolve) => setTimeout(resolve, 2));
}

it(
  `loses and doubles nothing when the service is killed ${CRASHES} times while it reads`,
  { timeout: CRASHES * 20_000 },
  async () => {
    const dataDir = temporaryFolder();
    const key = { kind: 'hex', hex: TEST_KEY } as const;
    const random = chance(20_261_122 + CRASHES);
    const proxy = await startProxy(dovecot.port);
    onTestFinished(() => proxy.close());
    const line = { host: '127.0.0.1', port: proxy.port, security: 'NONE' } as const;
    const first = await openStore({ dataDir, key });
    await anAccount(first, dovecot, { userName: USER, imap: line });
    await first.close();

    const sent: string[] = [];
    let stored = 0;
    for (let crash = 0; crash < CRASHES; crash++) {
      const fresh = newMessages(sent.length, random);
      await dovecot.deliver(USER, fresh);
      sent.push(...fresh);
      const unread = sent.slice(stored).reduce((sum, message) => sum + message.length, 0);
      const child = spawn(
        process.execPath,
        [join(import.meta.dirname, 'crash-child.ts'), dataDir, TEST_KEY],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      );
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      const ended = new Promise<string | null>((resolve) =>
        child.once('exit', (_, signal) => resolve(signal)),
      );
      const over = new AbortController();
      // One in three somewhere between login and the last byte; one while a batch is written; one a moment later.
      const moment =
        crash % 3 === 0 ? proxy.passed(400 + random() * unread) : batchBegun(dataDir, over.signal);
      await Promise.race([moment, ended]);
      over.abort();
      if (crash % 3 === 2) await new Promise((resolve) => setTimeout(resolve, random() * 400));
      child.kill('SIGKILL');
      expect(await ended, said).toBe('SIGKILL');
      const store = await openStore({ dataDir, key });
      stored = await store.prisma.sighting.count();
      await store.close();
    }

    const store = await openStore({ dataDir, key });
    onTestFinished(() => store.close());
    const { until } = await watch(store);
    await until(({ state }) => state === 'UP_TO_DATE');
    expect(await store.prisma.sighting.count()).toBe(sent.length);
    const messages = await store.prisma.message.findMany({ orderBy: { id: 'asc' } });
    const found = await Promise.all(
      messages.map(async ({ sha256 }) => (await readRawSource(store, sha256)).toString()),
    );
    // Each once, byte for byte, in the order of the mailbox.
    expect(found).toEqual([...new Set(sent)]);
    const [mailbox] = await store.prisma.mailbox.findMany();
    const ledger = Ledger.parse(mailbox?.ledger);
    expect(ledger).toMatchObject({ onServer: sent.length, missing: 0 });
    for (const day of ledger.days) {
      expect(day.stored + day.duplicates + day.unparsable + day.notYetRead).toBe(day.onServer);
    }
    expect(ledger.days.reduce((sum, day) => sum + day.stored, 0)).toBe(found.length);
    expect(integrityProblems(store.sql)).toEqual([]);
    expect((await verifyAudit(store.sql)).fault).toBeNull();
  },
);
