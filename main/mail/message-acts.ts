import { AppError } from '../errors.ts';
import { appendAuditSql, type Actor } from '../store/audit.ts';
import type { Sql } from '../store/connection.ts';
import type { Store } from '../store/store.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Action, Category, Kind } from '../triage/model.ts';
import { REQUEST_KINDS } from '../triage/request-kinds.ts';
import type { ParseStatus } from './model.ts';

type Columns = {
  readonly id: number;
  readonly version: number;
  readonly isRequest: number;
  readonly needsReview: number;
  readonly state: string;
  readonly caseId: number | null;
  readonly assigneeId: number | null;
  readonly category: Category | null;
  readonly proposedCategory: Category | null;
  readonly finalCategory: Category | null;
  readonly finalById: number | null;
  readonly finalAt: number | null;
  readonly finalAction: Action | null;
  readonly kind: Kind;
  readonly parseStatus: ParseStatus;
  readonly proposedConfidence: number;
};

const KEPT = [
  'isRequest',
  'needsReview',
  'state',
  'assigneeId',
  'category',
  'finalCategory',
  'finalById',
  'finalAt',
  'finalAction',
] as const satisfies readonly (keyof Columns)[];
type Column = (typeof KEPT)[number];
type Kept = Pick<Columns, Column>;
/** A message as it was, and the columns an act changed. */
type Done = { readonly message: Columns; readonly columns: readonly Column[] };

/** What an act changed: ids for the windows, and how to take it back. */
export type ActOutcome = {
  readonly changedIds: readonly number[];
  readonly caseIds: readonly number[];
  /** Puts the old values back where nobody changed the message since; null when nothing was changed. */
  readonly restore: (() => Promise<number>) | null;
};

type Change = { readonly to: Partial<Kept>; readonly details: Record<string, string | number | null> };

/** Sets the final category by a person. With `version`, throws STALE when the message is not at it any more. */
export function setCategory(
  store: Store,
  actor: Actor,
  ids: readonly number[],
  category: Category,
  version?: number,
): Promise<ActOutcome> {
  return act(store, actor, 'message.categorySet', ids, version, (message) =>
    decide(store, actor, message, category),
  );
}

/** Accepts the proposed category of each message; those without one are left as they are. */
export function confirmProposed(store: Store, actor: Actor, ids: readonly number[]): Promise<ActOutcome> {
  return act(store, actor, 'message.categorySet', ids, undefined, (message) =>
    message.proposedCategory === null || message.finalCategory !== null
      ? null
      : decide(store, actor, message, message.proposedCategory),
  );
}

/**
 * Takes a person's decision on the category back, however old it is: the message is again as the machine left it, and no
 * example to learn from. Nothing when nobody has decided. Throws STALE, NOT_FOUND.
 */
export async function withdrawDecision(
  store: Store,
  actor: Actor,
  id: number,
  version: number,
): Promise<ActOutcome> {
  const { triage } = await loadSettings(store);
  return act(store, actor, 'message.decisionWithdrawn', [id], version, (message) => {
    if (message.finalCategory === null) return null;
    const { proposedCategory, proposedConfidence, parseStatus } = message;
    const isRequest = REQUEST_KINDS.has(message.kind);
    const unsure = proposedCategory === null || proposedConfidence < triage.reviewBelow;
    const unread = parseStatus === 'UNPARSABLE' || parseStatus === 'OVERSIZED';
    return {
      to: {
        finalCategory: null,
        finalById: null,
        finalAt: null,
        category: proposedCategory,
        needsReview: isRequest && (unsure || unread) ? 1 : 0,
        isRequest: isRequest ? 1 : 0,
      },
      details: { from: message.finalCategory, to: proposedCategory },
    };
  });
}

/** Says what a message asks for; null leaves it to the machine's word again. Throws STALE, NOT_FOUND. */
export function setAction(
  store: Store,
  actor: Actor,
  id: number,
  action: Action | null,
  version: number,
): Promise<ActOutcome> {
  return act(store, actor, 'message.actionSet', [id], version, (message) =>
    message.finalAction === action
      ? null
      : { to: { finalAction: action }, details: { from: message.finalAction, to: action } },
  );
}

/** Gives the messages, and the cases they belong to, to a person or to nobody. Throws NOT_FOUND for an unknown one. */
export async function assign(
  store: Store,
  actor: Actor,
  ids: readonly number[],
  assigneeId: number | null,
): Promise<ActOutcome> {
  if (assigneeId !== null) {
    const user = await store.prisma.user.findUnique({ where: { id: assigneeId } });
    if (user === null || !user.active) throw new AppError('NOT_FOUND');
  }
  return act(store, actor, 'message.assigned', ids, undefined, (message) =>
    message.assigneeId === assigneeId
      ? null
      : { to: { assigneeId }, details: { from: message.assigneeId, to: assigneeId } },
  );
}

/** Takes messages without a case out of the list of open work; those of a case follow their case. */
export function archive(store: Store, actor: Actor, ids: readonly number[]): Promise<ActOutcome> {
  return act(store, actor, 'message.archived', ids, undefined, (message) =>
    message.caseId !== null || message.state === 'ARCHIVED'
      ? null
      : { to: { state: 'ARCHIVED' }, details: { from: message.state, to: 'ARCHIVED' } },
  );
}

function decide(store: Store, actor: Actor, message: Columns, category: Category): Change {
  return {
    to: {
      finalCategory: category,
      finalById: actor.id,
      finalAt: store.clock.now().getTime(),
      category,
      needsReview: 0,
      // A category given to what the machine took for no request brings it back into the main list.
      isRequest: category === 'NONE' ? 0 : 1,
    },
    details: { from: message.category, to: category, proposed: message.proposedCategory },
  };
}

async function act(
  store: Store,
  actor: Actor,
  action:
    | 'message.categorySet'
    | 'message.decisionWithdrawn'
    | 'message.actionSet'
    | 'message.assigned'
    | 'message.archived',
  ids: readonly number[],
  version: number | undefined,
  change: (message: Columns) => Change | null,
): Promise<ActOutcome> {
  const now = store.clock.now();
  const done = await store.writeSql((sql) => {
    const before: Done[] = [];
    for (const id of ids) {
      const message = read(sql, id);
      if (message === undefined) throw new AppError('NOT_FOUND');
      if (version !== undefined && message.version !== version) throw stale(sql, id);
      const changed = change(message);
      if (changed === null) continue;
      write(sql, id, columnsOf(changed.to), { ...message, ...changed.to });
      if (message.caseId !== null) passOn(sql, message.caseId, changed.to, actor, now);
      appendAuditSql(sql, now, {
        actor,
        action,
        objectType: 'MESSAGE',
        objectId: id,
        caseId: message.caseId,
        details: changed.details,
      });
      before.push({ message, columns: columnsOf(changed.to) });
    }
    return before;
  });
  return {
    changedIds: done.map(({ message }) => message.id),
    caseIds: [...new Set(done.flatMap(({ message }) => message.caseId ?? []))],
    restore: done.length === 0 ? null : () => restore(store, actor, action, done),
  };
}

function restore(store: Store, actor: Actor, undone: string, before: readonly Done[]): Promise<number> {
  const now = store.clock.now();
  return store.writeSql((sql) => {
    let restored = 0;
    for (const { message, columns } of before) {
      if (read(sql, message.id)?.version !== message.version + 1) continue;
      write(sql, message.id, columns, message);
      if (message.caseId !== null) passOn(sql, message.caseId, pick(message, columns), actor, now);
      appendAuditSql(sql, now, {
        actor,
        action: 'message.undone',
        objectType: 'MESSAGE',
        objectId: message.id,
        caseId: message.caseId,
        details: { undone },
      });
      restored += 1;
    }
    return restored;
  });
}

/** What the case repeats of its messages: whose work it is, and what it is about. */
function passOn(sql: Sql, caseId: number, change: Partial<Kept>, actor: Actor, now: Date): void {
  if (change.assigneeId !== undefined) assignCase(sql, caseId, change.assigneeId, actor, now);
  if (change.category !== undefined) {
    sql
      .prepare(
        'UPDATE "Case" SET category = ?, version = version + 1, updatedAt = ?, updatedById = ? WHERE id = ?',
      )
      .run(change.category, now.getTime(), actor.id, caseId);
  }
}

function pick(message: Columns, columns: readonly Column[]): Partial<Kept> {
  return Object.fromEntries(columns.map((column) => [column, message[column]]));
}

function assignCase(sql: Sql, caseId: number, assigneeId: number | null, actor: Actor, now: Date): void {
  const current = sql
    .prepare<[number], { assigneeId: number | null }>('SELECT assigneeId FROM "Case" WHERE id = ?')
    .get(caseId);
  if (current === undefined || current.assigneeId === assigneeId) return;
  sql
    .prepare(
      'UPDATE "Case" SET assigneeId = ?, version = version + 1, updatedAt = ?, updatedById = ? WHERE id = ?',
    )
    .run(assigneeId, now.getTime(), actor.id, caseId);
  sql.prepare('UPDATE "Message" SET assigneeId = ? WHERE caseId = ?').run(assigneeId, caseId);
  appendAuditSql(sql, now, {
    actor,
    action: 'case.assigned',
    objectType: 'CASE',
    objectId: caseId,
    caseId,
    details: { from: current.assigneeId, to: assigneeId },
  });
}

function read(sql: Sql, id: number): Columns | undefined {
  return sql
    .prepare<[number], Columns>(
      `SELECT id, version, isRequest, needsReview, state, caseId, assigneeId, category, proposedCategory,
         finalCategory, finalById, finalAt, finalAction, kind, parseStatus, proposedConfidence FROM "Message" WHERE id = ?`,
    )
    .get(id);
}

/** Writes the named columns, and no others: a sibling of the same case may have changed the rest meanwhile. */
function write(sql: Sql, id: number, columns: readonly Column[], values: Columns): void {
  const assignments = columns.map((column) => `${column} = @${column}`).join(', ');
  sql
    .prepare(`UPDATE "Message" SET ${assignments}, version = version + 1 WHERE id = @id`)
    .run({ ...values, id });
}

function columnsOf(change: Partial<Kept>): Column[] {
  return KEPT.filter((column) => column in change);
}

/** STALE with who changed the message last, when and to what, from the log. */
function stale(sql: Sql, id: number): AppError {
  const last = sql
    .prepare<[number], { actorName: string; at: number; action: string }>(
      `SELECT actorName, at, action FROM "AuditEntry"
       WHERE objectType = 'MESSAGE' AND objectId = ? AND action <> 'message.opened' ORDER BY id DESC LIMIT 1`,
    )
    .get(id);
  return new AppError('STALE', {
    changedBy: last?.actorName ?? '',
    changedAt: last === undefined ? '' : new Date(last.at).toISOString(),
    changed: last?.action ?? '',
  });
}
