import { AppError } from '../errors.ts';
import { loadSettings } from '../settings/settings.ts';
import { openRequestIds, writeProposals } from '../store/learning-queries.ts';
import type { Store } from '../store/store.ts';
import { Category } from '../triage/model.ts';
import type { ChangedMessage, ModelChanges } from './model.ts';
import { ModelChanges as ModelChangesSchema } from './model.ts';
import { proposeAgain, type Reproposed } from './propose.ts';

/** What long work tells and listens to. */
export type Handle = {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null) => void;
};

/** Messages read anew at once; in between, the windows get their turn. */
const BATCH = 100;
const EXAMPLES_A_MOVE = 5;

async function* openProposals(
  store: Store,
  version: number,
  { signal, progress }: Handle,
): AsyncGenerator<readonly Reproposed[]> {
  const total = await store.prisma.message.count({
    where: { isRequest: true, finalCategory: null, state: { in: ['NEW', 'IN_PROGRESS', 'WAITING_CITIZEN'] } },
  });
  let done = 0;
  for (let after = 0; ;) {
    if (signal.aborted) throw new AppError('CANCELLED');
    const ids = openRequestIds(store.sql, after, BATCH);
    const last = ids.at(-1);
    if (last === undefined) return;
    yield await proposeAgain(store, version, ids);
    after = last;
    done += ids.length;
    progress(done, total);
  }
}

/**
 * Works out what a version would change among the open requests that nobody has decided, and keeps it beside the
 * version. Throws NOT_FOUND, CANCELLED.
 */
export async function workOutChanges(store: Store, version: number, handle: Handle): Promise<ModelChanges> {
  const inUse = await store.prisma.categoryModel.findFirstOrThrow({ where: { state: 'IN_USE' } });
  const found = await store.prisma.categoryModel.findUnique({ where: { version } });
  if (found === null || found.state === 'REFUSED') throw new AppError('NOT_FOUND');
  const { triage } = await loadSettings(store);
  const unsure = (category: string | null, confidence: number) =>
    category === null || confidence < triage.reviewBelow;
  const moves = new Map<string, ModelChanges['table'][number]>();
  const examples: ModelChanges['examples'] = [];
  const counts = { looked: 0, changed: 0, reviewBefore: 0, reviewAfter: 0 };
  for await (const batch of openProposals(store, version, handle)) {
    for (const { id, before, after } of batch) {
      counts.looked += 1;
      if (unsure(before.category, before.confidence)) counts.reviewBefore += 1;
      if (unsure(after.category, after.confidence)) counts.reviewAfter += 1;
      if (before.category === after.category) continue;
      counts.changed += 1;
      const from = Category.nullable().parse(before.category);
      const move = moves.get(`${from} ${after.category}`) ?? { from, to: after.category, count: 0 };
      move.count += 1;
      moves.set(`${from} ${after.category}`, move);
      if (move.count <= EXAMPLES_A_MOVE) examples.push({ messageId: id, from, to: after.category });
    }
  }
  const table = [...moves.values()].sort((a, b) => b.count - a.count);
  const changes: ModelChanges = { against: inUse.version, ...counts, table, examples };
  await store.write((tx) => tx.categoryModel.update({ where: { version }, data: { changes } }));
  return changes;
}

/** The examples of what a version would change, as the supervisor reads them. Throws NOT_FOUND. */
export async function changedMessages(store: Store, version: number): Promise<ChangedMessage[]> {
  const row = await store.prisma.categoryModel.findUnique({ where: { version } });
  if (row === null || row.changes === null) throw new AppError('NOT_FOUND');
  const { examples } = ModelChangesSchema.parse(row.changes);
  const messages = await store.prisma.message.findMany({
    where: { id: { in: examples.map(({ messageId }) => messageId) } },
    select: { id: true, subject: true, fromName: true, fromAddress: true },
  });
  const byId = new Map(messages.map((message) => [message.id, message]));
  return examples.flatMap(({ messageId, from, to }) => {
    const message = byId.get(messageId);
    if (message === undefined) return [];
    return [
      { messageId, from, to, subject: message.subject, fromName: message.fromName || message.fromAddress },
    ];
  });
}

export type Reread = { readonly looked: number; readonly changed: number };

/**
 * Proposes anew, by the version in use and the rules that hold, for the open requests that nobody has decided; decided
 * ones are never touched. `onChanged` hears the messages whose category is another now.
 */
export async function proposeAnew(
  store: Store,
  handle: Handle,
  onChanged: (ids: readonly number[]) => void,
): Promise<Reread> {
  const { version } = await store.prisma.categoryModel.findFirstOrThrow({ where: { state: 'IN_USE' } });
  const { triage } = await loadSettings(store);
  let looked = 0;
  let changed = 0;
  for await (const batch of openProposals(store, version, handle)) {
    looked += batch.length;
    const other = batch.filter(
      ({ before, after }) =>
        before.category !== after.category ||
        before.confidence !== after.confidence ||
        before.reasons !== after.reasons,
    );
    if (other.length === 0) continue;
    const ids = await store.writeSql((sql) =>
      writeProposals(
        sql,
        other.map(({ id, after }) => ({ id, ...after })),
        triage.reviewBelow,
      ),
    );
    changed += ids.length;
    if (ids.length > 0) onChanged(ids);
  }
  return { looked, changed };
}
