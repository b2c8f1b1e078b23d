import { oneLine } from '../citizens/validate.ts';
import { AppError } from '../errors.ts';
import { ParseStatus } from '../mail/model.ts';
import { threadHeaders } from '../mail/outbox/compose.ts';
import { readRawSource } from '../mail/raw-source.ts';
import { readMessage } from '../mail/reader.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { changeCase, requireCase, type Clerk, type OnVersion } from './change.ts';
import type { CaseDetail } from './model.ts';
import { withNotice } from './notice.ts';
import {
  caseFiles,
  diskFiles,
  letterMime,
  newMessageId,
  packed,
  queuedLetter,
  accountFor,
} from './outgoing.ts';
import { withQuote } from './quote.ts';
import type { GateCode, GateFinding, QuoteStyle, ReplyCheck } from './reply-model.ts';
import { gateFindings, type Leaving } from './send-gate.ts';
import { moved } from './transitions.ts';

/** An answer as the clerk wrote it. */
export type Draft = OnVersion & {
  /** The case's version when he began to write. */
  readonly seenVersion: number;
  readonly inReplyToId: number;
  readonly templateId: number | null;
  readonly templateVersion: number | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** Null: as the office has it. */
  readonly quote: QuoteStyle | null;
  readonly attachmentIds: readonly number[];
  readonly files: readonly File[];
};

/** The answer as it would leave, and what speaks against it. Throws NOT_FOUND or INVALID_INPUT like `queueReply`. */
export async function checkReply(store: Store, clerk: Clerk, draft: Draft): Promise<ReplyCheck> {
  const { settings, account, letter, mime, leaving } = await prepare(store, clerk, draft);
  const current = await requireCase(store.prisma, draft.caseId);
  const { mailboxAddress } = settings.office;
  return {
    findings: await gateFindings(store.prisma, current, settings, leaving),
    accountName: account?.name ?? null,
    from: account?.address ?? mailboxAddress,
    to: [...letter.to],
    cc: [...letter.cc],
    subject: letter.subject,
    body: letter.text,
    attachments: letter.files.map(({ name, bytes }) => ({ name, size: bytes.byteLength })),
    size: mime.length,
    limit: settings.sending.maxBytes,
  };
}

/**
 * Puts an answer into the outbox, its bytes final, to leave when the time to take it back is over; without an account
 * that can send it waits until a person sends it. Throws STALE, PLACEHOLDER_UNFILLED (which), SEND_GATE with the codes
 * that stop it and those that only warn and are not in `acknowledged`, or INVALID_INPUT when the message or an
 * attachment is not the case's or the template does not exist.
 */
export async function queueReply(
  store: Store,
  clerk: Clerk,
  draft: Draft & { readonly acknowledged: readonly GateCode[] },
): Promise<CaseDetail> {
  const { settings, account, letter, files, mime, leaving } = await prepare(store, clerk, draft);
  const { inReplyToId, templateId, templateVersion } = draft;
  const now = leaving.now;
  const bytes = account === null ? null : await packed(mime);
  return changeCase(store, clerk, draft, async (tx, current) => {
    pass(await gateFindings(tx, current, settings, leaving), draft.acknowledged);
    const reply = await tx.reply.create({
      data: {
        kind: 'ANSWER',
        caseId: current.id,
        inReplyToId,
        templateId,
        templateVersion,
        createdById: clerk.id,
        ...queuedLetter(letter, files, { account, mime: bytes, now }),
      },
    });
    const state = current.state === 'NEW' ? moved(current, 'IN_PROGRESS', null, now) : null;
    return {
      action: 'reply.queued',
      object: { type: 'REPLY', id: reply.id },
      ...(state === null ? {} : { to: state }),
      details: {
        messageIdHeader: reply.messageIdHeader,
        inReplyToId,
        templateId,
        templateVersion,
        toAddress: reply.toAddress,
        recipients: letter.to.length + letter.cc.length,
        attachments: files.map(({ sha256 }) => sha256),
        acknowledged: [...draft.acknowledged],
        ...(state === null ? {} : { from: current.state, to: state.state }),
      },
    };
  });
}

/** Throws unless nothing stops and every warning was seen. */
function pass(findings: readonly GateFinding[], acknowledged: readonly GateCode[]): void {
  const stopped = findings.filter(({ level }) => level === 'STOP').map(({ code }) => code);
  const unfilled = findings.find(({ code }) => code === 'UNFILLED');
  if (unfilled !== undefined) throw new AppError('PLACEHOLDER_UNFILLED', { missing: unfilled.about });
  const unseen = findings
    .filter(({ level, code }) => level === 'WARN' && !acknowledged.includes(code))
    .map(({ code }) => code);
  if (stopped.length > 0 || unseen.length > 0) throw new AppError('SEND_GATE', { stopped, unseen });
}

async function prepare(store: Store, clerk: Clerk, draft: Draft) {
  const settings = await loadSettings(store);
  const answered = await store.prisma.message.findUnique({
    where: { id: draft.inReplyToId, caseId: draft.caseId },
  });
  if (answered === null) throw new AppError('INVALID_INPUT', { fields: ['inReplyToId'] });
  await requireTemplate(store, draft);
  const now = store.clock.now();
  const raw = await readRawSource(store, answered.sha256);
  const account = await accountFor(store.prisma, answered.id);
  const files = [
    ...(await caseFiles(store, draft.caseId, draft.attachmentIds)),
    ...(await diskFiles(draft.files)),
  ];
  const subject = oneLine(draft.subject);
  const parseStatus = ParseStatus.parse(answered.parseStatus);
  const style = draft.quote ?? settings.sending.quote;
  const body = withNotice(draft.body);
  const text =
    style === 'NONE'
      ? body
      : withQuote(
          body,
          style,
          { ...answered, text: (await readMessage(store, { ...answered, parseStatus })).body.text },
          timeZoneOf(settings.office.provinceCode),
        );
  const letter = {
    messageIdHeader: newMessageId(account, settings),
    date: now,
    to: draft.to,
    cc: draft.cc,
    subject,
    text,
    thread: threadHeaders(raw),
    files,
  };
  const mime = await letterMime(letter, account, settings);
  const leaving: Leaving = {
    clerk,
    now,
    seenVersion: draft.seenVersion,
    answered: { kind: answered.kind, raw },
    addresses: [...draft.to, ...draft.cc],
    subject,
    body: draft.body,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
    size: mime.length,
  };
  return { settings, account, letter, files, mime, leaving };
}

async function requireTemplate(store: Store, { templateId, templateVersion }: Draft): Promise<void> {
  if (templateId === null && templateVersion === null) return;
  const known =
    templateId !== null &&
    templateVersion !== null &&
    (await store.prisma.templateVersion.count({ where: { templateId, version: templateVersion } })) > 0;
  if (!known) throw new AppError('INVALID_INPUT', { fields: ['templateId'] });
}
