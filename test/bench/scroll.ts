import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../main/paths.ts';
import { launchChromium } from '../support/chromium.ts';
import { BENCH_KEY } from './big-store.ts';
import { BENCH_ACCOUNT } from './desk.ts';

export type ScrollFigures = {
  readonly rowsScrolled: number;
  /** Tasks over 50 ms on the page's main thread meanwhile (PerformanceObserver), and the longest of them. */
  readonly longTasks: number;
  readonly longestTaskMs: number;
};

const STEPS = 300;
const STEP_PIXELS = 800;

/** Scrolls the inbox of the store of `makeDesk` in a real browser, with the built renderer (`npm run build:renderer`). */
export async function benchScroll(dataDir: string): Promise<ScrollFigures> {
  const env: NodeJS.ProcessEnv = { ...process.env, ESTAFETA_KEY: BENCH_KEY };
  delete env.DISPLAY; // the host would open a browser of its own
  const entry = join(projectRoot, 'main', 'web', 'main.ts');
  const host = spawn(process.execPath, [entry, '--data', dataDir], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await launchChromium();
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      host.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+\/\S+(?=\n)/.exec(output)?.[0];
        if (found !== undefined) resolve(found);
      });
      host.on('exit', (code) => reject(new Error(`the host ended with ${String(code)}`)));
    });
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await page.getByLabel('Usuario').fill(BENCH_ACCOUNT.userName);
    await page.getByLabel('Contraseña', { exact: true }).fill(BENCH_ACCOUNT.password);
    await page.getByRole('button', { name: 'Entrar' }).click();
    const list = page.getByRole('listbox');
    await list.getByRole('option').first().waitFor();
    return await list.evaluate(
      async (box, { steps, pixels }) => {
        const tasks: number[] = [];
        const observer = new PerformanceObserver((entries) => {
          for (const entry of entries.getEntries()) tasks.push(entry.duration);
        });
        observer.observe({ entryTypes: ['longtask'] });
        const row = box.querySelector('[role=option]')?.getBoundingClientRect().height ?? 1;
        let travelled = 0;
        for (let step = 0; step < steps; step++) {
          const before = box.scrollTop;
          box.scrollTop += pixels;
          travelled += box.scrollTop - before;
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 16)));
        }
        observer.disconnect();
        return {
          rowsScrolled: Math.round(travelled / row),
          longTasks: tasks.length,
          longestTaskMs: Math.round(Math.max(0, ...tasks)),
        };
      },
      { steps: STEPS, pixels: STEP_PIXELS },
    );
  } finally {
    await browser.close();
    host.kill('SIGTERM');
    await new Promise((resolve) => (host.exitCode === null ? host.once('exit', resolve) : resolve(null)));
  }
}
