import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { credentialsFor, listAccounts, type MailAccountInput } from '../../main/mail/accounts.ts';
import { splitCommand } from '../../main/mail/imap/access-token.ts';
import { appendOnce } from '../../main/mail/imap/append-once.ts';
import type { Store } from '../../main/store/store.ts';
import { freePort, removeDovecot, startDovecot, type Dovecot } from '../support/dovecot.ts';
import { anAccount, watch } from '../support/mailboxes.ts';
import { aCertificate } from '../support/certificate.ts';
import { temporaryFolder, temporaryStore, testClock } from '../support/store.ts';
import { eml } from './imap/messages.ts';

const SERVER = { address: () => ({ host: 'imap.ejemplo.test', port: 993, security: 'TLS' }) as const };
const save = (store: Store, overrides: Partial<MailAccountInput> = {}) => anAccount(store, SERVER, overrides);

describe('mail accounts', () => {
  it('keep their password to themselves', async () => {
    const store = await temporaryStore();
    const secret = 'muy-secreta-0815';
    const saved = await save(store, { password: secret });
    expect(saved).toMatchObject({ version: 1, hasPassword: true, folders: ['INBOX'] });
    expect(await credentialsFor(store, saved.id)).toEqual({ user: 'oficina', pass: secret });
    const changed = await save(store, { id: saved.id, version: 1, password: null, userName: 'otra' });
    expect(await credentialsFor(store, saved.id)).toEqual({ user: 'otra', pass: secret });
    const shown = JSON.stringify([
      changed,
      await listAccounts(store),
      (await store.prisma.auditEntry.findMany()).map(({ details }) => details),
    ]);
    expect(shown).not.toContain(secret);
    expect(shown).toContain('otra');
  });

  it('are refused with the fields that are wrong', async () => {
    const store = await temporaryStore();
    const plain = { host: 'imap.ejemplo.test', port: 143, security: 'NONE' } as const;
    await expect(save(store, { imap: plain })).rejects.toMatchObject({
      details: { fields: ['imap.security'] },
    });
    await expect(save(store, { smtp: plain })).rejects.toMatchObject({
      details: { fields: ['smtp.security'] },
    });
    await expect(save(store, { authentication: 'OAUTH2' })).rejects.toMatchObject({
      details: { fields: ['tokenCommand'] },
    });
    const { cert } = await aCertificate();
    for (const caPem of ['x', cert.slice(0, -40), cert + cert.replace(/\n[^-\n]{8}/, '\n')]) {
      await expect(save(store, { caPem })).rejects.toMatchObject({ details: { fields: ['caPem'] } });
    }
    await expect(save(store, { moveTo: 'inbox' })).rejects.toMatchObject({ details: { fields: ['moveTo'] } });
    expect(await listAccounts(store)).toEqual([]);
  });

  it('do not read a folder twice, and are not saved over each other', async () => {
    const store = await temporaryStore();
    const { id } = await save(store);
    await expect(save(store)).rejects.toMatchObject({ code: 'DUPLICATE', details: { field: 'name' } });
    await expect(save(store, { name: 'Otra' })).rejects.toMatchObject({ details: { field: 'folders' } });
    await save(store, { id, version: 1, folders: ['INBOX', 'Bajas'] });
    await expect(save(store, { id, version: 1 })).rejects.toMatchObject({ code: 'STALE' });
    expect((await save(store, { id, version: 2, folders: ['Bajas'] })).folders).toEqual(['Bajas']);
    // What was read from the folder that was taken off stays known.
    expect(await store.prisma.mailbox.count()).toBe(2);
  });
});

/** A command that prints what the file beside it holds, and counts how often it was asked. */
function tokenCommand(answers: readonly string[]): { command: string; folder: string } {
  const folder = temporaryFolder();
  const script = join(folder, 'da token.mjs');
  writeFileSync(
    script,
    `import { appendFileSync, readFileSync } from 'node:fs';
     appendFileSync(${JSON.stringify(join(folder, 'asked'))}, 'x');
     const n = readFileSync(${JSON.stringify(join(folder, 'asked'))}).length;
     const answers = ${JSON.stringify(answers)};
     console.log(answers[Math.min(n, answers.length) - 1]);`,
  );
  return { command: `"${process.execPath}" "${script}"`, folder };
}

describe('access tokens', { timeout: 60_000 }, () => {
  it('are asked for once while they last, and anew when the server refused one', async () => {
    const clock = testClock();
    const store = await temporaryStore(clock);
    const { command } = tokenCommand(['{"access_token":"uno","expires_in":3600}', 'dos', 'tres']);
    const { id } = await save(store, { authentication: 'OAUTH2', tokenCommand: command });
    const token = async (refused = false) => credentialsFor(store, id, { refused });
    expect(await token()).toEqual({ user: 'oficina', accessToken: 'uno' });
    clock.advance(57 * 60_000);
    expect(await token()).toMatchObject({ accessToken: 'uno' });
    clock.advance(2 * 60_000);
    expect(await token()).toMatchObject({ accessToken: 'dos' });
    expect(await token(true)).toMatchObject({ accessToken: 'tres' });
  });

  it.each(['', 'Error: no hay sesión', '{"error":"x"}'])('does not take %j for one', async (answer) => {
    const store = await temporaryStore();
    const { command } = tokenCommand([answer]);
    const { id } = await save(store, { authentication: 'OAUTH2', tokenCommand: command });
    await expect(credentialsFor(store, id)).rejects.toMatchObject({
      details: { problem: 'TOKEN_COMMAND_FAILED' },
    });
  });

  it('start no shell', () => {
    expect(splitCommand('"C:\\Archivos de programa\\t.exe" --a "b c" $(x); rm')).toEqual([
      'C:\\Archivos de programa\\t.exe',
      ...['--a', 'b c', '$(x);', 'rm'],
    ]);
  });
});

describe('at a real server', { timeout: 120_000 }, () => {
  let dovecot: Dovecot;
  let folder = '';
  let asked: string[] = [];
  const introspection = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://x').searchParams.get('token') ?? '';
    asked.push(token);
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(token === 'bueno' ? { active: true, username: 'oficina' } : { active: false }),
    );
  });

  beforeAll(async () => {
    const port = await freePort();
    await new Promise<void>((resolve) => introspection.listen(port, '127.0.0.1', resolve));
    folder = mkdtempSync(join(tmpdir(), 'estafeta-oauth2-'));
    const file = join(folder, 'oauth2.conf.ext');
    writeFileSync(
      file,
      `introspection_url = http://127.0.0.1:${port}/?token=\nintrospection_mode = get\nactive_attribute = active\nactive_value = true\nusername_attribute = username\n`,
    );
    dovecot = await startDovecot({
      extra: `passdb {\n driver = oauth2\n mechanisms = xoauth2 oauthbearer\n args = ${file}\n}`,
    });
  });
  afterAll(async () => {
    await removeDovecot(dovecot);
    introspection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a withdrawn token is renewed and the mailbox is read', async () => {
    asked = [];
    const store = await temporaryStore();
    const { command } = tokenCommand(['malo', 'bueno']);
    await anAccount(store, dovecot, { authentication: 'OAUTH2', tokenCommand: command, password: null });
    const { until } = await watch(store);
    const status = await until(({ state }) => state !== 'OFFLINE');
    expect(status).toMatchObject({ state: 'UP_TO_DATE', problem: null });
    expect(asked).toContain('malo');
    expect(asked.at(-1)).toBe('bueno');
  });

  it('a copy of what was sent is appended once', async () => {
    const store = await temporaryStore();
    const account = await anAccount(store, dovecot, { userName: 'envia' });
    const client = await dovecot.client('envia');
    onTestFinished(() => client.close());
    await client.mailboxCreate('Enviados');
    const append = (n: number) =>
      appendOnce(store, account.id, 'Enviados', Buffer.from(eml(n)), `<prueba-${n}@ejemplo.test>`);
    expect(await append(1)).toBe('APPENDED');
    expect(await append(1)).toBe('THERE_ALREADY');
    expect(await append(2)).toBe('APPENDED');
    expect(await client.status('Enviados', { messages: true, unseen: true })).toMatchObject({
      messages: 2,
      unseen: 0,
    });
    await expect(
      appendOnce(store, account.id, 'No existe', Buffer.from(eml(3)), '<x@y>'),
    ).rejects.toMatchObject({ details: { problem: 'NO_FOLDER' } });
  });
});
