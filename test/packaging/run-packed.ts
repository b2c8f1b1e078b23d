import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { extractAll } from '@electron/asar';
import { projectRoot } from '../../main/paths.ts';
import type { PackedApp, Point } from './packed-app.ts';

/**
 * Runs what was packed, out of the checkout's reach, with this Node: nothing that is needed may have been left
 * out. Electron's own part cannot run here; the service, the worker and the page can.
 */
export async function runPoints(app: PackedApp, folder: string): Promise<Point[]> {
  const program = join(folder, 'program');
  extractAll(join(app.resources, 'app.asar'), program);
  addNativeModule(program);
  const environment = { ...process.env, ESTAFETA_KEY: randomBytes(32).toString('hex'), CI: 'true' };
  const data = join(folder, 'data');
  return [ingest(program, data, environment), await servePage(program, data, environment)];
}

/** The package holds the one of Windows; this machine needs its own. */
function addNativeModule(program: string): void {
  const prebuilds = join('node_modules', 'better-sqlite3', 'prebuilds');
  const name = `${process.platform}-${process.arch}.node`;
  mkdirSync(join(program, prebuilds), { recursive: true });
  copyFileSync(join(projectRoot, prebuilds, name), join(program, prebuilds, name));
}

function ingest(program: string, data: string, env: NodeJS.ProcessEnv): Point {
  const source = join(projectRoot, 'test', 'fixtures', 'mailboxes', 'provincial');
  const cli = join(program, 'dist', 'main', 'cli', 'estafeta.js');
  const result = spawnSync(process.execPath, [cli, 'ingest', source, '--data', data, '--json'], {
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  const stored = /"stored":\s*(\d+)/.exec(result.stdout)?.[1];
  const failure = result.stderr.trim().split('\n').at(-1) ?? '';
  return {
    name: 'the packed service takes in the fixture mailbox',
    passed: result.status === 0 && Number(stored) > 0,
    detail: stored === undefined ? `exit ${String(result.status)}: ${failure}` : `${stored} messages stored`,
  };
}

async function servePage(program: string, data: string, env: NodeJS.ProcessEnv): Promise<Point> {
  const main = join(program, 'dist', 'main', 'web', 'main.js');
  const child = spawn(process.execPath, [main, '--data', data], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 60_000,
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let status = 'no address';
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    const entered = await fetch(url, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', url), { headers: { cookie } });
    status = `page ${String(page.status)}`;
    child.kill('SIGTERM');
  }
  const code = await ended;
  return {
    name: 'the packed host serves the page, and stops when asked',
    passed: status === 'page 200' && code === 0,
    detail: `${status}, exit ${String(code)}`,
  };
}
