import type { ImapFlow } from 'imapflow';
import { AppError } from '../../errors.ts';
import { paceBy } from '../../pace.ts';
import { loadSettings } from '../../settings/settings.ts';
import { SYSTEM_ACTOR } from '../../store/audit.ts';
import type { Store } from '../../store/store.ts';
import type { Ledger, MailAccount, MailboxStatus } from '../account-model.ts';
import { credentialsFor } from '../accounts.ts';
import { ingestSource } from '../ingest.ts';
import type { IngestReport } from '../model.ts';
import { connectImap } from './connect.ts';
import { compareWithServer } from './ledger.ts';
import { moveStored } from './move-stored.ts';
import { openTarget, positionOf, rewind, type SyncChoice } from './open-target.ts';
import { connectionFailed, problemOf, toConnectionError } from './problem.ts';
import type { Timers } from './timers.ts';
import * as policy from './watch-policy.ts';

export type WatchedFolder = {
  readonly mailboxId: number;
  readonly location: string;
  readonly name: string;
  readonly folder: string;
  readonly account: MailAccount;
  readonly ledger: MailboxStatus['ledger'];
};

/** A long reading, as whoever shows it sees it. */
export type LongReading = (handle: {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number | null) => void;
}) => Promise<IngestReport>;

export type WatchHooks = {
  /** Its status is another. */
  readonly onChanged: (mailboxId: number) => void;
  readonly onStored: (count: number, newestId: number) => void;
  /** Runs a long reading where people see it and may cancel it; answers and throws what the reading does. */
  readonly showLong: (label: string, reading: LongReading) => Promise<IngestReport>;
};

const PROGRESS_EVERY_MS = 250;

/**
 * Watches one folder over a connection of its own: reads what is new, then waits for the server to tell of more, and
 * asks now and then anyway. What breaks is tried again after a while that doubles; what only a person can mend waits
 * for one.
 */
export class FolderWatcher {
  readonly #store: Store;
  readonly #watched: WatchedFolder;
  readonly #timers: Timers;
  readonly #hooks: WatchHooks;
  readonly #stop = new AbortController();
  #status: MailboxStatus;
  #ended: Promise<void> = Promise.resolve();
  #client: ImapFlow | null = null;
  /** Ends the wait under way. */
  #wakeUp: () => void = () => undefined;
  /** Something happened since the last reading began. */
  #news = false;
  #failures = 0;
  #checks: { readonly resolve: (ledger: Ledger) => void; readonly reject: (error: unknown) => void }[] = [];
  #again: number[] = [];
  #fromStart = false;
  #comparedAt: number | null = null;
  #brokeAt = { uid: 0, times: 0 };
  readonly #poison = new Set<number>();
  /** Missing messages are read again once by themselves; after that a person decides. */
  readonly #retried = new Set<number>();

  constructor(store: Store, watched: WatchedFolder, timers: Timers, hooks: WatchHooks) {
    this.#store = store;
    this.#watched = watched;
    this.#timers = timers;
    this.#hooks = hooks;
    const { mailboxId, name, folder, account, ledger } = watched;
    this.#status = {
      ...{ mailboxId, accountId: account.id, name, folder, ledger },
      ...{ state: 'OFFLINE', since: store.clock.now(), done: 0, total: null, rate: null, secondsLeft: null },
      ...{ problem: null, serverWords: null, errorCode: null, nextTryAt: null, unreadable: 0 },
    };
  }

  get status(): MailboxStatus {
    return this.#status;
  }

  get accountVersion(): number {
    return this.#watched.account.version;
  }

  start(): void {
    this.#ended = this.#run();
  }

  /** Lets the batch under way commit, and closes the connection. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#nudge();
    await this.#ended;
  }

  /** Looks for new mail now, whatever it is waiting for. */
  readNow(): void {
    this.#nudge();
  }

  /** Compares with the server now; rejects when that cannot be reached. */
  check(): Promise<Ledger> {
    return new Promise((resolve, reject) => {
      if (this.#stop.signal.aborted) reject(new AppError('SERVICE_STOPPED'));
      this.#checks.push({ resolve, reject });
      this.#nudge();
    });
  }

  /** Null: everything in the folder. */
  readAgain(uids: readonly number[] | null): void {
    if (uids === null) this.#fromStart = true;
    this.#again.push(...(uids ?? []));
    for (const uid of uids ?? this.#poison) this.#poison.delete(uid);
    this.#nudge();
  }

  /** The machine slept: the connection is most likely dead, and nothing is gained by waiting longer. */
  wake(): void {
    this.#failures = 0;
    this.#client?.close();
    if (this.#status.state !== 'STOPPED') this.#nudge();
  }

  #nudge(): void {
    this.#news = true;
    this.#wakeUp();
  }

  #stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  async #run(): Promise<void> {
    while (!this.#stopped()) {
      let pauseMs: number | null = null;
      try {
        this.#client = await this.#connect();
        // A signal that came while nobody listened yet.
        if (!this.#stopped()) await this.#serve(this.#client);
      } catch (error) {
        pauseMs = this.#failed(error);
      } finally {
        this.#client?.close();
        this.#client = null;
      }
      if (!this.#stopped()) await this.#wait(pauseMs);
    }
    for (const check of this.#checks.splice(0)) check.reject(new AppError('SERVICE_STOPPED'));
  }

  async #connect(): Promise<ImapFlow> {
    const { account } = this.#watched;
    const open = async (refused: boolean) =>
      connectImap(account.imap, account.caPem, await credentialsFor(this.#store, account.id, { refused }), {
        signal: this.#stop.signal,
        patience: this.#timers.patience,
      });
    try {
      return await open(false);
    } catch (error) {
      // A token may have been withdrawn before its time; a password does not get better by itself.
      if (account.authentication !== 'OAUTH2' || problemOf(error)?.problem !== 'LOGIN_REFUSED') throw error;
      return open(true);
    }
  }

  /** Reads and waits in turn, until the connection ends or the watcher is stopped. */
  async #serve(client: ImapFlow): Promise<void> {
    const nudge = () => this.#nudge();
    client.on('exists', nudge);
    client.on('close', nudge);
    try {
      await this.#readAndWait(client, nudge);
    } finally {
      // What closes it from here on is no news.
      client.off('exists', nudge);
      client.off('close', nudge);
    }
  }

  async #readAndWait(client: ImapFlow, nudge: () => void): Promise<void> {
    while (!this.#stopped()) {
      this.#news = false;
      const fromStart = this.#fromStart;
      if (fromStart) await rewind(this.#store, this.#watched.location);
      this.#fromStart = false;
      const read = await this.#read(client, { poison: this.#poison });
      const again = this.#again.splice(0);
      // What somebody has read again is compared at once: that is what he waits to see.
      if (again.length > 0 || fromStart) this.#comparedAt = null;
      if (again.length > 0) await this.#read(client, { only: again.sort((a, b) => a - b) });
      const moveProblem = await this.#moveStored(client);
      await this.#compare(client, read > 0);
      if (!client.usable) throw connectionFailed('CONNECTION_LOST', client.byeReason ?? null);
      this.#failures = 0;
      this.#set({
        ...{ state: 'UP_TO_DATE', done: 0, total: null, rate: null, secondsLeft: null },
        ...{ problem: null, serverWords: null, errorCode: null, nextTryAt: null },
        ...moveProblem,
      });
      if (!this.#news && !this.#stopped()) {
        const idles = client.capabilities.has('IDLE');
        if (idles) client.idle().catch(nudge);
        await this.#wait(idles ? policy.ASK_WITH_IDLE_MS : policy.ASK_WITHOUT_IDLE_MS);
        if (idles && client.usable && !this.#stopped()) await this.#endIdle(client);
      }
      if (!client.usable) throw connectionFailed('CONNECTION_LOST', client.byeReason ?? null);
    }
  }

  /** A server that never agreed to IDLE is waited for by imapflow with whatever is asked next, for ever. */
  async #endIdle(client: ImapFlow): Promise<void> {
    const cancel = this.#timers.after(this.#timers.patience.silentMs, () => client.close());
    try {
      await client.noop();
    } catch (error) {
      throw toConnectionError(error);
    } finally {
      cancel();
    }
  }

  /** Answers how many messages it read. */
  async #read(client: ImapFlow, choice: SyncChoice): Promise<number> {
    const { location, name, folder, account } = this.#watched;
    const target = { location, name, folder, moves: account.moveTo !== null };
    const { source, uids } = await openTarget(this.#store, client, target, SYSTEM_ACTOR, choice);
    if (uids.length === 0) return 0;
    const { mail, triage } = await loadSettings(this.#store);
    const pace = paceBy(this.#store.clock);
    this.#set({
      state: 'READING',
      done: 0,
      total: uids.length,
      rate: null,
      secondsLeft: null,
      problem: null,
      serverWords: null,
      nextTryAt: null,
    });
    const reading =
      (signals: AbortSignal[]) =>
      (progress: (done: number, total: number | null) => void): Promise<IngestReport> =>
        ingestSource(this.#store, source, {
          actor: SYSTEM_ACTOR,
          signal: AbortSignal.any(signals),
          limits: mail,
          reviewBelow: triage.reviewBelow,
          onStored: this.#hooks.onStored,
          onProgress: (done, total) => {
            // It came further: what breaks now is soon tried again, or a few bad messages hold up all the others.
            this.#failures = 0;
            this.#progress(done, uids.length, pace);
            progress(done, total);
          },
        });
    try {
      let cancelled = () => false;
      const report =
        uids.length >= policy.LONG_READING
          ? await this.#hooks.showLong(name, ({ signal, progress }) => {
              cancelled = () => signal.aborted;
              return reading([signal, this.#stop.signal])(progress);
            })
          : await reading([this.#stop.signal])(() => undefined);
      if (cancelled() && !this.#stopped()) throw new AppError('CANCELLED');
      this.#brokeAt = { uid: 0, times: 0 };
      this.#set({ unreadable: report.failed.length });
      if (report.failed.length > 0) this.#comparedAt = null; // people see at once which ones
      return report.read;
    } catch (error) {
      if (choice.only === undefined) await this.#noteBreak(error, uids);
      throw error;
    }
  }

  /** A connection that breaks at the same message again and again is broken by it: the rest must not wait for it. */
  async #noteBreak(error: unknown, uids: readonly number[]): Promise<void> {
    const problem = problemOf(error)?.problem;
    if (problem !== 'CONNECTION_LOST' && problem !== 'TIMEOUT' && problem !== 'OTHER') return;
    const readUpTo = (await positionOf(this.#store, this.#watched.location))?.lastUid ?? 0;
    const uid = uids.find((one) => one > readUpTo && !this.#poison.has(one));
    if (uid === undefined) return;
    this.#brokeAt = { uid, times: this.#brokeAt.uid === uid ? this.#brokeAt.times + 1 : 1 };
    if (this.#brokeAt.times >= policy.BREAKS_AT_A_MESSAGE) this.#poison.add(uid);
  }

  #progress(done: number, total: number, pace: ReturnType<typeof paceBy>): void {
    const now = this.#store.clock.now().getTime();
    this.#status = { ...this.#status, done, total, ...pace(done, total) };
    if (Math.abs(now - this.#toldAt) < PROGRESS_EVERY_MS) return;
    this.#toldAt = now;
    this.#hooks.onChanged(this.#status.mailboxId);
  }

  #toldAt = 0;

  /** What cannot be moved now is moved the next time; the status says why. */
  async #moveStored(client: ImapFlow): Promise<Partial<MailboxStatus>> {
    const { account, location } = this.#watched;
    if (account.moveTo === null) return {};
    try {
      await moveStored(this.#store, client, location, account.moveTo);
      return {};
    } catch (error) {
      const why = problemOf(error);
      if (why === null || why.problem === 'CONNECTION_LOST') throw error;
      return why;
    }
  }

  /** When somebody asked, when it is time, or when there was news; what is missing is read again once. */
  async #compare(client: ImapFlow, hadNews: boolean): Promise<void> {
    const now = this.#store.clock.now().getTime();
    const renumbered =
      client.mailbox && client.mailbox.uidValidity.toString() !== this.#status.ledger?.uidValidity;
    const since = this.#comparedAt === null || renumbered ? Infinity : Math.abs(now - this.#comparedAt);
    const due = since >= (hadNews ? policy.COMPARE_AFTER_NEWS_MS : policy.COMPARE_ANYWAY_MS);
    if (!due && this.#checks.length === 0) return;
    const { location } = this.#watched;
    let ledger = await compareWithServer(this.#store, client, location);
    const retry = ledger.days
      .flatMap((day) => day.missing)
      .filter((uid) => !this.#retried.has(uid) && !this.#poison.has(uid))
      .sort((a, b) => a - b);
    if (retry.length > 0) {
      for (const uid of retry) this.#retried.add(uid);
      await this.#read(client, { only: retry });
      ledger = await compareWithServer(this.#store, client, location);
    }
    this.#comparedAt = now;
    const { checkedAt, uidValidity, onServer, missing } = ledger;
    this.#set({ ledger: { checkedAt, uidValidity, onServer, missing } });
    for (const check of this.#checks.splice(0)) check.resolve(ledger);
  }

  /** Says what is wrong and answers how long to wait; null: until somebody acts. */
  #failed(error: unknown): number | null {
    if (this.#stopped()) return null;
    const why = problemOf(error);
    const errorCode = why !== null ? null : error instanceof AppError ? error.code : 'UNEXPECTED';
    for (const check of this.#checks.splice(0)) check.reject(error);
    this.#failures += 1;
    const next =
      errorCode === 'CANCELLED'
        ? ({ state: 'STOPPED', inMs: null } as const)
        : policy.nextAttempt(why?.problem ?? null, this.#failures, this.#timers.random(), why?.waitMs ?? 0);
    const now = this.#store.clock.now().getTime();
    this.#set({
      state: next.state,
      ...{ done: 0, total: null, rate: null, secondsLeft: null },
      problem: why?.problem ?? null,
      serverWords: why?.serverWords ?? null,
      errorCode: errorCode === 'CANCELLED' ? null : errorCode,
      nextTryAt: next.inMs === null ? null : new Date(now + next.inMs),
    });
    this.#news = false;
    return next.inMs;
  }

  /** Until somebody nudges, or for that long; null: only the former. */
  async #wait(milliseconds: number | null): Promise<void> {
    let cancel = () => {};
    await new Promise<void>((resolve) => {
      this.#wakeUp = resolve;
      if (milliseconds !== null) cancel = this.#timers.after(milliseconds, resolve);
      if (this.#news || this.#stopped()) resolve();
    });
    this.#wakeUp = () => undefined;
    cancel();
  }

  #set(change: Partial<MailboxStatus>): void {
    const since = change.state !== undefined && change.state !== this.#status.state;
    this.#status = { ...this.#status, ...change, ...(since ? { since: this.#store.clock.now() } : {}) };
    this.#hooks.onChanged(this.#status.mailboxId);
  }
}
