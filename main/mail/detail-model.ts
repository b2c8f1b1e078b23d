import { z } from 'zod';
import { CaseState, Person } from '../cases/model.ts';
import { IdentityLevel } from '../identity/model.ts';
import { Action, Category, DeclaredCategory, DeclaredPerson, Kind, Reason } from '../triage/model.ts';
import {
  Address,
  AttachmentFacts,
  AuthenticationResult,
  Mark,
  MessageBody,
  ParseStatus,
  Protection,
  RecipientKind,
} from './model.ts';

/** An opened message, with all that the reading pane shows. */
export const MessageDetail = z.object({
  id: z.number().int(),
  version: z.number().int(),
  sha256: z.string(),
  subject: z.string(),
  from: Address,
  replyToAddress: z.string().nullable(),
  recipients: z.array(Address.extend({ kind: RecipientKind })),
  sentAt: z.date().nullable(),
  receivedAt: z.date(),
  size: z.number().int(),
  parseStatus: ParseStatus,
  marks: z.array(Mark),
  authentication: AuthenticationResult.nullable(),
  protection: Protection.nullable(),
  firstTimeSender: z.boolean(),
  source: z.string(), // item in the place it came from
  mailboxName: z.string(),
  kind: Kind,
  kindReason: Reason.nullable(),
  language: z.string().nullable(),
  declaredCategory: DeclaredCategory.nullable(),
  proposedCategory: Category.nullable(),
  proposedConfidence: z.number(),
  proposedReasons: z.array(Reason),
  finalCategory: Category.nullable(),
  finalBy: z.string().nullable(),
  finalAt: z.date().nullable(),
  needsReview: z.boolean(),
  declaredPerson: DeclaredPerson,
  finalAction: Action.nullable(),
  state: CaseState,
  identityLevel: IdentityLevel,
  assignee: Person.nullable(),
  caseId: z.number().int().nullable(),
  caseNumber: z.string().nullable(),
  copyOfId: z.number().int().nullable(),
  threadId: z.number().int(),
  threadCount: z.number().int(),
  /** Case of the thread, when this message is not in it yet. */
  threadCaseId: z.number().int().nullable(),
  body: MessageBody,
  attachments: z.array(AttachmentFacts.extend({ id: z.number().int() })),
});
export type MessageDetail = z.infer<typeof MessageDetail>;
