import { z } from 'zod';

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
