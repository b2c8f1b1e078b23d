import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../main/paths.ts';
import { openStore } from '../../../main/store/store.ts';
import { MAIL_PASSWORD, removeDovecot, startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { anAccount, watch } from '../../support/mailboxes.ts';
import { temporaryFolder, temporaryStore, TEST_KEY } from '../../support/store.ts';
import { emls } from './messages.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => removeDovecot(dovecot));

/** The real program. */
function estafeta(
  dataDir: string,
  args: readonly string[],
  password: string | undefined = MAIL_PASSWORD,
  environment: NodeJS.ProcessEnv = {},
) {
  const cli = join(projectRoot, 'main', 'cli', 'estafeta.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, ...args, '--data', dataDir, '--json'],
    {
      env: { ...process.env, ESTAFETA_KEY: TEST_KEY, ESTAFETA_IMAP_PASSWORD: password, ...environment },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('the nothing-lost ledger', { timeout: 120_000 }, () => {
  it('accounts for every message of every Madrid day', async () => {
    const user = 'cuentas';
    const [one = '', two = '', three = ''] = emls(3);
    // Half past eleven at night in Madrid, and half past midnight.
    await dovecot.deliver(user, [one], { date: new Date('2026-03-15T22:30:00Z') });
    await dovecot.deliver(user, [two, one], { date: new Date('2026-03-15T23:30:00Z') });
    const store = await temporaryStore();
    await anAccount(store, dovecot, { userName: user });
    const { until, watchers } = await watch(store);
    const { mailboxId } = await until(({ state }) => state === 'UP_TO_DATE');
    await dovecot.deliver(user, [three], { date: new Date('2026-06-01T10:00:00Z') });
    await until(() => watchers.statuses()[0]?.state === 'UP_TO_DATE');
    const ledger = await watchers.check(mailboxId);
    const day = { stored: 1, duplicates: 0, unparsable: 0, notYetRead: 0, missing: [] };
    expect(ledger.days).toEqual([
      { ...day, day: '2026-06-01', onServer: 1 },
      { ...day, day: '2026-03-16', onServer: 2, duplicates: 1 },
      { ...day, day: '2026-03-15', onServer: 1 },
    ]);
  });

  it('names what is not there, in doctor too, until it is read again', async () => {
    const user = 'falta';
    await dovecot.deliver(user, emls(4));
    const dataDir = temporaryFolder();
    const key = { kind: 'hex', hex: TEST_KEY } as const;
    const store = await openStore({ dataDir, key });
    await anAccount(store, dovecot, { userName: user });
    // As if somebody had claimed that the first three were read.
    const client = await dovecot.client(user);
    const { uidValidity } = await client.mailboxOpen('INBOX');
    client.close();
    const syncPosition = { uidValidity: uidValidity.toString(), lastUid: 3 };
    await store.write((tx) => tx.mailbox.updateMany({ data: { syncPosition } }));
    await store.close();

    const url = `imap://${user}@127.0.0.1:${dovecot.port}/INBOX`;
    const read = estafeta(dataDir, ['ingest', url]);
    expect(read).toMatchObject({ status: 0 });
    expect(JSON.parse(read.stdout)).toMatchObject({ read: 1, stored: 1, failed: [] });
    const sick = estafeta(dataDir, ['doctor']);
    expect(sick.status).toBe(1);
    expect(sick.stdout).toContain('FALTAN 3');
    expect(sick.stdout).toContain('UID: 1, 2, 3');

    // The watcher reads them again by itself.
    const again = await openStore({ dataDir, key });
    const { until, watchers } = await watch(again);
    expect(await until(({ state }) => state === 'UP_TO_DATE')).toMatchObject({ ledger: { missing: 0 } });
    await watchers.stop();
    expect(await again.prisma.message.count()).toBe(4);
    await again.close();
    expect(estafeta(dataDir, ['doctor']).stdout).not.toContain('FALTAN');
  });

  it('is kept by the command line too, which says what it could not do', async () => {
    const user = 'ordenes';
    await dovecot.deliver(user, emls(2));
    const dataDir = temporaryFolder();
    const url = `imap://${user}@127.0.0.1:${dovecot.port}`;
    const refused = estafeta(dataDir, ['ingest', url], 'equivocada');
    expect(refused.status).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ failed: [{ item: url, error: 'SOURCE_UNREADABLE' }] });
    expect(refused.stderr).toContain('LOGIN_REFUSED');
    expect(estafeta(dataDir, ['ingest', `${url}/NoExiste`]).stderr).toContain('NO_FOLDER');
    expect(JSON.parse(estafeta(dataDir, ['ingest', url]).stdout)).toMatchObject({ read: 2, stored: 2 });
    expect(JSON.parse(estafeta(dataDir, ['ingest', url]).stdout)).toMatchObject({ read: 0, stored: 0 });
    expect(estafeta(dataDir, ['ingest', `imap://${user}:secreto@127.0.0.1/INBOX`])).toMatchObject({
      status: 2,
    });
    expect(estafeta(dataDir, ['doctor']).stdout).toContain('2 en el servidor = 2 guardados');
    const encrypted = ['ingest', `imaps://${user}@127.0.0.1:${dovecot.tlsPort}/INBOX`];
    expect(estafeta(dataDir, encrypted).stderr).toContain('CERTIFICATE_UNTRUSTED');
    for (const [file, says] of [
      [join(dovecot.folder, 'no-existe.pem'), 'No se puede leer'],
      [join(dovecot.folder, 'key.pem'), 'no es un certificado'],
    ] as const) {
      const wrong = estafeta(dataDir, encrypted, MAIL_PASSWORD, { ESTAFETA_IMAP_CA: file });
      expect(wrong.status).toBe(2);
      expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: 'USAGE' } });
      expect(wrong.stderr).toContain(says);
    }
    const trusting = { ESTAFETA_IMAP_CA: join(dovecot.folder, 'cert.pem') };
    const over = estafeta(dataDir, encrypted, MAIL_PASSWORD, trusting);
    expect(JSON.parse(over.stdout)).toMatchObject({ read: 2, stored: 0, duplicates: 2, failed: [] });
  });
});
