import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebSocket as ServerSocket } from 'ws';
import { startWebHost, type WebHost } from '../../main/web/host.ts';
import { launchChromium } from '../support/chromium.ts';

/** What a real browser makes of the host's policy; the page reports what ran into its title. */

const noKiosks = { enterKiosk: () => null, attachKioskSocket: () => undefined };

let folder: string;
let host: WebHost;
let browser: Browser;

const page = `<!doctype html><html><head><title>-</title></head><body>
<script>document.title += ' inline-ran';</script>
<img src="x" onerror="document.title += ' handler-ran'">
<script type="module" crossorigin src="./app.js"></script>
</body></html>`;

/** As Estafeta does: a socket to the service, a frame with mail in it, a worker, injected styles. */
const app = `
const report = (word) => { document.title += ' ' + word; };
const frame = document.createElement('iframe');
frame.setAttribute('sandbox', 'allow-same-origin');
frame.srcdoc = '<style>p { color: rgb(1, 2, 3) }</style><p>mail</p><script>parent.document.title += " mail-ran"</script>'
  + '<img src="https://remote.example/pixel.png">';
frame.onload = () => {
  const paragraph = frame.contentDocument.querySelector('p');
  report('mail:' + getComputedStyle(paragraph).color);
  new Worker('./worker.js').onmessage = () => {
    report('worker');
    try { new Function('return 1')(); report('eval-ran'); } catch { report('no-eval'); }
    const socket = new WebSocket(location.origin.replace('http', 'ws') + '/rpc');
    socket.onmessage = (event) => { report(event.data); report('end'); };
    socket.onopen = () => socket.send('hello');
  };
};
document.body.append(frame);
`;

function echo(socket: ServerSocket): void {
  socket.on('message', (data: Buffer) => socket.send(`echo-${data.toString()}`));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'estafeta-browser-'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'app.js'), app);
  writeFileSync(join(folder, 'worker.js'), 'postMessage(1);');
  host = await startWebHost({
    port: 0,
    rendererDir: folder,
    service: { ...noKiosks, attachSocket: echo },
    kioskDir: folder,
  });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await host.close();
  rmSync(folder, { recursive: true });
});

test('runs our script, socket, worker and mail frame; no inline script, nothing from outside; reload works', async () => {
  const tab = await browser.newPage();
  const outside: { url: string; stoppedBy: string | undefined }[] = [];
  const own = new URL(host.url).host;
  tab.on('requestfinished', (request) => {
    if (new URL(request.url()).host !== own) outside.push({ url: request.url(), stoppedBy: undefined });
  });
  tab.on('requestfailed', (request) =>
    outside.push({ url: request.url(), stoppedBy: request.failure()?.errorText }),
  );
  await tab.goto(host.url);
  for (const visit of ['first', 'reload']) {
    if (visit === 'reload') await tab.reload();
    await tab.waitForFunction(() => document.title.endsWith('end'));
    expect(await tab.title()).toBe('- mail:rgb(1, 2, 3) worker no-eval echo-hello end');
  }
  expect(new URL(tab.url()).pathname).toBe('/');
  const stopped = { url: 'https://remote.example/pixel.png', stoppedBy: 'csp' };
  expect(outside).toEqual([stopped, stopped]);
  await tab.close();
});

test('another browser does not get in with the spent address', async () => {
  const stranger = await browser.newContext();
  const tab = await stranger.newPage();
  const answer = await tab.goto(host.url);
  expect(answer?.status()).toBe(403);
  expect(await tab.textContent('body')).toContain('ya se ha usado');
  await stranger.close();
});

test('a page of another site reaches neither files nor socket, though the browser has the cookie', async () => {
  const context = await browser.newContext();
  let attached = 0;
  const second = await startWebHost({
    port: 0,
    rendererDir: folder,
    kioskDir: folder,
    service: {
      ...noKiosks,
      attachSocket(socket) {
        attached += 1;
        echo(socket);
      },
    },
  });
  const tab = await context.newPage();
  await context.route('http://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>evil</title>' }),
  );
  await tab.goto(second.url);
  await tab.waitForFunction(() => document.title.endsWith('end'));
  expect(attached).toBe(1);
  await tab.goto('http://evil.example/');
  const outcome = await tab.evaluate(async (base) => {
    const fetched = await fetch(`${base}/app.js`, { credentials: 'include' }).then(
      () => 'read',
      () => 'refused',
    );
    const socket = await new Promise((resolve) => {
      const opened = new WebSocket(`${base.replace('http', 'ws')}/rpc`);
      opened.onopen = () => resolve('open');
      opened.onerror = () => resolve('refused');
    });
    return { fetched, socket };
  }, new URL(second.url).origin);
  expect(outcome).toEqual({ fetched: 'refused', socket: 'refused' });
  expect(attached).toBe(1);
  await context.close();
  await second.close();
});
