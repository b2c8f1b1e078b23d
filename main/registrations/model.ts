import { z } from 'zod';
import { IdType } from '../triage/model.ts';

/**
 * What is shown at the counter. The user name is a DNI or a NIE (seed 002), so a passport alone registers nobody; MiDNI,
 * the DNI on a telephone, is worth the card (DOMAIN.md section 3).
 */
export const ShownDocument = z.enum(['DNI', 'MIDNI', 'TIE', 'EU_CERTIFICATE']);
export type ShownDocument = z.infer<typeof ShownDocument>;

/** The clerk's checklist over the document that he has in front of him (LPAC art. 9.1). */
export const CounterChecklist = z.object({
  shown: ShownDocument,
  /** The document's own number, as it stands on it. */
  number: z.string().trim().min(1).max(20),
  /** Número de soporte; null where none is asked for. */
  supportNumber: z.string().trim().toUpperCase().max(12).nullable(),
  /** Null: permanent. */
  validUntil: z.iso.date().nullable(),
  /** Name and surnames on it are those on record. */
  dataMatch: z.boolean(),
  /** The photograph is of the person at the counter; of MiDNI, its QR was read and says the same. */
  isBearer: z.boolean(),
});
export type CounterChecklist = z.infer<typeof CounterChecklist>;

export const RegistrationState = z.enum(['OPEN', 'CLOSED']);
export type RegistrationState = z.infer<typeof RegistrationState>;

export const ActivationCodeState = z.enum([
  'ACTIVE',
  'VOID', // another one took its place, or the office took it back
  'BLOCKED', // too many errors, or the office blocked the access
  'EXPIRED', // by its date: never stored
]);
export type ActivationCodeState = z.infer<typeof ActivationCodeState>;

/** What happens to a registration, for good in its history. */
export const RegistrationAct = z.enum([
  'REGISTERED',
  'CODE_ISSUED',
  'CODE_VOIDED',
  'CODE_BLOCKED',
  'ACTIVATED',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET',
  'PASSWORD_BLOCKED',
  'SHEET_SIGNED',
  'CLOSED',
]);
export type RegistrationAct = z.infer<typeof RegistrationAct>;

export const RegistrationEvent = z.object({
  id: z.number().int(),
  act: RegistrationAct,
  at: z.date(),
  /** Null: the citizen at the kiosk, or the rule that counts errors. */
  by: z.string().nullable(),
  reason: z.string().nullable(),
});
export type RegistrationEvent = z.infer<typeof RegistrationEvent>;

export const SignedSheet = z.object({
  id: z.number().int(),
  mediaType: z.string(),
  size: z.number().int(), // bytes
  sha256: z.string(),
  addedAt: z.date(),
  addedBy: z.string(),
});
export type SignedSheet = z.infer<typeof SignedSheet>;

/** A registration as the counter sees it: never a hash, the telephone and the address masked. */
export const RegistrationView = z.object({
  id: z.number().int(),
  version: z.number().int(),
  citizenId: z.number().int(),
  documentType: IdType,
  documentNumber: z.string(),
  checklist: CounterChecklist,
  maskedPhone: z.string(),
  maskedEmail: z.string(),
  state: RegistrationState,
  createdAt: z.date(),
  createdBy: z.string(),
  /** The newest one; null only while it is being made. */
  code: z.object({ state: ActivationCodeState, issuedAt: z.date(), expiresAt: z.date() }).nullable(),
  /** Null until the citizen activates it. */
  password: z.object({ setAt: z.date(), expired: z.boolean(), blocked: z.boolean() }).nullable(),
  sheets: z.array(SignedSheet), // newest first
  events: z.array(RegistrationEvent), // newest first
});
export type RegistrationView = z.infer<typeof RegistrationView>;
