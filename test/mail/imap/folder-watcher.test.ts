import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailboxStatus } from '../../../main/mail/account-model.ts';
import { readRawSource } from '../../../main/mail/raw-source.ts';
import type { Store } from '../../../main/store/store.ts';
import { removeDovecot, startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { anAccount, watch } from '../../support/mailboxes.ts';
import { temporaryStore } from '../../support/store.ts';
import { eml, emls } from './messages.ts';

let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await startDovecot();
});
afterAll(() => removeDovecot(dovecot));

const upToDate = ({ state }: MailboxStatus) => state === 'UP_TO_DATE';

async function bodies(store: Store): Promise<string[]> {
  const messages = await store.prisma.message.findMany({ orderBy: { id: 'asc' } });
  return Promise.all(messages.map(async ({ sha256 }) => (await readRawSource(store, sha256)).toString()));
}

describe('a watched folder', () => {
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
});
