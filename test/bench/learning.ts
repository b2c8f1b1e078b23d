import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { trainVersion } from '../../main/learning/training.ts';
import { MessageFilter } from '../../main/mail/inbox-model.ts';
import { listMessages } from '../../main/mail/inbox.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { openStore } from '../../main/store/store.ts';
import { shippedMessages } from '../../main/triage/content/shipped-messages.ts';
import { BENCH_KEY, makeBigStore } from './big-store.ts';

/** A clerk who turns pages faster than anybody does. */
const PAGE_EVERY_MS = 50;

/**
 * How long the next version takes to learn from so many decisions (and the messages that ship), and how long a page of
 * the inbox takes meanwhile. The decisions are the training messages over and over: real words, as varied as mail is.
 */
export async function benchLearning(decisions: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'estafeta-learning-'));
  try {
    const shipped = shippedMessages();
    const solved = Array.from({ length: decisions }, (_, n) => shipped[n % shipped.length]);
    await makeBigStore(dataDir, decisions, (n) => {
      const text = solved[n]?.text;
      return text === undefined
        ? {}
        : {
            subject: text.subject,
            text: text.flat,
            declaredCategory: text.declaredCategory,
            kind: text.kind,
          };
    });
    const store = await openStore({ dataDir, key: { kind: 'hex', hex: BENCH_KEY } });
    await store.writeSql((sql) => {
      const decide = sql.prepare('UPDATE "Message" SET finalCategory = ?, finalAt = receivedAt WHERE id = ?');
      for (const [n, message] of solved.entries()) decide.run(message?.category, n + 1);
    });
    const from = performance.now();
    let learning = true;
    const trained = trainVersion(store, SYSTEM_ACTOR, {
      signal: new AbortController().signal,
      progress: () => undefined,
    }).finally(() => {
      learning = false;
    });
    const pages: number[] = [];
    while (learning) {
      const asked = performance.now() + PAGE_EVERY_MS;
      await pause(PAGE_EVERY_MS);
      listMessages(store, 1, { filter: MessageFilter.parse({}), cursor: null, limit: 50 });
      // A service that could not take the question in time counts as one that answers late.
      pages.push(performance.now() - asked);
    }
    const { kept } = await trained;
    const seconds = (performance.now() - from) / 1000;
    await store.close();
    pages.sort((a, b) => a - b);
    const at = (share: number) => Math.round((pages[Math.ceil(pages.length * share) - 1] ?? 0) * 10) / 10;
    return {
      decisions,
      shipped: shipped.length,
      kept,
      seconds: Math.round(seconds * 10) / 10,
      pages: pages.length,
      pageP95Ms: at(0.95),
      pageWorstMs: at(1),
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
