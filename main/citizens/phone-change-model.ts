import { z } from 'zod';
import { VerificationMethod } from '../identity/model.ts';

/**
 * The treasury keeps two sets of contact data (DOMAIN.md section 2): for general use, and for its electronic services.
 * Codes go to the second one only.
 */
export const ContactSet = z.enum(['ELECTRONIC', 'GENERAL']);
export type ContactSet = z.infer<typeof ContactSet>;

/** REMOVE: he wants no number kept. DISOWN: the one on record is not his any more. */
export const PhoneChangeKind = z.enum(['REGISTER', 'CHANGE', 'REMOVE', 'DISOWN']);
export type PhoneChangeKind = z.infer<typeof PhoneChangeKind>;

/** By what the change was asked for. */
export const PhoneChannel = z.enum(['MAILBOX', 'TA1', 'COUNTER']);
export type PhoneChannel = z.infer<typeof PhoneChannel>;

export const PhoneChangeState = z.enum(['PENDING', 'EFFECTIVE', 'REFUSED', 'WITHDRAWN', 'UNDONE']);
export type PhoneChangeState = z.infer<typeof PhoneChangeState>;

/** Who has to confirm: anybody but the person who asked for it, or of these a supervisor. */
export const PhoneChangeNeeds = z.enum(['SECOND_PERSON', 'SUPERVISOR']);
export type PhoneChangeNeeds = z.infer<typeof PhoneChangeNeeds>;

/** One change from the request to what became of it. Numbers as the service masks them. */
export const PhoneChange = z.object({
  id: z.number().int(),
  citizenId: z.number().int(),
  citizenName: z.string(),
  caseId: z.number().int(),
  caseNumber: z.string(),
  caseVersion: z.number().int(),
  contactSet: ContactSet,
  kind: PhoneChangeKind,
  state: PhoneChangeState,
  maskedFrom: z.string().nullable(),
  maskedTo: z.string().nullable(),
  channel: PhoneChannel,
  cause: z.string(),
  /** What showed who he is; null when another citizen's change took the number away from this one. */
  verification: VerificationMethod.nullable(),
  possessionShown: z.boolean(),
  attachments: z.array(z.object({ id: z.number().int(), name: z.string() })),
  recycled: z.boolean(),
  needs: PhoneChangeNeeds.nullable(),
  requestedById: z.number().int(),
  requestedBy: z.string(),
  requestedAt: z.date(),
  decidedBy: z.string().nullable(),
  decidedAt: z.date().nullable(),
  decisionNote: z.string().nullable(),
  effectiveAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
  handedOverAt: z.date().nullable(),
});
export type PhoneChange = z.infer<typeof PhoneChange>;
