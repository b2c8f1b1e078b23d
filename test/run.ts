import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../main/paths.ts';
import { chromiumPath } from './support/chromium.ts';
import { runTool } from './support/tools.ts';

/**
 * `npm test`: everything, unit, integration and end to end. Sees to the system's packages first: on Debian as root
 * it installs them, elsewhere it names them and ends with 1. A skipped test counts as a failure. Arguments go to
 * vitest; the results are also left in .estafeta/results/tests.json.
 */
const resultFile = join(projectRoot, '.estafeta', 'results', 'tests.json');

const systemPackages = [
  { name: 'chromium', sign: chromiumPath, why: 'the end-to-end tests' },
  // Pages are measured in these; a machine without fonts shows boxes.
  { name: 'fonts-liberation', sign: '/usr/share/fonts/truetype/liberation', why: 'the pages in Chromium' },
  { name: 'dovecot-imapd', sign: '/usr/sbin/dovecot', why: 'the mail server that mail is read from' },
  { name: 'openssl', sign: '/usr/bin/openssl', why: 'the certificates of that server' },
] as const;

const Result = z.object({ numPendingTests: z.number(), numTodoTests: z.number() });

process.exitCode = main();

function main(): number {
  if (!haveSystemPackages()) return 1;
  const built = runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (built !== 0) return built;
  rmSync(resultFile, { force: true });
  const tested = runTool('vitest/vitest.mjs', [
    'run',
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`],
    ...process.argv.slice(2),
  ]);
  if (tested !== 0) return tested;
  const { numPendingTests, numTodoTests } = Result.parse(JSON.parse(readFileSync(resultFile, 'utf8')));
  if (numPendingTests + numTodoTests === 0) return 0;
  console.error(
    `${numPendingTests + numTodoTests} tests were skipped: a test that does not run proves nothing.`,
  );
  return 1;
}

function haveSystemPackages(): boolean {
  // Other systems bring their own fonts; the browser is named by CHROMIUM_PATH.
  const needed = process.platform === 'linux' ? systemPackages : systemPackages.slice(0, 1);
  const missing = needed.filter(({ sign }) => !existsSync(sign));
  if (missing.length === 0) return true;
  const names = missing.map(({ name }) => name);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) return install(names);
  console.error('The tests need these packages of the system:');
  for (const { name, why } of missing) console.error(`  ${name}: for ${why}`);
  console.error('On Debian: sudo apt-get install ' + names.join(' '));
  console.error('Elsewhere: name a Chromium or Chrome in CHROMIUM_PATH.');
  return false;
}

function install(names: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const commands = [['update'], ['install', '--yes', '--no-install-recommends', ...names]];
  return commands.every((args) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0);
}
