import { describe, expect, test } from 'vitest';
import { cancelReply, releaseReply } from '../../../main/cases/outbox.ts';
import { UNDO_MS } from '../../../main/cases/outgoing.ts';
import { BACKOFF_MINUTES } from '../../../main/mail/outbox/record.ts';
import { Settings } from '../../../main/settings/model.ts';
import { writeSettings } from '../../../main/settings/settings.ts';
import { anAccount, outboxDesk } from './outbox-desk.ts';
import { CUT, messageIdsOf, smtpServer } from './smtp-desk.ts';

const HOUR_MS = 3_600_000;

describe('delivering an answer', () => {
  test('leaves when the ten seconds are over, and never changes on its way', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer();
    const outbox = desk.outbox(server.port);
    const [reply] = (await desk.answer()).replies;
    await desk.later(outbox, UNDO_MS - 1);
    expect(server.messages).toEqual([]);
    await desk.later(outbox, 1);
    expect(server.messages).toHaveLength(1);
    expect(messageIdsOf(server.messages)).toEqual([reply?.messageIdHeader]);
    expect(await desk.stateOf(reply?.id ?? 0)).toMatchObject({
      state: 'SENT',
      attempts: 1,
      lastError: null,
      recipients: [{ state: 'ACCEPTED' }],
    });
    const acts = await desk.store.prisma.auditEntry.findMany({
      where: { objectType: 'REPLY' },
      orderBy: { id: 'asc' },
    });
    expect(acts.map(({ action }) => action)).toEqual(['reply.queued', 'reply.attempted', 'reply.sent']);
    await desk.later(outbox, HOUR_MS);
    expect(server.messages).toHaveLength(1);
  });

  test('is taken back within the ten seconds, and not once an attempt began', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer();
    const outbox = desk.outbox(server.port);
    const [first] = (await desk.answer()).replies;
    const after = await cancelReply(desk.store, desk.clerk, first?.id ?? 0);
    expect(after.replies).toMatchObject([{ state: 'CANCELLED' }]);
    const [second] = (await desk.answer()).replies;
    await desk.later(outbox, UNDO_MS);
    await expect(cancelReply(desk.store, desk.clerk, second?.id ?? 0)).rejects.toMatchObject({
      code: 'ALREADY_LEFT',
    });
    expect(messageIdsOf(server.messages)).toEqual([second?.messageIdHeader]);
  });

  test('queued without an account, it waits for a person also when one appears', async () => {
    const desk = await outboxDesk();
    await desk.store.write((tx) =>
      tx.mailAccount.update({ where: { id: desk.accountId }, data: { active: false } }),
    );
    const server = await smtpServer();
    const outbox = desk.outbox(server.port);
    const [reply] = (await desk.answer()).replies;
    expect(reply).toMatchObject({ state: 'QUEUED', accountName: null, sendAfter: null });
    await expect(releaseReply(desk.store, desk.clerk, reply?.id ?? 0)).rejects.toMatchObject({
      code: 'NO_SENDING_ACCOUNT',
    });
    await anAccount(desk.store, { name: 'Otra', address: 'otra@tgss.example' });
    await desk.later(outbox, 48 * HOUR_MS);
    expect(server.messages).toEqual([]);
    await releaseReply(desk.store, desk.clerk, reply?.id ?? 0);
    await desk.later(outbox, 0);
    expect(messageIdsOf(server.messages)).toEqual([reply?.messageIdHeader]);
    expect(server.messages[0]?.from).toBe('otra@tgss.example');
    expect(server.messages[0]?.raw).toContain('Date: Wed, 18 Mar 2026 10:00:00 +0000');
  });
});

test('a clock that is set back by a year keeps no answer waiting for a year', async () => {
  const desk = await outboxDesk();
  const server = await smtpServer();
  const outbox = desk.outbox(server.port);
  const [reply] = (await desk.answer()).replies;
  await desk.later(outbox, -365 * 24 * HOUR_MS);
  expect(await desk.stateOf(reply?.id ?? 0)).toMatchObject({ state: 'SENT', attempts: 1 });
  expect(server.messages).toHaveLength(1);
});

describe('what the server refuses', () => {
  test('for one address for good and for another for now: only the second is tried again', async () => {
    const desk = await outboxDesk();
    const fate = (address: string, message: number) =>
      address === 'persona-no@ejemplo.test'
        ? { code: 550, words: '5.1.1 No such user' }
        : address === 'persona-luego@ejemplo.test' && message === 1
          ? { code: 450, words: '4.2.0 Greylisted' }
          : 'NONE';
    const server = await smtpServer({ recipient: fate });
    const outbox = desk.outbox(server.port);
    const to = ['persona-si@ejemplo.test', 'persona-no@ejemplo.test', 'persona-luego@ejemplo.test'];
    await onlyWarn(desk);
    const [reply] = (await desk.answer({ to })).replies;
    const id = reply?.id ?? 0;
    await desk.later(outbox, UNDO_MS);
    expect(await desk.stateOf(id)).toMatchObject({
      state: 'RETRY',
      recipients: [{ state: 'ACCEPTED' }, { state: 'REFUSED' }, { state: 'PENDING' }],
    });
    await desk.later(outbox, 60_000);
    expect(await desk.stateOf(id)).toMatchObject({
      state: 'SENT',
      attempts: 2,
      recipients: [
        { state: 'ACCEPTED' },
        { state: 'REFUSED', response: '550 5.1.1 No such user' },
        { state: 'ACCEPTED' },
      ],
    });
    expect(server.messages.map((message) => message.to)).toEqual([[to[0]], [to[2]]]);
    expect(new Set(messageIdsOf(server.messages)).size).toBe(1);
  });

  test('the whole of it for good: failed, with the words; a person sends it again', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer({
      data: (message) => (message === 1 ? { code: 554, words: '5.7.1 Rejected as spam' } : 'NONE'),
    });
    const outbox = desk.outbox(server.port);
    const [reply] = (await desk.answer()).replies;
    const id = reply?.id ?? 0;
    await desk.later(outbox, UNDO_MS);
    expect(await desk.stateOf(id)).toMatchObject({
      state: 'FAILED',
      lastError: '554 5.7.1 Rejected as spam',
      recipients: [{ state: 'REFUSED' }],
    });
    const after = await releaseReply(desk.store, desk.clerk, id);
    expect(after.replies[0]).toMatchObject({ state: 'QUEUED', attempts: 0 });
    await desk.later(outbox, 0);
    expect(await desk.stateOf(id)).toMatchObject({ state: 'SENT', attempts: 1 });
  });

  test('for now, again and again: a day later it failed', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer({ recipient: () => ({ code: 451, words: '4.3.0 Try later' }) });
    const outbox = desk.outbox(server.port);
    const [reply] = (await desk.answer()).replies;
    const id = reply?.id ?? 0;
    await desk.later(outbox, UNDO_MS);
    expect(BACKOFF_MINUTES.reduce((sum, minutes) => sum + minutes)).toBe(24 * 60);
    for (const [index, minutes] of BACKOFF_MINUTES.entries()) {
      expect(await desk.stateOf(id)).toMatchObject({ state: 'RETRY', attempts: index + 1 });
      await desk.later(outbox, minutes * 60_000 - 1);
      expect(await desk.stateOf(id)).toMatchObject({ attempts: index + 1 });
      await desk.later(outbox, 1);
    }
    expect(await desk.stateOf(id)).toMatchObject({
      state: 'FAILED',
      lastError: '451 4.3.0 Try later',
      recipients: [{ state: 'REFUSED', response: '451 4.3.0 Try later' }],
    });
  });

  test('a login: every answer of the account waits, and the server is asked once', async () => {
    const desk = await outboxDesk();
    const right = { password: 'otra' };
    const server = await smtpServer({ login: (_user, password) => password === right.password });
    const outbox = desk.outbox(server.port);
    const ids: number[] = [];
    for (let n = 0; n < 3; n++) ids.push((await desk.answer()).replies[0]?.id ?? 0);
    await desk.later(outbox, UNDO_MS);
    for (const id of ids) {
      expect(await desk.stateOf(id)).toMatchObject({
        state: 'RETRY',
        attempts: 1,
        lastError: expect.stringMatching(/^LOGIN_REFUSED: 535 /) as unknown,
      });
    }
    expect(server.connections).toBe(1);
    right.password = 'secreto';
    await desk.later(outbox, 60_000);
    expect(server.messages).toHaveLength(3);
    expect(server.connections).toBe(2);
  });
});

describe('a connection that is cut', () => {
  test('in the middle of the text: not delivered, sent once more', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer({ data: (message) => (message === 1 ? CUT : 'NONE') });
    const outbox = desk.outbox(server.port);
    const [reply] = (await desk.answer()).replies;
    await desk.later(outbox, UNDO_MS);
    expect(await desk.stateOf(reply?.id ?? 0)).toMatchObject({ state: 'RETRY' });
    await desk.later(outbox, 60_000);
    expect(await desk.stateOf(reply?.id ?? 0)).toMatchObject({ state: 'SENT', attempts: 2 });
    expect(server.messages).toHaveLength(1);
  });

  test('after the text: the same bytes again, and it is said; after the fourth cut a person decides', async () => {
    const desk = await outboxDesk();
    const cuts = { left: 1 };
    const server = await smtpServer({ taken: () => (cuts.left-- > 0 ? CUT : 'NONE') });
    const outbox = desk.outbox(server.port);
    const [first] = (await desk.answer()).replies;
    await desk.later(outbox, UNDO_MS);
    expect(await desk.stateOf(first?.id ?? 0)).toMatchObject({ state: 'RETRY', maybeTwice: true });
    await desk.later(outbox, 60_000);
    expect(await desk.stateOf(first?.id ?? 0)).toMatchObject({ state: 'SENT', maybeTwice: true });
    expect(server.messages).toHaveLength(2);
    expect(server.messages[0]?.raw).toBe(server.messages[1]?.raw);

    cuts.left = 9;
    const [second] = (await desk.answer()).replies;
    await desk.later(outbox, UNDO_MS);
    for (const minutes of [1, 4, 10]) await desk.later(outbox, minutes * 60_000);
    expect(await desk.stateOf(second?.id ?? 0)).toMatchObject({ state: 'FAILED', lastError: 'UNCERTAIN' });
    await desk.later(outbox, 24 * HOUR_MS);
    expect(messageIdsOf(server.messages).filter((id) => id === second?.messageIdHeader)).toHaveLength(4);
  });

  test('between two answers: the second goes out at once on a new one', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer({
      recipient: (_address, message) => (message === 2 && server.connections === 1 ? CUT : 'NONE'),
    });
    const outbox = desk.outbox(server.port);
    const ids = [(await desk.answer()).replies[0]?.id ?? 0, (await desk.answer()).replies[0]?.id ?? 0];
    await desk.later(outbox, UNDO_MS);
    for (const id of ids) expect(await desk.stateOf(id)).toMatchObject({ state: 'SENT', attempts: 1 });
    expect(server.connections).toBe(2);
    expect(server.messages).toHaveLength(2);
  });

  test('before the greeting, or nobody there at all: waits', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer({ connect: () => CUT });
    const outbox = desk.outbox(server.port);
    const [reply] = (await desk.answer()).replies;
    await desk.later(outbox, UNDO_MS);
    expect(await desk.stateOf(reply?.id ?? 0)).toMatchObject({
      state: 'RETRY',
      lastError: expect.stringMatching(/^CONNECTION_LOST/) as unknown,
    });
  });
});

describe('a service that was killed', () => {
  test('while sending: the answer goes out once more and says so; a second time it waits for a person', async () => {
    const desk = await outboxDesk();
    const server = await smtpServer();
    const [reply] = (await desk.answer()).replies;
    const id = reply?.id ?? 0;
    const interrupted = { state: 'SENDING', attempts: 1 };
    await desk.store.write((tx) => tx.reply.update({ where: { id }, data: interrupted }));
    await desk.later(desk.outbox(server.port), 0);
    expect(await desk.stateOf(id)).toMatchObject({ state: 'SENT', maybeTwice: true });
    expect(server.messages).toHaveLength(1);
    expect(await desk.store.prisma.auditEntry.count({ where: { action: 'reply.interrupted' } })).toBe(1);

    await desk.store.write((tx) => tx.reply.update({ where: { id }, data: interrupted }));
    await desk.later(desk.outbox(server.port), 0);
    expect(await desk.stateOf(id)).toMatchObject({ state: 'FAILED', lastError: 'UNCERTAIN' });
    expect(server.messages).toHaveLength(1);
  });
});

test('the copy for the Sent folder is made once, and again only as long as it is not there', async () => {
  const desk = await outboxDesk();
  await desk.store.write((tx) =>
    tx.mailAccount.update({ where: { id: desk.accountId }, data: { sentFolder: 'Enviados' } }),
  );
  const server = await smtpServer();
  const asked: string[] = [];
  const fail = { left: 1 };
  const told: unknown[] = [];
  const outbox = desk.outbox(server.port, {
    copyToSent: async (_account, folder, mime) => {
      if (fail.left-- > 0) throw new Error('no folder');
      asked.push(`${folder} ${mime.toString('latin1')}`);
    },
    onError: (error) => told.push(error),
  });
  const [reply] = (await desk.answer()).replies;
  await desk.later(outbox, UNDO_MS);
  expect(told).toHaveLength(1);
  expect(asked).toEqual([]);
  await desk.later(outbox, 300_000);
  await desk.later(outbox, 300_000);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/^Enviados [^]*Message-ID: /);
  const stored = await desk.store.prisma.reply.findUniqueOrThrow({ where: { id: reply?.id ?? 0 } });
  expect(stored.sentCopyAt).not.toBeNull();
});

/** An office that lets its clerks write to strangers. */
async function onlyWarn(desk: Awaited<ReturnType<typeof outboxDesk>>): Promise<void> {
  const office = { provinceCode: '50', officeName: 'Zaragoza', mailboxAddress: '' };
  const settings = Settings.parse({ office, sending: { unknownAddress: 'WARN' } });
  await desk.store.write((tx) => writeSettings(desk.store, tx, settings));
}
