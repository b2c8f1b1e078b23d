import { expect, test } from 'vitest';
import { addNote } from '../../main/cases/acts.ts';
import { createCase } from '../../main/cases/create.ts';
import { queueForward } from '../../main/cases/forward.ts';
import { recordFieldsIn } from '../../main/cases/personal-data.ts';
import { checkReply, queueReply, type Draft } from '../../main/cases/replies.ts';
import { noteBounces } from '../../main/cases/undelivered.ts';
import { Settings } from '../../main/settings/model.ts';
import { writeSettings } from '../../main/settings/settings.ts';
import { saveUnit } from '../../main/settings/units.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { anAccount } from '../mail/outbox/outbox-desk.ts';
import { aCitizen, aMessage, aUser, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

async function desk() {
  const store = await temporaryStore();
  const clerk = await aUser(store, { displayName: 'Ana Gil' });
  const citizen = await aCitizen(store, {
    documents: [{ type: 'DNI', number: '99193443D' }],
    birthDate: '1987-11-22',
    address: 'C/ Mayor, 5, 3.º B, Zaragoza',
    phone: '+34612034567',
  });
  const messageId = await aMessage(store, {
    fromAddress: 'rocio@ejemplo.test',
    person: declared({ id: '99193443D' }),
  });
  const made = await createCase(store, clerk, { messageId });
  const draft = (part: Partial<Draft> = {}): Draft => ({
    caseId: made.id,
    version: made.version,
    seenVersion: made.version,
    inReplyToId: messageId,
    templateId: null,
    templateVersion: null,
    to: ['rocio@ejemplo.test'],
    cc: [],
    subject: 'Re: Mensaje',
    body: 'Hecho.',
    quote: null,
    attachmentIds: [],
    files: [],
    ...part,
  });
  const codes = async (part: Partial<Draft> = {}) =>
    (await checkReply(store, clerk, draft(part))).findings.map(({ code, level }) => `${code} ${level}`);
  return { store, clerk, citizen, messageId, made, draft, codes };
}

test('nothing speaks against an ordinary answer; it is shown as it will leave, with what it answers', async () => {
  const { store, clerk, draft } = await desk();
  const check = await checkReply(store, clerk, draft());
  expect(check).toMatchObject({ findings: [], accountName: null, to: ['rocio@ejemplo.test'] });
  expect(check.body).toMatch(
    /^Hecho\.\n\n[^]*\n\nEl 16 de marzo de 2026 a las 11:00, Rocío Benjumea Cala <rocio@ejemplo.test> escribió:\n> Texto \d+\n$/,
  );
  expect(check.size).toBeGreaterThan(check.body.length);
});

test('each thing that speaks against sending is said', async () => {
  const { codes } = await desk();
  expect(await codes({ to: ['otra@ejemplo.test'] })).toEqual(['UNKNOWN_ADDRESS STOP']);
  expect(await codes({ body: 'Su móvil es el 612 03 45 67.' })).toEqual(['PERSONAL_DATA STOP']);
  expect(await codes({ subject: '', body: 'Falta {{texto_libre}}' })).toEqual([
    'UNFILLED STOP',
    'EMPTY_SUBJECT STOP',
  ]);
  expect(await codes({ subject: 'Re: ' })).toEqual(['EMPTY_SUBJECT STOP']);
  expect(await codes({ to: ['no-reply@ejemplo.test'] })).toEqual([
    'UNKNOWN_ADDRESS STOP',
    'AUTOMATIC_SENDER STOP',
  ]);
  const big = new File([new Uint8Array(8_000_000)], 'grande.bin');
  expect(await codes({ files: [big] })).toEqual(['TOO_BIG STOP']);
});

test('a change by somebody else meanwhile warns, with who and what; his own do not', async () => {
  const { store, clerk, made, draft, codes } = await desk();
  await addNote(store, clerk, { caseId: made.id, version: 1, text: 'Mía' });
  expect(await codes({ seenVersion: 1, version: 2 })).toEqual([]);
  const other = await aUser(store, { displayName: 'Luis Pardo' });
  await addNote(store, other, { caseId: made.id, version: 2, text: 'Ya le he llamado' });
  const changed = draft({ seenVersion: 1, version: 3 });
  expect((await checkReply(store, clerk, changed)).findings).toEqual([
    { code: 'CASE_CHANGED', level: 'WARN', about: ['case.noteAdded'], by: 'Luis Pardo' },
  ]);
  await expect(queueReply(store, clerk, { ...changed, acknowledged: [] })).rejects.toMatchObject({
    code: 'SEND_GATE',
    details: { stopped: [], unseen: ['CASE_CHANGED'] },
  });
  const sent = await queueReply(store, clerk, { ...changed, acknowledged: ['CASE_CHANGED'] });
  expect(sent.replies).toHaveLength(1);
});

test('never a bounce, an auto-reply or a list, and not too often one address', async () => {
  const { store, clerk, made, draft, codes } = await desk();
  for (const kind of ['BOUNCE', 'AUTOREPLY', 'NEWSLETTER']) {
    const inReplyToId = await aMessage(store, { kind });
    await store.write((tx) => tx.message.update({ where: { id: inReplyToId }, data: { caseId: made.id } }));
    expect(await codes({ inReplyToId })).toEqual(['AUTOMATIC_SENDER STOP']);
  }
  for (let version = 1; version <= 10; version++) {
    await queueReply(store, clerk, { ...draft({ version, seenVersion: version }), acknowledged: [] });
  }
  expect(await codes()).toContain('LOOP_GUARD STOP');
});

test('never the office itself: no mailbox it reads, nor the one it names as its own; nor is a case forwarded there', async () => {
  const { store, clerk, made, messageId, codes } = await desk();
  await anAccount(store, { address: 'Zaragoza@tgss.example' });
  await anAccount(store, { name: 'Huesca', address: 'huesca@tgss.example' });
  const office = { provinceCode: '50', officeName: 'Zaragoza', mailboxAddress: 'buzon@tgss.example' };
  const settings = Settings.parse({ office, sending: { unknownAddress: 'WARN' } });
  await store.write((tx) => writeSettings(store, tx, settings));
  for (const own of ['zaragoza@tgss.example', 'huesca@tgss.example', 'buzon@tgss.example']) {
    expect(await codes({ to: [own] })).toEqual(['UNKNOWN_ADDRESS WARN', 'OWN_ADDRESS STOP']);
    const unit = await saveUnit(store, SYSTEM_ACTOR, {
      id: null,
      name: own,
      email: own.toUpperCase(),
      active: true,
    });
    const forward = {
      caseId: made.id,
      version: made.version,
      unitId: unit.id,
      messageIds: [messageId],
      note: '',
    };
    await expect(queueForward(store, clerk, forward)).rejects.toMatchObject({
      code: 'SEND_GATE',
      details: { stopped: ['OWN_ADDRESS'], about: [own.toUpperCase()] },
    });
  }
  expect(await store.prisma.reply.count()).toBe(0);
});

test('a file of another citizen’s case is known by its bytes, also when it comes from the disk', async () => {
  const { store, clerk, codes } = await desk();
  const file = new File(['Datos de otra persona'], 'informe.txt');
  const stranger = await aCitizen(store);
  const messageId = await aMessage(store, { attachments: ['informe.txt'] });
  const other = await createCase(store, clerk, { messageId });
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256').update('Datos de otra persona').digest('hex');
  await store.write(async (tx) => {
    await tx.attachment.updateMany({ where: { messageId }, data: { sha256 } });
    await tx.case.update({ where: { id: other.id }, data: { citizenId: stranger.id } });
  });
  expect(await codes({ files: [file] })).toEqual(['FOREIGN_ATTACHMENT STOP']);
});

test('the record’s data are found however they are written, and masked ones are not', async () => {
  const { citizen } = await desk();
  expect(recordFieldsIn('DNI 99.193.443-D, nacida el 22 de noviembre de 1987', citizen)).toEqual([
    'DOCUMENT',
    'BIRTH_DATE',
  ]);
  expect(recordFieldsIn('vive en la calle Mayor nº 5; móvil +34 612-03-45-67', citizen)).toEqual([
    'PHONE',
    'ADDRESS',
  ]);
  expect(recordFieldsIn('22/11/87', citizen)).toEqual(['BIRTH_DATE']);
  expect(recordFieldsIn('***9344**, +34 612034***, el 2/11/1987, calle Mayor 57', citizen)).toEqual([]);
});

test('a bounce marks the answer that caused it, and the case is open again', async () => {
  const { store, clerk, made, draft } = await desk();
  const queued = await queueReply(store, clerk, { ...draft(), acknowledged: [] });
  const reply = queued.replies[0];
  await store.write(async (tx) => {
    await tx.reply.updateMany({ data: { state: 'SENT', attempts: 1 } });
    await tx.replyRecipient.updateMany({ data: { state: 'ACCEPTED' } });
    await tx.case.update({ where: { id: made.id }, data: { state: 'WAITING_CITIZEN' } });
  });
  const raw = [
    'From: MAILER-DAEMON@ejemplo.test',
    'Subject: Undelivered Mail',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; ejemplo.test',
    '',
    'Final-Recipient: rfc822; ROCIO@ejemplo.test',
    'Action: failed',
    'Status: 5.2.2',
    'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${reply?.messageIdHeader ?? ''}`,
    '--b--',
    '',
  ].join('\r\n');
  const { zstdCompressSync } = await import('node:zlib');
  const bytes = Buffer.from(raw);
  const bounceId = await aMessage(store, {
    kind: 'BOUNCE',
    size: bytes.length,
    zstd: zstdCompressSync(bytes),
  });
  expect(await noteBounces(store)).toEqual([made.id]);
  expect(await noteBounces(store)).toEqual([]);
  const after = await store.prisma.case.findUniqueOrThrow({ where: { id: made.id } });
  expect(after.state).toBe('IN_PROGRESS');
  const bounce = await store.prisma.message.findUniqueOrThrow({ where: { id: bounceId } });
  expect(bounce.caseId).toBe(made.id);
  expect((await checkReply(store, clerk, draft())).findings).toEqual([
    { code: 'CASE_CHANGED', level: 'WARN', about: ['reply.undelivered'], by: 'Estafeta' },
  ]);
  const row = await store.prisma.reply.findFirstOrThrow({ include: { recipients: true } });
  expect(row.undeliveredById).toBe(bounceId);
  expect(row.recipients).toMatchObject([{ state: 'BOUNCED', response: '552 5.2.2 Mailbox full' }]);
});
