import { AppError } from '../errors.ts';
import { NO_THREAD, threadHeaders } from '../mail/outbox/compose.ts';
import { readRawSource } from '../mail/raw-source.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { applyChange, requireCase, type Clerk } from './change.ts';
import { requireCaseDetail } from './detail.ts';
import type { CaseDetail } from './model.ts';
import { caseFiles, letterMime, packed, accountFor } from './outgoing.ts';
import type { OutboxFilter, Reply } from './reply-model.ts';
import { findReplies } from './reply-rows.ts';
import { moved } from './transitions.ts';

const WHERE: Readonly<Record<OutboxFilter, NonNullable<Parameters<typeof findReplies>[1]['where']>>> = {
  WAITING: { state: { in: ['QUEUED', 'SENDING', 'RETRY'] } },
  SENT: { state: 'SENT' },
  FAILED: { OR: [{ state: 'FAILED' }, { recipients: { some: { state: 'REFUSED' } } }] },
  UNDELIVERED: { undeliveredById: { not: null } },
  CANCELLED: { state: 'CANCELLED' },
};

/** Answers and forwards, newest first. FAILED has those too that only some of their addresses refused. */
export async function listOutbox(
  store: Store,
  input: { readonly cursor: number | null; readonly limit: number; readonly filter: OutboxFilter | null },
): Promise<{ rows: Reply[]; nextCursor: number | null }> {
  const { cursor, limit, filter } = input;
  const found = await findReplies(store.prisma, {
    where: { ...(cursor === null ? {} : { id: { lt: cursor } }), ...(filter === null ? {} : WHERE[filter]) },
    take: limit + 1,
  });
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

const NOT_LEAVING: ReadonlySet<string> = new Set(['QUEUED', 'RETRY']);

/**
 * Takes back what is not on its way yet; a case that was forwarded by it comes back. Throws NOT_FOUND, or
 * ALREADY_LEFT once an attempt to send it has begun.
 */
export async function cancelReply(store: Store, clerk: Clerk, replyId: number): Promise<CaseDetail> {
  const caseId = await store.write(async (tx) => {
    const reply = await tx.reply.findUnique({ where: { id: replyId } });
    if (reply === null) throw new AppError('NOT_FOUND');
    if (!NOT_LEAVING.has(reply.state)) throw new AppError('ALREADY_LEFT');
    await tx.reply.update({ where: { id: replyId }, data: { state: 'CANCELLED', sendAfter: null } });
    const current = await requireCase(tx, reply.caseId);
    const comesBack = reply.kind === 'FORWARD' && current.state === 'FORWARDED';
    await applyChange(store, tx, clerk, current, {
      action: 'reply.cancelled',
      object: { type: 'REPLY', id: replyId },
      ...(comesBack ? { to: moved(current, 'IN_PROGRESS', null, store.clock.now()) } : {}),
      details: { from: reply.state, attempts: reply.attempts },
    });
    return reply.caseId;
  });
  return requireCaseDetail(store.prisma, caseId);
}

/**
 * Sends now what waits or failed: a person's decision. What waited for an account gets its bytes here, and its date.
 * Throws NOT_FOUND, NO_SENDING_ACCOUNT or ALREADY_LEFT.
 */
export async function releaseReply(store: Store, clerk: Clerk, replyId: number): Promise<CaseDetail> {
  const written = await writtenBytes(store, replyId);
  const now = store.clock.now();
  const caseId = await store.write(async (tx) => {
    const reply = await tx.reply.findUniqueOrThrow({ where: { id: replyId } });
    if (!NOT_LEAVING.has(reply.state) && reply.state !== 'FAILED') {
      throw new AppError('ALREADY_LEFT');
    }
    await tx.reply.update({
      where: { id: replyId },
      data: {
        ...(written ?? {}),
        sendAfter: now,
        ...(reply.state === 'FAILED' ? { state: 'QUEUED', attempts: 0 } : {}),
      },
    });
    if (reply.state === 'FAILED') {
      await tx.replyRecipient.updateMany({
        where: { replyId, state: 'REFUSED' },
        data: { state: 'PENDING', response: null },
      });
    }
    await store.audit(
      {
        actor: clerk,
        action: 'reply.released',
        objectType: 'REPLY',
        objectId: replyId,
        caseId: reply.caseId,
        details: { from: reply.state },
      },
      tx,
    );
    return reply.caseId;
  });
  return requireCaseDetail(store.prisma, caseId);
}

/** The bytes of an answer that was queued when no account could send it; null when it has them. */
async function writtenBytes(store: Store, replyId: number) {
  const reply = await store.prisma.reply.findUnique({
    where: { id: replyId },
    include: {
      recipients: { orderBy: { id: 'asc' } },
      attachments: { orderBy: { ordinal: 'asc' } },
      inReplyTo: { select: { sha256: true } },
    },
  });
  if (reply === null) throw new AppError('NOT_FOUND');
  if (reply.mime !== null) return null;
  const account = await accountFor(store.prisma, reply.inReplyToId);
  if (account === null) throw new AppError('NO_SENDING_ACCOUNT');
  const answered = reply.kind === 'ANSWER' ? reply.inReplyTo : null;
  const addresses = (kind: string) =>
    reply.recipients.filter((recipient) => recipient.kind === kind).map(({ address }) => address);
  const files = await Promise.all(
    reply.attachments.map(async ({ name, contentType, content, attachmentId, sha256 }) => {
      if (content !== null) return { name, contentType, bytes: content };
      if (attachmentId === null) return { name, contentType, bytes: await readRawSource(store, sha256) };
      const [file] = await caseFiles(store, reply.caseId, [attachmentId]);
      if (file === undefined) throw new AppError('NOT_FOUND');
      return { name, contentType, bytes: file.bytes };
    }),
  );
  const letter = {
    messageIdHeader: reply.messageIdHeader,
    date: store.clock.now(),
    to: addresses('TO'),
    cc: addresses('CC'),
    subject: reply.subject,
    text: reply.body,
    thread: answered === null ? NO_THREAD : threadHeaders(await readRawSource(store, answered.sha256)),
    files,
  };
  const mime = await letterMime(letter, account, await loadSettings(store));
  return { accountId: account.id, mime: await packed(mime) };
}
