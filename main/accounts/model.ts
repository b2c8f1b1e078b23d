import { z } from 'zod';

export const Role = z.enum(['CLERK', 'SUPERVISOR', 'ADMIN']);
export type Role = z.infer<typeof Role>;

/** A filter of the table of cases under a name of its owner's; what the words mean is the table's business. */
export const CaseView = z.object({
  name: z.string().trim().min(1).max(40),
  state: z.string().max(20).nullable(),
  assignee: z.union([z.enum(['ME', 'NOBODY']), z.number().int()]).nullable(),
  text: z.string().max(200),
});
export type CaseView = z.infer<typeof CaseView>;

/** What a person set for his own screen. Unknown keys of an older or newer version are dropped. */
export const Preferences = z.object({
  theme: z.enum(['SYSTEM', 'LIGHT', 'DARK', 'HIGH_CONTRAST']).default('SYSTEM'),
  density: z.enum(['COMFORTABLE', 'COMPACT']).default('COMFORTABLE'),
  panes: z
    .object({
      filters: z.number().default(220),
      list: z.number().default(380),
      case: z.number().default(340),
      filtersOpen: z.boolean().default(true),
      caseOpen: z.boolean().default(true),
    })
    .prefault({}),
  caseViews: z.array(CaseView).max(12).default([]),
});
export type Preferences = z.infer<typeof Preferences>;

export const User = z.object({
  id: z.number().int(),
  userName: z.string(),
  displayName: z.string(),
  role: Role,
  active: z.boolean(),
  /** His own DNI or NIE is written down: without it he attends to nobody at the counter. */
  hasDocument: z.boolean(),
});
export type User = z.infer<typeof User>;

export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,40}$/);
/** Length is what protects; no composition rules (NIST SP 800-63B, 5.1.1). */
export const password = z.string().min(10).max(200);
