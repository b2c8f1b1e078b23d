import { z } from 'zod';

/**
 * The ladder: what is known of the writer. Each level includes no other; order is strength. SENDER: the address on
 * record, and the office's own receiving server found that its domain sent the message.
 */
export const IdentityLevel = z.enum(['NONE', 'DATA', 'SENDER', 'DOCUMENT', 'SMS', 'CERTIFICATE']);
export type IdentityLevel = z.infer<typeof IdentityLevel>;

export const VerificationMethod = IdentityLevel.exclude(['NONE']);
export type VerificationMethod = z.infer<typeof VerificationMethod>;

/** The clerk's checklist over the document attached (LPAC art. 9). */
export const DocumentChecklist = z.object({
  attachmentIds: z.array(z.number().int()).min(1),
  legible: z.boolean(),
  matches: z.boolean(),
  inForce: z.boolean(),
});
export type DocumentChecklist = z.infer<typeof DocumentChecklist>;

/** What a verification by sender or by certificate rests on. */
export const MessageEvidence = z.object({ messageId: z.number().int() });

export const VerificationResult = z.enum(['VERIFIED', 'REJECTED']);
export type VerificationResult = z.infer<typeof VerificationResult>;

export const Verification = z.object({
  id: z.number().int(),
  method: VerificationMethod,
  result: VerificationResult,
  checklist: DocumentChecklist.nullable(),
  notes: z.string(),
  createdAt: z.date(),
  createdBy: z.string(),
});
export type Verification = z.infer<typeof Verification>;

/** Where access by SMS ends for these data, in the order in which the service checks them (seed 001, section 2.2). */
export const DiagnosisOutcome = z.enum([
  'ID_FORMAT',
  'DATE_FORMAT',
  'PHONE_FORMAT',
  'NO_MATCH',
  'DECEASED',
  'PHONE_UNKNOWN',
  'PHONE_MISMATCH',
  'MATCH',
]);
export type DiagnosisOutcome = z.infer<typeof DiagnosisOutcome>;

/** What the service shows, why, and what to do: the seed's three columns. */
export const Diagnosis = z.object({
  outcome: DiagnosisOutcome,
  message: z.string(),
  explanation: z.string(),
  solution: z.string(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
