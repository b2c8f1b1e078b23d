import { describe, expect, test } from 'vitest';
import { setState } from '../../main/cases/acts.ts';
import { createCase } from '../../main/cases/create.ts';
import { REPLY_NOTICE, withNotice } from '../../main/cases/notice.ts';
import { listOutbox } from '../../main/cases/outbox.ts';
import { queueReply } from '../../main/cases/replies.ts';
import { previewReply, replyTemplates } from '../../main/cases/reply-templates.ts';
import { maskDocument } from '../../main/citizens/mask.ts';
import { verifyByDocument } from '../../main/identity/verify.ts';
import { Settings } from '../../main/settings/model.ts';
import { writeSettings } from '../../main/settings/settings.ts';
import { aCitizen, allInOrder, aMessage, aUser, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

async function desk() {
  const store = await temporaryStore();
  const office = {
    provinceCode: '50',
    officeName: 'Dirección Provincial de Zaragoza',
    mailboxAddress: 'zaragoza@tgss.example',
    phone: '976 00 00 00',
  };
  await store.write((tx) => writeSettings(store, tx, Settings.parse({ office })));
  const clerk = await aUser(store, { displayName: 'Ana Gil' });
  await aCitizen(store, {
    givenName: 'María',
    surnames: 'Registrada',
    documents: [{ type: 'DNI', number: '99193443D' }],
    email: 'maria@ejemplo.test',
    phone: '+34612034567',
  });
  const messageId = await aMessage(store, {
    subject: 'RE: Cambio de móvil',
    fromAddress: 'quien.escribe@ejemplo.test',
    replyToAddress: 'otra@ejemplo.test',
    attachments: ['dni.pdf'],
    person: declared({ id: '99193443D', givenName: 'Rocío', email: 'nueva@ejemplo.test' }),
  });
  const made = await createCase(store, clerk, { messageId });
  const template = (body: string, active = true) =>
    store.write((tx) =>
      tx.template.create({
        data: {
          name: `Plantilla ${body}`,
          subject: 'Re: {{asunto}} ({{expediente}})',
          body,
          active,
          updatedAt: new Date(0),
        },
      }),
    );
  const queue = (version: number, change: Partial<Parameters<typeof queueReply>[2]> = {}) =>
    queueReply(store, clerk, {
      caseId: made.id,
      version,
      inReplyToId: messageId,
      seenVersion: version,
      templateId: null,
      templateVersion: null,
      to: ['quien.escribe@ejemplo.test'],
      cc: [],
      quote: 'NONE',
      attachmentIds: [],
      files: [],
      acknowledged: [],
      subject: 'Re: Cambio de móvil',
      body: 'Hecho.',
      ...change,
    });
  const verify = () =>
    verifyByDocument(store, clerk, {
      caseId: made.id,
      version: 1,
      checklist: allInOrder(made.attachments[0]?.id ?? 0),
      result: 'VERIFIED',
      notes: '',
    });
  return { store, clerk, made, messageId, template, queue, verify };
}

describe('previewing an answer', () => {
  const everything =
    '{{nombre}}|{{apellidos}}|{{documento}}|{{expediente}}|{{fecha}}|{{oficina}}|{{provincia}}|{{teléfono_oficina}}|' +
    '{{teléfono_enmascarado}}|{{asunto}}|{{plazo}}|{{unidad}}|{{tramitador}}|{{texto_libre}}';

  test('tells a stranger only what he wrote himself, and names what is missing', async () => {
    const { store, clerk, made, template } = await desk();
    const { id: templateId } = await template(everything);
    expect(await previewReply(store, clerk, { caseId: made.id, templateId, serviceIds: [] })).toEqual({
      toAddress: 'quien.escribe@ejemplo.test',
      subject: 'Re: Cambio de móvil (50/2026/000001)',
      body:
        'Rocío|{{apellidos}}|***9344**|50/2026/000001|16 de marzo de 2026|Dirección Provincial de Zaragoza|Zaragoza|' +
        `976 00 00 00|{{teléfono_enmascarado}}|Cambio de móvil|26 de marzo de 2026|{{unidad}}|Ana Gil|{{texto_libre}}\n\n${REPLY_NOTICE}`,
      missing: ['apellidos', 'teléfono_enmascarado', 'unidad', 'texto_libre'],
      templateVersion: 1,
    });
  });

  test('has a subject also for what came without one', async () => {
    const { store, clerk, made, messageId, template } = await desk();
    const { id: templateId } = await template('Hecho.');
    await store.write((tx) => tx.message.update({ where: { id: messageId }, data: { subject: 'RE: ' } }));
    const { subject } = await previewReply(store, clerk, { caseId: made.id, templateId, serviceIds: [] });
    expect(subject).toBe('Re: mensaje sin asunto (50/2026/000001)');
  });

  test('tells a verified one what is on record, with the phone masked', async () => {
    const { store, clerk, made, template, verify } = await desk();
    await verify();
    const unit = await store.write((tx) => tx.unit.create({ data: { name: 'URE 50/01' } }));
    await setState(store, clerk, { caseId: made.id, version: 2, state: 'FORWARDED', unitId: unit.id });
    const { id: templateId } = await template(everything);
    const { body, missing } = await previewReply(store, clerk, {
      caseId: made.id,
      templateId,
      serviceIds: [],
    });
    expect(body).toContain('María|Registrada|***9344**|');
    expect(body).toContain('|+34 612034***|');
    expect(body).toContain('|URE 50/01|');
    expect(missing).toEqual(['texto_libre']);
  });

  test('offers the templates in use', async () => {
    const { store, template } = await desk();
    await template('b');
    await template('a');
    await template('vieja', false);
    expect((await replyTemplates(store)).map((row) => row.name)).toEqual(['Plantilla a', 'Plantilla b']);
  });
});

describe('queueing an answer', () => {
  test('stores it with its final Message-ID and the notice, and the case is in progress', async () => {
    const { store, clerk, made, messageId, queue } = await desk();
    const after = await queue(1, { subject: ' Re: Cambio\r\nBcc: x@y.test ' });
    expect(after).toMatchObject({ version: 2, state: 'IN_PROGRESS' });
    expect(after.replies).toMatchObject([
      {
        caseNumber: '50/2026/000001',
        toAddress: 'quien.escribe@ejemplo.test',
        subject: 'Re: Cambio Bcc: x@y.test',
        body: `Hecho.\n\n${REPLY_NOTICE}`,
        state: 'QUEUED',
        createdBy: 'Ana Gil',
      },
    ]);
    const header = after.replies[0]?.messageIdHeader ?? '';
    expect(header).toMatch(/^<[0-9a-f-]{36}@tgss\.example>$/);
    const stored = await store.prisma.reply.findFirstOrThrow();
    expect(stored).toMatchObject({ inReplyToId: messageId, sentAt: null, messageIdHeader: header });
    const message = await store.prisma.message.findUniqueOrThrow({ where: { id: messageId } });
    expect(message.state).toBe('IN_PROGRESS');
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'reply.queued' } });
    expect(entry).toMatchObject({
      actorId: clerk.id,
      objectType: 'REPLY',
      objectId: stored.id,
      caseId: made.id,
    });
    expect(JSON.parse(entry.details)).toMatchObject({
      messageIdHeader: header,
      from: 'NEW',
      to: 'IN_PROGRESS',
    });
  });

  test('a hole that is left stops it, wherever it is', async () => {
    const { store, queue } = await desk();
    await expect(
      queue(1, { subject: '{{asunto}}', body: 'Lo que falta: {{texto_libre}} y {{motivo}}' }),
    ).rejects.toMatchObject({
      code: 'PLACEHOLDER_UNFILLED',
      details: { missing: ['asunto', 'texto_libre', 'motivo'] },
    });
    expect(await store.prisma.reply.count()).toBe(0);
  });

  test('goes to the writer, to what he asked for or to what is on record, and to nobody else', async () => {
    const { queue } = await desk();
    const known = [
      'QUIEN.escribe@ejemplo.test',
      'otra@ejemplo.test',
      'nueva@ejemplo.test',
      'maria@ejemplo.test',
    ];
    for (const [index, toAddress] of known.entries()) {
      expect((await queue(index + 1, { to: [toAddress] })).replies[0]?.toAddress).toBe(toAddress);
    }
    await expect(queue(5, { to: ['quien.escribe@ejempo.test'] })).rejects.toMatchObject({
      code: 'SEND_GATE',
      details: { stopped: ['UNKNOWN_ADDRESS'], unseen: [] },
    });
  });

  test('answers a message of the case, with a template that is there, on its version', async () => {
    const { store, queue } = await desk();
    const inReplyToId = await aMessage(store);
    await expect(queue(1, { inReplyToId })).rejects.toMatchObject({ details: { fields: ['inReplyToId'] } });
    await expect(queue(1, { templateId: 99, templateVersion: 1 })).rejects.toMatchObject({
      details: { fields: ['templateId'] },
    });
    await expect(queue(2)).rejects.toMatchObject({ code: 'STALE' });
  });

  test('the outbox lists the newest first, page by page', async () => {
    const { store, queue } = await desk();
    for (const version of [1, 2, 3]) await queue(version, { body: `Texto ${version}` });
    const first = await listOutbox(store, { cursor: null, limit: 2, filter: null });
    const second = await listOutbox(store, { cursor: first.nextCursor, limit: 2, filter: null });
    expect([...first.rows, ...second.rows].map((row) => row.body.split('\n')[0])).toEqual([
      'Texto 3',
      'Texto 2',
      'Texto 1',
    ]);
    expect(second.nextCursor).toBeNull();
    expect(first.rows[0]).toMatchObject({ caseNumber: '50/2026/000001', createdBy: 'Ana Gil' });
  });
});

test('the notice stands once, also when lines were broken otherwise', () => {
  const broken = `Hola.\n\n${REPLY_NOTICE.replace(' ni una', '\nni una')}\n\nUn saludo`;
  expect(withNotice(broken)).toBe(broken);
  expect(withNotice('Hola.\n')).toBe(`Hola.\n\n${REPLY_NOTICE}`);
  expect(withNotice(REPLY_NOTICE.replace('no es', 'es'))).toContain(REPLY_NOTICE);
});

test.each([
  ['12345678X', '***4567**'],
  ['L1234567X', '****4567*'],
  ['ABC123456', '*****3456'],
  ['AB12', '**12'],
])('shows four digits of %s', (number, masked) => {
  expect(maskDocument(number)).toBe(masked);
});
