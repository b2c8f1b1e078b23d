import { z } from 'zod';
import type { CaseState } from '../cases/model.ts';
import type { IdentityLevel } from '../identity/model.ts';
import {
  messageCounts,
  messageRows,
  newestMessageId,
  type MessageRowColumns,
} from '../store/message-rows.ts';
import { searchMessages, countMessages } from '../store/search.ts';
import type { Store } from '../store/store.ts';
import { Category, type Kind } from '../triage/model.ts';
import type { MessageCounts, MessageFilter, MessageRow, SearchInfo } from './inbox-model.ts';
import { Mark, type ParseStatus } from './model.ts';

const OPEN_STATES: ReadonlySet<string> = new Set<CaseState>(['NEW', 'IN_PROGRESS', 'WAITING_CITIZEN']);
const Marks = z.array(Mark);

type Page = { readonly filter: MessageFilter; readonly cursor: number | null; readonly limit: number };

/** One page of the list, newest first, or what needs review by doubt; with a query, rows carry snippets. */
export function listMessages(
  store: Store,
  userId: number,
  page: Page,
): { rows: MessageRow[]; nextCursor: number | null; search: SearchInfo | null } {
  const { needsReview, query } = page.filter;
  const order = needsReview && query.trim() === '' ? 'DOUBT' : 'NEWEST';
  const found = searchMessages(store.sql, { ...page, actorId: userId, order });
  const place = new Map(found.ids.map((id, at) => [id, at]));
  const rows = messageRows(store.sql, found.ids)
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((row) => toRow(row, found.snippets.get(row.id) ?? null));
  return { rows, nextCursor: found.nextCursor, search: found.info };
}

/** Messages that fit, exact up to 1,000; null means more. */
export function searchTotal(store: Store, userId: number, filter: MessageFilter): number | null {
  const cap = 1000;
  const total = countMessages(store.sql, { filter, actorId: userId, cap: cap + 1 });
  return total > cap ? null : total;
}

/** Rows of the given messages, newest first. */
export function rowsOf(store: Store, ids: readonly number[]): MessageRow[] {
  return messageRows(store.sql, ids).map((row) => toRow(row, null));
}

/** What the side pane shows; see the contract for what each number counts. */
export function countInbox(store: Store, userId: number): MessageCounts {
  const counts: MessageCounts = {
    requests: 0,
    notRequests: 0,
    category: {
      AFILIACION: 0,
      COTIZACION: 0,
      RECAUDACION: 0,
      MORATORIAS: 0,
      OTRAS: 0,
      NONE: 0,
      UNDECIDED: 0,
    },
    state: { NEW: 0, IN_PROGRESS: 0, WAITING_CITIZEN: 0, FORWARDED: 0, RESOLVED: 0, ARCHIVED: 0 },
    open: 0,
    mine: 0,
    nobody: 0,
    needsReview: 0,
    unverified: 0,
    hasAttachments: 0,
    unopened: 0,
    newestId: newestMessageId(store.sql),
  };
  for (const group of messageCounts(store.sql, userId)) {
    if (group.isRequest === 0) {
      counts.notRequests += group.n;
      continue;
    }
    counts.requests += group.n;
    counts.state[group.state as CaseState] += group.n;
    if (!OPEN_STATES.has(group.state)) continue;
    counts.open += group.n;
    counts.category[group.category === null ? 'UNDECIDED' : Category.parse(group.category)] += group.n;
    counts.mine += group.mine;
    counts.nobody += group.nobody;
    counts.hasAttachments += group.withAttachments;
    counts.unopened += group.unopened;
    if (group.needsReview !== 0) counts.needsReview += group.n;
    if (group.identityLevel === 'NONE') counts.unverified += group.n;
  }
  return counts;
}

function toRow(row: MessageRowColumns, snippet: string | null): MessageRow {
  const marks = Marks.parse(JSON.parse(row.marks));
  return {
    id: row.id,
    version: row.version,
    fromName: row.fromName,
    fromAddress: row.fromAddress,
    subject: row.subject,
    preview: row.preview,
    receivedAt: new Date(row.receivedAt),
    attachmentCount: row.attachmentCount,
    parseStatus: row.parseStatus as ParseStatus,
    kind: row.kind as Kind,
    category: row.category as Category | null,
    decided: row.finalCategory !== null,
    confidence: row.proposedConfidence,
    needsReview: row.needsReview !== 0,
    dangerous: marks.includes('DANGEROUS_ATTACHMENT'),
    state: row.state as CaseState,
    identityLevel: row.identityLevel as IdentityLevel,
    opened: row.openedAt !== null,
    assignee:
      row.assigneeId === null || row.assigneeName === null
        ? null
        : { id: row.assigneeId, displayName: row.assigneeName },
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    dueDate: row.dueDate,
    copyCount: row.copyCount,
    snippet,
  };
}
