import { AppError } from '../../errors.ts';
import type { Actor } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import { Ledger, type MailboxStatus } from '../account-model.ts';

/** Every watched folder of every account in use. */
export class MailboxWatchers {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The folders of the accounts in use, by account. */
  async statuses(): Promise<MailboxStatus[]> {
    const rows = await this.#store.prisma.mailbox.findMany({
      where: { active: true, account: { active: true } },
      orderBy: [{ accountId: 'asc' }, { id: 'asc' }],
    });
    return rows.map((row) => ({
      mailboxId: row.id,
      accountId: row.accountId ?? 0,
      name: row.name,
      folder: row.folder ?? '',
      state: 'OFFLINE',
      since: row.createdAt,
      done: 0,
      total: null,
      rate: null,
      secondsLeft: null,
      problem: null,
      serverWords: null,
      errorCode: null,
      nextTryAt: null,
      unreadable: 0,
      ledger: row.ledger === null ? null : Ledger.omit({ days: true }).parse(row.ledger),
    }));
  }

  /** The accounts were changed. */
  async reload(): Promise<void> {}

  async check(mailboxId: number): Promise<Ledger> {
    throw new AppError('NOT_FOUND', { mailboxId });
  }

  async readNow(mailboxId: number): Promise<void> {
    throw new AppError('NOT_FOUND', { mailboxId });
  }

  async readAgain(actor: Actor, mailboxId: number, uids: readonly number[] | null): Promise<void> {
    throw new AppError('NOT_FOUND', { mailboxId, actor: actor.name, uids: uids?.length ?? 0 });
  }

  async stop(): Promise<void> {}
}
