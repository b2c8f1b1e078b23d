import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Client } from '../../main/api/contract/index.ts';
import { DEMO_ACCOUNTS } from '../../main/service/demo.ts';
import { startService, type Service, type ServiceOptions } from '../../main/service/service.ts';
import { openStore } from '../../main/store/store.ts';
import { TEST_KEY, temporaryFolder } from '../support/store.ts';

async function start(options: Partial<ServiceOptions> & { dataDir: string }): Promise<Service> {
  const service = await startService({
    key: { kind: 'hex', hex: TEST_KEY },
    demo: false,
    host: 'web',
    ...options,
  });
  onTestFinished(() => service.stop());
  return service;
}

function windowOf(service: Service, clientId = 'window'): Client {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => {
    port1.close();
    port2.close();
  });
  service.attachPort(port1, clientId);
  port1.start();
  port2.start();
  return createORPCClient(new RPCLink({ port: port2 }));
}

/** Loaded by the first test; the demo is loaded once only. */
let demoDir: string;
beforeAll(() => {
  demoDir = mkdtempSync(join(tmpdir(), 'estafeta-demo-'));
});
afterAll(() => rmSync(demoDir, { recursive: true, force: true, maxRetries: 5 }));

describe('the service', () => {
  it('serves the router over a message port, files and dates included', async () => {
    const service = await start({ dataDir: demoDir, demo: true });
    const client = windowOf(service);
    const [, clerk] = DEMO_ACCOUNTS;
    if (clerk === undefined) throw new Error('the demo has no clerk');
    await client.session.signIn(clerk);
    const { rows } = await client.messages.list({ filter: {}, limit: 1 });
    const [row] = rows;
    expect(row?.receivedAt).toBeInstanceOf(Date);
    const raw = await client.messages.raw({ id: row?.id ?? 0 });
    expect(await raw.text()).toContain('Message-ID');
  });

  it('loads the demo once, also when the first time was cut short', async () => {
    const store = await openStore({ dataDir: demoDir, key: { kind: 'hex', hex: TEST_KEY } });
    await store.write((tx) => tx.user.deleteMany({ where: { userName: 'julian' } }));
    await store.close();
    const client = windowOf(await start({ dataDir: demoDir, demo: true }));
    const state = await client.session.signIn({ userName: 'julian', password: 'supervisa-demo' });
    expect(state).toMatchObject({ phase: 'SIGNED_IN', demo: { dataDir: demoDir } });
    expect((await client.messages.counts()).newestId).toBe(220);
  });

  it('starts beside a locked folder, says so, and opens it once it is free', async () => {
    const dataDir = temporaryFolder();
    const holder = await openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY } });
    const client = windowOf(await start({ dataDir }));
    expect(await client.session.state()).toMatchObject({
      phase: 'RECOVERY',
      recovery: { code: 'STORE_LOCKED' },
    });
    expect(await client.session.retry()).toMatchObject({ phase: 'RECOVERY' });
    await holder.close();
    expect(await client.session.retry()).toMatchObject({ phase: 'FIRST_RUN' });
  });

  it('tells every window what another one did', async () => {
    const service = await start({ dataDir: demoDir, demo: true });
    const [one, two] = [windowOf(service, 'one'), windowOf(service, 'two')];
    await one.session.signIn({ userName: 'marta', password: 'tramita-demo' });
    await two.session.signIn({ userName: 'julian', password: 'supervisa-demo' });
    const events = await two.events.subscribe();
    const heard = events.next();
    // The subscription is served before the change: both go over ports of their own.
    await two.messages.counts();
    await one.messages.setCategoryMany({ ids: [5], category: 'OTRAS' });
    expect((await heard).value).toEqual({ type: 'MESSAGES_CHANGED', ids: [5] });
    await events.return?.();
  });
});
