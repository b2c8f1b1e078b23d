import type { Store } from '../../store/store.ts';
import type { Credentials } from '../accounts.ts';
import { ingestSource, type IngestOptions } from '../ingest.ts';
import type { IngestReport } from '../model.ts';
import { connectImap } from './connect.ts';
import { compareWithServer } from './ledger.ts';
import { folderLocation, type FolderAddress } from './location.ts';
import { openTarget } from './open-target.ts';

/**
 * Reads a folder once, as the command line does, and compares it with the server afterwards. Throws SOURCE_UNREADABLE
 * with the problem; what was committed before stays, and the next time goes on.
 */
export async function ingestFolder(
  store: Store,
  { server, userName, folder }: FolderAddress,
  credentials: Credentials,
  caPem: string | null,
  options: IngestOptions,
): Promise<IngestReport> {
  const location = folderLocation(server, userName, folder);
  const client = await connectImap(server, caPem, credentials);
  try {
    const name = folder === 'INBOX' ? userName : `${userName}: ${folder}`;
    const target = { location, name, folder, moves: false };
    const { source } = await openTarget(store, client, target, options.actor);
    const report = await ingestSource(store, source, options);
    if (!options.signal.aborted) await compareWithServer(store, client, location);
    return report;
  } finally {
    client.close();
  }
}
