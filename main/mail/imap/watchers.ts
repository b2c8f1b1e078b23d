import { AppError } from '../../errors.ts';
import type { Actor } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import { Ledger, type MailboxStatus } from '../account-model.ts';
import { listAccounts } from '../accounts.ts';
import { FolderWatcher, type WatchHooks, type WatchedFolder } from './folder-watcher.ts';
import { watchSleep, type Timers } from './timers.ts';

/** The watchers of every folder of every account in use. */
export class MailboxWatchers {
  readonly #store: Store;
  readonly #timers: Timers;
  readonly #hooks: WatchHooks;
  readonly #watchers = new Map<number, FolderWatcher>();
  #endSleepWatch: () => void = () => undefined;
  #running = false;
  /** Starting, changing and stopping happen one after another. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: Store, timers: Timers, hooks: WatchHooks) {
    this.#store = store;
    this.#timers = timers;
    this.#hooks = hooks;
  }

  async start(): Promise<void> {
    this.#running = true;
    this.#endSleepWatch = watchSleep(this.#store.clock, this.#timers, () => {
      for (const watcher of this.#watchers.values()) watcher.wake();
    });
    await this.reload();
  }

  /** Waits for the batches under way, then closes every connection. */
  async stop(): Promise<void> {
    this.#running = false;
    this.#endSleepWatch();
    await this.#inTurn(() => this.#endAll([...this.#watchers.keys()]));
  }

  /** Starts, stops and starts anew what the accounts now say. */
  reload(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#running) return;
      const folders = await watchedFolders(this.#store);
      const wanted = new Map(folders.map((folder) => [folder.mailboxId, folder]));
      await this.#endAll(
        [...this.#watchers].flatMap(([id, watcher]) =>
          wanted.get(id)?.account.version === watcher.accountVersion ? [] : [id],
        ),
      );
      for (const [id, folder] of wanted) {
        if (this.#watchers.has(id)) continue;
        const watcher = new FolderWatcher(this.#store, folder, this.#timers, this.#hooks);
        this.#watchers.set(id, watcher);
        watcher.start();
        this.#hooks.onChanged(id);
      }
    });
  }

  /** By account and folder. */
  statuses(): MailboxStatus[] {
    return [...this.#watchers.values()]
      .map(({ status }) => status)
      .sort((a, b) => a.accountId - b.accountId || a.mailboxId - b.mailboxId);
  }

  /** Compares a folder with the server now. Throws NOT_FOUND, or SOURCE_UNREADABLE with the problem. */
  check(mailboxId: number): Promise<Ledger> {
    return this.#watcher(mailboxId).check();
  }

  /** Looks for new mail now; also where a person was waited for. Throws NOT_FOUND. */
  readNow(mailboxId: number): void {
    this.#watcher(mailboxId).readNow();
  }

  /** Reads messages again by their UIDs, null: the whole folder. Throws NOT_FOUND. */
  async readAgain(actor: Actor, mailboxId: number, uids: readonly number[] | null): Promise<void> {
    const watcher = this.#watcher(mailboxId);
    await this.#store.audit({
      ...{ actor, action: 'mailbox.readAgain', objectType: 'MAILBOX', objectId: mailboxId },
      details: uids === null ? { all: true } : { all: false, count: uids.length, uids: uids.slice(0, 100) },
    });
    watcher.readAgain(uids);
  }

  #watcher(mailboxId: number): FolderWatcher {
    const watcher = this.#watchers.get(mailboxId);
    if (watcher === undefined) throw new AppError('NOT_FOUND');
    return watcher;
  }

  async #endAll(ids: readonly number[]): Promise<void> {
    const ending = ids.flatMap((id) => this.#watchers.get(id) ?? []);
    for (const id of ids) this.#watchers.delete(id);
    await Promise.all(ending.map((watcher) => watcher.stop()));
    for (const id of ids) this.#hooks.onChanged(id);
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

async function watchedFolders(store: Store): Promise<WatchedFolder[]> {
  const accounts = new Map((await listAccounts(store)).map((account) => [account.id, account]));
  const rows = await store.prisma.mailbox.findMany({
    where: { active: true, account: { active: true } },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => {
    const account = row.accountId === null ? undefined : accounts.get(row.accountId);
    if (account === undefined || row.folder === null) return [];
    const { id: mailboxId, location, name, folder } = row;
    const ledger = row.ledger === null ? null : Ledger.omit({ days: true }).parse(row.ledger);
    return [{ mailboxId, location, name, folder, account, ledger }];
  });
}
