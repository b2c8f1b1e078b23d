import { AppError } from '../errors.ts';
import { addSolved, solvedRows, solvedWith, unindexedSolved } from '../store/learning-queries.ts';
import type { Store } from '../store/store.ts';
import { Category } from '../triage/model.ts';
import type { LookAlike } from './model.ts';
import { wordsOf } from './propose.ts';

/** Decided messages that enter the index at once; in between, the windows get their turn. */
const BATCH = 50;

/** Brings the index of solved messages up to what people have decided; answers how many it added. */
export async function indexSolved(store: Store, signal: AbortSignal): Promise<number> {
  let added = 0;
  while (!signal.aborted) {
    const missing = unindexedSolved(store.sql, BATCH);
    if (missing.length === 0) break;
    const found = await wordsOf(
      store,
      missing.map(({ id }) => id),
    );
    const words = new Map(found.map((message) => [message.id, message.words]));
    await store.writeSql((sql) => {
      for (const { id, decidedAt } of missing) {
        addSolved(
          sql,
          id,
          decidedAt,
          (words.get(id) ?? []).map(({ number }) => number),
        );
      }
    });
    added += missing.length;
  }
  return added;
}

/** Of each word only the newest solved messages are looked at: the work does not grow with the mailbox. */
const NEWEST = 400;
/** The likeliest are read as rows; some of them may have been undone, or be of the same thread. */
const LIKELIEST = 24;
const SHOWN = 3;
const MOST_SHARED = 4;
/** One word in common is chance. */
const LEAST_SHARED = 2;

/**
 * The solved messages most like this one by the words that tell: rarer words count more. Those of its own thread are
 * left out, as the reading pane shows them anyway. Throws NOT_FOUND.
 */
export async function lookAlikes(store: Store, messageId: number): Promise<LookAlike[]> {
  const [message] = await wordsOf(store, [messageId]);
  if (message === undefined) throw new AppError('NOT_FOUND');
  const candidates = new Map<number, { score: number; shared: string[] }>();
  for (const { number, text, weight } of message.words) {
    const ids = solvedWith(store.sql, number, NEWEST);
    const worth = weight * Math.log(1 + NEWEST / (1 + ids.length));
    for (const id of ids) {
      if (id === messageId) continue;
      const candidate = candidates.get(id) ?? { score: 0, shared: [] };
      candidate.score += worth;
      candidate.shared.push(text);
      candidates.set(id, candidate);
    }
  }
  const likeliest = [...candidates]
    .filter(([, { shared }]) => shared.length >= LEAST_SHARED)
    .sort(([idA, a], [idB, b]) => b.score - a.score || idB - idA)
    .slice(0, LIKELIEST);
  const rows = solvedRows(
    store.sql,
    likeliest.map(([id]) => id),
    message.threadId,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return likeliest
    .flatMap(([id, { shared }]) => {
      const row = byId.get(id);
      if (row === undefined) return [];
      return [
        {
          messageId: id,
          subject: row.subject,
          fromName: row.fromName,
          category: Category.parse(row.finalCategory),
          decidedBy: row.finalBy ?? '',
          decidedAt: new Date(row.finalAt),
          caseId: row.caseId,
          caseNumber: row.caseNumber,
          shared: shared.slice(0, MOST_SHARED),
        },
      ];
    })
    .slice(0, SHOWN);
}
