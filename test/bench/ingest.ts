/**
 * How fast a Maildir of 20,000 messages goes in, against a bare loop of mailparser over the same files and, where
 * they are installed, mu and notmuch. Every contender is a process of its own; files are in the page cache for all.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../main/paths.ts';
import { makeMaildir } from './make-maildir.ts';

export type IngestFigures = {
  readonly messages: number;
  readonly averageBytes: number;
  /** Messages per second, whole processes from start to exit; null where the tool is not installed. */
  readonly estafeta: number;
  readonly leanLoop: number;
  readonly mu: number | null;
  readonly notmuch: number | null;
  readonly ratioToLeanLoop: number;
};

export async function benchIngest(messages: number): Promise<IngestFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'estafeta-bench-'));
  try {
    const maildir = join(folder, 'Maildir');
    const bytes = await makeMaildir(maildir, messages);
    const rate = (seconds: number) => Math.round(messages / seconds);
    // Twice in turns, the better of each: the machine's other work hits both alike.
    const lean: number[] = [];
    const own: number[] = [];
    for (let round = 0; round < 2; round++) {
      lean.push(timed(process.execPath, [join(projectRoot, 'test', 'bench', 'lean-loop.ts'), maildir]));
      own.push(ingest(folder, maildir, messages, round));
    }
    const leanLoop = rate(Math.min(...lean));
    const estafeta = rate(Math.min(...own));
    return {
      messages,
      averageBytes: Math.round(bytes / messages),
      estafeta,
      leanLoop,
      mu: installed('mu') ? rate(mu(folder, maildir)) : null,
      notmuch: installed('notmuch') ? rate(notmuch(folder, maildir)) : null,
      ratioToLeanLoop: Math.round((estafeta / leanLoop) * 100) / 100,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ingest(folder: string, maildir: string, messages: number, round: number): number {
  const data = join(folder, `data-${round}`);
  const cli = join(projectRoot, 'main', 'cli', 'estafeta.ts');
  const key = join(folder, 'key');
  writeFileSync(key, '0123456789abcdef'.repeat(4));
  const seconds = timed(
    process.execPath,
    [cli, 'ingest', maildir, '--data', data, '--key-file', key, '--json'],
    {},
    (out) => {
      const report = JSON.parse(out) as { stored: number };
      if (report.stored !== messages) throw new Error(`stored ${report.stored} of ${messages}`);
    },
  );
  rmSync(data, { recursive: true });
  return seconds;
}

function mu(folder: string, maildir: string): number {
  const env = { MUHOME: join(folder, 'mu') };
  return (
    timed('mu', ['init', '--quiet', `--maildir=${maildir}`], env) + timed('mu', ['index', '--quiet'], env)
  );
}

function notmuch(folder: string, maildir: string): number {
  const config = join(folder, 'notmuch-config');
  writeFileSync(config, `[database]\npath=${maildir}\n[user]\nname=x\nprimary_email=x@example.org\n`);
  return timed('notmuch', ['new', '--quiet'], { NOTMUCH_CONFIG: config });
}

function installed(tool: string): boolean {
  return spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Wall-clock seconds of a process; throws when it fails. */
function timed(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
  check: (stdout: string) => void = () => undefined,
): number {
  const startedAt = performance.now();
  const result = spawnSync(command, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  const seconds = (performance.now() - startedAt) / 1000;
  if (result.status !== 0) throw new Error(`${command} failed: ${result.stderr.toString().slice(-2000)}`);
  check(result.stdout.toString());
  return seconds;
}
