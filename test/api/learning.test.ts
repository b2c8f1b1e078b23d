import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Work } from '../../main/api/contract/work.ts';
import { indexSolved } from '../../main/learning/look-alikes.ts';
import { ingestSource } from '../../main/mail/ingest.ts';
import { openSource } from '../../main/mail/sources/open.ts';
import { runLearning } from '../../main/service/learning.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import type { Category } from '../../main/triage/model.ts';
import { apiDesk, type ApiDesk } from '../support/api.ts';
import { aMessage } from '../support/builders.ts';
import { temporaryFolder, temporaryStore, testClock } from '../support/store.ts';

// Training is seconds of arithmetic, and the machine may be doing other things as well.
vi.setConfig({ testTimeout: 120_000 });

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'mailboxes', 'provincial');
const NEVER = new AbortController().signal;

/** What became of a piece of work. */
function finished({ services }: ApiDesk, workId: string): Promise<Work> {
  return new Promise((resolve) => {
    const settle = (work: Work | undefined) => {
      if (work !== undefined && work.id === workId && work.state !== 'RUNNING') resolve(work);
    };
    services.events.subscribe('event', (event) => {
      if (event.type === 'WORK') settle(event.work);
    });
    settle(services.work.list().find(({ id }) => id === workId));
  });
}

/** Words that no shipped message has, and that this office's people know for something. */
function letter(n: number): { subject: string; text: string } {
  return {
    subject: `Hoja zurbana ${n}`,
    text: `Buenos días. Les mando la hoja zurbana del mes para el acopio ${n % 7}. Gracias.`,
  };
}

const aLetter = (store: Store, n: number) =>
  aMessage(store, {
    ...letter(n),
    declaredCategory: null,
    proposedCategory: 'OTRAS',
    proposedConfidence: 0.4,
    needsReview: true,
  });

const proposed = async (store: Store, id: number) => {
  const row = await store.prisma.message.findUniqueOrThrow({ where: { id } });
  const { proposedCategory, category, finalCategory, needsReview, version } = row;
  return { proposedCategory, category, finalCategory, needsReview, version };
};

function ingest(store: Store, folder: string) {
  return openSource(folder).then((source) =>
    ingestSource(store, source, {
      actor: SYSTEM_ACTOR,
      signal: NEVER,
      limits: { maxMessageBytes: 52_428_800, maxParts: 200, maxDepth: 20 },
      reviewBelow: 0.6,
    }),
  );
}

describe('a version of the category model', () => {
  test('is trained after enough decisions, offered, looked at, switched on and gone back from', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const desk = await apiDesk(store, 'SUPERVISOR');
    const { client, services } = desk;
    const solved: number[] = [];
    for (let n = 0; n < 55; n++) solved.push(await aLetter(store, n));
    const open: number[] = [];
    for (let n = 60; n < 64; n++) open.push(await aLetter(store, n));
    clock.advance(1000);
    await client.messages.setCategoryMany({ ids: solved.slice(1), category: 'COTIZACION' });
    await client.messages.setCategoryMany({ ids: solved.slice(0, 1), category: 'MORATORIAS' });
    const decidedBefore = await proposed(store, solved[0] ?? 0);

    // By itself, in the background.
    const told = new Promise<void>((resolve) => {
      services.events.subscribe('event', ({ type }) => {
        if (type === 'LEARNING_CHANGED') resolve();
      });
    });
    const learning = runLearning(store, services.events);
    await told;
    await learning.stop();

    const [offered, shipped] = (await client.learning.overview()).versions;
    expect(offered).toMatchObject({
      version: 2,
      state: 'OFFERED',
      trainedBy: null,
      comparedWith: 1,
      usable: true,
    });
    expect(offered?.decided).toBe(55 - (offered?.kept ?? 0));
    expect(offered?.keptRight).toBeGreaterThan(offered?.keptRightBefore ?? Infinity);
    expect(offered?.changes).toEqual({
      against: 1,
      looked: 4,
      changed: 4,
      reviewBefore: 4,
      reviewAfter: 0,
      table: [{ from: 'OTRAS', to: 'COTIZACION', count: 4 }],
      examples: open.map((messageId) => ({ messageId, from: 'OTRAS', to: 'COTIZACION' })),
    });
    expect(shipped).toMatchObject({ version: 1, state: 'IN_USE', trainedAt: null });
    const examples = await client.learning.changedMessages({ version: 2 });
    expect(examples[0]).toMatchObject({ messageId: open[0], subject: 'Hoja zurbana 60', to: 'COTIZACION' });
    // Offered is not switched on.
    expect(await proposed(store, open[0] ?? 0)).toMatchObject({ proposedCategory: 'OTRAS', version: 1 });

    const { workId } = await client.learning.switchTo({ version: 2 });
    expect(await finished(desk, workId)).toMatchObject({ state: 'DONE', result: { looked: 4, changed: 4 } });
    expect(await proposed(store, open[0] ?? 0)).toEqual({
      proposedCategory: 'COTIZACION',
      category: 'COTIZACION',
      finalCategory: null,
      needsReview: false,
      version: 2,
    });
    expect(desk.told).toContainEqual({ type: 'MESSAGES_CHANGED', ids: open });
    // What a person decided stays, and so does what had been proposed to him.
    expect(await proposed(store, solved[0] ?? 0)).toEqual(decidedBefore);

    const folder = temporaryFolder();
    const { subject, text } = letter(70);
    writeFileSync(join(folder, 'a.eml'), `From: ana@example.org\r\nSubject: ${subject}\r\n\r\n${text}\r\n`);
    await ingest(store, folder);
    const newest = await store.prisma.message.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(newest).toMatchObject({ subject, proposedCategory: 'COTIZACION' });

    const back = await client.learning.switchTo({ version: 1 });
    expect((await finished(desk, back.workId)).state).toBe('DONE');
    expect((await proposed(store, open[0] ?? 0)).proposedCategory).not.toBe('COTIZACION');
    const { versions } = await client.learning.overview();
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'FORMER'],
      [1, 'IN_USE'],
    ]);
    const { rows } = await client.audit.list({ filter: { objectType: 'CATEGORY_MODEL' } });
    expect(rows.map(({ action, objectId, actorId }) => [action, objectId, actorId])).toEqual([
      ['categoryModel.switched', 1, desk.clerk.id],
      ['categoryModel.switched', 2, desk.clerk.id],
      ['categoryModel.trained', 2, null],
    ]);
  });

  test('is refused when it is worse on the decisions kept aside, and cannot be switched on', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    const { client } = desk;
    await expect(client.learning.train()).rejects.toMatchObject({ code: 'NOT_ALLOWED_YET' });
    const embargo = 'Me han embargado la cuenta del banco por una deuda en vía de apremio.';
    const ids: number[] = [];
    for (let n = 0; n < 60; n++)
      ids.push(await aMessage(store, { subject: '', text: `${embargo} Son ${n} euros.` }));
    // Those kept aside say what is right, all others what is not.
    const kept = (id: number) => id % 5 === 0;
    await client.messages.setCategoryMany({ ids: ids.filter(kept), category: 'RECAUDACION' });
    await client.messages.setCategoryMany({ ids: ids.filter((id) => !kept(id)), category: 'MORATORIAS' });
    const { workId } = await client.learning.train();
    expect(await finished(desk, workId)).toMatchObject({
      state: 'DONE',
      result: { version: 2, accepted: false, kept: 12, keptRight: 0 },
    });
    const { versions } = await client.learning.overview();
    expect(versions[0]).toMatchObject({
      state: 'REFUSED',
      keptRightBefore: 12,
      usable: false,
      changes: null,
    });
    await expect(client.learning.switchTo({ version: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.learning.overview()).versions[1]).toMatchObject({ version: 1, state: 'IN_USE' });
  });

  test('proposes the same again for what it proposed before: nothing is written', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    const folder = temporaryFolder();
    for (let n = 1; n <= 40; n++) {
      const name = `${String(n).padStart(3, '0')}.eml`;
      cpSync(join(FIXTURES, name), join(folder, name));
    }
    await ingest(store, folder);
    const before = store.sql.prepare('SELECT * FROM "Message" ORDER BY id').all();
    const { workId } = await desk.client.learning.switchTo({ version: 1 });
    const { result } = await finished(desk, workId);
    expect(result.looked).toBeGreaterThan(30);
    expect(result.changed).toBe(0);
    expect(store.sql.prepare('SELECT * FROM "Message" ORDER BY id').all()).toEqual(before);
  });
});

describe('a taught rule', () => {
  test('decides, is a reason, leaves what people decided, and can be removed', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    const { client } = desk;
    const text = 'Nos notifican la Derivación de Responsabilidad de la anterior empresa y pedimos copia.';
    const open = await aMessage(store, { subject: 'Consulta', text, proposedCategory: 'OTRAS' });
    const other = await aMessage(store, { subject: 'Consulta', text: 'La responsabilidad es mía.' });
    const solved = await aMessage(store, { subject: 'Consulta', text });
    await client.messages.setCategoryMany({ ids: [solved], category: 'OTRAS' });

    const rule = { phrase: ' derivacion  de responsab* ', category: 'RECAUDACION' as Category };
    expect((await finished(desk, (await client.learning.teachRule(rule)).workId)).state).toBe('DONE');
    const detail = await client.messages.get({ id: open });
    expect(detail).toMatchObject({ proposedCategory: 'RECAUDACION', needsReview: false });
    expect(detail.proposedReasons[0]).toEqual({
      where: 'RULE',
      quote: 'derivacion de responsab*',
      weight: 1,
    });
    expect(
      (await client.messages.get({ id: other })).proposedReasons.map(({ where }) => where),
    ).not.toContain('RULE');
    expect(await proposed(store, solved)).toMatchObject({ finalCategory: 'OTRAS', category: 'OTRAS' });

    await expect(client.learning.teachRule({ ...rule, category: 'OTRAS' })).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
    for (const phrase of ['···', 'el de 99123456']) {
      await expect(client.learning.teachRule({ phrase, category: 'OTRAS' })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      });
    }

    const [taught] = (await client.learning.overview()).rules;
    expect(taught).toMatchObject({ phrase: 'derivacion de responsab*', createdBy: desk.clerk.name });
    const ruleId = taught?.id ?? 0;
    expect((await finished(desk, (await client.learning.removeRule({ ruleId })).workId)).state).toBe('DONE');
    expect((await client.messages.get({ id: open })).proposedReasons.map(({ where }) => where)).not.toContain(
      'RULE',
    );
    expect((await client.learning.overview()).rules).toEqual([]);
    await expect(client.learning.removeRule({ ruleId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { rows } = await client.audit.list({ filter: { objectType: 'CATEGORY_RULE' } });
    expect(rows.map(({ action, details }) => [action, details.phrase])).toEqual([
      ['categoryRule.removed', 'derivacion de responsab*'],
      ['categoryRule.taught', 'derivacion de responsab*'],
    ]);
  });
});

describe('what needs review', () => {
  test('follows the office’s threshold, and is listed most doubtful first, page by page', async () => {
    const store = await temporaryStore();
    const desk = await apiDesk(store, 'SUPERVISOR');
    const { client } = desk;
    const at: Record<number, number> = {};
    for (const proposedConfidence of [0.5, 0.3, 0.55, 0.3, 0.7, 0.8]) {
      const id = await aMessage(store, { proposedConfidence, needsReview: proposedConfidence < 0.6 });
      at[id] = proposedConfidence;
    }
    const filter = { needsReview: true };
    const walk = async () => {
      const seen: number[] = [];
      let cursor: number | null = null;
      do {
        const page = await client.messages.list({ filter, cursor, limit: 2 });
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return seen;
    };
    const first = await walk();
    expect(first.map((id) => at[id])).toEqual([0.3, 0.3, 0.5, 0.55]);
    expect(first[0]).toBeGreaterThan(first[1] ?? 0);

    await client.learning.setReviewBelow({ reviewBelow: 0.75 });
    expect((await walk()).map((id) => at[id])).toEqual([0.3, 0.3, 0.5, 0.55, 0.7]);
    expect(desk.told.filter(({ type }) => type === 'MESSAGES_CHANGED')).toHaveLength(1);
    expect((await client.learning.overview()).reviewBelow).toBe(0.75);
    expect((await client.messages.counts()).needsReview).toBe(5);

    // A decided message leaves; the cursor that stood on it still shows what comes after.
    const page = await client.messages.list({ filter, limit: 2 });
    await client.messages.setCategoryMany({ ids: page.rows.map(({ id }) => id), category: 'OTRAS' });
    const rest = await client.messages.list({ filter, cursor: page.nextCursor });
    expect(rest.rows.map(({ id }) => at[id])).toEqual([0.5, 0.55, 0.7]);
  });
});

describe('accuracy', () => {
  test('is counted by the office’s weeks and by confidence from what people decided, and exported', async () => {
    const clock = testClock('2026-03-06T10:00:00Z');
    const store = await temporaryStore(clock);
    const { client, clerk, services } = await apiDesk(store, 'SUPERVISOR');
    const decide = async (category: Category, proposedConfidence: number) => {
      const id = await aMessage(store, { proposedCategory: 'AFILIACION', proposedConfidence });
      await client.messages.setCategoryMany({ ids: [id], category });
    };
    await decide('AFILIACION', 0.92);
    await decide('COTIZACION', 0.42);
    clock.set('2026-03-16T00:30:00+01:00');
    services.sessions.signIn('window', clerk.id);
    await decide('AFILIACION', 0.93);
    const { accuracy, confidence } = await client.learning.overview();
    expect(accuracy).toEqual([
      { week: '2026-03-02', decided: 2, right: 1 },
      { week: '2026-03-16', decided: 1, right: 1 },
    ]);
    expect(confidence).toEqual([
      { percent: 40, decided: 1, right: 0 },
      { percent: 90, decided: 2, right: 2 },
    ]);
    const { csv } = await client.supervision.exportCsv({ table: 'ACCURACY' });
    expect(csv).toContain('2026-03-02;2;1');
  });
});

describe('look-alikes', () => {
  test('are solved messages of other threads that share telling words, as long as they are solved', async () => {
    const store = await temporaryStore();
    const { client, clerk } = await apiDesk(store);
    const embargo = 'Me han embargado la cuenta del banco por una deuda en vía ejecutiva.';
    const like = await aMessage(store, {
      subject: 'Embargo',
      text: `${embargo} Quiero levantar el embargo.`,
    });
    const undone = await aMessage(store, { subject: 'Embargo de cuenta', text: embargo });
    const unlike = await aMessage(store, {
      subject: 'Móvil',
      text: 'Quiero cambiar el teléfono móvil del SMS.',
    });
    const own = await aMessage(store, { subject: 'Embargo', text: embargo });
    const asked = await aMessage(store, { subject: 'Ayuda', text: `${embargo} Ayuda por favor.` });
    const { threadId } = await client.messages.get({ id: asked });
    await store.write((tx) => tx.message.update({ where: { id: own }, data: { threadId } }));
    await client.messages.setCategoryMany({ ids: [like, unlike, own], category: 'RECAUDACION' });
    const { undoId } = await client.messages.setCategoryMany({ ids: [undone], category: 'RECAUDACION' });
    expect(await indexSolved(store, NEVER)).toBe(4);
    expect(await indexSolved(store, NEVER)).toBe(0);
    expect((await client.messages.lookAlikes({ id: asked })).map(({ messageId }) => messageId)).toEqual(
      expect.arrayContaining([like, undone]),
    );
    await client.messages.undo({ undoId: undoId ?? '' });
    const found = await client.messages.lookAlikes({ id: asked });
    expect(found).toEqual([
      {
        messageId: like,
        subject: 'Embargo',
        fromName: 'Rocío Benjumea Cala',
        category: 'RECAUDACION',
        decidedBy: clerk.name,
        decidedAt: store.clock.now(),
        caseId: null,
        caseNumber: null,
        shared: expect.arrayContaining([expect.stringMatching(/embarg/)]) as string[],
      },
    ]);
    await expect(client.messages.lookAlikes({ id: 9999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
