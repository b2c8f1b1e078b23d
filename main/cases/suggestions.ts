import { servicesForMessage } from '../catalogue/catalogue.ts';
import { likelyTypes } from '../documents/likely-types.ts';
import { AppError } from '../errors.ts';
import { IdentityLevel } from '../identity/model.ts';
import { unitsOfLate } from '../store/case-queries.ts';
import { messageText } from '../store/search-index.ts';
import type { Store } from '../store/store.ts';
import { TEMPLATE_NAMES, type TemplateName } from '../settings/default-templates.ts';
import { fold } from '../triage/fold.ts';
import { Action, Category, DeclaredPerson, Kind } from '../triage/model.ts';
import { readBody } from '../triage/quoted.ts';
import { readable } from '../triage/readable.ts';
import { ADVICE, ELSEWHERE, RED_AGENT, SECTION_OF } from './advice.ts';
import { DocumentType } from './model.ts';
import type { MissingPaper, Paper, PaperState, Suggestions, TemplateReason } from './suggestions-model.ts';

/**
 * What a message may need next: papers, an answer, a unit; by what a person said that it asks for and is about, else by
 * the machine's word. Papers are looked for in all messages of its case. Throws NOT_FOUND.
 */
export async function suggestionsFor(store: Store, messageId: number): Promise<Suggestions> {
  const request = await readRequest(store, messageId);
  const { action, category } = request;
  const papers = await papersOf(store, request);
  const elsewhere = category === 'OTRAS' ? findElsewhere(request.text) : null;
  return {
    action,
    category,
    papers,
    template: await templateFor(store, request, papers, elsewhere),
    unit: await unitFor(store, request, elsewhere),
  };
}

/** The required papers that are missing for what a message asks for. Throws NOT_FOUND. */
export async function missingPapers(store: Store, messageId: number): Promise<MissingPaper[]> {
  const papers = await papersOf(store, await readRequest(store, messageId));
  return papers.flatMap(({ required, missing }) => (required && missing !== null ? [missing] : []));
}

type Request = {
  readonly id: number;
  readonly caseId: number | null;
  readonly action: Action | null;
  readonly category: Category | null;
  readonly onBehalfOf: boolean;
  readonly identityLevel: IdentityLevel;
  /** The writer's own words, folded. */
  readonly text: string;
};

async function readRequest(store: Store, id: number): Promise<Request> {
  const message = await store.prisma.message.findUnique({ where: { id } });
  if (message === null) throw new AppError('NOT_FOUND');
  const person = DeclaredPerson.parse(message.declaredPerson);
  const own = readable(readBody(messageText(store.sql, id)), Kind.parse(message.kind)).text;
  return {
    id,
    caseId: message.caseId,
    action: Action.nullable().parse(message.finalAction) ?? person.action?.value ?? null,
    category: Category.nullable().parse(message.category),
    onBehalfOf: person.onBehalfOf,
    identityLevel: IdentityLevel.parse(message.identityLevel),
    text: fold(`${message.subject}\n${own}`),
  };
}

async function papersOf(store: Store, request: Request): Promise<PaperState[]> {
  const { action, onBehalfOf, identityLevel } = request;
  if (action === null) return [];
  const { required, helpful } = ADVICE[action];
  const asked: readonly Paper[] =
    onBehalfOf && required.length > 0 ? [...required, 'AUTHORISATION'] : required;
  if (asked.length + helpful.length === 0) return [];
  const held = await heldTypes(store, request);
  const verified = PROVEN.has(identityLevel);
  return [...asked, ...helpful].map((paper) => ({
    paper,
    required: asked.includes(paper),
    missing: paper === 'IDENTITY' && verified ? null : missingOf(paper, held),
    attachmentIds: held.filter(({ type }) => MAKES[paper].has(type)).map(({ id }) => id),
    verified: paper === 'IDENTITY' && verified,
  }));
}

/** Who reached one of these has shown who he is (docs/decisions on the ladder). */
const PROVEN: ReadonlySet<IdentityLevel> = new Set<IdentityLevel>(['DOCUMENT', 'SMS', 'CERTIFICATE']);

const MAKES: Readonly<Record<Paper, ReadonlySet<DocumentType>>> = {
  TA1: new Set<DocumentType>(['TA1']),
  IDENTITY: new Set<DocumentType>(['DNI_FRONT', 'DNI_BACK', 'DNI_BOTH', 'TIE', 'PASSPORT']),
  AUTHORISATION: new Set<DocumentType>(['AUTHORISATION']),
  PAYMENT: new Set<DocumentType>(['PAYMENT']),
};

type Held = { readonly id: number; readonly type: DocumentType };

/** What the attachments of the case, or of the message alone, are linked as or else probably are. */
async function heldTypes(store: Store, { id, caseId }: Request): Promise<Held[]> {
  const attachments = await store.prisma.attachment.findMany({
    where: { message: caseId === null ? { id } : { caseId } },
    select: { id: true, caseLinks: { where: { caseId: caseId ?? 0 }, select: { documentType: true } } },
    orderBy: { id: 'asc' },
    take: MOST_ATTACHMENTS,
  });
  const likely = await likelyTypes(
    store,
    attachments.map((attachment) => attachment.id),
  );
  const guessed = new Map(likely.map(({ attachmentId, type }) => [attachmentId, type]));
  return attachments.map((attachment) => ({
    id: attachment.id,
    type: DocumentType.parse(attachment.caseLinks[0]?.documentType ?? guessed.get(attachment.id) ?? 'OTHER'),
  }));
}

const MOST_ATTACHMENTS = 200;

function missingOf(paper: Paper, held: readonly Held[]): MissingPaper | null {
  const has = (type: DocumentType) => held.some((one) => one.type === type);
  if (paper !== 'IDENTITY') return has(paper) ? null : paper;
  if (has('DNI_BOTH') || has('TIE') || has('PASSPORT')) return null;
  if (has('DNI_FRONT')) return has('DNI_BACK') ? null : 'DNI_BACK';
  return has('DNI_BACK') ? 'DNI_FRONT' : 'IDENTITY';
}

type Elsewhere = { readonly unit: string; readonly template: TemplateName; readonly quote: string };

function findElsewhere(text: string): Elsewhere | null {
  for (const { words, unit, template } of ELSEWHERE) {
    const found = words.exec(text);
    if (found !== null) return { unit, template, quote: found[0] };
  }
  return null;
}

type Answer = {
  readonly name: TemplateName;
  readonly because: TemplateReason;
  readonly quote?: string;
  readonly serviceIds?: number[];
};

async function templateFor(
  store: Store,
  request: Request,
  papers: readonly PaperState[],
  elsewhere: Elsewhere | null,
): Promise<Suggestions['template']> {
  const answer = await answerFor(store, request, papers, elsewhere);
  const { name: shippedAs, because, quote = '', serviceIds = [] } = answer;
  // The office may call it something else by now, or have put it out of use: then nothing is suggested.
  const template = await store.prisma.template.findFirst({
    where: { active: true, versions: { some: { name: shippedAs } } },
    orderBy: { id: 'asc' },
  });
  return template === null ? null : { id: template.id, name: template.name, because, quote, serviceIds };
}

async function answerFor(
  store: Store,
  request: Request,
  papers: readonly PaperState[],
  elsewhere: Elsewhere | null,
): Promise<Answer> {
  const { action, caseId, id, onBehalfOf, text } = request;
  if (elsewhere !== null) {
    return { name: elsewhere.template, because: 'ELSEWHERE', quote: elsewhere.quote };
  }
  const red = onBehalfOf && action !== 'DEFERRAL' ? RED_AGENT.exec(text) : null;
  if (red !== null) return { name: TEMPLATE_NAMES.red, because: 'RED', quote: red[0] };
  const advice = ADVICE[action ?? 'OTHER'];
  if (caseId !== null && advice.first === 'PAPERS') {
    const done = await store.prisma.phoneChange.findFirst({ where: { caseId, state: 'EFFECTIVE' } });
    if (done !== null) return { name: TEMPLATE_NAMES.phoneDone, because: 'PHONE_DONE' };
  }
  if (advice.first === 'ONLINE' && advice.template === TEMPLATE_NAMES.receipt) {
    const [service] = await servicesForMessage(store, id);
    if (service !== undefined) {
      return { name: TEMPLATE_NAMES.online, because: 'ONLINE', serviceIds: [service.entry.id] };
    }
  }
  if (papers.some(({ required, missing }) => required && missing !== null)) {
    return { name: TEMPLATE_NAMES.papersMissing, because: 'PAPERS_MISSING' };
  }
  return { name: advice.template, because: 'ACTION' };
}

/** Cases that went elsewhere lately tell more than a name, but one is chance. */
const LEAST_OF_LATE = 2;

async function unitFor(
  store: Store,
  { action, category }: Request,
  elsewhere: Elsewhere | null,
): Promise<Suggestions['unit']> {
  const advice = action === null ? null : ADVICE[action];
  // What this desk does with papers goes nowhere.
  if (elsewhere === null && (advice?.first === 'PAPERS' || action === 'ACCESS_PROBLEM')) return null;
  const units = await store.prisma.unit.findMany({ where: { active: true }, orderBy: { id: 'asc' } });
  if (elsewhere === null && category !== null) {
    for (const { unitId, n } of unitsOfLate(store.sql, category)) {
      const unit = units.find((candidate) => candidate.id === unitId);
      if (unit !== undefined && n >= LEAST_OF_LATE) return { id: unit.id, name: unit.name, lately: n };
    }
  }
  const section = category === null ? null : SECTION_OF[category];
  const own = [...(advice?.units ?? []), ...(section === null ? [] : [section])];
  for (const word of elsewhere === null ? own : [elsewhere.unit]) {
    const unit = units.find(({ name }) => new RegExp(`\\b${word}`, 'u').test(fold(name)));
    if (unit !== undefined) return { id: unit.id, name: unit.name, lately: 0 };
  }
  return null;
}
