import { servicesInWords } from '../catalogue/in-words.ts';
import { maskDocument } from '../citizens/mask.ts';
import { oneLine } from '../citizens/validate.ts';
import { dayAt } from '../days.ts';
import { AppError } from '../errors.ts';
import { allows } from '../identity/ladder.ts';
import { provinceName, timeZoneOf } from '../settings/provinces.ts';
import type { Settings } from '../settings/model.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import { REQUEST_KINDS } from '../triage/request-kinds.ts';
import type { Clerk } from './change.ts';
import { requireCaseDetail } from './detail.ts';
import { Template, type CaseDetail } from './model.ts';
import { withNotice } from './notice.ts';
import { subjectOf } from './outgoing.ts';
import { papersInWords } from './papers-in-words.ts';
import { fill, type PlaceholderValues } from './placeholders.ts';
import { missingPapers } from './suggestions.ts';

export type ReplyPreview = {
  toAddress: string;
  subject: string;
  body: string;
  missing: string[];
  templateVersion: number;
};

/** Templates in use, by name. */
export async function replyTemplates(store: Store): Promise<Template[]> {
  const rows = await store.prisma.template.findMany({ where: { active: true }, orderBy: { name: 'asc' } });
  return rows.map((row) => Template.parse(row));
}

/**
 * A template filled for the case's newest request. It goes to the address that wrote; a different Reply-To is for the
 * clerk to choose, because whoever forges a From sets one. `serviceIds` are entries of the catalogue to tell of. Throws
 * NOT_FOUND.
 */
export async function previewReply(
  store: Store,
  clerk: Clerk,
  input: { readonly caseId: number; readonly templateId: number; readonly serviceIds: readonly number[] },
): Promise<ReplyPreview> {
  const detail = await requireCaseDetail(store.prisma, input.caseId);
  const template = await store.prisma.template.findUnique({ where: { id: input.templateId } });
  const message = await newestRequest(store.prisma, input.caseId);
  if (template === null || message === null) throw new AppError('NOT_FOUND');
  const { serviceIds } = input;
  const values = {
    ...placeholderValues(await loadSettings(store), clerk, detail, message, store.clock.now()),
    servicios_en_línea: serviceIds.length === 0 ? null : await servicesInWords(store.prisma, serviceIds),
    documentos_que_faltan: PAPERS_HOLE.test(template.body)
      ? papersInWords(await missingPapers(store, message.id))
      : null,
  };
  const subject = fill(template.subject, values);
  const body = fill(template.body, values);
  return {
    toAddress: message.fromAddress,
    subject: oneLine(subject.text),
    body: withNotice(body.text),
    templateVersion: template.version,
    missing: [...new Set([...subject.missing, ...body.missing])],
  };
}

/** Looking at the attachments takes its time: only for a template that asks for it. */
const PAPERS_HOLE = /\{\{\s*documentos_que_faltan\s*\}\}/iu;

type Answered = {
  readonly id: number;
  readonly subject: string;
  readonly fromName: string;
  readonly fromAddress: string;
};

async function newestRequest(db: Tx, caseId: number): Promise<Answered | null> {
  return db.message.findFirst({
    where: { caseId, kind: { in: [...REQUEST_KINDS] } },
    orderBy: { id: 'desc' },
    select: { id: true, subject: true, fromName: true, fromAddress: true },
  });
}

/** What the placeholders stand for. Recorded data only go out once enough is known of the writer. */
function placeholderValues(
  settings: Settings,
  clerk: Clerk,
  detail: CaseDetail,
  message: Answered,
  now: Date,
): Omit<PlaceholderValues, 'servicios_en_línea' | 'documentos_que_faltan'> {
  const { office, ladder } = settings;
  const zone = timeZoneOf(office.provinceCode);
  const declared = (field: string) => detail.comparison.find((row) => row.field === field)?.declared?.value;
  const citizen = allows(ladder, detail.identityLevel, 'discloseRecord') ? detail.citizen : null;
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
    teléfono_enmascarado: citizen?.maskedPhone ?? null,
    asunto: subjectOf(message),
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
