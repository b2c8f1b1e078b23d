import { fullName, readQuery } from '../citizens/search.ts';
import { casesToAttend, type ToAttend } from '../store/case-queries.ts';
import { findCitizenIds } from '../store/citizen-index.ts';
import type { Store, Tx } from '../store/store.ts';
import { CaseMessage, CaseRow, type CaseState } from './model.ts';

/** The work of this desk; what was forwarded is somebody else's. */
const OPEN_STATES: readonly CaseState[] = ['NEW', 'IN_PROGRESS', 'WAITING_CITIZEN'];
/** More citizens than this with the same words are too many to help find a case. */
const MATCHED_CITIZENS = 500;

export type CaseListInput = {
  readonly filter: {
    readonly state: CaseState | 'OPEN' | 'TO_ATTEND' | null;
    readonly assignee: 'ME' | 'NOBODY' | number | null;
    readonly text: string;
  };
  readonly cursor: number | null;
  readonly limit: number;
};

/** Newest first, by keyset on the case's id. The text is part of a number or title, or names a citizen. */
export async function listCases(
  store: Store,
  userId: number,
  { filter, cursor, limit }: CaseListInput,
): Promise<{ rows: CaseRow[]; nextCursor: number | null }> {
  const { state, assignee } = filter;
  const text = filter.text.trim();
  const toAttend = casesToAttend(store.sql);
  const found = await findRows(store.prisma, toAttend, {
    where: {
      ...(cursor === null ? {} : { id: { lt: cursor } }),
      AND: inState(state, toAttend),
      ...(assignee === null ? {} : { assigneeId: assigneeIdOf(assignee, userId) }),
      ...(text === ''
        ? {}
        : {
            OR: [
              { number: { contains: text } },
              { title: { contains: text } },
              { citizenId: { in: citizensNamed(store, text) } },
            ],
          }),
    },
    take: limit + 1,
  });
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Every case that a citizen is set in, newest first. */
export function casesOfCitizen(store: Store, citizenId: number): Promise<CaseRow[]> {
  return findRows(store.prisma, casesToAttend(store.sql), { where: { citizenId } });
}

/** Every message of those cases, newest first. */
export async function messagesOfCitizen(db: Tx, citizenId: number): Promise<CaseMessage[]> {
  const rows = await db.message.findMany({ where: { case: { citizenId } }, orderBy: { id: 'desc' } });
  return rows.map((row) => CaseMessage.parse(row));
}

type Query = NonNullable<Parameters<Tx['case']['findMany']>[0]>;

async function findRows(
  db: Tx,
  toAttend: readonly ToAttend[],
  query: Pick<Query, 'where' | 'take'>,
): Promise<CaseRow[]> {
  const attention = Map.groupBy(toAttend, ({ caseId }) => caseId);
  const rows = await db.case.findMany({
    ...query,
    orderBy: { id: 'desc' },
    include: { assignee: true, citizen: true, _count: { select: { messages: true } } },
  });
  return rows.map((row) =>
    CaseRow.parse({
      ...row,
      citizenName: row.citizen === null ? null : fullName(row.citizen),
      messageCount: row._count.messages,
      attention: (attention.get(row.id) ?? []).map(({ reason }) => reason),
    }),
  );
}

function inState(
  state: CaseListInput['filter']['state'],
  toAttend: readonly ToAttend[],
): NonNullable<Query['where']> {
  switch (state) {
    case null:
      return {};
    case 'OPEN':
      return { state: { in: [...OPEN_STATES] } };
    case 'TO_ATTEND':
      return { id: { in: toAttend.map(({ caseId }) => caseId) } };
    default:
      return { state };
  }
}

function assigneeIdOf(assignee: 'ME' | 'NOBODY' | number, userId: number): number | null {
  if (assignee === 'NOBODY') return null;
  return assignee === 'ME' ? userId : assignee;
}

function citizensNamed(store: Store, text: string): number[] {
  const query = readQuery(text);
  return query === null ? [] : findCitizenIds(store.sql, query, { cursor: null, limit: MATCHED_CITIZENS });
}
