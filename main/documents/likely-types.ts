import { AppError } from '../errors.ts';
import { readAttachmentBytes } from '../mail/reader.ts';
import { messageText } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { imageShape } from './image-shape.ts';
import { likelyType, toldBy, type Content } from './likely-type.ts';
import type { LikelyType } from './model.ts';
import { PDF_BOUNDS } from './pdf-tasks.ts';
import { readPdf } from './read-pdf.ts';
import { linesOf } from './ta1-layout.ts';

/** What bytes were found to be, by their SHA-256: a message is looked at more than once. No text is kept. */
const known = new Map<string, Content>();
const MOST_KNOWN = 2000;

/** Each look takes the whole message apart, in the thread that also opens messages: longer ones are told by names alone. */
const MOST_MESSAGE_BYTES = 12 * 1024 * 1024;
const MOST_LOOKS = 12;

const NOTHING: Content = { kind: 'OTHER', told: null, shape: null };

type Attachment = {
  readonly id: number;
  readonly ordinal: number;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly detectedType: string | null;
  readonly messageId: number;
  readonly message: { readonly sha256: string; readonly source: { readonly size: number } };
};

/**
 * What each attachment probably is, with the reason, in the order asked for: by its text (PDF), its name, or its shape
 * (photographs). A guess for the clerk to check: nothing is read off a picture. Ids that are unknown are left out.
 */
export async function likelyTypes(
  store: Store,
  attachmentIds: readonly number[],
): Promise<(LikelyType & { readonly attachmentId: number })[]> {
  const attachments = await store.prisma.attachment.findMany({
    where: { id: { in: [...attachmentIds] } },
    orderBy: { id: 'asc' },
    include: { message: { select: { sha256: true, source: { select: { size: true } } } } },
  });
  const texts = new Map<number, string>();
  const found: (LikelyType & { attachmentId: number; messageId: number })[] = [];
  let looks = 0;
  for (const attachment of attachments) {
    const { id, messageId, name } = attachment;
    const text = texts.get(messageId) ?? messageText(store.sql, messageId);
    texts.set(messageId, text);
    const earlier = found.filter((one) => one.messageId === messageId);
    const before = known.get(attachment.sha256);
    const mayLook = attachment.message.source.size <= MOST_MESSAGE_BYTES && looks < MOST_LOOKS;
    const content = before ?? (mayLook ? await contentOf(store, attachment) : NOTHING);
    if (before === undefined && mayLook && content !== NOTHING) looks += 1;
    const likely = likelyType(name, content, text, earlier);
    found.push({ attachmentId: id, messageId, ...likely });
  }
  return found.map(({ attachmentId, type, where, quote }) => ({ attachmentId, type, where, quote }));
}

async function contentOf(store: Store, attachment: Attachment): Promise<Content> {
  const content = await readContent(store, attachment);
  const oldest = known.keys().next();
  if (known.size >= MOST_KNOWN && oldest.done !== true) known.delete(oldest.value);
  known.set(attachment.sha256, content);
  return content;
}

async function readContent(store: Store, attachment: Attachment): Promise<Content> {
  const { detectedType, size } = attachment;
  const isPdf = detectedType === 'application/pdf';
  const isImage = detectedType === 'image/jpeg' || detectedType === 'image/png';
  if ((!isPdf && !isImage) || size > PDF_BOUNDS.bytes) return NOTHING;
  let bytes: Uint8Array;
  try {
    bytes = await readAttachmentBytes(store, attachment.message.sha256, attachment);
  } catch (error) {
    // A message that cannot be read any more still has the names of its attachments.
    if (error instanceof AppError) return NOTHING;
    throw error;
  }
  if (isImage) {
    const photograph = detectedType === 'image/jpeg';
    return { kind: 'IMAGE', told: null, shape: photograph ? imageShape(bytes) : null };
  }
  const answer = await readPdf(bytes);
  return answer.kind === 'READ'
    ? { kind: 'PDF', told: toldBy(linesOf(answer.content.items)), shape: null }
    : { ...NOTHING, kind: 'PDF', shape: answer.page ?? null };
}
