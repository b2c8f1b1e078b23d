import { SYSTEM_ACTOR } from '../../store/audit.ts';
import type { AuditAction, AuditDetails } from '../../store/audit-model.ts';
import type { Store, Tx } from '../../store/store.ts';
import { explainDelivery, isForGood } from './explain.ts';
import type { SmtpOutcome } from './smtp.ts';

/** An answer that is about to be sent: SENDING in the database until its outcome is. */
export type Claimed = {
  readonly id: number;
  readonly caseId: number;
  readonly accountId: number;
  readonly attempts: number; // this one included
  readonly maybeTwice: boolean;
  readonly from: string;
  readonly to: readonly string[]; // whoever has not got it yet
  readonly mime: Uint8Array; // zstd
};

const MINUTE_MS = 60_000;
/** Minutes after the first, the second and so on attempt that did not work; they add up to 24 hours, then it failed. */
export const BACKOFF_MINUTES: readonly number[] = [1, 4, 10, 15, 30, 60, 120, 240, 480, 480];

/**
 * A line that is cut while the text goes out leaves it open whether the server has it. It is sent again, as RFC 1047
 * would have it, but so many times at most: then a person decides.
 */
const MOST_UNCERTAIN = 4;

/** No answer waits longer than this: one that would was written down before the clock was set back. */
const LONGEST_WAIT_MS = Math.max(...BACKOFF_MINUTES) * MINUTE_MS;

const ON_ITS_WAY = { state: { in: ['QUEUED', 'RETRY'] }, accountId: { not: null }, mime: { not: null } };

/** When the next answer is due; null when none waits for its time. */
export async function nextDue(store: Store): Promise<Date | null> {
  const next = await store.prisma.reply.findFirst({
    where: { ...ON_ITS_WAY, sendAfter: { not: null } },
    orderBy: { sendAfter: 'asc' },
    select: { sendAfter: true },
  });
  return next?.sendAfter ?? null;
}

/** Takes the answer that has been due for longest and begins its attempt; from here on it cannot be taken back. */
export async function claimNext(store: Store): Promise<Claimed | null> {
  const now = store.clock.now();
  const never = new Date(now.getTime() + LONGEST_WAIT_MS);
  const due = { ...ON_ITS_WAY, OR: [{ sendAfter: { lte: now } }, { sendAfter: { gt: never } }] };
  if ((await store.prisma.reply.findFirst({ where: due, select: { id: true } })) === null) return null;
  return store.write(async (tx) => {
    const row = await tx.reply.findFirst({
      where: due,
      orderBy: [{ sendAfter: 'asc' }, { id: 'asc' }],
      include: { account: { select: { address: true } }, recipients: { where: { state: 'PENDING' } } },
    });
    if (row === null || row.mime === null || row.accountId === null || row.account === null) return null;
    const attempts = row.attempts + 1;
    await tx.reply.update({
      where: { id: row.id },
      data: { state: 'SENDING', attempts, lastAttemptAt: now },
    });
    await log(store, tx, 'reply.attempted', row, { attempt: attempts });
    return {
      id: row.id,
      caseId: row.caseId,
      accountId: row.accountId,
      attempts,
      maybeTwice: row.maybeTwice,
      from: row.account.address,
      to: row.recipients.map(({ address }) => address),
      mime: row.mime,
    };
  });
}

/**
 * What is still SENDING when the service starts was interrupted: the server may have it. It is sent once more, with
 * the same Message-ID, and said to be possibly there twice; interrupted a second time it waits for a person, so that
 * there is never a third copy. Answers the cases.
 */
export function recoverInterrupted(store: Store): Promise<number[]> {
  return store.write(async (tx) => {
    const rows = await tx.reply.findMany({
      where: { state: 'SENDING' },
      select: { id: true, caseId: true, maybeTwice: true },
    });
    for (const row of rows) {
      await tx.reply.update({
        where: { id: row.id },
        data: row.maybeTwice
          ? { state: 'FAILED', sendAfter: null, lastError: 'UNCERTAIN' }
          : { state: 'RETRY', sendAfter: store.clock.now(), maybeTwice: true },
      });
      await log(store, tx, 'reply.interrupted', row, { to: row.maybeTwice ? 'FAILED' : 'RETRY' });
    }
    return rows.map(({ caseId }) => caseId);
  });
}

/**
 * Writes down what the server did. Whoever was refused for good stays refused; whoever was refused for now is tried
 * again with the same bytes until 24 hours have passed. SENT as soon as nobody waits and somebody got it.
 */
export function recordOutcome(store: Store, claimed: Claimed, outcome: SmtpOutcome): Promise<void> {
  return store.write(async (tx) => {
    const refused = outcome.kind === 'CUT' ? [] : outcome.refused;
    const named = new Set(refused.map(({ address }) => address.toLowerCase()));
    const taken = outcome.kind === 'TAKEN' ? claimed.to.filter((address) => !named.has(address)) : [];
    await setRecipients(tx, claimed.id, taken, { state: 'ACCEPTED', response: outcome.words });
    for (const { address, words } of refused) {
      const state = isForGood(words) ? 'REFUSED' : 'PENDING';
      await setRecipients(tx, claimed.id, [address.toLowerCase()], { state, response: words });
    }
    if (outcome.kind === 'REFUSED' && refused.length === 0 && isForGood(outcome.words)) {
      await setRecipients(tx, claimed.id, claimed.to, { state: 'REFUSED', response: outcome.words });
    }
    const uncertain = outcome.kind === 'CUT' && outcome.maybeTaken;
    if (uncertain && claimed.attempts >= MOST_UNCERTAIN) {
      await settle(store, tx, claimed, 'UNCERTAIN');
      return;
    }
    if (uncertain) await tx.reply.update({ where: { id: claimed.id }, data: { maybeTwice: true } });
    await settle(store, tx, claimed, outcome.kind === 'TAKEN' ? (refused[0]?.words ?? null) : outcome.words);
  });
}

/**
 * No session came about: every answer of the account that is due waits, so that a server that is down is not asked
 * once for each. Answers the cases.
 */
export function postponeAccount(store: Store, claimed: Claimed, words: string): Promise<number[]> {
  return store.write(async (tx) => {
    const due = { ...ON_ITS_WAY, accountId: claimed.accountId, sendAfter: { lte: store.clock.now() } };
    const others = await tx.reply.findMany({
      where: due,
      select: { id: true, caseId: true, attempts: true },
    });
    await settle(store, tx, claimed, words);
    for (const other of others) await settle(store, tx, { ...other, attempts: other.attempts + 1 }, words);
    return [claimed.caseId, ...others.map(({ caseId }) => caseId)];
  });
}

type Settling = Pick<Claimed, 'id' | 'caseId' | 'attempts'>;

/** The answer's state from its recipients'. `words` are the failure's, null when there is none. */
async function settle(store: Store, tx: Tx, reply: Settling, words: string | null): Promise<void> {
  const now = store.clock.now();
  const { id, attempts } = reply;
  const minutes = BACKOFF_MINUTES[attempts - 1];
  const problem = words === null ? null : explainDelivery(words);
  const told = { attempt: attempts, ...(problem === null ? {} : { problem }) };
  if (words !== null && problem === 'UNCERTAIN') {
    await tx.reply.update({ where: { id }, data: { state: 'FAILED', sendAfter: null, lastError: words } });
    await log(store, tx, 'reply.failed', reply, told);
    return;
  }
  const count = (state: string) => tx.replyRecipient.count({ where: { replyId: id, state } });
  const pending = await count('PENDING');
  if (pending > 0 && minutes !== undefined) {
    const sendAfter = new Date(now.getTime() + minutes * MINUTE_MS);
    await tx.reply.update({ where: { id }, data: { state: 'RETRY', attempts, sendAfter, lastError: words } });
    await log(store, tx, 'reply.postponed', reply, { ...told, minutes });
    return;
  }
  if (pending > 0) {
    await tx.replyRecipient.updateMany({
      where: { replyId: id, state: 'PENDING' },
      data: { state: 'REFUSED', ...(words === null ? {} : { response: words }) },
    });
  }
  const [accepted, refused] = [await count('ACCEPTED'), await count('REFUSED')];
  const sent = accepted > 0;
  await tx.reply.update({
    where: { id },
    data: {
      state: sent ? 'SENT' : 'FAILED',
      attempts,
      sendAfter: null,
      lastError: words,
      ...(sent ? { sentAt: now } : {}),
    },
  });
  await log(store, tx, sent ? 'reply.sent' : 'reply.failed', reply, { ...told, accepted, refused });
}

async function setRecipients(
  tx: Tx,
  replyId: number,
  addresses: readonly string[],
  data: { readonly state: string; readonly response: string },
): Promise<void> {
  await tx.replyRecipient.updateMany({
    where: { replyId, state: 'PENDING', address: { in: [...addresses] } },
    data,
  });
}

function log(
  store: Store,
  tx: Tx,
  action: AuditAction,
  reply: { readonly id: number; readonly caseId: number },
  details: AuditDetails,
): Promise<void> {
  return store.audit(
    { actor: SYSTEM_ACTOR, action, objectType: 'REPLY', objectId: reply.id, caseId: reply.caseId, details },
    tx,
  );
}
