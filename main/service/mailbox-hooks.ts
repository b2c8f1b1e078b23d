import { toAppError } from '../api/errors.ts';
import type { EventHub } from '../api/event-hub.ts';
import type { WorkBoard } from '../api/work-board.ts';
import type { WatchHooks } from '../mail/imap/folder-watcher.ts';
import type { IngestReport } from '../mail/model.ts';

/** Tells the windows what the watched mailboxes do, and shows their long readings among the other long work. */
export function mailboxHooks(events: EventHub, work: WorkBoard): WatchHooks {
  return {
    onChanged: (mailboxId) => events.publish('event', { type: 'MAILBOX_CHANGED', mailboxId }),
    onStored: (count, newestId) => events.publish('event', { type: 'MESSAGES_ARRIVED', count, newestId }),
    showLong: (label, reading) =>
      new Promise<IngestReport>((resolve, reject) => {
        work.start('INGEST', label, async (handle) => {
          try {
            const report = await reading(handle);
            resolve(report);
            const { read, stored, duplicates, unparsable, failed, seconds } = report;
            return { read, stored, duplicates, unparsable, failed: failed.length, seconds };
          } catch (error) {
            reject(toAppError(error));
            throw error;
          }
        });
      }),
  };
}
