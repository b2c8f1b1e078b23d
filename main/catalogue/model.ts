import { z } from 'zod';
import { DeclaredCategory } from '../triage/model.ts';

/** A service of the electronic office, or an administration whose services take Cl@ve (seed 004). */
export const CatalogueKind = z.enum(['SERVICE', 'ENTITY']);
export type CatalogueKind = z.infer<typeof CatalogueKind>;

export const Audience = z.enum(['CITIZEN', 'COMPANY', 'EVERYONE']);
export type Audience = z.infer<typeof Audience>;

/** The ways in that seed 001 shows, in the order in which they are told. None of them: nobody is asked who he is. */
export const AccessWay = z.enum(['USER_PASSWORD', 'CLAVE', 'SMS', 'CERTIFICATE', 'EU_LOGIN']);
export type AccessWay = z.infer<typeof AccessWay>;

/** What people call a service: words in order, others may stand between; `cambi*` stands for all that begin so. */
const words = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .regex(/^[^,;*]*(\p{L}{3}\*[^,;*]*)*$/u);

export const CatalogueEntryData = z.object({
  kind: CatalogueKind,
  audience: Audience,
  section: z.string().trim().min(1).max(80), // where the electronic office keeps it
  name: z.string().trim().min(3).max(160),
  access: z.array(AccessWay),
  category: DeclaredCategory.nullable(), // of the messages that it answers
  words: z.array(words).max(40),
  active: z.boolean(),
});
export type CatalogueEntryData = z.infer<typeof CatalogueEntryData>;

export const CatalogueEntry = CatalogueEntryData.extend({
  id: z.number().int(),
  version: z.number().int(),
  updatedAt: z.date(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** A service that a message asks for, with the catalogue's words that were found in it. */
export const ServiceMatch = z.object({ entry: CatalogueEntry, because: z.array(z.string()).min(1) });
export type ServiceMatch = z.infer<typeof ServiceMatch>;

/** All of the file or nothing of it. Lines count from 1, header included. */
export const CatalogueImportReport = z.object({
  read: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  rejected: z.array(z.object({ line: z.number().int(), field: z.string(), reason: z.string() })),
});
export type CatalogueImportReport = z.infer<typeof CatalogueImportReport>;
