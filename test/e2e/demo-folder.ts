import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the run keeps its one demo; vitest's workers inherit the name. */
const NAME = 'ESTAFETA_TEST_DEMO';

/** Before and after the whole run, in vitest's main process. */
export default function setup(): () => void {
  const run = mkdtempSync(join(tmpdir(), 'estafeta-demo-'));
  process.env[NAME] = run;
  return () => rmSync(run, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Fills `dataDir` with the demo data. `load` does it the real way, once a run, for whoever is first; the others wait
 * for it and copy what came of it.
 */
export async function copyDemo(dataDir: string, load: (dataDir: string) => Promise<void>): Promise<void> {
  const run = process.env[NAME];
  if (run === undefined) throw new Error('not started by vitest with its global set-up');
  const [made, ready] = [join(run, 'demo'), join(run, 'ready')];
  if (mkdirSync(made, { recursive: true }) !== undefined) {
    await load(made).catch((error: unknown) => {
      writeFileSync(join(run, 'failed'), '');
      throw error;
    });
    writeFileSync(ready, '');
  }
  while (!existsSync(ready)) {
    if (existsSync(join(run, 'failed'))) throw new Error('the demo data could not be loaded');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  cpSync(made, dataDir, { recursive: true });
}
