import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import type { Service } from '../../main/service/service.ts';
import { startWebHost, type WebHostOptions } from '../../main/web/host.ts';
import { launchChromium } from '../support/chromium.ts';
import { TEST_KEY } from '../support/store.ts';
import { copyDemo } from './demo-folder.ts';

export const MAILBOX = join(projectRoot, 'test', 'fixtures', 'mailboxes', 'provincial');
export const RESULTS = join(projectRoot, '.estafeta', 'results');
/** For a whole journey, on a machine that does other things as well. */
export const JOURNEY = 300_000;
/** For one thing to be seen. */
const SEEN = 60_000;

const cleanups: (() => Promise<unknown> | void)[] = [];

/** Ends what the tests of a file share: tabs, browser, hosts, folders. Call it in `afterAll`. */
export async function closeAll(): Promise<void> {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}

/** The browser host as a process of its own, as people start it. One browser profile may enter it. */
export type Host = {
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
  /** As a power cut does it. */
  kill(): Promise<void>;
};

export type HostOptions = { readonly demo?: boolean; readonly dataDir?: string; readonly key?: string };

/** Starts the host on a new folder, or on one that exists. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const { demo = false, key = demo ? undefined : TEST_KEY } = options;
  const dataDir = options.dataDir ?? (demo ? await demoFolder() : temporaryDataDir());
  const args = [join(projectRoot, 'main', 'web', 'main.ts'), '--data', dataDir, '--port', '0'];
  if (demo) args.push('--demo');
  const env: NodeJS.ProcessEnv = { ...process.env, ESTAFETA_KEY: key };
  delete env.DISPLAY; // the host would open a browser of its own
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => ended(child, 'SIGTERM');
  cleanups.push(stop);
  return { url: await announcedUrl(child), dataDir, stop, kill: () => ended(child, 'SIGKILL') };
}

/** The demo's own key, in its folder: whichever test of the run makes the demo, it is copied with it. */
export function demoKey(dataDir: string) {
  return { kind: 'file', path: join(dataDir, 'demo.key'), create: true } as const;
}

/** The host in this process, for a test that holds the service in its own hands. */
export async function hostOf(
  service: WebHostOptions['service'] & Pick<Service, 'stop'>,
  dataDir: string,
): Promise<Host> {
  const built = (name: string) => join(projectRoot, 'dist', name);
  const web = await startWebHost({
    service,
    port: 0,
    rendererDir: built('renderer'),
    kioskDir: built('kiosk'),
  });
  const stop = async () => {
    await service.stop();
    await web.close();
  };
  return { url: web.url, dataDir, stop, kill: stop };
}

export function temporaryDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'estafeta-e2e-'));
  cleanups.push(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  return dataDir;
}

async function demoFolder(): Promise<string> {
  const dataDir = temporaryDataDir();
  await copyDemo(dataDir, async (made) => {
    const host = await startHost({ demo: true, dataDir: made });
    await host.stop();
  });
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

async function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

/** A browser tab, and what it must never have: requests to others, errors of its own. */
export type Tab = {
  readonly page: Page;
  readonly strayRequests: readonly string[];
  readonly pageErrors: readonly string[];
};

export function nothingStrange({ strayRequests, pageErrors }: Tab): void {
  expect(strayRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
}

export const SMALL = { width: 1366, height: 768 };
export const LARGE = { width: 1920, height: 1080 };

let browser: Promise<Browser> | undefined;
const profiles = new Map<Host, BrowserContext>();

/** A tab on the host, in the host's own browser profile. A failed test leaves its picture in .estafeta/results. */
export async function openTab(host: Host, viewport = SMALL): Promise<Tab> {
  const context = profiles.get(host) ?? (await newProfile(host));
  const strayRequests: string[] = [];
  const pageErrors: string[] = [];
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  const { origin } = new URL(host.url);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)s?:$/.test(url.protocol) && url.origin !== origin) strayRequests.push(request.url());
  });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, task.name);
    await page.close();
  });
  await page.goto(host.url);
  return { page, strayRequests, pageErrors };
}

async function newProfile(host: Host): Promise<BrowserContext> {
  browser ??= launchChromium();
  const opened = await browser;
  const context = await opened.newContext({
    locale: 'es-ES',
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(SEEN);
  profiles.set(host, context);
  cleanups.push(async () => {
    profiles.delete(host);
    await context.close();
    if (profiles.size > 0) return;
    browser = undefined;
    await opened.close();
  });
  return context;
}

async function keepPicture(page: Page, testName: string): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  const name = testName.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
  await page.screenshot({ path: join(RESULTS, `${name}.png`) });
}

/** Picks an option of a drop-down list by its words. */
export async function choose(list: Locator, option: string): Promise<void> {
  await list.click();
  await list.page().getByRole('option', { name: option, exact: true }).click();
}

export type Account = { readonly userName: string; readonly password: string };

/** Accounts of the demo data (main/service/demo.ts). */
export const DEMO = {
  clerk: { userName: 'marta', password: 'tramita-demo' },
  supervisor: { userName: 'julian', password: 'supervisa-demo' },
  admin: { userName: 'irene', password: 'administra-demo' },
} as const satisfies Record<string, Account>;

export async function fillSignIn(page: Page, account: Account): Promise<void> {
  await page.getByLabel(/^Usuario/).fill(account.userName);
  await page.getByLabel(/^Contraseña/).fill(account.password);
  await page.getByRole('button', { name: 'Entrar', exact: true }).click();
}

export const sections = (page: Page): Locator => page.getByRole('navigation', { name: 'Secciones' });

export async function signIn(page: Page, account: Account): Promise<void> {
  await fillSignIn(page, account);
  await sections(page).waitFor();
}

/** Ends the session of every tab of the profile. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Usuario:/ }).click();
  await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
  await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
}

/** Goes to an address of the app, `ajustes/buzones` and the like, without loading the page again. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${path}`);
}

/** The case panel beside the message. */
export const casePanel = (page: Page): Locator => page.getByRole('complementary', { name: 'Expediente' });

/** The demo's message in which Rocío Benjumea asks for another phone, and the case panel; returns the panel. */
export async function openRociosRequest(page: Page): Promise<Locator> {
  await goTo(page, 'bandeja');
  await page.getByRole('searchbox').fill('asunto:afiliacion benjumea con:adjunto');
  await page.getByText('1 mensaje', { exact: true }).first().waitFor();
  await page.getByRole('listbox', { name: 'Mensajes' }).getByRole('option').click();
  await page.frameLocator('iframe[title="Texto del mensaje"]').locator('p, div').first().waitFor();
  const panel = casePanel(page);
  // Beside the message where there is room, over it where there is not.
  if (!(await panel.isVisible())) await page.getByRole('button', { name: /^Expediente$|^50\//u }).click();
  return panel;
}

/** Signs the first administrator in on an empty folder, through the five steps. */
export async function setUpOffice(page: Page, admin: Account): Promise<void> {
  const next = () => page.getByRole('button', { name: 'Siguiente' }).click();
  await page.getByRole('heading', { name: 'Estafeta lleva el buzón de su oficina' }).waitFor();
  await next();
  await page.getByLabel('Provincia').selectOption('50');
  await next();
  await next();
  await page.getByLabel('Nombre y apellidos').fill('Irene Cativiela');
  await page.getByLabel(/^Usuario/).fill(admin.userName);
  await page.getByLabel(/^Contraseña/).fill(admin.password);
  await page.getByLabel('Repita la contraseña').fill(admin.password);
  await next();
  await page.getByRole('button', { name: 'Empezar a trabajar' }).click();
  await sections(page).waitFor();
}
