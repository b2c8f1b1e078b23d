import { EventEmitter, once } from 'node:events';
import { rmSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { MailboxStatus } from '../../../main/mail/account-model.ts';
import { saveAccount } from '../../../main/mail/accounts.ts';
import { readRawSource } from '../../../main/mail/raw-source.ts';
import { backoff, PATIENCE } from '../../../main/mail/imap/timers.ts';
import { ASK_WITH_IDLE_MS } from '../../../main/mail/imap/watch-policy.ts';
import { SYSTEM_ACTOR } from '../../../main/store/audit.ts';
import { verifyAudit } from '../../../main/store/audit-verify.ts';
import type { Store } from '../../../main/store/store.ts';
import { removeDovecot, startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { accountInput, anAccount, shiftedClock, watch } from '../../support/mailboxes.ts';
import { temporaryStore } from '../../support/store.ts';
import { startProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { eml, emls } from './messages.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => removeDovecot(dovecot));

const upToDate = ({ state }: MailboxStatus) => state === 'UP_TO_DATE';
const offline = ({ state, problem }: MailboxStatus) => state === 'OFFLINE' && problem !== null;
const stopped = ({ state }: MailboxStatus) => state === 'STOPPED';
/** The longest wait after a broken connection. */
const SOON_MS = 5 * 60_000;

async function bodies(store: Store): Promise<string[]> {
  const messages = await store.prisma.message.findMany({ orderBy: { id: 'asc' } });
  return Promise.all(messages.map(async ({ sha256 }) => (await readRawSource(store, sha256)).toString()));
}

async function proxied(): Promise<{ proxy: TcpProxy; server: Pick<Dovecot, 'address'> }> {
  const proxy = await startProxy(dovecot.port);
  onTestFinished(() => proxy.close());
  return { proxy, server: { address: (security) => ({ host: '127.0.0.1', port: proxy.port, security }) } };
}

describe('a watched folder', { timeout: 120_000 }, () => {
  it('is read whole, then told of new mail by the server, and left as it was found', async () => {
    const user = 'nueva';
    await dovecot.deliver(user, emls(3));
    const store = await temporaryStore();
    await anAccount(store, dovecot, { userName: user });
    const watching = await watch(store);
    const { stored, watchers } = watching;
    const first = await watching.until(upToDate);
    expect(first).toMatchObject({ problem: null, unreadable: 0, ledger: { onServer: 3, missing: 0 } });
    expect(stored).toEqual([3]);
    await dovecot.deliver(user, [eml(4)]);
    await watching.until(upToDate);
    expect(await bodies(store)).toEqual(emls(4));
    expect(watchers.statuses()).toHaveLength(1);
    const other = await dovecot.client(user);
    await other.mailboxOpen('INBOX');
    const flags = await other.fetchAll('1:*', { flags: true });
    other.close();
    expect(flags.map((message) => message.flags?.has('\\Seen'))).toEqual([false, false, false, false]);
  });

  it('goes on from where it was after its line was cut again and again', async () => {
    await dovecot.deliver('cortes', emls(400));
    const store = await temporaryStore();
    const { proxy, server } = await proxied();
    await anAccount(store, server, { userName: 'cortes' });
    proxy.cutAfter(40_000);
    const { until, timers } = await watch(store);
    for (let cut = 0; cut < 2; cut++) {
      expect(await until(offline)).toMatchObject({ problem: 'CONNECTION_LOST' });
      timers.fire(SOON_MS);
    }
    const again = await until(offline);
    // Each time it came further: it is not made to wait longer and longer.
    expect(Number(again.nextTryAt) - store.clock.now().getTime()).toBe(backoff(1, 0.5));
    const soFar = await store.prisma.message.count();
    expect(soFar).toBeGreaterThan(0);
    expect(soFar).toBeLessThan(400);
    proxy.cutAfter(null);
    timers.fire(SOON_MS);
    expect(await until(upToDate)).toMatchObject({ ledger: { onServer: 400, missing: 0 } });
    expect(await bodies(store)).toEqual(emls(400));
  });

  it('passes over a message that breaks the line every time, and says which one is missing', async () => {
    await dovecot.deliver('veneno', emls(9));
    const store = await temporaryStore();
    const { proxy, server } = await proxied();
    await anAccount(store, server, { userName: 'veneno' });
    proxy.cutAt('Subject: Consulta 5\r\n');
    const { until, timers, watchers } = await watch(store);
    for (let attempt = 0; attempt < 3; attempt++) {
      await until(offline);
      timers.fire(SOON_MS);
    }
    expect(await until(upToDate)).toMatchObject({ unreadable: 1, ledger: { onServer: 9, missing: 1 } });
    expect(await bodies(store)).toEqual(emls(9).filter((_, at) => at !== 4));
    const [mailbox] = watchers.statuses();
    proxy.cutAt(null);
    await watchers.readAgain(SYSTEM_ACTOR, mailbox?.mailboxId ?? 0, [5]);
    const ledger = await watchers.check(mailbox?.mailboxId ?? 0);
    expect(ledger.missing).toBe(0);
    expect(await store.prisma.message.count()).toBe(9);
    const acts = await store.prisma.auditEntry.findMany({ where: { objectType: 'MAILBOX' } });
    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['mailbox.missingFound', 'mailbox.readAgain']),
    );
  });

  it('reads the whole folder again when somebody asks, and doubles nothing', async () => {
    const user = 'entera';
    await dovecot.deliver(user, emls(4));
    const store = await temporaryStore();
    await anAccount(store, dovecot, { userName: user });
    const { until, watchers } = await watch(store);
    const { mailboxId } = await until(upToDate);
    await watchers.readAgain(SYSTEM_ACTOR, mailboxId, null);
    expect(await until(({ state }) => state === 'READING')).toMatchObject({ total: 4 });
    expect(await until(upToDate)).toMatchObject({ ledger: { onServer: 4, missing: 0 } });
    expect(await store.prisma.sighting.count()).toBe(4);
    expect(await bodies(store)).toEqual(emls(4));
    const [asked] = await store.prisma.auditEntry.findMany({ where: { action: 'mailbox.readAgain' } });
    expect(asked?.details).toBe('{"all":true}');
  });

  it('finds a new numbering of the server, reads all again, and doubles nothing', async () => {
    const user = 'renumerado';
    await dovecot.deliver(user, emls(5));
    const store = await temporaryStore();
    await anAccount(store, dovecot, { userName: user });
    const { until, watchers } = await watch(store);
    const before = await until(upToDate);
    await dovecot.stop();
    await until(offline);
    for (const name of readdirSync(dovecot.maildir(user))) {
      if (name.startsWith('dovecot')) rmSync(join(dovecot.maildir(user), name), { recursive: true });
    }
    await dovecot.start();
    watchers.readNow(before.mailboxId);
    const after = await until(upToDate);
    expect(after.ledger?.uidValidity).not.toBe(before.ledger?.uidValidity);
    expect(after.ledger).toMatchObject({ onServer: 5, missing: 0 });
    expect(await store.prisma.message.count()).toBe(5);
    expect(await store.prisma.sighting.count({ where: { duplicate: true } })).toBe(5);
    const [noted] = await store.prisma.auditEntry.findMany({
      where: { action: 'mailbox.uidValidityChanged' },
    });
    expect(noted?.details).toContain('"lastUid":5');
  });

  it('waits longer each time while the server is away', async () => {
    const store = await temporaryStore();
    const { proxy, server } = await proxied();
    await anAccount(store, server, { userName: 'ausente' });
    const { until, timers } = await watch(store);
    await until(upToDate);
    await proxy.close();
    expect(await until(offline)).toMatchObject({ problem: 'CONNECTION_LOST' });
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      waits.push(timers.pending().find((wait) => wait !== 15_000) ?? 0);
      timers.fire(SOON_MS);
      expect(await until(offline)).toMatchObject({ problem: 'REFUSED' });
    }
    expect(waits).toEqual([1500, 3000, 6000, 12_000, 24_000, 48_000, 96_000, 192_000, 225_000]);
  });

  it('does not repeat a refused login by itself, and says so to whoever asks', async () => {
    const store = await temporaryStore();
    const { proxy, server } = await proxied();
    const input = accountInput(server, { userName: 'clave', password: 'equivocada' });
    const account = await saveAccount(store, SYSTEM_ACTOR, input);
    const { until, timers, watchers } = await watch(store);
    const refused = await until(stopped);
    expect(refused).toMatchObject({ problem: 'LOGIN_REFUSED', nextTryAt: null });
    const tried = proxy.connections();
    timers.fire(24 * 3_600_000);
    await expect(watchers.check(refused.mailboxId)).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      details: { problem: 'LOGIN_REFUSED' },
    });
    expect(proxy.connections()).toBe(tried + 1);
    await until(stopped);
    await saveAccount(store, SYSTEM_ACTOR, {
      ...accountInput(server, { userName: 'clave' }),
      id: account.id,
      version: account.version,
    });
    await watchers.reload();
    expect(await until(upToDate)).toMatchObject({ problem: null });
  });

  it('never accepts an unknown certificate silently', async () => {
    const store = await temporaryStore();
    await anAccount(store, dovecot, { userName: 'cifrada', imap: dovecot.address('TLS') });
    const { until } = await watch(store);
    expect(await until(stopped)).toMatchObject({ problem: 'CERTIFICATE_UNTRUSTED' });
  });

  it.each(['TLS', 'STARTTLS'] as const)('trusts the authority that was set, over %s', async (security) => {
    const user = `propia-${security}`;
    await dovecot.deliver(user, emls(1));
    const store = await temporaryStore();
    await anAccount(store, dovecot, {
      userName: user,
      imap: dovecot.address(security),
      caPem: dovecot.caPem,
    });
    const { until } = await watch(store);
    expect(await until(upToDate)).toMatchObject({ ledger: { onServer: 1, missing: 0 } });
  });

  it('asks by itself where the server does not tell', async () => {
    const user = 'sordo';
    const store = await temporaryStore(shiftedClock());
    const { proxy, server } = await proxied();
    proxy.rewrite((said) => said.replaceAll(' IDLE', ''));
    await anAccount(store, server, { userName: user });
    const { until, timers, stored } = await watch(store);
    await until(upToDate);
    await dovecot.deliver(user, emls(2));
    expect(timers.pending()).toContain(60_000);
    timers.fire(60_000);
    await until((status) => upToDate(status) && stored.length > 0);
    expect(await store.prisma.message.count()).toBe(2);
  });

  it('is told of new mail for as long as it idles, and finds out that its line died without a word', async () => {
    const user = 'callado';
    const store = await temporaryStore();
    const { proxy, server } = await proxied();
    await anAccount(store, server, { userName: user });
    const idling = new EventEmitter();
    proxy.rewrite((said) => {
      if (said.startsWith('+ ')) idling.emit('begun');
      return said;
    });
    const { until, timers, stored } = await watch(store, { idleMs: 300, silentMs: 6000 });
    await until(upToDate);
    for (let times = 0; times < 3; times++) await once(idling, 'begun');
    await dovecot.deliver(user, emls(1));
    await until((status) => upToDate(status) && stored.length > 0);
    await once(idling, 'begun');
    proxy.goSilent(true);
    expect(await until(offline)).toMatchObject({ problem: 'CONNECTION_LOST' });
    proxy.goSilent(false);
    await dovecot.deliver(user, [eml(2)]);
    timers.fire(SOON_MS);
    await until((status) => upToDate(status) && stored.length > 1);
    expect(await bodies(store)).toEqual(emls(2));
  });

  it('does not wait for ever for a server that does not agree to idle', async () => {
    const store = await temporaryStore();
    const { proxy, server } = await proxied();
    proxy.rewrite((said) => said.replace(/^\+ idling\r\n/, ''));
    await anAccount(store, server, { userName: 'pasmado' });
    const { until, timers } = await watch(store);
    await until(upToDate);
    timers.fire(ASK_WITH_IDLE_MS);
    await vi.waitFor(() => expect(timers.pending()).toContain(PATIENCE.silentMs), { timeout: 30_000 });
    timers.fire(PATIENCE.silentMs);
    expect(await until(offline)).toMatchObject({ problem: 'CONNECTION_LOST' });
  });

  it('connects anew after the machine slept', async () => {
    const user = 'siesta';
    const clock = shiftedClock();
    const store = await temporaryStore(clock);
    const { proxy, server } = await proxied();
    await anAccount(store, server, { userName: user });
    const { until, timers } = await watch(store);
    await until(upToDate);
    await dovecot.deliver(user, emls(1));
    await until(upToDate);
    proxy.goSilent(true);
    const before = proxy.connections();
    clock.shift(8 * 3_600_000);
    timers.fire(15_000);
    await until(offline);
    proxy.goSilent(false);
    timers.fire(SOON_MS);
    await until(upToDate);
    expect(proxy.connections()).toBeGreaterThan(before);
  });

  it('is not put off by a clock that is set back', async () => {
    const user = 'reloj';
    const clock = shiftedClock();
    const store = await temporaryStore(clock);
    await anAccount(store, dovecot, { userName: user });
    const { until, timers, watchers } = await watch(store);
    const { mailboxId } = await until(upToDate);
    clock.shift(-400 * 86_400_000);
    timers.fire(15_000);
    await dovecot.deliver(user, emls(3));
    await until(upToDate);
    expect(await watchers.check(mailboxId)).toMatchObject({ onServer: 3, missing: 0 });
    expect(await bodies(store)).toEqual(emls(3));
    expect((await verifyAudit(store.sql)).fault).toBeNull();
  });

  it('moves what is stored, and tries again when that did not work', async () => {
    const user = 'mueve';
    await dovecot.deliver(user, emls(3));
    const store = await temporaryStore();
    await anAccount(store, dovecot, { userName: user, moveTo: 'Leídos' });
    const { until, watchers } = await watch(store);
    const left = await until(upToDate);
    expect(left).toMatchObject({ problem: 'NO_FOLDER', ledger: { onServer: 3 } });
    const other = await dovecot.client(user);
    await other.mailboxCreate('Leídos');
    watchers.readNow(left.mailboxId);
    expect(await until(upToDate)).toMatchObject({ problem: null });
    expect(await watchers.check(left.mailboxId)).toMatchObject({ onServer: 0, missing: 0 });
    expect(await other.status('Leídos', { messages: true, unseen: true })).toMatchObject({
      messages: 3,
      unseen: 3,
    });
    other.close();
  });

  it('stops a long reading when told to, keeps what it has, and goes on when asked', async () => {
    const user = 'larga';
    await dovecot.deliver(user, emls(600));
    const store = await temporaryStore(shiftedClock());
    await anAccount(store, dovecot, { userName: user });
    const { until, cancel, watchers } = await watch(store);
    const reading = await until(({ state, done }) => state === 'READING' && done > 0);
    expect(reading.total).toBe(600);
    cancel();
    expect(await until(stopped)).toMatchObject({ problem: null, errorCode: null });
    expect(await store.prisma.message.count()).toBeLessThan(600);
    watchers.readNow(reading.mailboxId);
    await until(upToDate);
    expect(await bodies(store)).toEqual(emls(600));
  });

  it('watches several folders of several accounts, each by itself', async () => {
    const store = await temporaryStore();
    const other = await dovecot.client('dos');
    await other.mailboxCreate('Bajas/Año 2026');
    other.close();
    await dovecot.deliver('una', [eml(1)]);
    await dovecot.deliver('dos', [eml(2)], { folder: 'Bajas/Año 2026' });
    await anAccount(store, dovecot, { userName: 'una' });
    await anAccount(store, dovecot, { name: 'Otra', userName: 'dos', folders: ['inbox', 'Bajas/Año 2026'] });
    await anAccount(store, dovecot, { name: 'Parada', userName: 'tres', active: false });
    const { until, watchers } = await watch(store);
    await until(() => watchers.statuses().every(upToDate));
    expect(watchers.statuses().map(({ folder, ledger }) => [folder, ledger?.onServer])).toEqual([
      ['INBOX', 1],
      ['INBOX', 0],
      ['Bajas/Año 2026', 1],
    ]);
    expect(await store.prisma.message.count()).toBe(2);
  });

  // What Exchange, Gmail and Dovecot answer a login with when they want to be left alone (RFC 5530).
  it.each([
    ['NO [LIMIT] Too many connections', 'THROTTLED'],
    ['NO [THROTTLED] Account exceeded command or bandwidth limits.', 'THROTTLED'],
    ['BAD Request is throttled. Suggested Backoff Time: 30 milliseconds', 'THROTTLED'],
    ['NO [OVERQUOTA] Mailbox is full', 'QUOTA'],
  ])('waits when the server is overloaded: %s', async (answer, problem) => {
    const store = await temporaryStore();
    const { proxy, server } = await proxied();
    proxy.rewrite((said) =>
      said.replace(/^(\S+) OK (\[CAPABILITY[^\]]*\] )?Logged in/m, (_, tag: string) => `${tag} ${answer}`),
    );
    await anAccount(store, server, { userName: 'cuota' });
    const { until } = await watch(store);
    const status = await until(({ nextTryAt }) => nextTryAt !== null);
    expect(status).toMatchObject({
      state: 'OFFLINE',
      problem,
      serverWords: answer.replace(/^\w+ (\[\w+\] )?/, ''),
    });
    expect((status.nextTryAt?.getTime() ?? 0) - store.clock.now().getTime()).toBe(120_000);
  });
});
