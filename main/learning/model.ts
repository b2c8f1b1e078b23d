import { z } from 'zod';
import { Category } from '../triage/model.ts';

const count = z.number().int();
const version = z.number().int();

/**
 * A version of the category model. OFFERED: no worse than the one in use on the decisions kept aside, and waiting for the
 * supervisor. REFUSED: worse. FORMER: was in use or offered once, and can be gone back to while its weights are kept.
 */
export const ModelState = z.enum(['IN_USE', 'OFFERED', 'FORMER', 'REFUSED']);
export type ModelState = z.infer<typeof ModelState>;

/** From one proposed category to another; null: no proposal. */
const Move = z.object({ from: Category.nullable(), to: Category.nullable() });

/** What a version would change among the open requests that nobody has decided. */
export const ModelChanges = z.object({
  /** The version in use when it was worked out. */
  against: version,
  looked: count,
  changed: count,
  /** How many were and would be for review, under the office's threshold. */
  reviewBefore: count,
  reviewAfter: count,
  table: z.array(Move.extend({ count })),
  examples: z.array(Move.extend({ messageId: count })),
});
export type ModelChanges = z.infer<typeof ModelChanges>;

export const ModelVersion = z.object({
  version,
  state: ModelState,
  /** Null: it ships with the program. */
  trainedAt: z.date().nullable(),
  /** Null: by itself, in the background. */
  trainedBy: z.string().nullable(),
  /** Training messages of the program and decisions of people that it learnt from. */
  shipped: count,
  decided: count,
  /** Decisions kept aside, how many of them it gets right, and how many the version then in use did. */
  kept: count,
  keptRight: count,
  keptRightBefore: count,
  comparedWith: version.nullable(),
  usedSince: z.date().nullable(),
  usable: z.boolean(),
  changes: ModelChanges.nullable(),
});
export type ModelVersion = z.infer<typeof ModelVersion>;

/** A word or phrase that decides; a word that ends in `*` stands for all that begin so. */
export const Rule = z.object({
  id: count,
  phrase: z.string(),
  category: Category,
  createdAt: z.date(),
  createdBy: z.string(),
});
export type Rule = z.infer<typeof Rule>;

export const RulePhrase = z.string().trim().min(3).max(80);

/** How the proposals fare against what people decide. */
export const LearningOverview = z.object({
  versions: z.array(ModelVersion), // newest first
  rules: z.array(Rule),
  /** Decisions since the last training, and how many there must be in all before the first. */
  newDecisions: count,
  decisions: count,
  leastDecisions: count,
  reviewBelow: z.number(),
  /** The last 26 weeks that had decisions, oldest first, by their Monday; a confirmed proposal is right. */
  accuracy: z.array(z.object({ week: z.iso.date(), decided: count, right: count })),
  /** Decisions of those weeks by the confidence of the proposal, in bands of five per cent from below. */
  confidence: z.array(z.object({ percent: count, decided: count, right: count })),
});
export type LearningOverview = z.infer<typeof LearningOverview>;

/** A message that people settled and that shares telling words with another. */
export const LookAlike = z.object({
  messageId: count,
  subject: z.string(),
  fromName: z.string(),
  category: Category,
  decidedBy: z.string(),
  decidedAt: z.date(),
  caseId: count.nullable(),
  caseNumber: z.string().nullable(),
  /** What both have, most telling first. */
  shared: z.array(z.string()),
});
export type LookAlike = z.infer<typeof LookAlike>;

/** An example of a change, as the supervisor reads it. */
export const ChangedMessage = Move.extend({
  messageId: count,
  subject: z.string(),
  fromName: z.string(),
});
export type ChangedMessage = z.infer<typeof ChangedMessage>;
