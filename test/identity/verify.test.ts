import { describe, expect, test } from 'vitest';
import { createCase } from '../../main/cases/create.ts';
import { setCitizen } from '../../main/cases/acts.ts';
import type { CitizenData } from '../../main/citizens/model.ts';
import { reaches, stronger } from '../../main/identity/level.ts';
import { verifyByData, verifyByDocument } from '../../main/identity/verify.ts';
import { aCitizen, allInOrder, aMessage, aUser, declared } from '../support/builders.ts';
import { temporaryStore, testClock } from '../support/store.ts';

const ROCIO = { id: '99193443D', birthDate: '1987-11-22', givenName: 'Rocio', surnames: 'benjumea cala' };

async function desk(
  citizenIs: Partial<CitizenData> & { phone?: string; deceased?: boolean } = {},
  says: Parameters<typeof declared>[0] = ROCIO,
) {
  const clock = testClock();
  const store = await temporaryStore(clock);
  const clerk = await aUser(store, { displayName: 'Ana' });
  const citizen = await aCitizen(store, { documents: [{ type: 'DNI', number: '99193443D' }], ...citizenIs });
  const messageId = await aMessage(store, { attachments: ['dni.pdf', 'ta1.pdf'], person: declared(says) });
  const made = await createCase(store, clerk, { messageId });
  const [dni] = made.attachments.map((attachment) => attachment.id);
  const checklist = allInOrder(dni ?? 0);
  const byDocument = (version: number, change: Partial<Parameters<typeof verifyByDocument>[2]> = {}) =>
    verifyByDocument(store, clerk, {
      caseId: made.id,
      version,
      checklist,
      result: 'VERIFIED',
      notes: '',
      ...change,
    });
  const byData = (version: number, change: Partial<Parameters<typeof verifyByData>[2]> = {}) =>
    verifyByData(store, clerk, { caseId: made.id, version, result: 'VERIFIED', notes: '', ...change });
  return {
    clock,
    store,
    clerk,
    citizen,
    caseId: made.id,
    messageId,
    checklist,
    byDocument,
    byData,
  };
}

describe('verification by document', () => {
  test('a whole checklist verifies; case, message and log say so', async () => {
    const { store, messageId, citizen, checklist, byDocument } = await desk();
    const after = await byDocument(1, { notes: ' Cotejado ' });
    expect(after).toMatchObject({ version: 2, identityLevel: 'DOCUMENT' });
    expect(after.verifications).toMatchObject([
      { method: 'DOCUMENT', result: 'VERIFIED', checklist, notes: 'Cotejado', createdBy: 'Ana' },
    ]);
    const message = await store.prisma.message.findUniqueOrThrow({ where: { id: messageId } });
    expect(message.identityLevel).toBe('DOCUMENT');
    const entry = await store.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'case.identityVerified' },
    });
    expect(JSON.parse(entry.details)).toMatchObject({
      method: 'DOCUMENT',
      citizenId: citizen.id,
      from: 'NONE',
      to: 'DOCUMENT',
      ...checklist,
    });
  });

  test.each(['legible', 'matches', 'inForce'] as const)('is refused without %s', async (check) => {
    const { checklist, byDocument } = await desk();
    await expect(byDocument(1, { checklist: { ...checklist, [check]: false } })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_YET',
      details: { reason: 'CHECKLIST' },
    });
  });

  test('attachments must have come with the case', async () => {
    const { store, clerk, checklist, byDocument } = await desk();
    const foreign = await createCase(store, clerk, {
      messageId: await aMessage(store, { attachments: ['x'] }),
    });
    const attachmentIds = [...checklist.attachmentIds, foreign.attachments[0]?.id ?? 0];
    await expect(byDocument(1, { checklist: { ...checklist, attachmentIds } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: ['checklist.attachmentIds'] },
    });
  });

  test('needs a citizen, and one who lives', async () => {
    const { store, clerk, caseId, byDocument, byData } = await desk({ deceased: true });
    for (const verify of [byDocument, byData]) {
      await expect(verify(1)).rejects.toMatchObject({ details: { reason: 'DECEASED' } });
    }
    expect(await byDocument(1, { result: 'REJECTED', notes: 'Figura como fallecida.' })).toMatchObject({
      version: 2,
    });
    await setCitizen(store, clerk, { caseId, version: 2, citizenId: null });
    for (const verify of [byDocument, byData]) {
      await expect(verify(3)).rejects.toMatchObject({ details: { reason: 'NO_CITIZEN' } });
    }
  });

  test('a rejection says why and is kept; rejecting what the level rests on takes it away', async () => {
    const { byData, byDocument, checklist } = await desk();
    const reject = {
      result: 'REJECTED',
      notes: 'Caducado.',
      checklist: { ...checklist, inForce: false },
    } as const;
    await expect(byDocument(1, { ...reject, notes: ' ' })).rejects.toMatchObject({
      details: { fields: ['notes'] },
    });
    expect((await byData(1)).identityLevel).toBe('DATA');
    const rejected = await byDocument(2, reject);
    expect(rejected.identityLevel).toBe('DATA');
    expect(rejected.verifications[0]).toMatchObject({ result: 'REJECTED', notes: 'Caducado.' });
    expect((await byDocument(3)).identityLevel).toBe('DOCUMENT');
    expect((await byData(4)).identityLevel).toBe('DOCUMENT');
    expect((await byDocument(5, reject)).identityLevel).toBe('NONE');
  });
});

describe('verification by data', () => {
  test('document and birth date equal are enough; what was compared is kept', async () => {
    const { store, byData } = await desk();
    const after = await byData(1);
    expect(after).toMatchObject({
      identityLevel: 'DATA',
      verifications: [{ method: 'DATA', checklist: null }],
    });
    const stored = await store.prisma.verification.findFirstOrThrow();
    expect(stored.checklist).toEqual({ equal: ['id', 'givenName', 'surnames', 'birthDate'], different: [] });
  });

  test.each([
    [
      'name and document only, which are public',
      { id: ROCIO.id, givenName: 'Rocío', surnames: 'Benjumea Cala' },
    ],
    ['another birth date, whatever else', { ...ROCIO, birthDate: '1987-11-23', phone: '+34612034567' }],
    ['birth date without the document', { birthDate: ROCIO.birthDate, givenName: 'Rocío' }],
  ])('is not enough: %s', async (_name, says) => {
    const { store, clerk, caseId, citizen, byData } = await desk({ phone: '+34612034567' }, says);
    const set = await setCitizen(store, clerk, { caseId, version: 1, citizenId: citizen.id });
    await expect(byData(set.version)).rejects.toMatchObject({ details: { reason: 'DATA_DIFFERS' } });
    const rejected = await byData(set.version, { result: 'REJECTED', notes: 'No coincide.' });
    expect(rejected).toMatchObject({ identityLevel: 'NONE', verifications: [{ result: 'REJECTED' }] });
  });

  test('document and the phone on record are enough', async () => {
    const { byData } = await desk({ phone: '+34612034567' }, { id: ROCIO.id, phone: '+34612034567' });
    expect((await byData(1)).identityLevel).toBe('DATA');
  });
});

test('the ladder has an order', () => {
  expect(reaches('SMS', 'DOCUMENT')).toBe(true);
  expect(reaches('DOCUMENT', 'DOCUMENT')).toBe(true);
  expect(reaches('DATA', 'DOCUMENT')).toBe(false);
  expect(stronger('DATA', 'CERTIFICATE')).toBe('CERTIFICATE');
  expect(stronger('DOCUMENT', 'NONE')).toBe('DOCUMENT');
});
