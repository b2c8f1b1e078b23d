import { zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { requireCase } from '../../main/cases/change.ts';
import { createCase } from '../../main/cases/create.ts';
import { listCases } from '../../main/cases/list.ts';
import { queueReply } from '../../main/cases/replies.ts';
import { noteBounces } from '../../main/cases/undelivered.ts';
import { aMessage, aUser } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

const [FIRST, SECOND] = ['rocio@ejemplo.test', 'hija@ejemplo.test'] as const;

/** An answer to these addresses that the server took, and what came back of it: no report, only words. */
async function bounced(to: readonly string[], words: (messageIdHeader: string) => string) {
  const store = await temporaryStore();
  const clerk = await aUser(store);
  const messageId = await aMessage(store, {
    fromAddress: FIRST,
    replyToAddress: SECOND,
  });
  const made = await createCase(store, clerk, { messageId });
  const answer = (version: number) =>
    queueReply(store, clerk, {
      ...{ caseId: made.id, version, seenVersion: version, inReplyToId: messageId },
      ...{ templateId: null, templateVersion: null, to: [FIRST], cc: to.slice(1), subject: 'Re: Mensaje' },
      ...{ body: 'Hecho.', quote: 'NONE', attachmentIds: [], files: [], acknowledged: [] },
    });
  const { replies } = await answer(made.version);
  await store.write(async (tx) => {
    await tx.reply.updateMany({ data: { state: 'SENT', attempts: 1 } });
    await tx.replyRecipient.updateMany({ data: { state: 'ACCEPTED', response: '250 OK' } });
  });
  const bytes = Buffer.from(
    [
      'From: postmaster@ejemplo.test',
      'To: zaragoza@tgss.example',
      'Subject: Correo no entregado',
      '',
      words(replies[0]?.messageIdHeader ?? ''),
    ].join('\r\n'),
  );
  await aMessage(store, { kind: 'BOUNCE', size: bytes.length, zstd: zstdCompressSync(bytes) });
  const cases = await noteBounces(store);
  const rows = await store.prisma.replyRecipient.findMany({ orderBy: { id: 'asc' } });
  const states = rows.map(({ address, state, response }) => [address, state, response]);
  const toAttend = async () => {
    const filter = { state: 'TO_ATTEND', assignee: null, text: '' } as const;
    const listed = await listCases(store, clerk.id, { filter, cursor: null, limit: 9 });
    return listed.rows.map(({ attention }) => attention);
  };
  /** Another answer in the same case. */
  const again = async () => {
    const { version } = await requireCase(store.prisma, made.id);
    return answer(version);
  };
  return { cases, states, toAttend, again };
}

const returned = (id: string) =>
  `----- Mensaje original -----\r\nMessage-ID: ${id}\r\nSubject: Re: Mensaje\r\n`;

test('a bounce without a report names the address in its words', async () => {
  const { cases, states, toAttend, again } = await bounced([FIRST], (id) =>
    [
      'No se ha podido entregar el mensaje a:',
      `<${FIRST.toUpperCase()}>: host mx.ejemplo.test said:`,
      '550 5.1.1 Recipient address rejected: User unknown in virtual mailbox table',
      returned(id),
    ].join('\r\n'),
  );
  expect(cases).toHaveLength(1);
  expect(await toAttend()).toEqual([['ANSWER_UNDELIVERED']]);
  await again();
  expect(await toAttend()).toEqual([]);
  expect(states).toEqual([
    [FIRST, 'BOUNCED', '550 5.1.1 Recipient address rejected: User unknown in virtual mailbox table'],
  ]);
});

test('of several addresses only the one that is named is undelivered', async () => {
  const { states } = await bounced([FIRST, SECOND], (id) =>
    [`Buzón lleno: ${SECOND}. El servidor dijo: 552 5.2.2 Over quota`, returned(id)].join('\r\n'),
  );
  expect(states).toEqual([
    [FIRST, 'ACCEPTED', '250 OK'],
    [SECOND, 'BOUNCED', '552 5.2.2 Over quota'],
  ]);
});

test('one that names nobody speaks of the only one it can mean, and of nobody when there were two', async () => {
  const nobody = (id: string) => `El destinatario no existe.\r\n${returned(id)}`;
  expect((await bounced([FIRST], nobody)).states).toEqual([[FIRST, 'BOUNCED', null]]);
  expect((await bounced([FIRST, SECOND], nobody)).states).toEqual([
    [FIRST, 'ACCEPTED', '250 OK'],
    [SECOND, 'ACCEPTED', '250 OK'],
  ]);
});

test('one about somebody else’s message is nothing of ours', async () => {
  const { cases, states } = await bounced(
    [FIRST],
    () => `550 5.1.1 ${FIRST}\r\n${returned('<otro@ejemplo.test>')}`,
  );
  expect(cases).toEqual([]);
  expect(states).toEqual([[FIRST, 'ACCEPTED', '250 OK']]);
});
