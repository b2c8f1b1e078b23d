import { describe, expect, it } from 'vitest';
import { createCase } from '../../main/cases/create.ts';
import {
  archive,
  assign,
  confirmProposed,
  setAction,
  setCategory,
  withdrawDecision,
} from '../../main/mail/message-acts.ts';
import { openMessage } from '../../main/mail/message-detail.ts';
import type { Store } from '../../main/store/store.ts';
import { aMessage, aUser } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const row = (store: Store, id: number) => store.prisma.message.findUniqueOrThrow({ where: { id } });

async function restore(outcome: Awaited<ReturnType<typeof setCategory>>): Promise<number> {
  if (outcome.restore === null) throw new Error('there is nothing to take back');
  return outcome.restore();
}

describe('deciding a category', () => {
  it('keeps what was declared and proposed beside what the person decided', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const id = await aMessage(store, { needsReview: true });
    await setCategory(store, clerk, [id], 'RECAUDACION', 1);
    expect(await row(store, id)).toMatchObject({
      declaredCategory: 'AFILIACION',
      proposedCategory: 'AFILIACION',
      finalCategory: 'RECAUDACION',
      finalById: clerk.id,
      category: 'RECAUDACION',
      needsReview: false,
      version: 2,
    });
  });

  it('refuses a stale version and says who changed it and when', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store, { displayName: 'Marta Lasierra' });
    const id = await aMessage(store);
    await setCategory(store, clerk, [id], 'OTRAS', 1);
    await expect(setCategory(store, clerk, [id], 'COTIZACION', 1)).rejects.toMatchObject({
      code: 'STALE',
      details: { changedBy: 'Marta Lasierra', changedAt: '2026-03-16T10:00:00.000Z' },
    });
    expect((await row(store, id)).finalCategory).toBe('OTRAS');
  });

  it('moves a message out of the requests with NONE, and back with a category', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const id = await aMessage(store);
    await setCategory(store, clerk, [id], 'NONE');
    expect(await row(store, id)).toMatchObject({ isRequest: false, category: 'NONE' });
    await setCategory(store, clerk, [id], 'OTRAS');
    expect(await row(store, id)).toMatchObject({ isRequest: true, category: 'OTRAS' });
  });

  it('confirms what was proposed, and leaves what was not or was decided already', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const proposed = await aMessage(store);
    const abstained = await aMessage(store, { proposedCategory: null });
    const decided = await aMessage(store);
    await setCategory(store, clerk, [decided], 'OTRAS');
    const { changedIds } = await confirmProposed(store, clerk, [proposed, abstained, decided]);
    expect(changedIds).toEqual([proposed]);
    expect((await row(store, decided)).finalCategory).toBe('OTRAS');
  });

  it('tells the case of the message', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const id = await aMessage(store);
    const { id: caseId, version } = await createCase(store, clerk, { messageId: id });
    const outcome = await setCategory(store, clerk, [id], 'COTIZACION');
    expect(outcome.caseIds).toEqual([caseId]);
    const after = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    expect(after).toMatchObject({ category: 'COTIZACION', version: version + 1 });
  });
});

describe('withdrawing a decision', () => {
  it('long after, the proposal stands again, and what was sure of itself needs no review', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const sure = await aMessage(store);
    const unsure = await aMessage(store, { proposedConfidence: 0.2, needsReview: true });
    for (const id of [sure, unsure]) {
      await setCategory(store, clerk, [id], 'NONE');
      await withdrawDecision(store, clerk, id, 2);
    }
    const undecided = { category: 'AFILIACION', finalCategory: null, finalById: null, finalAt: null };
    expect(await row(store, sure)).toMatchObject({ ...undecided, isRequest: true, needsReview: false });
    expect(await row(store, unsure)).toMatchObject({ ...undecided, isRequest: true, needsReview: true });
    expect((await withdrawDecision(store, clerk, sure, 3)).restore).toBeNull();
  });

  it('is told to the case, refused on a stale version, and can itself be taken back', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const id = await aMessage(store);
    await setCategory(store, clerk, [id], 'OTRAS');
    const { id: caseId } = await createCase(store, clerk, { messageId: id });
    const { version } = await row(store, id);
    await expect(withdrawDecision(store, clerk, id, version - 1)).rejects.toMatchObject({ code: 'STALE' });
    const outcome = await withdrawDecision(store, clerk, id, version);
    const category = async () =>
      (await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).category;
    expect(await category()).toBe('AFILIACION');
    await restore(outcome);
    expect(await row(store, id)).toMatchObject({ finalCategory: 'OTRAS', finalById: clerk.id });
    expect(await category()).toBe('OTRAS');
  });
});

describe('what a message asks for', () => {
  it('a person says it, takes it back, or leaves it to the machine; what was declared stays', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const id = await aMessage(store);
    const before = await row(store, id);
    const outcome = await setAction(store, clerk, id, 'DEFERRAL', 1);
    expect(await row(store, id)).toMatchObject({
      finalAction: 'DEFERRAL',
      declaredPerson: before.declaredPerson,
      version: 2,
    });
    expect((await openMessage(store, clerk, id)).finalAction).toBe('DEFERRAL');
    await restore(outcome);
    expect((await row(store, id)).finalAction).toBeNull();
    expect((await setAction(store, clerk, id, null, 3)).restore).toBeNull();
  });
});

describe('taking back', () => {
  it('puts back what the act changed, and nothing that changed since', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const [one, two] = [await aMessage(store), await aMessage(store)];
    const outcome = await setCategory(store, clerk, [one, two], 'OTRAS');
    await setCategory(store, clerk, [two], 'MORATORIAS');
    expect(await restore(outcome)).toBe(1);
    expect(await row(store, one)).toMatchObject({ finalCategory: null, category: 'AFILIACION' });
    expect(await row(store, two)).toMatchObject({ finalCategory: 'MORATORIAS' });
    expect(await store.prisma.auditEntry.count({ where: { action: 'message.undone' } })).toBe(1);
  });

  it('does not undo what a sibling of the same case was given meanwhile', async () => {
    const store = await temporaryStore();
    const [clerk, other] = [await aUser(store), await aUser(store)];
    const [one, two] = [
      await aMessage(store, { messageIdHeader: '<a@x>' }),
      await aMessage(store, { references: ['<a@x>'] }),
    ];
    await createCase(store, clerk, { messageId: one });
    const outcome = await setCategory(store, clerk, [one], 'OTRAS');
    await assign(store, clerk, [two], other.id);
    await restore(outcome);
    expect((await row(store, one)).assigneeId).toBe(other.id);
  });

  it('assigns the whole case and takes it back', async () => {
    const store = await temporaryStore();
    const [clerk, other] = [await aUser(store), await aUser(store)];
    const id = await aMessage(store);
    const { id: caseId, assignee } = await createCase(store, clerk, { messageId: id });
    const outcome = await assign(store, clerk, [id], other.id);
    expect(await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
      assigneeId: other.id,
    });
    await restore(outcome);
    expect(await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
      assigneeId: assignee?.id,
    });
  });
});

describe('archiving', () => {
  it('takes away what has no case and leaves what has one', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const [alone, worked] = [await aMessage(store), await aMessage(store)];
    await createCase(store, clerk, { messageId: worked });
    expect((await archive(store, clerk, [alone, worked])).changedIds).toEqual([alone]);
    expect((await row(store, alone)).state).toBe('ARCHIVED');
  });
});

describe('opening', () => {
  it('is written down once per person and ten minutes, and marks the message as opened', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const [clerk, other] = [await aUser(store), await aUser(store)];
    const id = await aMessage(store);
    expect((await openMessage(store, clerk, id)).body.text).toContain('Texto');
    await openMessage(store, clerk, id);
    await openMessage(store, other, id);
    expect((await row(store, id)).openedAt?.toISOString()).toBe('2026-03-16T10:00:00.000Z');
    const opened = () => store.prisma.auditEntry.count({ where: { action: 'message.opened', objectId: id } });
    expect(await opened()).toBe(2);
    clock.advance(11 * 60_000);
    await openMessage(store, clerk, id);
    expect(await opened()).toBe(3);
  });
});
