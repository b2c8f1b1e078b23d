import type { Store } from '../../store/store.ts';
import { credentialsFor, requireAccount } from '../accounts.ts';
import { closeQuietly, connectImap } from '../imap/connect.ts';
import { connectionFailed, toConnectionError } from '../imap/problem.ts';

/**
 * Appends a sent message to the account's folder, unless a message with its Message-ID is there already: however often
 * this is asked, one copy. Throws SOURCE_UNREADABLE with the problem.
 */
export async function copyToSent(
  store: Store,
  accountId: number,
  folder: string,
  mime: Buffer,
  messageIdHeader: string,
): Promise<void> {
  const account = await requireAccount(store, accountId);
  const client = await connectImap(account.imap, account.caPem, await credentialsFor(store, accountId));
  try {
    await client.mailboxOpen(folder, { readOnly: true });
    const there = await client.search({ header: { 'message-id': messageIdHeader } });
    if (there && there.length > 0) return;
    const appended = await client.append(folder, mime, ['\\Seen']);
    if (appended === false) throw connectionFailed('NO_FOLDER', folder);
  } catch (error) {
    throw toConnectionError(error);
  } finally {
    closeQuietly(client);
  }
}
