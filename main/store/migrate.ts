import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { projectRoot } from '../paths.ts';
import { SYSTEM_ACTOR, appendAuditSql } from './audit.ts';
import { toStoreError, type Sql } from './connection.ts';

export type Migration = { readonly id: number; readonly name: string; readonly sql: string };

/** Ids are the number the folder's name begins with: `0001_initial/migration.sql`. */
export function shippedMigrations(folder = join(projectRoot, 'prisma', 'migrations')): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({
      id: Number.parseInt(entry.name, 10),
      name: entry.name,
      sql: readFileSync(join(folder, entry.name, 'migration.sql'), 'utf8'),
    }))
    .sort((a, b) => a.id - b.id);
}

type MigrateOptions = {
  readonly file: string;
  readonly backupFolder: string;
  readonly migrations: readonly Migration[];
  readonly now: Date;
};

/**
 * Brings the database to the newest shipped migration: a copy of the file first (not for a new one), then each
 * migration in a transaction of its own together with its journal row and audit entry. Throws STORE_NEWER when
 * the database knows a migration that this program does not, MIGRATION_FAILED when one cannot be applied; the
 * database then stands as it was before that one.
 */
export function migrate(sql: Sql, options: MigrateOptions): { readonly applied: readonly string[] } {
  sql.exec(
    `CREATE TABLE IF NOT EXISTS "_migration" (
       id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, appliedAt INTEGER NOT NULL)`,
  );
  const journal = sql.prepare<[], { id: number }>('SELECT id FROM "_migration" ORDER BY id').all();
  const newestApplied = journal.at(-1)?.id ?? 0;
  const newestShipped = options.migrations.at(-1)?.id ?? 0;
  if (newestApplied > newestShipped) {
    throw new AppError('STORE_NEWER', { database: newestApplied, program: newestShipped });
  }
  const pending = options.migrations.filter((migration) => migration.id > newestApplied);
  if (pending.length > 0 && newestApplied > 0) copyBefore(sql, options, newestApplied);
  for (const migration of pending) apply(sql, migration, options.now);
  return { applied: pending.map((migration) => migration.name) };
}

/** When this database was brought to that migration; of a new one, when it was made. */
export function migratedAt(sql: Sql, id: number): Date {
  const row = sql
    .prepare<[number], { appliedAt: number }>('SELECT appliedAt FROM "_migration" WHERE id = ?')
    .get(id);
  return new Date(row?.appliedAt ?? 0);
}

function copyBefore(sql: Sql, options: MigrateOptions, version: number): void {
  mkdirSync(options.backupFolder, { recursive: true });
  sql.pragma('wal_checkpoint(TRUNCATE)');
  const stamp = options.now.toISOString().replaceAll(/[:.]/g, '-');
  try {
    copyFileSync(options.file, join(options.backupFolder, `before-migration-${version}-${stamp}.db`));
  } catch (error) {
    throw toStoreError(error);
  }
}

function apply(sql: Sql, migration: Migration, now: Date): void {
  try {
    sql
      .transaction(() => {
        sql.exec(migration.sql);
        sql
          .prepare('INSERT INTO "_migration" (id, name, sha256, appliedAt) VALUES (?, ?, ?, ?)')
          .run(
            migration.id,
            migration.name,
            createHash('sha256').update(migration.sql).digest('hex'),
            now.getTime(),
          );
        appendAuditSql(sql, now, {
          actor: SYSTEM_ACTOR,
          action: 'store.migrated',
          objectType: 'STORE',
          details: { migration: migration.name },
        });
      })
      .immediate();
  } catch (error) {
    const coded = toStoreError(error);
    if (coded instanceof AppError && coded.code === 'DISK_FULL') throw coded;
    throw new AppError('MIGRATION_FAILED', { migration: migration.name }, { cause: error });
  }
}
