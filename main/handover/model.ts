import { z } from 'zod';
import { ContactSet, PhoneChangeKind } from '../citizens/phone-change-model.ts';
import { IdType } from '../triage/model.ts';

/** SENT: left in a batch that the central database has not answered yet. */
export const HandoverState = z.enum(['SENT', 'ACCEPTED', 'REJECTED']);
export type HandoverState = z.infer<typeof HandoverState>;

export const HandoverBatch = z.object({
  id: z.number().int(),
  number: z.number().int(),
  createdAt: z.date(),
  createdBy: z.string(),
  changes: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  jsonSha256: z.string(),
  acknowledgedAt: z.date().nullable(),
});
export type HandoverBatch = z.infer<typeof HandoverBatch>;

/** The batches, newest first, and what waits to leave in the next one. */
export const HandoverOverview = z.object({
  waiting: z.number().int(),
  oldestWaiting: z.date().nullable(),
  /** Changes of an earlier program, which leave in no batch. */
  history: z.number().int(),
  batches: z.array(HandoverBatch),
  /** Of the office's key, as the central database knows it; null before the first batch. */
  keyFingerprint: z.string().nullable(),
});
export type HandoverOverview = z.infer<typeof HandoverOverview>;

/** JSON is what is signed; CSV has the same changes; SIGNATURE has the key, the signature and both digests. */
export const HandoverFile = z.enum(['JSON', 'CSV', 'SIGNATURE']);
export type HandoverFile = z.infer<typeof HandoverFile>;

/** What became of a change of one case. Phones masked. */
export const CaseHandover = z.object({
  changeId: z.number().int(),
  batchNumber: z.number().int(),
  sentAt: z.date(),
  contactSet: ContactSet,
  kind: PhoneChangeKind,
  toMasked: z.string().nullable(),
  state: HandoverState,
  reason: z.string().nullable(),
  handledAt: z.date().nullable(),
  handledBy: z.string().nullable(),
});
export type CaseHandover = z.infer<typeof CaseHandover>;

/** Where the file's own words end: a reason longer than this is cut off by nobody, the file is refused. */
const LONGEST_REASON = 500;

export const BATCH_FORMAT = 'estafeta/traspaso-telefonos/1';
const ANSWER_FORMAT = 'estafeta/acuse-telefonos/1';

/** A batch as it leaves (docs/decisions/0011-handover.md). Instants are ISO 8601 in UTC, phones E.164. */
export const BatchFile = z.object({
  format: z.literal(BATCH_FORMAT),
  province: z.string(),
  batch: z.number().int(),
  createdAt: z.string(),
  csvSha256: z.string(),
  changes: z.array(
    z.object({
      line: z.number().int(),
      change: z.number().int(),
      idType: IdType.nullable(),
      id: z.string().nullable(),
      naf: z.string().nullable(),
      contactSet: ContactSet,
      kind: PhoneChangeKind,
      from: z.string().nullable(),
      to: z.string().nullable(),
      channel: z.string(),
      cause: z.string(),
      effectiveAt: z.string(),
      case: z.string(),
      verifiedBy: z.string().nullable(),
      verifiedAt: z.string().nullable(),
      possessionShown: z.boolean(),
    }),
  ),
});
export type BatchFile = z.infer<typeof BatchFile>;

/** The central database's answer to a batch: each line once. `sha256` is of the JSON that it answers. */
export const AnswerFile = z.object({
  format: z.literal(ANSWER_FORMAT),
  province: z.string(),
  batch: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  results: z
    .array(
      z.discriminatedUnion('outcome', [
        z.object({ line: z.number().int(), change: z.number().int(), outcome: z.literal('ACCEPTED') }),
        z.object({
          line: z.number().int(),
          change: z.number().int(),
          outcome: z.literal('REJECTED'),
          reason: z.string().trim().min(1).max(LONGEST_REASON),
        }),
      ]),
    )
    .min(1),
});
export type AnswerFile = z.infer<typeof AnswerFile>;
