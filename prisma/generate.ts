/**
 * Generates the Prisma client without internet. `prisma generate` insists on a schema engine binary that it
 * never runs for this generator; naming any existing executable keeps it from downloading one.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const prismaCli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const result = spawnSync(process.execPath, [prismaCli, 'generate', '--no-hints'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
  stdio: 'inherit',
});
process.exitCode = result.status ?? 1;
