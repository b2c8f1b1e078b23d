import { createPublicKey, hash, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BatchFile } from '../../main/handover/model.ts';
import { makeBatch } from '../../main/handover/make-batch.ts';
import { Settings } from '../../main/settings/model.ts';
import { writeSettings } from '../../main/settings/settings.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { aCitizen, aMessage, aUser, declared } from '../support/builders.ts';
import { temporaryStore } from '../support/store.ts';

/** As whoever receives a batch looks at it: with what stands in its file, and no code of ours. */
function isSigned(
  bytes: Uint8Array,
  { publicKey, signature }: { readonly publicKey: string; readonly signature: string },
): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, bytes, key, Buffer.from(signature, 'base64'));
}

async function desk() {
  const store = await temporaryStore();
  const office = { provinceCode: '50', officeName: 'Zaragoza', mailboxAddress: 'zaragoza@tgss.example' };
  await store.write((tx) => writeSettings(store, tx, Settings.parse({ office })));
  const supervisor = await apiDesk(store, 'SUPERVISOR');
  const clerk = await apiDesk(store);
  /** A case with a change of the register, as the register leaves it. */
  const aChange = async (to: string, state = 'EFFECTIVE') => {
    const citizen = await aCitizen(store, { phone: '+34600000001', naf: '281234567840' });
    const messageId = await aMessage(store, { person: declared({ phone: to }) });
    const made = await clerk.client.cases.create({ messageId });
    const linked = await clerk.client.cases.setCitizen({
      caseId: made.id,
      version: made.version,
      citizenId: citizen.id,
    });
    const now = store.clock.now();
    const change = await store.write((tx) =>
      tx.phoneChange.create({
        data: {
          citizenId: citizen.id,
          caseId: made.id,
          contactSet: 'ELECTRONIC',
          kind: 'CHANGE',
          fromE164: '+34600000001',
          toE164: to,
          channel: 'TA1',
          cause: '=HYPERLINK("mal") "cambio" de móvil; nuevo',
          recycled: false,
          state,
          requestedById: clerk.clerk.id,
          requestedAt: now,
          effectiveAt: state === 'EFFECTIVE' ? now : null,
        },
      }),
    );
    return { changeId: change.id, caseId: made.id, version: linked.version };
  };
  return { store, supervisor, clerk, aChange };
}

const fileOf = async ({ client }: ApiDesk, batchId: number, file: 'JSON' | 'CSV' | 'SIGNATURE') =>
  Buffer.from(await (await client.handover.file({ batchId, file })).arrayBuffer());

/** The central database's answer to a batch; the lines named are rejected. */
async function answerTo(supervisor: ApiDesk, batchId: number, rejected: readonly number[] = []) {
  const json = await fileOf(supervisor, batchId, 'JSON');
  const batch = BatchFile.parse(JSON.parse(json.toString('utf8')));
  return {
    format: 'estafeta/acuse-telefonos/1',
    province: batch.province,
    batch: batch.batch,
    sha256: hash('sha256', json, 'hex'),
    results: batch.changes.map(({ line, change }) =>
      rejected.includes(line)
        ? { line, change, outcome: 'REJECTED', reason: 'El teléfono consta en otra persona.' }
        : { line, change, outcome: 'ACCEPTED' },
    ),
  };
}

const asFile = (answer: unknown) => new File([JSON.stringify(answer)], 'acuse.json');

describe('a batch for the central database', () => {
  it('leaves out what an earlier program changed, and says how much that is', async () => {
    const { store, supervisor, aChange } = await desk();
    const { changeId } = await aChange('+34612034567');
    await store.write((tx) =>
      tx.phoneChange.update({
        where: { id: changeId },
        data: { effectiveAt: new Date('2025-11-03T09:00:00Z') },
      }),
    );
    expect(await supervisor.client.handover.overview()).toMatchObject({ waiting: 0, history: 1 });
    await expect(supervisor.client.handover.make()).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET' });
    await aChange('+34612034568');
    expect(await supervisor.client.handover.overview()).toMatchObject({ waiting: 1, history: 1 });
  });

  it('holds what has taken effect and has not left, signed, in two files that never change', async () => {
    const { store, supervisor, aChange } = await desk();
    const first = await aChange('+34612034567');
    await aChange('+34612034568', 'PENDING');
    await aChange('+34612034569', 'UNDONE');
    expect(await supervisor.client.handover.overview()).toMatchObject({ waiting: 1, batches: [] });
    const { batchId, ...after } = await supervisor.client.handover.make();
    expect(after).toMatchObject({ waiting: 0, batches: [{ number: 1, changes: 1, acknowledgedAt: null }] });
    expect(after.keyFingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/u);

    const json = await fileOf(supervisor, batchId, 'JSON');
    const csv = await fileOf(supervisor, batchId, 'CSV');
    const facts = JSON.parse((await fileOf(supervisor, batchId, 'SIGNATURE')).toString()) as Record<
      string,
      string
    >;
    const { publicKey = '', signature = '' } = facts;
    expect(isSigned(json, { publicKey, signature })).toBe(true);
    expect(facts).toMatchObject({
      algorithm: 'Ed25519',
      signed: 'traspaso-50-000001.json',
      jsonSha256: hash('sha256', json, 'hex'),
      csvSha256: hash('sha256', csv, 'hex'),
    });
    const batch = BatchFile.parse(JSON.parse(json.toString('utf8')));
    expect(batch).toMatchObject({
      province: '50',
      batch: 1,
      createdAt: '2026-03-16T10:00:00.000Z',
      csvSha256: hash('sha256', csv, 'hex'),
    });
    expect(batch.changes).toMatchObject([
      {
        line: 1,
        change: first.changeId,
        idType: 'DNI',
        naf: '281234567840',
        from: '+34600000001',
        to: '+34612034567',
        possessionShown: false,
      },
    ]);
    expect(csv.toString('utf8')).toContain(
      '"+34612034567";"TA1";"\'=HYPERLINK(""mal"") ""cambio"" de móvil; nuevo"',
    );
    // Again, and after a second batch: byte for byte.
    await aChange('+34612034570');
    await supervisor.client.handover.make();
    expect((await fileOf(supervisor, batchId, 'JSON')).equals(json)).toBe(true);
    expect((await fileOf(supervisor, batchId, 'CSV')).equals(csv)).toBe(true);
    expect((await supervisor.client.handover.overview()).batches.map(({ number }) => number)).toEqual([2, 1]);
    expect(await store.prisma.secret.count({ where: { key: { startsWith: 'handover/' } } })).toBe(1);
  });

  it('has each change once, when two supervisors press at the same time', async () => {
    const { store, supervisor, aChange } = await desk();
    const other = await apiDesk(store, 'SUPERVISOR');
    for (const to of ['+34612034567', '+34612034568', '+34612034569']) await aChange(to);
    const outcomes = await Promise.allSettled([
      supervisor.client.handover.make(),
      other.client.handover.make(),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'NOT_ALLOWED_YET', data: { details: { reason: 'NOTHING_TO_HAND_OVER' } } },
    });
    expect(await store.prisma.handoverItem.count()).toBe(3);
    expect(await store.prisma.handoverBatch.count()).toBe(1);
  });

  it('that breaks off half-way leaves nothing behind: the changes wait, and its number is free', async () => {
    const { store, supervisor, aChange } = await desk();
    await aChange('+34612034567');
    const breaking = {
      ...store,
      audit: (...[act, tx]: Parameters<typeof store.audit>) =>
        act.action === 'handover.sent' ? Promise.reject(new Error('power cut')) : store.audit(act, tx),
    };
    await expect(makeBatch(breaking, supervisor.clerk)).rejects.toThrow();
    expect(await store.prisma.handoverBatch.count()).toBe(0);
    expect(await store.prisma.phoneChange.count({ where: { handedOverAt: null } })).toBe(1);
    expect((await supervisor.client.handover.make()).batches).toMatchObject([{ number: 1, changes: 1 }]);
  });

  it('shows that a byte was changed', async () => {
    const { store, supervisor, aChange } = await desk();
    await aChange('+34612034567');
    await supervisor.client.handover.make();
    const batch = await store.prisma.handoverBatch.findFirstOrThrow();
    expect(isSigned(batch.json, batch)).toBe(true);
    const forged = Buffer.from(batch.json.toString().replace('4567', '4568'));
    expect(isSigned(forged, batch)).toBe(false);
  });
});

describe('the answer of the central database', () => {
  it('settles every change; a rejected one is back on the desk of its case, which opens again', async () => {
    const { store, supervisor, clerk, aChange } = await desk();
    const good = await aChange('+34612034567');
    const bad = await aChange('+34612034568');
    await clerk.client.cases.setState({ caseId: bad.caseId, version: bad.version, state: 'RESOLVED' });
    const { batchId } = await supervisor.client.handover.make();
    expect(await clerk.client.handover.ofCase({ caseId: good.caseId })).toMatchObject([
      { batchNumber: 1, state: 'SENT', toMasked: '+34 612034***' },
    ]);
    const answer = await answerTo(supervisor, batchId, [2]);
    const told = supervisor.told.length;
    const after = await supervisor.client.handover.acknowledge({ file: asFile(answer) });
    expect(after).toMatchObject({ accepted: 1, rejected: 1, batches: [{ accepted: 1, rejected: 1 }] });
    expect(supervisor.told.slice(told)).toContainEqual({
      type: 'CASE_CHANGED',
      caseId: bad.caseId,
      by: supervisor.clerk.name,
    });
    expect(await clerk.client.handover.ofCase({ caseId: good.caseId })).toMatchObject([
      { state: 'ACCEPTED', reason: null },
    ]);
    const [rejected] = await clerk.client.handover.ofCase({ caseId: bad.caseId });
    expect(rejected).toMatchObject({
      state: 'REJECTED',
      reason: 'El teléfono consta en otra persona.',
      handledAt: null,
    });
    const reopened = await clerk.client.cases.get({ caseId: bad.caseId });
    expect(reopened.state).toBe('IN_PROGRESS');
    const history = await clerk.client.cases.history({ caseId: bad.caseId });
    expect(history.map(({ action }) => action)).toContain('handover.rejected');

    const toAttend = async () =>
      (await clerk.client.cases.list({ filter: { state: 'TO_ATTEND' } })).rows.map(({ id, attention }) => ({
        id,
        attention,
      }));
    expect(await toAttend()).toEqual([{ id: bad.caseId, attention: ['HANDOVER_REJECTED'] }]);
    const { changeId, caseId } = bad;
    await clerk.client.handover.handle({ caseId, version: reopened.version, changeId });
    expect(await toAttend()).toEqual([]);
    expect(await clerk.client.handover.ofCase({ caseId })).toMatchObject([
      { state: 'REJECTED', handledBy: clerk.clerk.name },
    ]);
    const kept = await store.prisma.handoverBatch.findFirstOrThrow();
    expect(JSON.parse(Buffer.from(kept.acknowledgement ?? []).toString())).toEqual(answer);
  });

  it('is refused whole when it is broken, foreign, incomplete or there already', async () => {
    const { store, supervisor, aChange } = await desk();
    await aChange('+34612034567');
    await aChange('+34612034568');
    const { batchId } = await supervisor.client.handover.make();
    const answer = await answerTo(supervisor, batchId, [1]);
    const refused = async (file: File, code: string) => {
      await expect(supervisor.client.handover.acknowledge({ file })).rejects.toMatchObject({ code });
      expect(await store.prisma.handoverItem.count({ where: { state: 'SENT' } })).toBe(2);
    };
    const whole = JSON.stringify(answer);
    await refused(new File([whole.slice(0, -20)], 'a.json'), 'ANSWER_UNREADABLE');
    await refused(new File([Buffer.from([0xff, 0xfe, 0x00])], 'a.json'), 'ANSWER_UNREADABLE');
    await refused(asFile({ ...answer, results: answer.results.slice(1) }), 'ANSWER_UNREADABLE');
    await refused(
      asFile({ ...answer, results: [answer.results[0], answer.results[0]] }),
      'ANSWER_UNREADABLE',
    );
    await refused(
      asFile({ ...answer, results: answer.results.map((one) => ({ ...one, change: one.change + 7 })) }),
      'ANSWER_UNREADABLE',
    );
    await refused(asFile({ ...answer, province: '28' }), 'ANSWER_FOREIGN');
    await refused(asFile({ ...answer, batch: 9 }), 'ANSWER_FOREIGN');
    await refused(asFile({ ...answer, sha256: 'a'.repeat(64) }), 'ANSWER_FOREIGN');
    await supervisor.client.handover.acknowledge({ file: asFile(answer) });
    await expect(supervisor.client.handover.acknowledge({ file: asFile(answer) })).rejects.toMatchObject({
      code: 'ANSWER_REPEATED',
    });
    expect(await store.prisma.auditEntry.count({ where: { action: 'handover.acknowledged' } })).toBe(1);
  });

  it('that is any bytes at all is a coded refusal and changes nothing', async () => {
    const { store, supervisor, aChange } = await desk();
    await aChange('+34612034567');
    const { batchId } = await supervisor.client.handover.make();
    const whole = Buffer.from(JSON.stringify(await answerTo(supervisor, batchId)));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        const outcome = await supervisor.client.handover
          .acknowledge({ file: new File([bytes], 'a.json') })
          .catch((error: unknown) => error);
        expect(outcome).toMatchObject({
          code: expect.stringMatching(/^ANSWER_(UNREADABLE|FOREIGN)$/u) as string,
        });
      }),
      { numRuns: 40 },
    );
    expect(await store.prisma.handoverItem.count({ where: { state: 'SENT' } })).toBe(1);
  });

  it('is read by a supervisor only; a clerk sees what concerns his case', async () => {
    const { store, clerk } = await desk();
    await aUser(store);
    await expect(clerk.client.handover.make()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(clerk.client.handover.acknowledge({ file: asFile({}) })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
