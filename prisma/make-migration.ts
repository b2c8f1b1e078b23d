/**
 * Makes the SQL of the next migration from the difference between prisma/migrations/schema.prisma (the schema as
 * of the newest migration) and prisma/schema.prisma, offline: `npm run migration -- add_units`.
 * What Prisma's schema cannot say (full-text tables, triggers) is added to the file by hand.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { SchemaEngine, type DiffTarget } from '@prisma/schema-engine-wasm';

const folder = join(import.meta.dirname, 'migrations');
const snapshot = join(folder, 'schema.prisma');
const schema = join(import.meta.dirname, 'schema.prisma');

function datamodel(path: string): DiffTarget {
  if (!existsSync(path)) return { tag: 'empty' };
  return { tag: 'schemaDatamodel', files: [{ path, content: readFileSync(path, 'utf8') }] };
}

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Use: npm run migration -- lower_case_name');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: ':memory:' }));
const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
const { stdout } = await engine.diff({
  from: datamodel(snapshot),
  to: datamodel(schema),
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
const newest = readdirSync(folder)
  .map((entry) => Number.parseInt(entry, 10))
  .filter(Number.isInteger)
  .reduce((a, b) => Math.max(a, b), 0);
const target = join(folder, `${String(newest + 1).padStart(4, '0')}_${name}`);
mkdirSync(target);
writeFileSync(join(target, 'migration.sql'), stdout ?? '');
copyFileSync(schema, snapshot);
console.log(`${target}/migration.sql`);
