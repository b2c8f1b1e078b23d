import { describe, expect, test } from 'vitest';
import { REPLY_NOTICE } from '../../main/cases/notice.ts';
import { apiDesk } from '../support/api.ts';
import { aCitizen, allInOrder, aMessage, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

describe('the case panel over the contract', () => {
  test('the main job: case, identity, evidence, phone, answer, resolved', async () => {
    const store = await temporaryStore();
    const { client, clerk, told } = await apiDesk(store);
    const citizen = await aCitizen(store, {
      documents: [{ type: 'DNI', number: '99193443D' }],
      phone: '+34633012290',
    });
    const template = await store.write((tx) =>
      tx.template.create({
        data: {
          name: 'Hecho',
          versions: { create: { version: 1, name: 'Hecho', subject: '', body: '', savedAt: new Date(0) } },
          subject: 'Re: {{asunto}}',
          body: 'Hola, {{nombre}}: registrado {{teléfono_enmascarado}}.',
          updatedAt: new Date(0),
        },
      }),
    );
    const messageId = await aMessage(store, {
      subject: 'Cambio de móvil',
      fromAddress: 'rocio@ejemplo.test',
      attachments: ['ta1.pdf', 'dni.pdf'],
      person: declared({ id: '99193443D', phone: '+34645027731', birthDate: '1987-11-22' }),
    });

    const made = await client.cases.create({ messageId });
    const caseId = made.id;
    expect(made.citizen?.id).toBe(citizen.id);
    expect(made.comparison.find((row) => row.field === 'phone')?.outcome).toBe('DIFFERENT');
    const [ta1, dni] = made.attachments.map((attachment) => attachment.id);
    if (ta1 === undefined || dni === undefined) throw new Error('the message has two attachments');

    const byData = await client.cases.verifyByData({ caseId, version: 1, result: 'VERIFIED' });
    expect(byData.identityLevel).toBe('DATA');
    const verified = await client.cases.verifyByDocument({
      caseId,
      version: 2,
      checklist: allInOrder(dni),
      result: 'VERIFIED',
    });
    expect(verified.identityLevel).toBe('DOCUMENT');
    await client.cases.linkAttachment({ caseId, version: 3, attachmentId: ta1, documentType: 'TA1' });
    const phone = await client.phones.request({
      caseId,
      version: 4,
      contactSet: 'ELECTRONIC',
      wish: { act: 'SET', phone: '645 02 77 31' },
      channel: 'TA1',
      cause: 'Cambio de compañía',
      attachmentIds: [ta1],
    });
    expect(phone.citizen?.maskedPhone).toBe('+34 645027***');
    expect(phone.comparison.find((row) => row.field === 'phone')?.outcome).toBe('EQUAL');

    expect(await client.replies.templates()).toMatchObject([{ name: 'Hecho' }]);
    const preview = await client.replies.preview({ caseId, templateId: template.id });
    expect(preview).toEqual({
      toAddress: 'rocio@ejemplo.test',
      subject: 'Re: Cambio de móvil',
      body: `Hola, Rocío: registrado +34 645027***.\n\n${REPLY_NOTICE}`,
      missing: [],
      templateVersion: 1,
    });
    const { missing, toAddress, ...answer } = preview;
    expect(missing).toEqual([]);
    await client.replies.queue({
      caseId,
      version: 5,
      inReplyToId: messageId,
      seenVersion: 5,
      templateId: template.id,
      to: [toAddress],
      ...answer,
    });
    expect((await client.replies.outbox({})).rows).toMatchObject([{ caseId, state: 'QUEUED' }]);

    const done = await client.cases.setState({ caseId, version: 6, state: 'RESOLVED' });
    expect(done).toMatchObject({ state: 'RESOLVED', version: 7, resolvedAt: store.clock.now() });
    expect((await client.cases.list({ filter: {} })).rows).toEqual([]);
    expect((await client.cases.list({ filter: { state: 'RESOLVED', assignee: 'ME' } })).rows).toMatchObject([
      { id: caseId, citizenName: 'Rocío Benjumea Cala', identityLevel: 'DOCUMENT', messageCount: 1 },
    ]);
    expect((await client.cases.history({ caseId })).map((entry) => entry.action)).toEqual([
      'case.stateSet',
      'reply.queued',
      'citizen.phoneChanged',
      'case.attachmentLinked',
      'case.identityVerified',
      'case.identityVerified',
      'case.created',
    ]);
    expect(told.filter((event) => event.type === 'CITIZEN_CHANGED')).toEqual([
      { type: 'CITIZEN_CHANGED', citizenId: citizen.id },
    ]);
    expect(told.filter((event) => event.type === 'CASE_CHANGED')).toEqual(
      Array.from({ length: 7 }, () => ({ type: 'CASE_CHANGED', caseId, by: clerk.name })),
    );
    expect(told.filter((event) => event.type === 'MESSAGES_CHANGED')).toHaveLength(7);
  });

  test('the smaller acts', async () => {
    const store = await temporaryStore();
    const { client, clerk, told } = await apiDesk(store);
    await store.write((tx) =>
      tx.unit.createMany({ data: [{ name: 'URE' }, { name: 'Vieja', active: false }] }),
    );
    const citizen = await aCitizen(store);
    const first = await client.cases.create({ messageId: await aMessage(store, { attachments: ['a.pdf'] }) });
    const caseId = first.id;
    const messageId = await aMessage(store);
    await client.cases.addMessage({ caseId, version: 1, messageId });
    const removed = await client.cases.removeMessage({ caseId, version: 2, messageId });
    expect(removed.messages).toHaveLength(1);
    expect(told.at(-1)).toEqual({
      type: 'MESSAGES_CHANGED',
      ids: [...removed.messages.map((message) => message.id), messageId],
    });
    await client.cases.setCitizen({ caseId, version: 3, citizenId: citizen.id });
    await client.cases.assign({ caseId, version: 4, assigneeId: null });
    await client.cases.setDueDate({ caseId, version: 5, dueDate: '2026-04-01' });
    await client.cases.addNote({ caseId, version: 6, text: 'Llamar el lunes' });
    const attachmentId = first.attachments[0]?.id ?? 0;
    await client.cases.linkAttachment({ caseId, version: 7, attachmentId, documentType: 'OTHER' });
    await client.cases.unlinkAttachment({ caseId, version: 8, attachmentId });
    expect(await client.cases.get({ caseId })).toMatchObject({
      version: 9,
      citizen: { id: citizen.id },
      assignee: null,
      dueDate: '2026-04-01',
      notes: [{ text: 'Llamar el lunes', createdBy: clerk.name }],
      attachments: [{ documentType: null }],
    });
    expect(await client.cases.people()).toEqual([{ id: clerk.id, displayName: clerk.name }]);
    expect((await client.cases.units()).map((unit) => unit.name)).toEqual(['URE']);
    expect(await client.cases.citizenCandidates({ caseId })).toEqual([]);
  });

  test('coded errors cross the border with their facts; bad input names its fields', async () => {
    const store = await temporaryStore();
    const { client, told } = await apiDesk(store);
    const { id: caseId } = await client.cases.create({ messageId: await aMessage(store) });
    const before = told.length;
    await expect(
      client.phones.request({
        caseId,
        version: 1,
        contactSet: 'ELECTRONIC',
        wish: { act: 'SET', phone: '612034567' },
        channel: 'MAILBOX',
        cause: 'Cambio',
        attachmentIds: [],
      }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET', data: { details: { reason: 'NO_CITIZEN' } } });
    await expect(client.cases.setDueDate({ caseId, version: 9, dueDate: null })).rejects.toMatchObject({
      code: 'STALE',
      data: { details: { state: 'NEW' } },
    });
    await expect(client.cases.addNote({ caseId, version: 1, text: ' ' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { details: { fields: ['text'] } },
    });
    await expect(client.cases.get({ caseId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(told).toHaveLength(before);
  });
});
