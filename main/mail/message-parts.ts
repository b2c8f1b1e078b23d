import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { readHeaders } from './header-block.ts';
import { Danger, type HeaderLine, type NestedMessage } from './model.ts';
import { readRawSource } from './raw-source.ts';
import { readAttachmentBytes, readNestedMessage } from './reader.ts';

/** A file as it goes to the person: name fit for Windows, type as detected. */
export type FileBytes = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** No header block is longer; repairing the framing of a whole message would hold up the windows. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** All headers of a message, decoded, in order. Throws NOT_FOUND. */
export async function messageHeaders(store: Store, id: number): Promise<HeaderLine[]> {
  const raw = await readRawSource(store, await sourceOf(store, id));
  return readHeaders(raw.subarray(0, MAX_HEADER_BYTES));
}

/** The message exactly as received. Throws NOT_FOUND. */
export async function messageRaw(store: Store, id: number): Promise<FileBytes> {
  const sha256 = await sourceOf(store, id);
  return {
    name: `mensaje-${id}.eml`,
    type: 'message/rfc822',
    bytes: await readRawSource(store, sha256),
  };
}

/**
 * An attachment's bytes, with an entry in the log. Throws NOT_FOUND, or DANGEROUS_ATTACHMENT when it has dangers
 * that the person has not accepted.
 */
export async function openAttachment(
  store: Store,
  actor: Actor,
  attachmentId: number,
  acceptDanger: boolean,
): Promise<FileBytes> {
  const attachment = await find(store, attachmentId);
  const dangers = z.array(Danger).parse(attachment.dangers);
  if (dangers.length > 0 && !acceptDanger) throw new AppError('DANGEROUS_ATTACHMENT', { dangers });
  const bytes = await readAttachmentBytes(store, attachment.message.sha256, attachment);
  await store.audit({
    actor,
    action: 'attachment.opened',
    objectType: 'ATTACHMENT',
    objectId: attachmentId,
    caseId: attachment.message.caseId,
    details: { messageId: attachment.messageId, sha256: attachment.sha256, dangers },
  });
  return {
    name: attachment.safeName,
    type: attachment.detectedType ?? 'application/octet-stream',
    bytes,
  };
}

/** The message inside an attachment, opened. Throws NOT_FOUND. */
export async function openNested(store: Store, attachmentId: number): Promise<NestedMessage> {
  const attachment = await find(store, attachmentId);
  return readNestedMessage(store, attachment.message.sha256, attachment);
}

async function sourceOf(store: Store, id: number): Promise<string> {
  const message = await store.prisma.message.findUnique({ where: { id }, select: { sha256: true } });
  if (message === null) throw new AppError('NOT_FOUND');
  return message.sha256;
}

async function find(store: Store, id: number) {
  const attachment = await store.prisma.attachment.findUnique({
    where: { id },
    include: { message: { select: { sha256: true, caseId: true } } },
  });
  if (attachment === null) throw new AppError('NOT_FOUND');
  return attachment;
}
