import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSql } from '../../main/store/connection.ts';
import { migrate, shippedMigrations } from '../../main/store/migrate.ts';
import { TEST_KEY, temporaryFolder } from './store.ts';

/** A database as the program of migration `id` left it, and the way on from there. */
export function databaseAt(id: number) {
  const folder = temporaryFolder();
  const file = join(folder, 'estafeta.db');
  const sql = openSql(file, TEST_KEY, 'WRITE');
  onTestFinished(() => {
    sql.close();
  });
  const upTo = (last: number) =>
    migrate(sql, {
      file,
      backupFolder: join(folder, 'backups'),
      migrations: shippedMigrations().filter((migration) => migration.id <= last),
      now: new Date('2026-03-16T09:00:00Z'),
    });
  upTo(id);
  return { sql, upTo };
}
