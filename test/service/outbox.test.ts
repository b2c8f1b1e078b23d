import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { EventHub } from '../../main/api/event-hub.ts';
import { createCase } from '../../main/cases/create.ts';
import { queueForward } from '../../main/cases/forward.ts';
import { readRawSource } from '../../main/mail/raw-source.ts';
import type { Outbox } from '../../main/mail/outbox/worker.ts';
import { runOutbox } from '../../main/service/outbox.ts';
import { saveUnit } from '../../main/settings/units.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { answerNew } from '../mail/outbox/outbox-desk.ts';
import { messageIdsOf, smtpServer } from '../mail/outbox/smtp-desk.ts';
import { aMessage, aUser } from '../support/builders.ts';
import { MAIL_PASSWORD, removeDovecot, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { anAccount } from '../support/mailboxes.ts';
import { temporaryFolder, temporaryStore, testClock, type TestClock } from '../support/store.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => removeDovecot(dovecot));

/** The outbox as the service runs it, ten seconds after what was queued. */
async function deliver(store: Store, clock: TestClock): Promise<void> {
  const events: EventHub = new EventPublisher();
  clock.advance(10_000);
  const outbox: Outbox = runOutbox(store, events);
  onTestFinished(() => outbox.stop());
  await outbox.idle();
  await outbox.stop();
}

/** A mail server with Dovecot's certificate, which only its own authority vouches for. */
const secured = () => ({
  secure: true,
  key: readFileSync(join(dovecot.folder, 'key.pem')),
  cert: readFileSync(join(dovecot.folder, 'cert.pem')),
});

describe('the service’s outbox', { timeout: 60_000 }, () => {
  it('forwards a case to a unit over an authority of its own, and leaves one copy in the Sent folder', async () => {
    const user = 'remite';
    const client = await dovecot.client(user);
    onTestFinished(() => client.close());
    await client.mailboxCreate('Enviados');
    const clock = testClock();
    const store = await temporaryStore(clock);
    const server = await smtpServer({ login: (_, password) => password === MAIL_PASSWORD }, secured());
    const smtp = { host: '127.0.0.1', port: server.port, security: 'TLS' } as const;
    await anAccount(store, dovecot, { userName: user, caPem: dovecot.caPem, smtp, sentFolder: 'Enviados' });
    const clerk = await aUser(store, { displayName: 'Ana Gil' });
    const messageId = await aMessage(store, { subject: 'RE: Embargo de cuenta' });
    const made = await createCase(store, clerk, { messageId });
    const unit = await saveUnit(store, SYSTEM_ACTOR, {
      ...{ id: null, name: 'URE 50/01', email: 'ure@tgss.example', active: true },
    });
    const after = await queueForward(store, clerk, {
      ...{ caseId: made.id, version: made.version, unitId: unit.id, messageIds: [messageId] },
      note: 'Es de su competencia.',
    });
    expect(after).toMatchObject({ state: 'FORWARDED', unitName: 'URE 50/01' });
    expect(after.replies).toMatchObject([{ kind: 'FORWARD', state: 'QUEUED' }]);

    await deliver(store, clock);
    expect(server.messages).toHaveLength(1);
    const [{ to, raw }] = server.messages as [(typeof server.messages)[0]];
    expect(to).toEqual(['ure@tgss.example']);
    expect(raw).toMatch(/^Subject: Fwd: Embargo de cuenta/m);
    expect(raw).toContain('Es de su competencia.');
    expect(raw).not.toMatch(/^(In-Reply-To|References):/m);
    const { sha256 } = await store.prisma.message.findUniqueOrThrow({ where: { id: messageId } });
    const original = Buffer.from(await readRawSource(store, sha256)).toString('latin1');
    expect(raw).toMatch(/^Content-Type: message\/rfc822/m);
    expect(raw).toContain(original.trimEnd());

    const reply = await store.prisma.reply.findFirstOrThrow();
    expect(reply).toMatchObject({ state: 'SENT', sentCopyAt: clock.now() });
    // The service was killed before it wrote down that the copy is there.
    await store.write((tx) => tx.reply.update({ where: { id: reply.id }, data: { sentCopyAt: null } }));
    await deliver(store, clock);
    expect(await store.prisma.reply.findFirstOrThrow()).toMatchObject({ sentCopyAt: clock.now() });
    await client.mailboxOpen('Enviados');
    const copies = await client.fetchAll('1:*', { flags: true, source: true });
    expect(copies.map(({ flags }) => flags?.has('\\Seen'))).toEqual([true]);
    expect(copies[0]?.source?.toString('latin1').trimEnd()).toBe(raw.trimEnd());
    expect(server.messages).toHaveLength(1);
  });

  it('renews a refused access token once, and waits when the new one is refused too', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const taken = { token: 'dos' };
    const server = await smtpServer(
      { login: (_, token) => token === taken.token },
      { ...secured(), authMethods: ['XOAUTH2'] },
    );
    const smtp = { host: '127.0.0.1', port: server.port, security: 'TLS' } as const;
    await anAccount(store, dovecot, {
      ...{ authentication: 'OAUTH2', password: null, tokenCommand: tokenCommand(['uno', 'dos', 'tres']) },
      ...{ caPem: dovecot.caPem, smtp },
    });
    const clerk = await aUser(store);
    const [first] = (await answerNew(store, clerk)).replies;
    await deliver(store, clock);
    expect(messageIdsOf(server.messages)).toEqual([first?.messageIdHeader]);
    expect(server.connections).toBe(2);

    taken.token = 'ninguno';
    const [second] = (await answerNew(store, clerk)).replies;
    await deliver(store, clock);
    const waiting = await store.prisma.reply.findUniqueOrThrow({ where: { id: second?.id ?? 0 } });
    expect(waiting.state).toBe('RETRY');
    expect(waiting.lastError).toMatch(/^LOGIN_REFUSED/);
    expect(server.connections).toBe(4);
    const log = JSON.stringify([waiting.lastError, await store.prisma.auditEntry.findMany()]);
    for (const token of ['"uno"', '"dos"', '"tres"']) expect(log).not.toContain(token);
  });

  it('does not send over a line that another authority vouches for', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const server = await smtpServer({}, secured());
    const smtp = { host: '127.0.0.1', port: server.port, security: 'TLS' } as const;
    await anAccount(store, dovecot, { smtp });
    await answerNew(store, await aUser(store));
    await deliver(store, clock);
    expect(await store.prisma.reply.findFirstOrThrow()).toMatchObject({
      state: 'RETRY',
      lastError: expect.stringMatching(/^CERTIFICATE_UNTRUSTED/) as string,
    });
    expect(server.messages).toEqual([]);
  });
});

/** Prints these one after another, each time it is started; the last one for ever. */
function tokenCommand(answers: readonly string[]): string {
  const folder = temporaryFolder();
  const [script, asked] = [join(folder, 'token.mjs'), join(folder, 'asked')];
  writeFileSync(
    script,
    `import { appendFileSync, readFileSync } from 'node:fs';
     const asked = ${JSON.stringify(asked)};
     appendFileSync(asked, 'x');
     const answers = ${JSON.stringify(answers)};
     console.log(answers[Math.min(readFileSync(asked).length, answers.length) - 1]);`,
  );
  return `"${process.execPath}" "${script}"`;
}
