import { appendAudit, type Actor } from '../store/audit.ts';
import { replaceSearchRows, searchRowParts } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { DeclaredPerson } from '../triage/model.ts';
import { indexedIdentifiers } from './identifiers-index.ts';
import type { ParseLimits } from './model.ts';
import { ParsePool } from './parse-pool.ts';
import { readRawSource } from './raw-source.ts';

/** Messages that are one transaction; in between, the windows get their turn. */
const BATCH = 100;

/**
 * Builds the full-text index anew from the raw sources, message by message, without ever being empty: a search
 * during the work finds what was there. Stops between batches when asked; answers how many messages it did.
 */
export async function reindexMessages(
  store: Store,
  actor: Actor,
  limits: ParseLimits,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const total = await store.prisma.message.count();
  const pool = new ParsePool(limits);
  let done = 0;
  try {
    for (let after = 0; !signal.aborted;) {
      const parts = searchRowParts(store.sql, after, BATCH);
      const last = parts.at(-1);
      if (last === undefined) break;
      const rows = await Promise.all(
        parts.map(async (part) => ({
          id: part.id,
          subject: part.subject,
          sender: `${part.fromName} ${part.fromAddress}`,
          body: (await pool.prepare(await readRawSource(store, part.sha256))).parsed.text,
          attachments: part.attachmentNames,
          caseNumber: part.caseNumber ?? '',
          identifiers: indexedIdentifiers(DeclaredPerson.parse(JSON.parse(part.declaredPerson))),
        })),
      );
      await store.writeSql((sql) => replaceSearchRows(sql, rows));
      after = last.id;
      done += rows.length;
      onProgress(done, total);
    }
  } finally {
    await pool.close();
  }
  await store.write((tx) =>
    appendAudit(tx, store.clock.now(), {
      actor,
      action: 'search.reindexed',
      objectType: 'STORE',
      details: { messages: done },
    }),
  );
  return done;
}
