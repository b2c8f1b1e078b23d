import { oneLine } from '../citizens/validate.ts';
import { AppError } from '../errors.ts';
import { NO_THREAD } from '../mail/outbox/compose.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { changeCase, requireCase, type Clerk, type OnVersion } from './change.ts';
import type { CaseDetail } from './model.ts';
import {
  letterMime,
  newMessageId,
  originalFile,
  packed,
  queuedLetter,
  accountFor,
  subjectOf,
} from './outgoing.ts';
import { ownAddresses } from './send-gate.ts';
import { moved } from './transitions.ts';

/**
 * Hands the case to a unit by e-mail: a covering note, and the messages exactly as they came. The case is FORWARDED.
 * Throws STALE, INVALID_INPUT (unit not in use, message not of the case), NOT_ALLOWED_YET when the unit has no
 * address (reason UNIT_WITHOUT_EMAIL), or SEND_GATE with
 * what it is about when it is too big or the address is one of the office's own.
 */
export async function queueForward(
  store: Store,
  clerk: Clerk,
  input: OnVersion & {
    readonly unitId: number;
    readonly messageIds: readonly number[];
    readonly note: string;
  },
): Promise<CaseDetail> {
  const settings = await loadSettings(store);
  const now = store.clock.now();
  const unit = await store.prisma.unit.findUnique({ where: { id: input.unitId } });
  if (unit?.active !== true) throw new AppError('INVALID_INPUT', { fields: ['unitId'] });
  if (unit.email === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'UNIT_WITHOUT_EMAIL' });
  const { number } = await requireCase(store.prisma, input.caseId);
  const messages = await store.prisma.message.findMany({
    where: { id: { in: [...input.messageIds] }, caseId: input.caseId },
    orderBy: { id: 'asc' },
    select: { id: true, sha256: true, subject: true },
  });
  const first = messages[0];
  if (first === undefined || messages.length !== new Set(input.messageIds).size) {
    throw new AppError('INVALID_INPUT', { fields: ['messageIds'] });
  }
  const account = await accountFor(store.prisma, first.id);
  const { sending, office } = settings;
  const own = await ownAddresses(store.prisma, settings);
  if (own.has(unit.email.toLowerCase())) {
    throw new AppError('SEND_GATE', { stopped: ['OWN_ADDRESS'], unseen: [], about: [unit.email] });
  }
  const files = await Promise.all(messages.map((message) => originalFile(store, message)));
  const letter = {
    messageIdHeader: newMessageId(account, settings),
    date: now,
    to: [unit.email],
    cc: [],
    subject: oneLine(`Fwd: ${subjectOf(first)} (expediente ${number})`),
    text: coveringNote(input.note, number, files.length, `${clerk.name}\n${office.officeName}`),
    thread: NO_THREAD,
    files,
  };
  const mime = await letterMime(letter, account, settings);
  if (mime.length > sending.maxBytes) {
    const about = [String(mime.length), String(sending.maxBytes)];
    throw new AppError('SEND_GATE', { stopped: ['TOO_BIG'], unseen: [], about });
  }
  const bytes = account === null ? null : await packed(mime);
  return changeCase(store, clerk, input, async (tx, current) => {
    const to = moved(current, 'FORWARDED', unit.id, now);
    const reply = await tx.reply.create({
      data: {
        kind: 'FORWARD',
        caseId: current.id,
        inReplyToId: first.id,
        createdById: clerk.id,
        ...queuedLetter(letter, files, { account, mime: bytes, now }),
      },
    });
    return {
      action: 'reply.queued',
      object: { type: 'REPLY', id: reply.id },
      to,
      details: {
        kind: 'FORWARD',
        messageIdHeader: reply.messageIdHeader,
        messageIds: messages.map(({ id }) => id),
        toAddress: reply.toAddress,
        unit: unit.name,
        from: current.state,
        to: to.state,
      },
    };
  });
}

function coveringNote(note: string, caseNumber: string, messages: number, signature: string): string {
  const attached =
    messages === 1
      ? 'Se adjunta el mensaje original tal como se recibió.'
      : `Se adjuntan los ${messages} mensajes originales tal como se recibieron.`;
  return [note.trim(), `Expediente ${caseNumber}. ${attached}`, signature]
    .filter((part) => part !== '')
    .join('\n\n');
}
