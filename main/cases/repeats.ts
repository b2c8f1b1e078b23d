import { z } from 'zod';
import { AppError } from '../errors.ts';
import {
  nearByIdentifiers,
  nearBySender,
  nearByText,
  repeatRows,
  type RepeatRow,
} from '../store/repeat-queries.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../triage/fold.ts';
import { Action, DeclaredPerson, type DeclaredField } from '../triage/model.ts';
import type { Clerk } from './change.ts';
import { addMessage, createCase } from './create.ts';
import { CaseState, type CaseDetail } from './model.ts';

/** What two messages have in common, the strongest first. */
export const Equal = z.enum(['TEXT', 'DOCUMENT', 'NAF', 'PHONE', 'CCC', 'SENDER', 'ACTION', 'CATEGORY']);
export type Equal = z.infer<typeof Equal>;

/** A message that seems to ask the same again, and what is equal. */
export const Repeat = z.object({
  messageId: z.number().int(),
  subject: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  receivedAt: z.date(),
  state: CaseState,
  caseId: z.number().int().nullable(),
  caseNumber: z.string().nullable(),
  equal: z.array(Equal).min(1),
});
export type Repeat = z.infer<typeof Repeat>;

/** Later it is another request: an informe is asked for every year. */
const WITHIN_MS = 30 * 24 * 3600 * 1000;
/** Of each thing in common so many messages before and after are looked at: the work does not grow with the mailbox. */
const LOOKED_AT = 25;
const SHOWN = 4;

/** These say so little that the category must tell. */
const VAGUE: ReadonlySet<Action> = new Set<Action>(['INFO', 'OTHER', 'COMPLAINT']);

/**
 * Messages outside its thread that seem to make the same request within thirty days, the likest first, at most four: the
 * same text; the same person asking for the same; or the same sender asking for the same, unless he writes for others.
 * Never two that name different people, because form letters go round (docs/decisions/0004). Throws NOT_FOUND.
 */
export function repeatsOf(store: Store, messageId: number): Repeat[] {
  const own = repeatRows(store.sql, [messageId]).map(toSide)[0];
  if (own === undefined) throw new AppError('NOT_FOUND');
  if (own.row.isRequest === 0) return [];
  const near = { id: messageId, limit: LOOKED_AT };
  const { row, numbers } = own;
  const ids = new Set([
    ...(row.textHash === null ? [] : nearByText(store.sql, row.textHash, near)),
    ...(numbers.length === 0 ? [] : nearByIdentifiers(store.sql, numbers, near)),
    ...(row.fromAddress === '' ? [] : nearBySender(store.sql, row.fromAddress, near)),
  ]);
  return repeatRows(store.sql, [...ids])
    .filter(
      (other) =>
        other.isRequest !== 0 &&
        other.threadId !== row.threadId &&
        Math.abs(other.receivedAt - row.receivedAt) <= WITHIN_MS,
    )
    .map((other) => ({ other, equal: equalOf(own, toSide(other)) }))
    .filter(({ equal }) => equal.length > 0)
    .sort(
      (a, b) =>
        strength(b.equal) - strength(a.equal) ||
        Math.abs(a.other.receivedAt - row.receivedAt) - Math.abs(b.other.receivedAt - row.receivedAt),
    )
    .slice(0, SHOWN)
    .map(({ other, equal }) => ({
      messageId: other.id,
      subject: other.subject,
      fromName: other.fromName,
      fromAddress: other.fromAddress,
      receivedAt: new Date(other.receivedAt),
      state: CaseState.parse(other.state),
      caseId: other.caseId,
      caseNumber: other.caseNumber,
      equal,
    }));
}

/**
 * Puts two messages, with the rest of their threads, into one case: that of either, else a new one made of the earlier.
 * `addedId` is the one that was added to it. Throws NOT_FOUND, or NOT_ALLOWED_YET (reason IN_OTHER_CASE) when they are
 * in different cases.
 */
export async function putTogether(
  store: Store,
  clerk: Clerk,
  { messageId, otherId }: { readonly messageId: number; readonly otherId: number },
): Promise<{ detail: CaseDetail; addedId: number }> {
  const rows = repeatRows(store.sql, [messageId, otherId]).toSorted((a, b) => a.id - b.id);
  const kept = rows.find(({ caseId }) => caseId !== null) ?? rows[0];
  const added = rows.find((row) => row !== kept);
  if (kept === undefined || added === undefined) throw new AppError('NOT_FOUND');
  const { id, version } = await createCase(store, clerk, { messageId: kept.id });
  const detail = await addMessage(store, clerk, { caseId: id, version, messageId: added.id });
  return { detail, addedId: added.id };
}

/** One of the two that are compared. */
type Side = {
  readonly row: RepeatRow;
  readonly person: DeclaredPerson;
  readonly action: Action | null;
  readonly numbers: readonly string[];
};

function toSide(row: RepeatRow): Side {
  const person = DeclaredPerson.parse(JSON.parse(row.declaredPerson));
  const { id, naf, ccc, phone } = person.values;
  const numbers = [id, naf, ccc, phone].flatMap((found) => found?.value.replace('+', '') ?? []);
  const action = Action.nullable().parse(row.finalAction) ?? person.action?.value ?? null;
  return { row, person, action, numbers };
}

/** What is equal, when that makes one of them seem to repeat the other; else nothing. */
function equalOf(a: Side, b: Side): Equal[] {
  if (differ(a, b, 'id') || differ(a, b, 'naf')) return [];
  const text = a.row.textHash !== null && a.row.textHash === b.row.textHash;
  const sender = a.row.fromAddress !== '' && a.row.fromAddress === b.row.fromAddress;
  const category = a.row.category !== null && a.row.category === b.row.category;
  const action = sameAction(a, b);
  const equal: Equal[] = [
    ...(text ? ['TEXT' as const] : []),
    ...(same(a, b, 'id') ? ['DOCUMENT' as const] : []),
    ...(same(a, b, 'naf') ? ['NAF' as const] : []),
    ...(same(a, b, 'phone') ? ['PHONE' as const] : []),
    ...(same(a, b, 'ccc') ? ['CCC' as const] : []),
    ...(sender ? ['SENDER' as const] : []),
    ...(action === 'SAME' ? ['ACTION' as const] : []),
    ...(category ? ['CATEGORY' as const] : []),
  ];
  const asksTheSame = action === 'SAME' || (action === 'UNSAID' && category);
  const samePerson = equal.some((what) => PERSONAL.has(what));
  const sameWriter = sender && !a.person.onBehalfOf && !b.person.onBehalfOf && !otherName(a, b);
  return text || (asksTheSame && (samePerson || sameWriter)) ? equal : [];
}

const PERSONAL: ReadonlySet<Equal> = new Set<Equal>(['DOCUMENT', 'NAF', 'PHONE', 'CCC']);

function same(a: Side, b: Side, field: DeclaredField): boolean {
  const value = a.person.values[field]?.value;
  return value !== undefined && value === b.person.values[field]?.value;
}

/** Both say, and not the same. */
function differ(a: Side, b: Side, field: DeclaredField): boolean {
  const [one, other] = [a.person.values[field]?.value, b.person.values[field]?.value];
  return one !== undefined && other !== undefined && fold(one) !== fold(other);
}

function otherName(a: Side, b: Side): boolean {
  return differ(a, b, 'surnames');
}

/** A telephone is registered or changed: writers do not know which it is. */
function sameAction({ action: a }: Side, { action: b }: Side): 'SAME' | 'OTHER' | 'UNSAID' {
  if (a === null || b === null || VAGUE.has(a) || VAGUE.has(b)) return 'UNSAID';
  const plain = (action: Action) => (action === 'PHONE_REGISTER' ? 'PHONE_CHANGE' : action);
  return plain(a) === plain(b) ? 'SAME' : 'OTHER';
}

/** The text or the document weighs more than all that follows. */
function strength(equal: readonly Equal[]): number {
  return equal.reduce((sum, what) => sum + 2 ** -Equal.options.indexOf(what), 0);
}
