import { isAbsolute } from 'node:path';
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ErrorData, id, procedure } from './base.ts';

/** Long work: shown in the strip at the bottom, cancellable, never blocking. Rates are items per second. */
export const Work = z.object({
  id: z.string(),
  kind: z.enum([
    'INGEST',
    'CITIZEN_IMPORT',
    'EXPORT',
    'BACKUP',
    'REINDEX',
    'AUDIT_VERIFY',
    'TRAINING',
    'PROPOSING',
  ]),
  label: z.string(),
  state: z.enum(['RUNNING', 'DONE', 'CANCELLED', 'FAILED']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  result: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  error: z.object({ code: z.string(), data: ErrorData }).nullable(),
});
export type Work = z.infer<typeof Work>;

/** What the service tells every signed-in window. Contents are asked for again by whoever shows them. */
export const ServiceEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('MESSAGES_ARRIVED'), count: z.number().int(), newestId: z.number().int() }),
  z.object({ type: z.literal('MESSAGES_CHANGED'), ids: z.array(id) }),
  z.object({ type: z.literal('CASE_CHANGED'), caseId: id, by: z.string() }),
  /** An answer of the case has another state; the case itself is as it was. */
  z.object({ type: z.literal('OUTBOX_CHANGED'), caseId: id }),
  z.object({ type: z.literal('CITIZEN_CHANGED'), citizenId: id }),
  z.object({ type: z.literal('MAILBOX_CHANGED'), mailboxId: id }),
  /** A version of the category model came or went, or a rule. */
  z.object({ type: z.literal('LEARNING_CHANGED') }),
  z.object({ type: z.literal('WORK'), work: Work }),
  z.object({ type: z.literal('SESSION_CHANGED') }),
]);
export type ServiceEvent = z.infer<typeof ServiceEvent>;

/**
 * Where a file or folder lies on the service's machine, from its root: what a relative one is below, nobody at a
 * screen knows. Windows' "Copy as path" puts quotes around it.
 */
const path = z
  .string()
  .transform((text) => text.trim().replace(/^"(.*)"$/, '$1'))
  .pipe(z.string().min(1).max(4096).refine(isAbsolute));

const started = z.object({ workId: z.string() });

export const work = {
  list: procedure.output(z.array(Work)),
  cancel: procedure.input(z.object({ workId: z.string() })).output(z.void()),
  /** Reads a folder of .eml, a Maildir or an .mbox on this machine. */
  ingest: procedure.input(z.object({ path })).output(started),
  /** Encrypted copy, verified by opening it. */
  backup: procedure.input(z.object({ path })).output(started),
  /** One JSON line a message into a file on this machine. */
  export: procedure.input(z.object({ path })).output(started),
  reindex: procedure.output(started),
  verifyAudit: procedure.output(started),
};

export const events = {
  subscribe: procedure.output(eventIterator(ServiceEvent)),
};
