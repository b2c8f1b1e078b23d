import { explainDelivery } from '../mail/outbox/explain.ts';
import type { Tx } from '../store/store.ts';
import { peopleNames } from './people.ts';
import { Reply } from './reply-model.ts';

/** Answers and forwards as the screens show them, newest first. */
export async function findReplies(
  db: Tx,
  query: Pick<NonNullable<Parameters<Tx['reply']['findMany']>[0]>, 'where' | 'take'>,
): Promise<Reply[]> {
  const rows = await db.reply.findMany({
    ...query,
    orderBy: { id: 'desc' },
    omit: { mime: true },
    include: {
      case: { select: { number: true } },
      account: { select: { name: true, sentFolder: true } },
      recipients: { orderBy: { id: 'asc' } },
      attachments: { orderBy: { ordinal: 'asc' }, select: { name: true, size: true } },
    },
  });
  if (rows.length === 0) return [];
  const nameOf = await peopleNames(db);
  const templates = await db.templateVersion.findMany({
    where: { OR: rows.flatMap((row) => templateKey(row)) },
    select: { templateId: true, version: true, name: true },
  });
  const templateNames = new Map(templates.map((one) => [`${one.templateId}/${one.version}`, one.name]));
  return rows.map((row) =>
    Reply.parse({
      ...row,
      caseNumber: row.case.number,
      createdBy: nameOf(row.createdById),
      templateName: templateNames.get(`${row.templateId}/${row.templateVersion}`) ?? null,
      accountName: row.account?.name ?? null,
      recipients: row.recipients.map((recipient) => ({
        ...recipient,
        problem: problemOf(recipient.state === 'ACCEPTED' ? null : recipient.response),
        serverWords: recipient.response,
      })),
      problem: problemOf(row.lastError),
      serverWords: row.lastError,
      sentCopy: row.sentCopyAt !== null ? 'DONE' : row.account?.sentFolder ? 'PENDING' : 'NONE',
    }),
  );
}

function templateKey(row: { readonly templateId: number | null; readonly templateVersion: number | null }) {
  return row.templateId === null || row.templateVersion === null
    ? []
    : [{ templateId: row.templateId, version: row.templateVersion }];
}

function problemOf(words: string | null) {
  return words === null ? null : explainDelivery(words);
}
