import { z } from 'zod';
import { IdType } from '../triage/model.ts';
import { ContactSet } from './phone-change-model.ts';

export const IdentityDocument = z.object({ type: IdType, number: z.string() });
export type IdentityDocument = z.infer<typeof IdentityDocument>;

/** One number with the time it was the phone on record. `validTo` null: it still is. */
export const PhoneRecord = z.object({
  id: z.number().int(),
  contactSet: ContactSet,
  e164: z.string(),
  validFrom: z.date(),
  validTo: z.date().nullable(),
  reason: z.string(),
  origin: z.enum(['CASE', 'IMPORT']),
  recordedBy: z.string().nullable(),
  changeId: z.number().int().nullable(),
  shared: z.boolean(), // on record, and on another citizen's record too
});
export type PhoneRecord = z.infer<typeof PhoneRecord>;

export const CitizenRow = z.object({
  id: z.number().int(),
  name: z.string(),
  documents: z.array(IdentityDocument),
  birthDate: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  deceased: z.boolean(),
  openCases: z.number().int(),
});
export type CitizenRow = z.infer<typeof CitizenRow>;

const isoDay = z.iso.date();

/** What a clerk or an import states when a record is created or changed. Phones have their own procedure. */
export const CitizenData = z.object({
  givenName: z.string().trim().min(1).max(100),
  surnames: z.string().trim().max(150),
  birthDate: isoDay.nullable(),
  naf: z.string().nullable(),
  email: z.string().max(254).nullable(),
  address: z.string().max(300).nullable(),
  documents: z.array(IdentityDocument).min(1),
});
export type CitizenData = z.infer<typeof CitizenData>;

export const Citizen = CitizenData.extend({
  id: z.number().int(),
  version: z.number().int(),
  deceased: z.boolean(),
  createdAt: z.date(),
  updatedAt: z.date(),
  phone: z.string().nullable(), // of the electronic services: where codes go
  phoneRecords: z.array(PhoneRecord), // newest first
});
export type Citizen = z.infer<typeof Citizen>;

/** The record as it leaves the service: whole numbers are asked for one by one, and each look is written down. */
export const CitizenView = Citizen.omit({ phone: true, phoneRecords: true }).extend({
  maskedPhone: z.string().nullable(),
  phoneRecords: z.array(PhoneRecord.omit({ e164: true }).extend({ masked: z.string() })),
});
export type CitizenView = z.infer<typeof CitizenView>;

/** CSV import (DESIGN.md section 10): all or nothing unless bad rows are skipped. Lines count from 1, header included. */
export const CitizenImportReport = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  rejected: z.array(z.object({ line: z.number().int(), field: z.string(), reason: z.string() })),
  /** Taken all the same: the phone stands on another citizen's record too, or in another line. */
  flagged: z.array(z.object({ line: z.number().int(), field: z.string(), reason: z.string() })),
});
export type CitizenImportReport = z.infer<typeof CitizenImportReport>;
