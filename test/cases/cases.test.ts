import { describe, expect, test } from 'vitest';
import {
  addNote,
  assignCase,
  linkAttachment,
  setCitizen,
  setDueDate,
  setState,
  unlinkAttachment,
} from '../../main/cases/acts.ts';
import { addMessage, caseTitle, createCase, removeMessage } from '../../main/cases/create.ts';
import { openCase } from '../../main/cases/detail.ts';
import { caseHistory } from '../../main/cases/history.ts';
import { listCases } from '../../main/cases/list.ts';
import { verifyByDocument } from '../../main/identity/verify.ts';
import type { Store } from '../../main/store/store.ts';
import { aCitizen, allInOrder, aMessage, aUser, declared } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

async function desk() {
  const clock = testClock();
  const store = await temporaryStore(clock);
  return { clock, store, clerk: await aUser(store, { displayName: 'Ana' }) };
}

const messageIn = (store: Store, id: number) => store.prisma.message.findUniqueOrThrow({ where: { id } });
const caseNumberHits = (store: Store, text: string) =>
  store.sql
    .prepare<[string], { rowid: number }>('SELECT rowid FROM "message_search" WHERE "message_search" MATCH ?')
    .all(`case_number : "${text}"`)
    .map((row) => row.rowid);

describe('making a case', () => {
  test('takes the whole thread, numbers it, and repeats its state on the messages', async () => {
    const { store, clerk } = await desk();
    const first = await aMessage(store, { subject: 'RE: Cambio de móvil', messageIdHeader: '<a@x>' });
    const second = await aMessage(store, { subject: 'Mensaje segundo', references: ['<a@x>'] });
    const other = await aMessage(store);
    const detail = await createCase(store, clerk, { messageId: second });
    expect(detail).toMatchObject({
      version: 1,
      number: '28/2026/000001',
      title: 'Mensaje segundo',
      state: 'NEW',
      category: 'AFILIACION',
      assignee: { id: clerk.id, displayName: 'Ana' },
      identityLevel: 'NONE',
      dueDate: '2026-03-26',
      citizen: null,
    });
    expect(detail.messages.map((message) => message.id)).toEqual([first, second]);
    expect(await messageIn(store, first)).toMatchObject({
      caseId: detail.id,
      state: 'NEW',
      assigneeId: clerk.id,
      version: 2,
    });
    expect((await messageIn(store, other)).caseId).toBeNull();
    expect(caseNumberHits(store, '28/2026/000001')).toEqual([first, second]);
    const entry = await store.prisma.auditEntry.findFirstOrThrow({ where: { action: 'case.created' } });
    expect(entry).toMatchObject({ actorId: clerk.id, caseId: detail.id });
    expect(JSON.parse(entry.details)).toMatchObject({
      number: '28/2026/000001',
      messageIds: [first, second],
    });
  });

  test('again on any message of the thread answers the same case; the next one counts on', async () => {
    const { store, clerk } = await desk();
    const first = await aMessage(store, { messageIdHeader: '<a@x>' });
    const made = await createCase(store, clerk, { messageId: first });
    const later = await aMessage(store, { references: ['<a@x>'] });
    expect((await createCase(store, clerk, { messageId: first })).id).toBe(made.id);
    expect((await createCase(store, clerk, { messageId: later })).id).toBe(made.id);
    expect(await store.prisma.case.count()).toBe(1);
    const next = await createCase(store, clerk, { messageId: await aMessage(store) });
    expect(next.number).toBe('28/2026/000002');
  });

  test('two at the same time get two numbers', async () => {
    const { store, clerk } = await desk();
    const ids = [await aMessage(store), await aMessage(store), await aMessage(store)];
    const made = await Promise.all(ids.map((messageId) => createCase(store, clerk, { messageId })));
    expect(made.map((detail) => detail.number).sort()).toEqual([
      '28/2026/000001',
      '28/2026/000002',
      '28/2026/000003',
    ]);
  });

  test('the year of the number is the one at the office', async () => {
    const { clock, store, clerk } = await desk();
    clock.set('2026-12-31T23:30:00Z');
    const detail = await createCase(store, clerk, { messageId: await aMessage(store) });
    expect(detail).toMatchObject({ number: '28/2027/000001', dueDate: '2027-01-11' });
  });

  test('sets the citizen whose document was declared, unless its letter is wrong', async () => {
    const { store, clerk } = await desk();
    const citizen = await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }] });
    const person = (valid: boolean) => declared({ idType: 'DNI', id: '99193443D' }, valid);
    const right = await createCase(store, clerk, {
      messageId: await aMessage(store, { person: person(true) }),
    });
    const wrong = await createCase(store, clerk, {
      messageId: await aMessage(store, { person: person(false) }),
    });
    expect([right.citizen?.id, right.identityLevel]).toEqual([citizen.id, 'NONE']);
    expect(wrong.citizen).toBeNull();
  });

  test('keeps the person the message was given to', async () => {
    const { store, clerk } = await desk();
    const luis = await aUser(store, { displayName: 'Luis' });
    const messageId = await aMessage(store);
    await store.write((tx) => tx.message.update({ where: { id: messageId }, data: { assigneeId: luis.id } }));
    expect((await createCase(store, clerk, { messageId })).assignee?.displayName).toBe('Luis');
  });

  test('refuses a message that is not there', async () => {
    const { store, clerk } = await desk();
    await expect(createCase(store, clerk, { messageId: 99 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([
    ['RE: RV: Cambio de móvil', 'Cambio de móvil'],
    ['VARIACIÓN DE DATOS TA.1', 'Variación de datos TA.1'],
    ['  ', 'Solicitud de afiliación'],
    ['RE: ???', 'Solicitud de afiliación'],
    ['a'.repeat(200), `${'a'.repeat(79)}…`],
    [
      'AFILIACIÓN E INSCRIPCIÓN DE EMPRESAS, ALTAS, BAJAS Y VARIACIONES DE DATOS de mi empresa de Sevilla',
      'AFILIACIÓN E INSCRIPCIÓN DE EMPRESAS, ALTAS, BAJAS Y VARIACIONES DE DATOS de…',
    ],
  ])('titles %j as %j', (subject, title) => {
    expect(caseTitle(subject, 'AFILIACION')).toBe(title);
  });
});

describe('messages of a case', () => {
  test('adding one brings its thread; it cannot be in two cases', async () => {
    const { store, clerk } = await desk();
    const made = await createCase(store, clerk, { messageId: await aMessage(store) });
    const first = await aMessage(store, { messageIdHeader: '<b@x>' });
    const second = await aMessage(store, { references: ['<b@x>'] });
    const after = await addMessage(store, clerk, { caseId: made.id, version: 1, messageId: second });
    expect(after.version).toBe(2);
    expect(after.messages.slice(1).map((message) => message.id)).toEqual([first, second]);
    expect(caseNumberHits(store, made.number)).toHaveLength(3);
    expect((await addMessage(store, clerk, { caseId: made.id, version: 2, messageId: first })).version).toBe(
      2,
    );
    const other = await createCase(store, clerk, { messageId: await aMessage(store) });
    await expect(
      addMessage(store, clerk, { caseId: other.id, version: 1, messageId: first }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET', details: { reason: 'IN_OTHER_CASE' } });
  });

  test('one that is taken out begins anew, and the rest of the thread stays', async () => {
    const { store, clerk } = await desk();
    const root = await aMessage(store, { messageIdHeader: '<c@x>', attachments: ['dni.pdf'] });
    const second = await aMessage(store, { references: ['<c@x>'] });
    const third = await aMessage(store, { references: ['<c@x>'] });
    const made = await createCase(store, clerk, { messageId: root });
    const attachmentId = made.attachments[0]?.id ?? 0;
    const linked = await linkAttachment(store, clerk, {
      caseId: made.id,
      version: 1,
      attachmentId,
      documentType: 'DNI_FRONT',
    });
    const after = await removeMessage(store, clerk, {
      caseId: made.id,
      version: linked.version,
      messageId: root,
    });
    expect(after.messages.map((message) => message.id)).toEqual([second, third]);
    expect(after.attachments).toEqual([]);
    expect(await store.prisma.caseAttachment.count()).toBe(0);
    expect(await messageIn(store, root)).toMatchObject({
      caseId: null,
      state: 'NEW',
      identityLevel: 'NONE',
      threadId: root,
    });
    expect((await messageIn(store, third)).threadId).toBe(second);
    expect(caseNumberHits(store, made.number)).toEqual([second, third]);
    const own = await createCase(store, clerk, { messageId: root });
    expect([own.id === made.id, own.messages.length]).toEqual([false, 1]);
  });

  test('the last one stays, and so does one that proved an identity', async () => {
    const { store, clerk } = await desk();
    const citizen = await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }] });
    const messageId = await aMessage(store, {
      messageIdHeader: '<d@x>',
      attachments: ['dni.pdf'],
      person: declared({ id: '99193443D' }),
    });
    const made = await createCase(store, clerk, { messageId });
    expect(made.citizen?.id).toBe(citizen.id);
    const remove = (version: number) => removeMessage(store, clerk, { caseId: made.id, version, messageId });
    await expect(remove(1)).rejects.toMatchObject({ details: { reason: 'LAST_MESSAGE' } });
    const second = await addMessage(store, clerk, {
      caseId: made.id,
      version: 1,
      messageId: await aMessage(store),
    });
    const verified = await verifyByDocument(store, clerk, {
      caseId: made.id,
      version: second.version,
      checklist: allInOrder(made.attachments[0]?.id ?? 0),
      result: 'VERIFIED',
      notes: '',
    });
    await expect(remove(verified.version)).rejects.toMatchObject({ details: { reason: 'EVIDENCE' } });
  });
});

describe('changing a case', () => {
  test('a stale version is refused with who did what', async () => {
    const { clock, store, clerk } = await desk();
    const luis = await aUser(store, { displayName: 'Luis' });
    const { id: caseId } = await createCase(store, clerk, { messageId: await aMessage(store) });
    clock.set('2026-03-16T11:00:00Z');
    await setDueDate(store, luis, { caseId, version: 1, dueDate: '2026-04-01' });
    clock.set('2026-03-16T11:05:00Z');
    await setState(store, luis, { caseId, version: 2, state: 'IN_PROGRESS', unitId: null });
    await openCase(store, luis, caseId);
    await expect(addNote(store, clerk, { caseId, version: 1, text: 'Llamar' })).rejects.toMatchObject({
      code: 'STALE',
      details: {
        changedBy: 'Luis',
        changedAt: '2026-03-16T11:05:00.000Z',
        changed: ['case.stateSet', 'case.dueDateSet'],
        state: 'IN_PROGRESS',
      },
    });
    await expect(addNote(store, clerk, { caseId, version: 2, text: 'Llamar' })).rejects.toMatchObject({
      details: { changed: ['case.stateSet'] },
    });
    expect(await store.prisma.note.count()).toBe(0);
  });

  test('of two at once on the same version, one is refused', async () => {
    const { store, clerk } = await desk();
    const { id: caseId } = await createCase(store, clerk, { messageId: await aMessage(store) });
    const results = await Promise.allSettled([
      addNote(store, clerk, { caseId, version: 1, text: 'uno' }),
      addNote(store, clerk, { caseId, version: 1, text: 'dos' }),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
  });

  test('state, unit and resolution go together, on the messages too, with from and to', async () => {
    const { clock, store, clerk } = await desk();
    const unit = await store.write((tx) => tx.unit.create({ data: { name: 'URE 28/01' } }));
    const messageId = await aMessage(store);
    const { id: caseId } = await createCase(store, clerk, { messageId });
    const go = (
      version: number,
      state: Parameters<typeof setState>[2]['state'],
      unitId: number | null = null,
    ) => setState(store, clerk, { caseId, version, state, unitId });
    expect(await go(1, 'FORWARDED', unit.id)).toMatchObject({ state: 'FORWARDED', unitName: 'URE 28/01' });
    expect(await go(2, 'IN_PROGRESS')).toMatchObject({ state: 'IN_PROGRESS', unitName: null });
    clock.set('2026-03-17T09:00:00Z');
    expect((await go(3, 'RESOLVED')).resolvedAt).toEqual(new Date('2026-03-17T09:00:00Z'));
    expect((await messageIn(store, messageId)).state).toBe('RESOLVED');
    clock.set('2026-03-18T09:00:00Z');
    expect((await go(4, 'ARCHIVED')).resolvedAt).toEqual(new Date('2026-03-17T09:00:00Z'));
    expect(await go(5, 'IN_PROGRESS')).toMatchObject({ state: 'IN_PROGRESS', resolvedAt: null });
    expect((await messageIn(store, messageId)).state).toBe('IN_PROGRESS');
    const entries = await store.prisma.auditEntry.findMany({
      where: { action: 'case.stateSet' },
      orderBy: { id: 'asc' },
    });
    expect(entries.map((entry) => JSON.parse(entry.details) as unknown)).toEqual([
      { from: 'NEW', to: 'FORWARDED', unit: 'URE 28/01' },
      { from: 'FORWARDED', to: 'IN_PROGRESS' },
      { from: 'IN_PROGRESS', to: 'RESOLVED' },
      { from: 'RESOLVED', to: 'ARCHIVED' },
      { from: 'ARCHIVED', to: 'IN_PROGRESS' },
    ]);
  });

  test('a unit is asked for when forwarding, must be in use, and is refused elsewhere', async () => {
    const { store, clerk } = await desk();
    const closed = await store.write((tx) => tx.unit.create({ data: { name: 'Antigua', active: false } }));
    const { id: caseId } = await createCase(store, clerk, { messageId: await aMessage(store) });
    for (const change of [
      { state: 'FORWARDED', unitId: null },
      { state: 'FORWARDED', unitId: closed.id },
      { state: 'RESOLVED', unitId: closed.id },
    ] as const) {
      await expect(setState(store, clerk, { caseId, version: 1, ...change })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: ['unitId'] },
      });
    }
  });

  test('a message that comes later in the thread wakes a resolved case', async () => {
    const { store, clerk } = await desk();
    const messageId = await aMessage(store, { messageIdHeader: '<e@x>' });
    const { id: caseId } = await createCase(store, clerk, { messageId });
    await setState(store, clerk, { caseId, version: 1, state: 'RESOLVED', unitId: null });
    const later = await aMessage(store, { references: ['<e@x>'] });
    const after = await openCase(store, clerk, caseId);
    expect(after).toMatchObject({ state: 'IN_PROGRESS', resolvedAt: null, version: 3 });
    expect(after.messages.map((message) => message.id)).toEqual([messageId, later]);
    for (const id of [messageId, later]) {
      expect(await messageIn(store, id)).toMatchObject({
        state: 'IN_PROGRESS',
        assigneeId: clerk.id,
        caseId,
      });
    }
  });

  test('assigning goes to people in use and onto the messages; doing it again is nothing', async () => {
    const { store, clerk } = await desk();
    const luis = await aUser(store, { displayName: 'Luis' });
    const gone = await aUser(store, { active: false });
    const messageId = await aMessage(store);
    const { id: caseId } = await createCase(store, clerk, { messageId });
    expect(await assignCase(store, clerk, { caseId, version: 1, assigneeId: luis.id })).toMatchObject({
      version: 2,
      assignee: { displayName: 'Luis' },
    });
    expect((await messageIn(store, messageId)).assigneeId).toBe(luis.id);
    expect((await assignCase(store, clerk, { caseId, version: 2, assigneeId: luis.id })).version).toBe(2);
    await expect(assignCase(store, clerk, { caseId, version: 2, assigneeId: gone.id })).rejects.toMatchObject(
      { code: 'INVALID_INPUT' },
    );
    await assignCase(store, clerk, { caseId, version: 2, assigneeId: null });
    expect((await messageIn(store, messageId)).assigneeId).toBeNull();
  });

  test('attachments of its messages are linked, changed and unlinked; foreign ones are not', async () => {
    const { store, clerk } = await desk();
    const foreign = await createCase(store, clerk, {
      messageId: await aMessage(store, { attachments: ['x.pdf'] }),
    });
    const made = await createCase(store, clerk, {
      messageId: await aMessage(store, { attachments: ['ta1.pdf', 'dni.pdf'] }),
    });
    const [ta1, dni] = made.attachments;
    const on = (version: number) => ({ caseId: made.id, version, attachmentId: ta1?.id ?? 0 });
    await linkAttachment(store, clerk, { ...on(1), documentType: 'OTHER' });
    const linked = await linkAttachment(store, clerk, { ...on(2), documentType: 'TA1' });
    expect(linked.attachments.map(({ name, documentType }) => [name, documentType])).toEqual([
      ['ta1.pdf', 'TA1'],
      ['dni.pdf', null],
    ]);
    expect((await unlinkAttachment(store, clerk, on(3))).attachments[0]?.documentType).toBeNull();
    for (const attachmentId of [foreign.attachments[0]?.id ?? 0, 999]) {
      await expect(
        linkAttachment(store, clerk, { caseId: made.id, version: 4, attachmentId, documentType: 'TA1' }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(
      unlinkAttachment(store, clerk, { caseId: made.id, version: 4, attachmentId: dni?.id ?? 0 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('another citizen drops the identity level and keeps the verification in the history', async () => {
    const { store, clerk } = await desk();
    await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }] });
    const other = await aCitizen(store);
    const messageId = await aMessage(store, {
      attachments: ['dni.pdf'],
      person: declared({ id: '99193443D' }),
    });
    const made = await createCase(store, clerk, { messageId });
    await verifyByDocument(store, clerk, {
      caseId: made.id,
      version: 1,
      checklist: allInOrder(made.attachments[0]?.id ?? 0),
      result: 'VERIFIED',
      notes: '',
    });
    expect((await messageIn(store, messageId)).identityLevel).toBe('DOCUMENT');
    const after = await setCitizen(store, clerk, { caseId: made.id, version: 2, citizenId: other.id });
    expect(after).toMatchObject({ identityLevel: 'NONE', citizen: { id: other.id } });
    expect(after.verifications).toHaveLength(1);
    expect((await messageIn(store, messageId)).identityLevel).toBe('NONE');
    await expect(
      setCitizen(store, clerk, { caseId: made.id, version: 3, citizenId: 999 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a note stays out of the log but leaves its trace', async () => {
    const { store, clerk } = await desk();
    const { id: caseId } = await createCase(store, clerk, { messageId: await aMessage(store) });
    const after = await addNote(store, clerk, { caseId, version: 1, text: 'Ha llamado su hija.' });
    expect(after.notes).toMatchObject([{ text: 'Ha llamado su hija.', createdBy: 'Ana' }]);
    const history = await caseHistory(store, caseId);
    expect(history.map((entry) => entry.action)).toEqual(['case.noteAdded', 'case.created']);
    expect(JSON.stringify(history)).not.toContain('hija');
  });
});

describe('opening and listing', () => {
  test('opening is written down once in ten minutes for each person, and so is the citizen shown', async () => {
    const { clock, store, clerk } = await desk();
    const luis = await aUser(store);
    const citizen = await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }] });
    const messageId = await aMessage(store, { person: declared({ id: '99193443D' }) });
    const { id: caseId } = await createCase(store, clerk, { messageId });
    await openCase(store, clerk, caseId);
    clock.advance(9 * 60_000);
    await openCase(store, clerk, caseId);
    await openCase(store, luis, caseId);
    clock.advance(2 * 60_000);
    await openCase(store, clerk, caseId);
    const opened = async (action: string) =>
      (await store.prisma.auditEntry.findMany({ where: { action }, orderBy: { id: 'asc' } })).map((entry) => [
        entry.actorId,
        entry.objectId,
        entry.caseId,
      ]);
    expect(await opened('case.opened')).toEqual(
      [clerk.id, luis.id, clerk.id].map((id) => [id, caseId, caseId]),
    );
    expect(await opened('citizen.opened')).toEqual(
      [clerk.id, luis.id, clerk.id].map((id) => [id, citizen.id, caseId]),
    );
  });

  test('filters by state, person and text, newest first, page by page', async () => {
    const { store, clerk } = await desk();
    const luis = await aUser(store);
    await aCitizen(store, { surnames: 'Ibáñez Peña', documents: [{ type: 'DNI', number: '99193443D' }] });
    const ids: number[] = [];
    for (let i = 0; i < 4; i++) {
      const messageId = await aMessage(store, {
        subject: i === 2 ? 'Vida laboral' : `Asunto ${i}`,
        person: i === 1 ? declared({ id: '99193443D' }) : declared({}),
      });
      ids.push((await createCase(store, clerk, { messageId })).id);
    }
    const [a = 0, b = 0, c = 0, d = 0] = ids;
    await setState(store, clerk, { caseId: a, version: 1, state: 'RESOLVED', unitId: null });
    await assignCase(store, clerk, { caseId: d, version: 1, assigneeId: luis.id });
    type Filter = Parameters<typeof listCases>[2]['filter'];
    const list = async (filter: Partial<Filter>) =>
      (
        await listCases(store, clerk.id, {
          filter: { state: null, assignee: null, text: '', ...filter },
          cursor: null,
          limit: 10,
        })
      ).rows.map((row) => row.id);
    expect(await list({})).toEqual([d, c, b, a]);
    expect(await list({ state: 'OPEN' })).toEqual([d, c, b]);
    expect(await list({ state: 'RESOLVED' })).toEqual([a]);
    expect(await list({ assignee: 'ME' })).toEqual([c, b, a]);
    expect(await list({ assignee: luis.id })).toEqual([d]);
    expect(await list({ assignee: 'NOBODY' })).toEqual([]);
    expect(await list({ text: 'vida lab' })).toEqual([c]);
    expect(await list({ text: '000004' })).toEqual([d]);
    expect(await list({ text: 'ibanez' })).toEqual([b]);
    expect(await list({ text: '99193443-D' })).toEqual([b]);
    const filter = { state: null, assignee: null, text: '' };
    const first = await listCases(store, clerk.id, { filter, cursor: null, limit: 3 });
    const second = await listCases(store, clerk.id, { filter, cursor: first.nextCursor, limit: 3 });
    expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual([d, c, b, a]);
    expect(second.nextCursor).toBeNull();
    expect(second.rows[0]).toMatchObject({ citizenName: null, messageCount: 1 });
  });
});
