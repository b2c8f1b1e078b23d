import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../main/paths.ts';

/**
 * Runs a package's own script (a path under node_modules) with this Node, in the checkout. Its output goes to the
 * terminal. Returns the exit code.
 */
export function runTool(
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): number {
  const result = spawnSync(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  if (result.error !== undefined) throw result.error;
  return result.status ?? 1;
}
