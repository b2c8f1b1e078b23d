import { onTestFinished } from 'vitest';
import type { Clock } from '../../main/clock.ts';
import type { MailAccount, MailboxStatus } from '../../main/mail/account-model.ts';
import { saveAccount, type MailAccountInput } from '../../main/mail/accounts.ts';
import type { LongReading, WatchHooks } from '../../main/mail/imap/folder-watcher.ts';
import { PATIENCE, type ImapPatience, type Timers } from '../../main/mail/imap/timers.ts';
import { MailboxWatchers } from '../../main/mail/imap/watchers.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import type { Store } from '../../main/store/store.ts';
import { MAIL_PASSWORD, type Dovecot } from './dovecot.ts';

/** An account at the test server, as it is typed into the form. */
export function accountInput(
  server: Pick<Dovecot, 'address'>,
  overrides: Partial<MailAccountInput> = {},
): MailAccountInput {
  return {
    ...{ id: null, version: null, password: MAIL_PASSWORD },
    ...{ name: 'Sin certificado', address: 'oficina@ejemplo.test', active: true, userName: 'oficina' },
    ...{ authentication: 'PASSWORD', tokenCommand: null, imap: server.address('NONE'), folders: ['INBOX'] },
    ...{ caPem: null, moveTo: null, smtp: null, sentFolder: null },
    ...overrides,
  };
}

export function anAccount(
  store: Store,
  server: Pick<Dovecot, 'address'>,
  overrides: Partial<MailAccountInput> = {},
): Promise<MailAccount> {
  return saveAccount(store, SYSTEM_ACTOR, accountInput(server, overrides));
}

/** Timers that fire when the test says so. Chance is always a half. */
export type TestTimers = Timers & {
  /** Waits that are under way, in ms, the shortest first. */
  pending(): number[];
  /** Lets those of that length or shorter come to their end. */
  fire(upToMs: number): void;
};

function testTimers(patience: ImapPatience): TestTimers {
  const waiting = new Set<{ readonly milliseconds: number; readonly callback: () => void }>();
  return {
    patience,
    random: () => 0.5,
    after(milliseconds, callback) {
      const wait = { milliseconds, callback };
      waiting.add(wait);
      return () => waiting.delete(wait);
    },
    pending: () => [...waiting].map(({ milliseconds }) => milliseconds).sort((a, b) => a - b),
    fire(upToMs) {
      for (const wait of [...waiting]) {
        if (wait.milliseconds > upToMs) continue;
        waiting.delete(wait);
        wait.callback();
      }
    },
  };
}

const noTimers: Timers = { patience: PATIENCE, random: () => 0, after: () => () => undefined };

const noHooks: WatchHooks = {
  onChanged: () => undefined,
  onStored: () => undefined,
  showLong: (_, reading) => reading({ signal: new AbortController().signal, progress: () => undefined }),
};

/** Watchers that were never started, for tests of something else. */
export function idleWatchers(store: Store): MailboxWatchers {
  return new MailboxWatchers(store, noTimers, noHooks);
}

export type Watching = {
  readonly watchers: MailboxWatchers;
  readonly timers: TestTimers;
  /** Every status that was told, in order. */
  readonly told: MailboxStatus[];
  /** How many messages were stored by each commit that stored some. */
  readonly stored: number[];
  /** Cancels the long reading under way. */
  readonly cancel: () => void;
  /** The first status, from now or from before, that is like that; after the last one that was waited for. */
  readonly until: (like: (status: MailboxStatus) => boolean) => Promise<MailboxStatus>;
};

/** Starts watchers over the store's accounts; they end with the test. */
export async function watch(store: Store, patience: Partial<ImapPatience> = {}): Promise<Watching> {
  const timers = testTimers({ ...PATIENCE, ...patience });
  const told: MailboxStatus[] = [];
  const stored: number[] = [];
  let seen = 0;
  let hear: () => void = () => undefined;
  let long = new AbortController();
  const watchers: MailboxWatchers = new MailboxWatchers(store, timers, {
    onChanged: (mailboxId) => {
      const status = watchers.statuses().find((one) => one.mailboxId === mailboxId);
      if (status !== undefined) told.push(status);
      hear();
    },
    onStored: (count) => stored.push(count),
    showLong: (_, reading: LongReading) => {
      long = new AbortController();
      return reading({ signal: long.signal, progress: () => undefined });
    },
  });
  onTestFinished(() => watchers.stop());
  await watchers.start();
  return {
    watchers,
    timers,
    told,
    stored,
    cancel: () => long.abort(),
    async until(like) {
      for (;;) {
        while (seen < told.length) {
          const status = told[seen];
          seen += 1;
          if (status !== undefined && like(status)) return status;
        }
        await new Promise<void>((resolve) => {
          hear = resolve;
        });
      }
    },
  };
}

/** A clock that runs by itself and can be set, for what measures how long something took. */
export function shiftedClock(): Clock & { shift(milliseconds: number): void } {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    shift: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
