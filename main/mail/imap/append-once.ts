import type { Store } from '../../store/store.ts';
import { credentialsFor, requireAccount } from '../accounts.ts';
import { connectImap } from './connect.ts';
import { connectionFailed, toConnectionError } from './problem.ts';

/**
 * Puts a copy of a sent message into a folder of the account, marked as read, unless one with that Message-ID is
 * there already: a second call after a crash adds nothing. Throws SOURCE_UNREADABLE with the problem.
 */
export async function appendOnce(
  store: Store,
  accountId: number,
  folder: string,
  mime: Uint8Array,
  messageIdHeader: string,
): Promise<'APPENDED' | 'THERE_ALREADY'> {
  const account = await requireAccount(store, accountId);
  const client = await connectImap(account.imap, account.caPem, await credentialsFor(store, accountId));
  try {
    await client.mailboxOpen(folder, { readOnly: true });
    const found = await client.search({ header: { 'message-id': messageIdHeader } }, { uid: true });
    if (!found) throw connectionFailed(client.usable ? 'OTHER' : 'CONNECTION_LOST');
    if (found.length > 0) return 'THERE_ALREADY';
    // A folder that is open for reading takes no flags.
    await client.mailboxClose();
    const appended = await client.append(folder, Buffer.from(mime), ['\\Seen']);
    if (!appended) throw connectionFailed(client.usable ? 'OTHER' : 'CONNECTION_LOST');
    return 'APPENDED';
  } catch (error) {
    throw toConnectionError(error);
  } finally {
    client.close();
  }
}
