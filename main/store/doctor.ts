import { statfsSync } from 'node:fs';
import { databaseFacts, integrityProblems } from './database-facts.ts';
import type { Store } from './store.ts';

export type StoreHealth = {
  readonly migration: number;
  readonly messages: number;
  readonly auditEntries: number;
  /** What SQLite finds wrong with the file; empty when it is whole. */
  readonly integrity: readonly string[];
  /** Messages that the search does not know. */
  readonly unindexed: number;
  readonly activeUsers: number;
  readonly mailboxes: number;
  readonly lastBackup: Date | null;
  readonly freeBytes: number;
  readonly databaseBytes: number;
};

/** Looks the open store over without changing it. Reads every page of the database; throws STORE_DAMAGED. */
export async function storeHealth(store: Store): Promise<StoreHealth> {
  // First, because what follows cannot be read from a damaged file.
  const integrity = integrityProblems(store.sql);
  const { migration, messages, auditEntries } = databaseFacts(store.sql);
  const row = store.sql
    .prepare<[], { unindexed: number; databaseBytes: number }>(
      `SELECT (SELECT count(*) FROM "Message" WHERE id NOT IN (SELECT id FROM message_search_docsize)) AS unindexed,
         (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size) AS databaseBytes`,
    )
    .get();
  const [activeUsers, mailboxes, backup] = await Promise.all([
    store.prisma.user.count({ where: { active: true } }),
    store.prisma.mailbox.count(),
    store.prisma.auditEntry.findFirst({ where: { action: 'store.backup' }, orderBy: { id: 'desc' } }),
  ]);
  const disk = statfsSync(store.dataDir);
  return {
    migration,
    messages,
    auditEntries,
    integrity,
    unindexed: row?.unindexed ?? 0,
    activeUsers,
    mailboxes,
    lastBackup: backup?.at ?? null,
    freeBytes: disk.bavail * disk.bsize,
    databaseBytes: row?.databaseBytes ?? 0,
  };
}
