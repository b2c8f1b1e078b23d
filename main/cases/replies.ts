import { randomUUID } from 'node:crypto';
import { maskDocument } from '../citizens/mask.ts';
import { maskPhone } from '../citizens/phones.ts';
import { oneLine } from '../citizens/validate.ts';
import { dayAt } from '../days.ts';
import { AppError } from '../errors.ts';
import { provinceName, timeZoneOf } from '../settings/provinces.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/model.ts';
import type { Store, Tx } from '../store/store.ts';
import { stripPrefixes } from '../triage/subject.ts';
import { DeclaredPerson } from '../triage/model.ts';
import { REQUEST_KINDS } from '../triage/request-kinds.ts';
import { changeCase, type Clerk, type OnVersion } from './change.ts';
import { peopleNames, requireCaseDetail } from './detail.ts';
import { Reply, Template, type CaseDetail } from './model.ts';
import { withNotice } from './notice.ts';
import { fill, placeholdersIn, type PlaceholderValues } from './placeholders.ts';
import { moved } from './transitions.ts';

export type ReplyPreview = { toAddress: string; subject: string; body: string; missing: string[] };

/** Templates in use, by name. */
export async function replyTemplates(store: Store): Promise<Template[]> {
  const rows = await store.prisma.template.findMany({ where: { active: true }, orderBy: { name: 'asc' } });
  return rows.map((row) => Template.parse(row));
}

/**
 * A template filled for the case's newest request. It goes to the address that wrote; a different Reply-To is for the
 * clerk to choose, because whoever forges a From sets one. Throws NOT_FOUND.
 */
export async function previewReply(
  store: Store,
  clerk: Clerk,
  input: { readonly caseId: number; readonly templateId: number },
): Promise<ReplyPreview> {
  const detail = await requireCaseDetail(store.prisma, input.caseId);
  const template = await store.prisma.template.findUnique({ where: { id: input.templateId } });
  const message = await newestRequest(store.prisma, input.caseId);
  if (template === null || message === null) throw new AppError('NOT_FOUND');
  const values = placeholderValues(await loadSettings(store), clerk, detail, message, store.clock.now());
  const subject = fill(template.subject, values);
  const body = fill(template.body, values);
  return {
    toAddress: message.fromAddress,
    subject: oneLine(subject.text),
    body: withNotice(body.text),
    missing: [...new Set([...subject.missing, ...body.missing])],
  };
}

/**
 * Puts an answer into the outbox with its final Message-ID, before any attempt to send it. Throws PLACEHOLDER_UNFILLED
 * (which), STALE, or INVALID_INPUT when the message is not the case's, the template does not exist, or the address is
 * neither the writer's nor the citizen's: a typing error must not send a person's data to a stranger.
 */
export async function queueReply(
  store: Store,
  clerk: Clerk,
  input: OnVersion & {
    readonly inReplyToId: number;
    readonly templateId: number | null;
    readonly toAddress: string;
    readonly subject: string;
    readonly body: string;
  },
): Promise<CaseDetail> {
  const { office } = await loadSettings(store);
  const now = store.clock.now();
  return changeCase(store, clerk, input, async (tx, current) => {
    const { inReplyToId, templateId, toAddress } = input;
    const subject = oneLine(input.subject);
    const unfilled = placeholdersIn(`${subject}\n${input.body}`);
    if (unfilled.length > 0) throw new AppError('PLACEHOLDER_UNFILLED', { missing: unfilled });
    if ((await tx.message.count({ where: { id: inReplyToId, caseId: current.id } })) === 0) {
      throw new AppError('INVALID_INPUT', { fields: ['inReplyToId'] });
    }
    if (templateId !== null && (await tx.template.count({ where: { id: templateId } })) === 0) {
      throw new AppError('INVALID_INPUT', { fields: ['templateId'] });
    }
    const known = await knownAddresses(tx, current.id);
    if (!known.has(toAddress.toLowerCase())) throw new AppError('INVALID_INPUT', { fields: ['toAddress'] });
    const reply = await tx.reply.create({
      data: {
        caseId: current.id,
        inReplyToId,
        templateId,
        messageIdHeader: `<${randomUUID()}@${mailDomain(office.mailboxAddress)}>`,
        toAddress,
        subject,
        body: withNotice(input.body),
        state: 'QUEUED',
        createdAt: now,
        createdById: clerk.id,
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
        toAddress,
        ...(state === null ? {} : { from: current.state, to: state.state }),
      },
    };
  });
}

/** What waits to be sent and what was, newest first. */
export async function listOutbox(
  store: Store,
  { cursor, limit }: { readonly cursor: number | null; readonly limit: number },
): Promise<{ rows: Reply[]; nextCursor: number | null }> {
  const found = await store.prisma.reply.findMany({
    where: cursor === null ? {} : { id: { lt: cursor } },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: { case: { select: { number: true } } },
  });
  const nameOf = await peopleNames(store.prisma);
  const rows = found
    .slice(0, limit)
    .map((row) => Reply.parse({ ...row, caseNumber: row.case.number, createdBy: nameOf(row.createdById) }));
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

type Answered = { readonly subject: string; readonly fromName: string; readonly fromAddress: string };

async function newestRequest(db: Tx, caseId: number): Promise<Answered | null> {
  return db.message.findFirst({
    where: { caseId, kind: { in: [...REQUEST_KINDS] } },
    orderBy: { id: 'desc' },
    select: { subject: true, fromName: true, fromAddress: true },
  });
}

/** Lower-case addresses that may be answered: who wrote, what he stated, what is on record. */
async function knownAddresses(tx: Tx, caseId: number): Promise<ReadonlySet<string>> {
  const messages = await tx.message.findMany({
    where: { caseId },
    select: { fromAddress: true, replyToAddress: true, declaredPerson: true },
  });
  const found = await tx.case.findUniqueOrThrow({ where: { id: caseId }, include: { citizen: true } });
  const addresses = messages.flatMap((message) => [
    message.fromAddress,
    message.replyToAddress,
    DeclaredPerson.parse(message.declaredPerson).values.email?.value,
  ]);
  return new Set(
    [...addresses, found.citizen?.email].flatMap((address) => (address ? [address.toLowerCase()] : [])),
  );
}

/** What the placeholders stand for. Recorded data only go out once the writer's identity is verified. */
function placeholderValues(
  settings: Settings,
  clerk: Clerk,
  detail: CaseDetail,
  message: Answered,
  now: Date,
): PlaceholderValues {
  const { office } = settings;
  const zone = timeZoneOf(office.provinceCode);
  const declared = (field: string) => detail.comparison.find((row) => row.field === field)?.declared?.value;
  const citizen = detail.identityLevel === 'NONE' ? null : detail.citizen;
  const document = citizen?.documents[0]?.number ?? declared('id');
  return {
    nombre: citizen?.givenName ?? declared('givenName') ?? message.fromName,
    apellidos: citizen?.surnames ?? declared('surnames') ?? null,
    documento: document === undefined ? null : maskDocument(document),
    expediente: detail.number,
    fecha: inWords(dayAt(now, zone)),
    oficina: office.officeName,
    provincia: provinceName(office.provinceCode),
    teléfono_oficina: office.phone,
    teléfono_enmascarado: citizen?.phone ? maskPhone(citizen.phone) : null,
    asunto: stripPrefixes(message.subject).bare,
    plazo: detail.dueDate === null ? null : inWords(detail.dueDate),
    unidad: detail.unitName,
    tramitador: clerk.name,
    texto_libre: null,
  };
}

/** "16 de marzo de 2026" for an ISO day. */
function inWords(day: string): string {
  return new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** `.invalid` (RFC 2606) until the office has an address: the Message-ID must be final from the start. */
function mailDomain(mailboxAddress: string): string {
  return mailboxAddress.split('@')[1] ?? 'estafeta.invalid';
}
