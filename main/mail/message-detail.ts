import { z } from 'zod';
import type { CaseState } from '../cases/model.ts';
import { AppError } from '../errors.ts';
import type { IdentityLevel } from '../identity/model.ts';
import type { Actor } from '../store/audit.ts';
import { recordOpening } from '../store/opening.ts';
import type { Store } from '../store/store.ts';
import {
  Action,
  DeclaredPerson,
  Reason,
  type Category,
  type DeclaredCategory,
  type Kind,
} from '../triage/model.ts';
import type { MessageDetail } from './detail-model.ts';
import { Danger, Mark, type ParseStatus, type RecipientKind } from './model.ts';
import { readMessage } from './reader.ts';

/** Opens a message for a person: writes it down and gives everything the reading pane shows. Throws NOT_FOUND. */
export async function openMessage(store: Store, actor: Actor, id: number): Promise<MessageDetail> {
  const detail = await messageDetail(store, id);
  const openedAt = store.clock.now();
  await recordOpening(store, { actor, action: 'message.opened', objectType: 'MESSAGE', objectId: id }, (tx) =>
    tx.message.updateMany({ where: { id, openedAt: null }, data: { openedAt } }),
  );
  return detail;
}

async function messageDetail(store: Store, id: number): Promise<MessageDetail> {
  const message = await store.prisma.message.findUnique({
    where: { id },
    include: {
      recipients: true,
      attachments: { orderBy: { ordinal: 'asc' } },
      assignee: true,
      case: true,
      source: { select: { size: true } },
      sightings: { include: { mailbox: true }, orderBy: { id: 'asc' }, take: 1 },
    },
  });
  if (message === null) throw new AppError('NOT_FOUND');
  const parseStatus = message.parseStatus as ParseStatus;
  const [read, threadCount, threadCase, earlierFromSender, finalBy] = await Promise.all([
    readMessage(store, { ...message, parseStatus }),
    store.prisma.message.count({ where: { threadId: message.threadId } }),
    store.prisma.message.findFirst({
      where: { threadId: message.threadId, caseId: { not: null } },
      select: { caseId: true },
    }),
    store.prisma.message.findFirst({
      where: { fromAddress: message.fromAddress, id: { lt: id } },
      select: { id: true },
    }),
    message.finalById === null ? null : store.prisma.user.findUnique({ where: { id: message.finalById } }),
  ]);
  const sighting = message.sightings[0];
  return {
    id: message.id,
    version: message.version,
    sha256: message.sha256,
    subject: message.subject,
    from: { name: message.fromName, address: message.fromAddress },
    replyToAddress: message.replyToAddress,
    recipients: message.recipients.map(({ kind, name, address }) => ({
      kind: kind as RecipientKind,
      name,
      address,
    })),
    sentAt: message.sentAt,
    receivedAt: message.receivedAt,
    size: message.source.size,
    parseStatus,
    marks: z.array(Mark).parse(message.marks),
    authentication: read.authentication,
    protection: read.protection,
    firstTimeSender: earlierFromSender === null,
    source: sighting?.item ?? '',
    mailboxName: sighting?.mailbox.name ?? '',
    kind: message.kind as Kind,
    kindReason: Reason.nullable().parse(message.kindReason),
    language: message.language,
    declaredCategory: message.declaredCategory as DeclaredCategory | null,
    proposedCategory: message.proposedCategory as Category | null,
    proposedConfidence: message.proposedConfidence,
    proposedReasons: z.array(Reason).parse(message.proposedReasons),
    finalCategory: message.finalCategory as Category | null,
    finalBy: finalBy?.displayName ?? null,
    finalAt: message.finalAt,
    needsReview: message.needsReview,
    declaredPerson: DeclaredPerson.parse(message.declaredPerson),
    finalAction: Action.nullable().parse(message.finalAction),
    state: message.state as CaseState,
    identityLevel: message.identityLevel as IdentityLevel,
    assignee:
      message.assignee === null
        ? null
        : { id: message.assignee.id, displayName: message.assignee.displayName },
    caseId: message.caseId,
    caseNumber: message.case?.number ?? null,
    copyOfId: message.copyOfId,
    threadId: message.threadId,
    threadCount,
    threadCaseId: message.caseId === null ? (threadCase?.caseId ?? null) : null,
    body: read.body,
    attachments: message.attachments.map((attachment) => ({
      id: attachment.id,
      ordinal: attachment.ordinal,
      name: attachment.name,
      safeName: attachment.safeName,
      declaredType: attachment.declaredType,
      detectedType: attachment.detectedType,
      size: attachment.size,
      sha256: attachment.sha256,
      contentId: attachment.contentId,
      inline: attachment.inline,
      dangers: z.array(Danger).parse(attachment.dangers),
    })),
  };
}
