import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { Store } from '../../store/store.ts';
import {
  claimNext,
  nextDue,
  postponeAccount,
  recordOutcome,
  recoverInterrupted,
  type Claimed,
} from './record.ts';
import { toSmtpFailure, type SmtpOutcome, type SmtpSession } from './smtp.ts';

const unpack = promisify(zstdDecompress);

/** Runs a task once after so many ms; the answer cancels it. */
export type Timers = { after(milliseconds: number, task: () => void): () => void };

export const systemTimers: Timers = {
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};

export type OutboxOptions = {
  /** A session of an account. Rejects with anything that `toSmtpFailure` reads. */
  readonly open: (accountId: number, signal: AbortSignal) => Promise<SmtpSession>;
  /** Puts the copy into the account's Sent folder, once however often it is asked. */
  readonly copyToSent: (
    accountId: number,
    folder: string,
    mime: Buffer,
    messageIdHeader: string,
  ) => Promise<void>;
  /** Anything else to do each time, such as looking at bounces. */
  readonly also?: () => Promise<void>;
  /** An answer of that case has another state. */
  readonly onChanged: (caseId: number) => void;
  /** What could not be written down: tried again, and worth a line in the service's log. */
  readonly onError: (error: unknown) => void;
  readonly timers?: Timers;
};

export type Outbox = {
  /** Looks whether something is due: after a change, or when the machine wakes up. */
  wake(): void;
  /** Resolves when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  /** Finishes the answer under way, or cuts it off after a few seconds; the rest goes on at the next start. */
  stop(): Promise<void>;
};

/** Sleep of the machine stops timers: the clock is looked at this often, in ms. */
const LOOK_AGAIN_MS = 30_000;
const AFTER_ERROR_MS = 60_000;
const COPY_AGAIN_MS = 300_000;
const STOP_MS = 5_000;

/** Starts delivering. What was interrupted by the end of the last service is taken up first. */
export function startOutbox(store: Store, options: OutboxOptions): Outbox {
  const { timers = systemTimers } = options;
  const sessions = new Map<number, SmtpSession>();
  const noCopyBefore = new Map<number, number>();
  const hangUp = new AbortController();
  /** Done, but not written down yet: nothing else leaves before it is. Answers the cases. */
  let unwritten: (() => Promise<readonly number[]>) | null = null;
  let recovered = false;
  let stopping = false;
  let again = false;
  let running: Promise<void> | null = null;
  let cancelTimer = (): void => undefined;

  async function writeDown(task: () => Promise<readonly number[]>): Promise<void> {
    unwritten = task;
    const caseIds = await task();
    unwritten = null;
    for (const caseId of caseIds) options.onChanged(caseId);
  }

  /** On a session that was used before the server may have hung up meanwhile: then once more on a new one. */
  async function attempt(claimed: Claimed, mime: Buffer): Promise<SmtpOutcome> {
    const { accountId, from, to } = claimed;
    const used = sessions.get(accountId);
    const session = used?.isOpen() ? used : await options.open(accountId, hangUp.signal);
    sessions.set(accountId, session);
    const outcome = await session.send({ from, to }, mime);
    if (outcome.kind !== 'CUT') return outcome;
    session.close();
    sessions.delete(accountId);
    return session === used && !outcome.maybeTaken ? attempt(claimed, mime) : outcome;
  }

  async function deliver(claimed: Claimed): Promise<void> {
    const mime = await unpack(claimed.mime);
    let outcome: SmtpOutcome;
    try {
      outcome = await attempt(claimed, mime);
    } catch (error) {
      const { words } = toSmtpFailure(error);
      await writeDown(() => postponeAccount(store, claimed, words));
      return;
    }
    await writeDown(async () => {
      await recordOutcome(store, claimed, outcome);
      return [claimed.caseId];
    });
  }

  async function copies(): Promise<void> {
    const now = store.clock.now().getTime();
    const missing = await store.prisma.reply.findMany({
      where: { state: 'SENT', sentCopyAt: null, mime: { not: null }, account: { sentFolder: { not: null } } },
      orderBy: { id: 'asc' },
      take: 100,
      select: { id: true, caseId: true, messageIdHeader: true, accountId: true, account: true, mime: true },
    });
    for (const { id, caseId, messageIdHeader, accountId, account, mime } of missing) {
      const folder = account?.sentFolder;
      if (stopping || accountId === null || !folder || mime === null) continue;
      if (now < (noCopyBefore.get(accountId) ?? 0)) continue;
      try {
        await options.copyToSent(accountId, folder, await unpack(mime), messageIdHeader);
      } catch (error) {
        noCopyBefore.set(accountId, now + COPY_AGAIN_MS);
        options.onError(error);
        continue;
      }
      const sentCopyAt = store.clock.now();
      await store.write((tx) => tx.reply.update({ where: { id }, data: { sentCopyAt } }));
      options.onChanged(caseId);
    }
  }

  async function drain(): Promise<void> {
    if (!recovered) {
      for (const caseId of await recoverInterrupted(store)) options.onChanged(caseId);
      recovered = true;
    }
    if (unwritten !== null) await writeDown(unwritten);
    for (;;) {
      const claimed = stopping ? null : await claimNext(store);
      if (claimed === null) break;
      options.onChanged(claimed.caseId);
      await deliver(claimed);
    }
    for (const session of sessions.values()) session.close();
    sessions.clear();
    if (stopping) return;
    await copies();
    await options.also?.();
  }

  async function run(): Promise<void> {
    let wait = LOOK_AGAIN_MS;
    try {
      do {
        again = false;
        await drain();
      } while (again);
      const due = await nextDue(store);
      if (due !== null) wait = Math.min(wait, Math.max(0, due.getTime() - store.clock.now().getTime()));
    } catch (error) {
      options.onError(error);
      wait = AFTER_ERROR_MS;
    }
    running = null;
    if (!stopping) cancelTimer = timers.after(wait, wake);
  }

  function wake(): void {
    if (stopping) return;
    again = true;
    if (running !== null) return;
    cancelTimer();
    running = run();
  }

  wake();
  return {
    wake,
    idle: async () => {
      while (running !== null) await running;
    },
    async stop() {
      stopping = true;
      cancelTimer();
      const cutOff = timers.after(STOP_MS, () => {
        hangUp.abort();
      });
      await running;
      cutOff();
    },
  };
}
