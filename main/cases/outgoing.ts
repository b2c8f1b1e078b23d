import { hash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { AppError } from '../errors.ts';
import { detectType } from '../mail/attachment-type.ts';
import { composeMime, type Outgoing, type OutgoingFile } from '../mail/outbox/compose.ts';
import { readRawSource } from '../mail/raw-source.ts';
import { readAttachmentBytes } from '../mail/reader.ts';
import type { Settings } from '../settings/model.ts';
import type { Store, Tx } from '../store/store.ts';
import { stripPrefixes } from '../triage/subject.ts';

const compress = promisify(zstdCompress);

/** What an answer leaves through. */
export type SendingAccount = { readonly id: number; readonly name: string; readonly address: string };

/** A file with the answer: of a case's message, a message itself, or from the clerk's disk. */
export type ReplyFile = OutgoingFile & {
  readonly sha256: string;
  readonly attachmentId: number | null;
  /** Kept with the answer, where no raw source has the bytes. */
  readonly content: Uint8Array<ArrayBuffer> | null;
};

/** The account that received the message, else the first one that can send; null when none can. */
export async function accountFor(db: Tx, answeredId: number | null): Promise<SendingAccount | null> {
  const able = await db.mailAccount.findMany({
    where: { active: true, smtpHost: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, address: true },
  });
  if (able.length < 2 || answeredId === null) return able[0] ?? null;
  const seen = await db.sighting.findMany({
    where: { messageId: answeredId, mailbox: { accountId: { in: able.map(({ id }) => id) } } },
    orderBy: { id: 'asc' },
    select: { mailbox: { select: { accountId: true } } },
  });
  return able.find(({ id }) => id === seen[0]?.mailbox.accountId) ?? able[0] ?? null;
}

/** Attachments of the case's messages, with their bytes. Throws INVALID_INPUT when one is not the case's. */
export async function caseFiles(store: Store, caseId: number, ids: readonly number[]): Promise<ReplyFile[]> {
  const rows = await store.prisma.attachment.findMany({
    where: { id: { in: [...ids] }, message: { caseId } },
    include: { message: { select: { sha256: true } } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const files: ReplyFile[] = [];
  for (const id of new Set(ids)) {
    const row = byId.get(id);
    if (row === undefined) throw new AppError('INVALID_INPUT', { fields: ['attachmentIds'] });
    files.push({
      name: row.safeName,
      contentType: row.detectedType ?? 'application/octet-stream',
      bytes: await readAttachmentBytes(store, row.message.sha256, row),
      sha256: row.sha256,
      attachmentId: id,
      content: null,
    });
  }
  return files;
}

/** Files from the clerk's disk; what they are is told by their bytes. */
export async function diskFiles(files: readonly File[]): Promise<ReplyFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return {
        name: file.name,
        contentType: (await detectType(Buffer.from(bytes))) ?? 'application/octet-stream',
        bytes,
        sha256: hash('sha256', bytes, 'hex'),
        attachmentId: null,
        content: bytes,
      };
    }),
  );
}

/** A message exactly as it came, as an attachment. */
export async function originalFile(
  store: Store,
  message: { readonly id: number; readonly sha256: string },
): Promise<ReplyFile> {
  return {
    name: `mensaje-original-${message.id}.eml`,
    contentType: 'message/rfc822',
    bytes: await readRawSource(store, message.sha256),
    sha256: message.sha256,
    attachmentId: null,
    content: null,
  };
}

/** `.invalid` (RFC 2606) until the office has an address: the Message-ID must be final from the start. */
export function newMessageId(account: SendingAccount | null, settings: Settings): string {
  const domain = (account?.address ?? settings.office.mailboxAddress).split('@')[1] ?? 'estafeta.invalid';
  return `<${randomUUID()}@${domain}>`;
}

/** What a message is about, as what is written about it says: many citizens write nothing there. */
export function subjectOf({ subject }: { readonly subject: string }): string {
  return stripPrefixes(subject).bare || 'mensaje sin asunto';
}

/** An answer before it is known who sends it. */
export type Letter = Omit<Outgoing, 'from'>;

/** The letter's bytes as they will leave; without an account with the sender it would have, for its size. */
export function letterMime(
  letter: Letter,
  account: SendingAccount | null,
  settings: Settings,
): Promise<Buffer> {
  const { officeName, mailboxAddress } = settings.office;
  const address = account?.address ?? (mailboxAddress === '' ? 'oficina@estafeta.invalid' : mailboxAddress);
  return composeMime({ ...letter, from: { name: officeName, address } });
}

/** As the bytes are stored. */
export async function packed(mime: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await compress(mime));
}

/** For so long after "send" an answer can be taken back, in ms. */
export const UNDO_MS = 10_000;

/** What a row of the outbox says of any letter, with its recipients and files; `mime` is packed. */
export function queuedLetter(
  letter: Letter,
  files: readonly ReplyFile[],
  {
    account,
    mime,
    now,
  }: {
    readonly account: SendingAccount | null;
    readonly mime: Uint8Array<ArrayBuffer> | null;
    readonly now: Date;
  },
) {
  const recipient = (kind: 'TO' | 'CC') => (address: string) => ({
    kind,
    address: address.toLowerCase(),
    state: 'PENDING',
  });
  return {
    accountId: account?.id ?? null,
    messageIdHeader: letter.messageIdHeader,
    toAddress: letter.to[0] ?? '',
    subject: letter.subject,
    body: letter.text,
    mime,
    state: 'QUEUED',
    createdAt: now,
    sendAfter: account === null ? null : new Date(now.getTime() + UNDO_MS),
    recipients: { create: [...letter.to.map(recipient('TO')), ...letter.cc.map(recipient('CC'))] },
    attachments: {
      create: files.map(({ name, contentType, bytes, sha256, attachmentId, content }, ordinal) => ({
        ordinal,
        name,
        contentType,
        size: bytes.byteLength,
        sha256,
        attachmentId,
        content,
      })),
    },
  };
}
