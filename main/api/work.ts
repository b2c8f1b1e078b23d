import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { basename } from 'node:path';
import { exportMessages } from '../mail/export.ts';
import { ingestSource } from '../mail/ingest.ts';
import { reindexMessages } from '../mail/reindex.ts';
import { openSource } from '../mail/sources/open.ts';
import { loadSettings } from '../settings/settings.ts';
import { verifyAudit } from '../store/audit-verify.ts';
import { backupTo } from '../store/backup.ts';
import { newestMessageId } from '../store/message-rows.ts';
import { wholeFile } from '../store/whole-file.ts';
import type { GuardedContext } from './context.ts';
import type { EventHub } from './event-hub.ts';
import { api } from './guard.ts';
import type { WorkHandle } from './work-board.ts';

/** Long work: each procedure answers at once with the work's id. */
export const workRouter = {
  list: api.work.list.handler(({ context }) => context.work.list()),

  cancel: api.work.cancel.handler(({ context, input }) => context.work.cancel(input.workId)),

  ingest: api.work.ingest.handler(async ({ context, input }) => {
    // Opened here, so that a wrong path is told at once and not by a failed task.
    const source = await openSource(input.path);
    const workId = context.work.start('INGEST', source.name, (handle) => ingest(context, source, handle));
    return { workId };
  }),

  backup: api.work.backup.handler(({ context, input }) => ({
    workId: context.work.start('BACKUP', basename(input.path), async ({ signal, progress }) => {
      const { bytes } = await backupTo(context.store, context.actor, input.path, {
        signal,
        onProgress: progress,
      });
      return { path: input.path, bytes };
    }),
  })),

  export: api.work.export.handler(({ context, input }) => ({
    workId: context.work.start('EXPORT', basename(input.path), (handle) =>
      exportTo(context, input.path, handle),
    ),
  })),

  reindex: api.work.reindex.handler(({ context }) => ({
    workId: context.work.start('REINDEX', '', async ({ signal, progress }) => {
      const { mail } = await loadSettings(context.store);
      const messages = await reindexMessages(context.store, context.actor, mail, signal, progress);
      return { messages };
    }),
  })),

  verifyAudit: api.work.verifyAudit.handler(({ context }) => ({
    workId: context.work.start('AUDIT_VERIFY', '', async ({ signal, progress }) => {
      const { entries, head, fault } = await verifyAudit(context.store.sql, { signal, onProgress: progress });
      return { entries, head, faultEntryId: fault?.entryId ?? null, problem: fault?.problem ?? null };
    }),
  })),
};

/** What the service tells the windows, until the window goes. */
export const eventsRouter = {
  subscribe: api.events.subscribe.handler(async function* ({ context, signal }) {
    for await (const event of context.events.subscribe('event', { signal })) yield event;
  }),
};

async function ingest(
  context: GuardedContext,
  source: Awaited<ReturnType<typeof openSource>>,
  { signal, progress }: WorkHandle,
) {
  const { mail, triage } = await loadSettings(context.store);
  const report = await ingestSource(context.store, source, {
    actor: context.actor,
    signal,
    limits: mail,
    reviewBelow: triage.reviewBelow,
    onProgress: progress,
    onStored: (count, newestId) => tellArrived(context.events, count, newestId),
  });
  const { read, stored, duplicates, unparsable, failed, seconds } = report;
  return { read, stored, duplicates, unparsable, failed: failed.length, seconds };
}

function tellArrived(events: EventHub, count: number, newestId: number): void {
  events.publish('event', { type: 'MESSAGES_ARRIVED', count, newestId });
}

async function exportTo(context: GuardedContext, path: string, { signal, progress }: WorkHandle) {
  const total = newestMessageId(context.store.sql);
  let messages = 0;
  async function* lines() {
    for await (const message of exportMessages(context.store)) {
      messages += 1;
      progress(messages, total);
      yield `${JSON.stringify(message)}\n`;
    }
  }
  await wholeFile(path, (partial) => pipeline(lines, createWriteStream(partial), { signal }));
  await context.store.audit({
    actor: context.actor,
    action: 'data.exported',
    objectType: 'STORE',
    details: { messages },
  });
  return { path, messages };
}
