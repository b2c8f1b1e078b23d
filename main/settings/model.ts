import { z } from 'zod';
import { LadderSettings } from '../identity/ladder.ts';
import { GateLevel, QuoteStyle } from '../cases/reply-model.ts';

/** INE province code, 01 to 52. */
export const ProvinceCode = z.string().regex(/^(0[1-9]|[1-4]\d|5[0-2])$/);

/** How answers leave, and what only warns before one does: the supervisor's to decide. */
export const SendingSettings = z.object({
  quote: QuoteStyle.default('BELOW'),
  maxBytes: z.number().int().min(102_400).max(104_857_600).default(10_485_760), // on the wire, base64 included
  maxPerAddressAndDay: z.number().int().min(1).max(1000).default(10),
  caseChanged: GateLevel.default('WARN'),
  unknownAddress: GateLevel.default('STOP'),
  foreignAttachment: GateLevel.default('STOP'),
  personalData: GateLevel.default('STOP'),
});
export type SendingSettings = z.infer<typeof SendingSettings>;

/** One-time codes and what tells who exists: how long, how often (defaults where seed 001 leaves them open). */
export const SmsSettings = z.object({
  lifetimeMinutes: z.number().int().min(2).max(30).default(5),
  attempts: z.number().int().min(1).max(10).default(3), // per code
  resends: z.number().int().min(0).max(10).default(3), // after the first code
  coolDownMinutes: z.number().int().min(1).max(1440).default(30),
  perCitizenAndDay: z.number().int().min(1).max(100).default(12),
  perPersonAndHour: z.number().int().min(1).max(1000).default(30), // signed in at a desk
  diagnosesPerHour: z.number().int().min(1).max(1000).default(60), // the same
});
export type SmsSettings = z.infer<typeof SmsSettings>;

/** "Usuario y contraseña": how long things last and how many errors they bear (DOMAIN.md section 8). */
export const RegistrationSettings = z.object({
  codeDays: z.number().int().min(1).max(3650).default(1825), // the citizen keeps it for a forgotten password
  codeAttempts: z.number().int().min(1).max(10).default(5), // wrong in a row, then it is blocked
  passwordDays: z.number().int().min(1).max(3650).default(365),
  passwordAttempts: z.number().int().min(1).max(10).default(5), // the same
  emailCodeMinutes: z.number().int().min(2).max(60).default(15),
  /** What the sheet's QR opens (seed 004). */
  serviceAddress: z
    .url({ protocol: /^https$/ })
    .max(200)
    .default('https://sede.seg-social.gob.es'),
});
export type RegistrationSettings = z.infer<typeof RegistrationSettings>;

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
  sending: SendingSettings.prefault({}),
  ladder: LadderSettings.prefault({}),
  /** Authorities whose S/MIME signatures the office trusts, as PEM. None is shipped. */
  signatures: z.object({ trustedCertificates: z.string().max(200_000).default('') }).prefault({}),
  sms: SmsSettings.prefault({}),
  /** What a change of the phone register needs besides a verified identity. */
  phones: z
    .object({
      possession: z.boolean().default(false), // a code to a new number of the electronic services
      secondPerson: z.boolean().default(false), // four eyes
    })
    .prefault({}),
  kiosk: z
    .object({
      idleSeconds: z.number().int().min(30).max(600).default(90), // then the visit is forgotten
      diagnosesPerHour: z.number().int().min(1).max(1000).default(120), // of all kiosks together
      savesReports: z.boolean().default(true), // as files, where the kiosk is a browser's page
    })
    .prefault({}),
  registrations: RegistrationSettings.prefault({}),
  cases: z.object({ dueDays: z.number().int().min(1).max(365).default(10) }).prefault({}),
});
export type Settings = z.infer<typeof Settings>;
