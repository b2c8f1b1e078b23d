import { z } from 'zod';
import { CitizenView } from '../citizens/model.ts';
import { PhoneChange } from '../citizens/phone-change-model.ts';
import { IdentityLevel, Verification } from '../identity/model.ts';
import { AttachmentFacts } from '../mail/model.ts';
import { Category, DeclaredField, Found } from '../triage/model.ts';
import { Reply } from './reply-model.ts';

export const CaseState = z.enum([
  'NEW',
  'IN_PROGRESS',
  'WAITING_CITIZEN',
  'FORWARDED',
  'RESOLVED',
  'ARCHIVED',
]);
export type CaseState = z.infer<typeof CaseState>;

export const DocumentType = z.enum([
  'TA1',
  'DNI_FRONT',
  'DNI_BACK',
  'DNI_BOTH', // both sides on one sheet
  'TIE',
  'PASSPORT',
  'AUTHORISATION',
  'PAYMENT',
  'REPORT',
  'OTHER',
]);
export type DocumentType = z.infer<typeof DocumentType>;

export const Person = z.object({ id: z.number().int(), displayName: z.string() });
export type Person = z.infer<typeof Person>;

/** What came back to a case, or waits in it for a person. */
export const CaseAttention = z.enum(['HANDOVER_REJECTED', 'PHONE_TO_CONFIRM', 'ANSWER_UNDELIVERED']);
export type CaseAttention = z.infer<typeof CaseAttention>;

export const CaseRow = z.object({
  id: z.number().int(),
  number: z.string(),
  title: z.string(),
  state: CaseState,
  category: Category.nullable(),
  assignee: Person.nullable(),
  citizenName: z.string().nullable(),
  identityLevel: IdentityLevel,
  dueDate: z.string().nullable(),
  openedAt: z.date(),
  updatedAt: z.date(),
  messageCount: z.number().int(),
  attention: z.array(CaseAttention),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const Note = z.object({
  id: z.number().int(),
  text: z.string(),
  createdAt: z.date(),
  createdBy: z.string(),
});
export type Note = z.infer<typeof Note>;

/** An attachment of one of the case's messages, and what it is linked as, if it is. */
export const CaseAttachment = AttachmentFacts.extend({
  id: z.number().int(),
  messageId: z.number().int(),
  documentType: DocumentType.nullable(),
});
export type CaseAttachment = z.infer<typeof CaseAttachment>;

/** One field, declared by the writer against recorded of the citizen. */
export const ComparedField = z.object({
  field: DeclaredField,
  /** With the message that states it. */
  declared: Found.extend({ messageId: z.number().int() }).nullable(),
  recorded: z.string().nullable(),
  outcome: z.enum(['EQUAL', 'DIFFERENT', 'ONLY_DECLARED', 'ONLY_RECORDED', 'ABSENT']),
});
export type ComparedField = z.infer<typeof ComparedField>;

/** Fields that the record takes over with a click; phones have their own register, a CCC is a company's. */
export const AcceptableField = DeclaredField.extract([
  'id',
  'givenName',
  'surnames',
  'birthDate',
  'naf',
  'email',
  'address',
]);
export type AcceptableField = z.infer<typeof AcceptableField>;

export const CaseMessage = z.object({
  id: z.number().int(),
  subject: z.string(),
  fromName: z.string(),
  fromAddress: z.string(),
  receivedAt: z.date(),
});
export type CaseMessage = z.infer<typeof CaseMessage>;

export const CaseDetail = z.object({
  id: z.number().int(),
  version: z.number().int(),
  number: z.string(),
  title: z.string(),
  state: CaseState,
  category: Category.nullable(),
  assignee: Person.nullable(),
  unitName: z.string().nullable(),
  identityLevel: IdentityLevel,
  isSigned: z.boolean(), // one of its messages carries an electronic signature
  dueDate: z.string().nullable(),
  openedAt: z.date(),
  resolvedAt: z.date().nullable(),
  citizen: CitizenView.nullable(),
  comparison: z.array(ComparedField),
  messages: z.array(CaseMessage),
  attachments: z.array(CaseAttachment),
  verifications: z.array(Verification),
  phoneChanges: z.array(PhoneChange), // of its citizen, newest first
  notes: z.array(Note),
  replies: z.array(Reply),
});
export type CaseDetail = z.infer<typeof CaseDetail>;

export const Template = z.object({
  id: z.number().int(),
  version: z.number().int(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  active: z.boolean(),
});
export type Template = z.infer<typeof Template>;

/** A text that a template had. `savedBy` null: shipped with the program. */
export const TemplateVersion = z.object({
  version: z.number().int(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  savedAt: z.date(),
  savedBy: z.string().nullable(),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

export const Unit = z.object({
  id: z.number().int(),
  name: z.string(),
  email: z.string().nullable(),
  active: z.boolean(),
});
export type Unit = z.infer<typeof Unit>;
