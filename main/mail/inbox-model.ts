import { z } from 'zod';
import { CaseState, Person } from '../cases/model.ts';
import { IdentityLevel } from '../identity/model.ts';
import { Category, Kind } from '../triage/model.ts';
import { ParseStatus } from './model.ts';

/** What the list shows. Everything set is asked for together. */
export const MessageFilter = z.object({
  view: z.enum(['REQUESTS', 'NOT_REQUESTS', 'ALL']).default('REQUESTS'),
  /** UNDECIDED: neither a person nor the machine gave one. */
  category: Category.or(z.literal('UNDECIDED')).nullable().default(null),
  kind: Kind.nullable().default(null),
  /** OPEN: new, in progress or waiting for the citizen. */
  state: CaseState.or(z.literal('OPEN')).nullable().default(null),
  assignee: z
    .union([z.literal('ME'), z.literal('NOBODY'), z.number().int().positive()])
    .nullable()
    .default(null),
  hasAttachments: z.boolean().default(false),
  unverified: z.boolean().default(false),
  needsReview: z.boolean().default(false),
  unopened: z.boolean().default(false),
  /** Search text with operators (docs/how-to/search.md). */
  query: z.string().max(500).default(''),
});
export type MessageFilter = z.infer<typeof MessageFilter>;
export type MessageFilterInput = z.input<typeof MessageFilter>;

export const MessageRow = z.object({
  id: z.number().int(),
  version: z.number().int(),
  fromName: z.string(),
  fromAddress: z.string(),
  subject: z.string(),
  preview: z.string(),
  receivedAt: z.date(),
  attachmentCount: z.number().int(),
  parseStatus: ParseStatus,
  kind: Kind,
  category: Category.nullable(),
  decided: z.boolean(), // a person set the category
  confidence: z.number(),
  needsReview: z.boolean(),
  dangerous: z.boolean(),
  state: CaseState,
  identityLevel: IdentityLevel,
  opened: z.boolean(),
  assignee: Person.nullable(),
  caseId: z.number().int().nullable(),
  caseNumber: z.string().nullable(),
  dueDate: z.string().nullable(),
  copyCount: z.number().int(), // copies folded under this row
  /** Found words between U+0001 and U+0002; null outside a search. */
  snippet: z.string().nullable(),
});
export type MessageRow = z.infer<typeof MessageRow>;

const count = z.number().int();

export const MessageCounts = z.object({
  requests: count,
  notRequests: count,
  category: z.record(Category.or(z.literal('UNDECIDED')), count),
  state: z.record(CaseState, count),
  open: count,
  mine: count,
  nobody: count,
  needsReview: count,
  unverified: count,
  hasAttachments: count,
  unopened: count,
  /** Highest message id at this moment: newer ones are "new". */
  newestId: count,
});
export type MessageCounts = z.infer<typeof MessageCounts>;

/** How the query was read; `unknownOperators` were taken as plain words. */
export const SearchInfo = z.object({
  words: z.array(z.string()),
  operators: z.array(z.object({ name: z.string(), value: z.string() })),
  unknownOperators: z.array(z.string()),
});
export type SearchInfo = z.infer<typeof SearchInfo>;
