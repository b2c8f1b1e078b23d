import { z } from 'zod';

/** INE province code, 01 to 52. */
export const ProvinceCode = z.string().regex(/^(0[1-9]|[1-4]\d|5[0-2])$/);

export const Settings = z.object({
  office: z.object({
    provinceCode: ProvinceCode,
    officeName: z.string().trim().min(1).max(120),
    mailboxAddress: z.email().or(z.literal('')),
    phone: z.string().max(40).default(''),
  }),
  session: z.object({ idleMinutes: z.number().int().min(1).max(120).default(10) }).prefault({}),
  triage: z.object({ reviewBelow: z.number().min(0).max(1).default(0.6) }).prefault({}),
  mail: z
    .object({
      maxMessageBytes: z.number().int().min(1_048_576).default(52_428_800),
      maxParts: z.number().int().min(10).default(200),
      maxDepth: z.number().int().min(2).default(20),
    })
    .prefault({}),
  /** Authorities whose S/MIME signatures the office trusts, as PEM. None is shipped. */
  signatures: z.object({ trustedCertificates: z.string().max(200_000).default('') }).prefault({}),
  cases: z.object({ dueDays: z.number().int().min(1).max(365).default(10) }).prefault({}),
});
export type Settings = z.infer<typeof Settings>;
