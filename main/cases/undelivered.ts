import { z } from 'zod';
import type { BounceReport } from '../mail/outbox/bounce.ts';
import { explainDelivery } from '../mail/outbox/explain.ts';
import { readRawSource } from '../mail/raw-source.ts';
import { SYSTEM_ACTOR } from '../store/audit.ts';
import { newestMessageId } from '../store/message-rows.ts';
import type { Store, Tx } from '../store/store.ts';
import { repeatedColumns, requireCase, type CaseRecord } from './change.ts';
import { joinMessages } from './join.ts';
import { moved } from './transitions.ts';

/** Up to which message bounces have been looked at. */
const KEY = 'outbox.bouncesSeen';

/**
 * Finds the answers that new bounces speak of: the answer and its addresses are undelivered, the bounce belongs to
 * the case, and the case is open again for whoever has it. What was stored while no service ran is looked at the next
 * time. Answers the cases.
 */
export async function noteBounces(store: Store): Promise<number[]> {
  const seen = await seenUpTo(store.prisma);
  const newest = newestMessageId(store.sql);
  if (newest <= seen) return [];
  const anySent = await store.prisma.reply.findFirst({
    where: { attempts: { gt: 0 } },
    select: { id: true },
  });
  const bounces =
    anySent === null
      ? []
      : await store.prisma.message.findMany({
          where: { kind: 'BOUNCE', id: { gt: seen, lte: newest } },
          orderBy: { id: 'asc' },
          select: { id: true, sha256: true, caseId: true },
        });
  const cases = new Set<number>();
  for (const bounce of bounces) {
    // Loaded by the first: the parser is the workers' business.
    const { readBounce } = await import('../mail/outbox/bounce.ts');
    const report = await readBounce(await readRawSource(store, bounce.sha256));
    const caseId = await store.write((tx) => noteBounce(store, tx, bounce, report));
    if (caseId !== null) cases.add(caseId);
  }
  await store.write(async (tx) => {
    const value = { messageId: newest };
    const updatedAt = store.clock.now();
    await tx.setting.upsert({
      where: { key: KEY },
      create: { key: KEY, value, updatedAt },
      update: { value, updatedAt },
    });
  });
  return [...cases];
}

async function seenUpTo(db: Tx): Promise<number> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  return row === null ? 0 : z.object({ messageId: z.number().int() }).parse(row.value).messageId;
}

type Bounce = { readonly id: number; readonly caseId: number | null };

async function noteBounce(
  store: Store,
  tx: Tx,
  bounce: Bounce,
  report: BounceReport,
): Promise<number | null> {
  if (report.onlyDelayed) return null;
  const reply = await tx.reply.findFirst({
    where: { messageIdHeader: { in: [...report.messageIds] }, attempts: { gt: 0 } },
    orderBy: { id: 'desc' },
    include: { recipients: true },
  });
  if (reply === null || reply.undeliveredById === bounce.id) return null;
  const addresses = reply.recipients.map(({ address }) => address);
  const problems: string[] = [];
  for (const [address, words] of undelivered(report, addresses)) {
    await tx.replyRecipient.updateMany({
      where: { replyId: reply.id, address },
      data: { state: 'BOUNCED', response: words === '' ? null : words },
    });
    problems.push(explainDelivery(words));
  }
  await tx.reply.update({ where: { id: reply.id }, data: { undeliveredById: bounce.id } });
  const current = await requireCase(tx, reply.caseId);
  const after = await wake(store, tx, current, reply.kind);
  if (bounce.caseId === null) await joinMessages(tx, after, [bounce.id]);
  await store.audit(
    {
      actor: SYSTEM_ACTOR,
      action: 'reply.undelivered',
      objectType: 'REPLY',
      objectId: reply.id,
      caseId: reply.caseId,
      details: {
        messageId: bounce.id,
        problems,
        ...(after.state === current.state ? {} : { from: current.state, to: after.state }),
      },
    },
    tx,
  );
  return reply.caseId;
}

/** Which of the answer's addresses got nothing, and the words about each. */
function undelivered(report: BounceReport, addresses: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { addresses: named, words } of report.failed) {
    const address = addresses.find((one) => named.includes(one));
    if (address !== undefined) found.set(address, words);
  }
  if (found.size > 0) return found;
  const inProse = addresses.filter((address) => report.prose.includes(address));
  const only = addresses.length === 1 ? addresses : inProse;
  const words = report.failed[0]?.words ?? report.words;
  return new Map(only.map((address) => [address, words]));
}

/** A case that waited or was done goes on; one that is a unit's comes back when the unit did not get it. */
async function wake(store: Store, tx: Tx, current: CaseRecord, kind: string): Promise<CaseRecord> {
  const { state } = current;
  const asleep =
    state === 'WAITING_CITIZEN' ||
    state === 'RESOLVED' ||
    state === 'ARCHIVED' ||
    (state === 'FORWARDED' && kind === 'FORWARD');
  const now = store.clock.now();
  const to = asleep ? moved(current, 'IN_PROGRESS', null, now) : {};
  await tx.case.update({
    where: { id: current.id },
    data: { ...to, version: { increment: 1 }, updatedAt: now },
  });
  const after = { ...current, ...to };
  if (asleep) {
    await tx.message.updateMany({
      where: { caseId: current.id },
      data: { ...repeatedColumns(after), version: { increment: 1 } },
    });
  }
  return after;
}
