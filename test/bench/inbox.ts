import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../main/paths.ts';
import { AS_STARTED } from './as-started.ts';
import type { InboxFigures } from './inbox-probe.ts';

/** How fast the service lists, pages, searches and counts in the store of `makeDesk`, in a fresh process. */
export function benchInbox(dataDir: string): InboxFigures {
  const probe = join(projectRoot, 'test', 'bench', 'inbox-probe.ts');
  const result = spawnSync(process.execPath, [...AS_STARTED, probe, dataDir], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`the inbox bench failed: ${result.stderr.slice(-2000)}`);
  return JSON.parse(result.stdout) as InboxFigures;
}
