import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSql } from '../../../main/store/connection.ts';
import { verifyAudit } from '../../../main/store/audit-verify.ts';
import { openStore } from '../../../main/store/store.ts';
import { aUser } from '../../support/builders.ts';
import { freePort } from '../../support/dovecot.ts';
import { anAccount, shiftedClock } from '../../support/mailboxes.ts';
import { temporaryFolder, TEST_KEY } from '../../support/store.ts';
import { answerNew } from './outbox-desk.ts';
import { SILENT, smtpServer } from './smtp-desk.ts';

/** The service as a process of its own; answers once it is gone. */
function service(dataDir: string): { readonly kill: () => Promise<void> } {
  const program = join(import.meta.dirname, '..', 'imap', 'crash-child.ts');
  const child = spawn(process.execPath, [program, dataDir, TEST_KEY], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return { kill };
}

test(
  'a service that is killed between the text and its record sends the same bytes once more, and says so',
  { timeout: 300_000 },
  async () => {
    const dataDir = temporaryFolder();
    const key = { kind: 'hex', hex: TEST_KEY } as const;
    const had: (() => void)[] = [];
    const taken = [1, 2].map(() => new Promise<void>((resolve) => had.push(resolve)));
    const server = await smtpServer({
      taken: (message) => {
        had[message - 1]?.();
        return message === 1 ? SILENT : 'NONE';
      },
    });
    const nobody = await freePort();
    const address = (port: number) => ({ host: '127.0.0.1', port, security: 'NONE' }) as const;
    // Queued a minute ago: due at once.
    const clock = shiftedClock();
    clock.shift(-60_000);
    const before = await openStore({ dataDir, key, clock });
    await anAccount(before, { address: () => address(nobody) }, { smtp: address(server.port) });
    const { id, messageIdHeader } = (await answerNew(before, await aUser(before))).replies[0] ?? { id: 0 };
    await before.close();

    const first = service(dataDir);
    await taken[0];
    await first.kill();
    const second = service(dataDir);
    await taken[1];
    await recorded(join(dataDir, 'estafeta.db'));
    await second.kill();

    const store = await openStore({ dataDir, key });
    onTestFinished(() => store.close());
    expect(server.messages).toHaveLength(2);
    expect(server.messages[0]?.raw).toBe(server.messages[1]?.raw);
    expect(server.messages[0]?.raw).toContain(`Message-ID: ${messageIdHeader ?? '?'}`);
    expect(await store.prisma.reply.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'SENT',
      maybeTwice: true,
      attempts: 2,
    });
    const acts = await store.prisma.auditEntry.findMany({
      where: { objectType: 'REPLY' },
      orderBy: { id: 'asc' },
    });
    expect(acts.map(({ action }) => action)).toEqual([
      'reply.queued',
      'reply.attempted',
      'reply.interrupted',
      'reply.attempted',
      'reply.sent',
    ]);
    expect((await verifyAudit(store.sql)).fault).toBeNull();
  },
);

/** Until the service has written down that the answer is sent. */
async function recorded(file: string): Promise<void> {
  const sql = openSql(file, TEST_KEY, 'READ');
  const sent = sql.prepare(`SELECT 1 FROM "Reply" WHERE state = 'SENT'`);
  while (sent.get() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
  sql.close();
}
