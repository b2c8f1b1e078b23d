import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import { launchChromium } from '../support/chromium.ts';
import { TEST_KEY } from '../support/store.ts';

/** The browser host as a process of its own, as people start it. */
export type Host = { readonly url: string; readonly dataDir: string; stop(): Promise<void> };

/** Starts the host on a new folder, or on one that exists; it stops when the test is over. */
export async function startHost(options: { demo?: boolean; dataDir?: string } = {}): Promise<Host> {
  const dataDir = options.dataDir ?? temporaryDataDir();
  const args = [join(projectRoot, 'main', 'web', 'main.ts'), '--data', dataDir, '--port', '0'];
  if (options.demo === true) args.push('--demo');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ESTAFETA_KEY: options.demo === true ? undefined : TEST_KEY,
  };
  delete env.DISPLAY;
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => stopped(child);
  onTestFinished(stop);
  return { url: await announcedUrl(child), dataDir, stop };
}

export function temporaryDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'estafeta-e2e-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  return dataDir;
}

function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(output)?.[0];
      if (url !== undefined && output.includes('Ctrl+C')) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => reject(new Error(`the host ended with ${String(code)}:\n${output}`)));
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

export type Tab = {
  readonly page: Page;
  /** Requests that did not go to the host: there must be none, ever. */
  readonly strayRequests: readonly string[];
  /** Errors of the page itself. */
  readonly pageErrors: readonly string[];
};

let browser: Promise<Browser> | undefined;

/** A page of a new browser profile on the host. A failed test leaves its picture in .estafeta/results. */
export async function openTab(host: Host, options: Parameters<Browser['newContext']>[0] = {}): Promise<Tab> {
  browser ??= launchChromium();
  const context = await (
    await browser
  ).newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'es-ES',
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const strayRequests: string[] = [];
  const pageErrors: string[] = [];
  watch(context, host, strayRequests);
  page.on('pageerror', (error) => pageErrors.push(error.message));
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, task.name);
    await context.close();
  });
  await page.goto(host.url);
  return { page, strayRequests, pageErrors };
}

async function keepPicture(page: Page, testName: string): Promise<void> {
  const folder = join(projectRoot, '.estafeta', 'results');
  mkdirSync(folder, { recursive: true });
  const name = testName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  await page.screenshot({ path: join(folder, `${name}-${Date.now()}.png`) });
}

/** Picks an option of a drop-down list by its words. */
export async function choose(list: Locator, option: string): Promise<void> {
  await list.click();
  await list.page().getByRole('option', { name: option, exact: true }).click();
}

/** Closes the browser that the tests of a file share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

function watch(context: BrowserContext, host: Host, strayRequests: string[]): void {
  const { origin } = new URL(host.url);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) strayRequests.push(request.url());
  });
}

/** Accounts of the demo data (main/service/demo.ts). */
export const DEMO = {
  clerk: { userName: 'marta', password: 'tramita-demo' },
  supervisor: { userName: 'julian', password: 'supervisa-demo' },
  admin: { userName: 'irene', password: 'administra-demo' },
} as const;

export async function signIn(page: Page, account: { userName: string; password: string }): Promise<void> {
  await page.getByLabel('Usuario', { exact: true }).fill(account.userName);
  await page.getByLabel('Contraseña', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
}
