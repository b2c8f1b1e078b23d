import { z } from 'zod';
import { SmsDelivery, SmsRefusal } from '../sms/gateway.ts';
import { SmsLanguage } from '../sms/texts.ts';

export const CodePurpose = z.enum([
  'IDENTITY', // in a case: the phone on record answers for the citizen
  'POSSESSION', // in a case: he holds a number that is to be recorded
  'REGISTRATION_PHONE', // at the counter: the mobile that he registers with is his
  'REGISTRATION_EMAIL', // the same of his e-mail address
  'ACTIVATION', // at the kiosk: to set a first password
  'ACCESS', // at the kiosk: in by the phone on record
  'SECOND_FACTOR', // at the kiosk: certificates, and a forgotten password
]);
export type CodePurpose = z.infer<typeof CodePurpose>;

export const CodeChannel = z.enum(['SMS', 'EMAIL']);
export type CodeChannel = z.infer<typeof CodeChannel>;

export const CodeState = z.enum([
  'PENDING', // may still be answered
  'USED',
  'VOID', // a newer code took its place, or the phone on record changed
  'EXHAUSTED', // attempts used up
  'EXPIRED',
  'NOT_SENT', // the gateway certainly did not send it
]);
export type CodeState = z.infer<typeof CodeState>;

/** Why no code can be sent at all. */
export const CodeObstacle = z.enum([
  'NO_CITIZEN',
  'DECEASED',
  'NO_PHONE',
  'NO_MOBILE',
  'SHARED_PHONE', // the code alone would let in whichever citizen has the telephone
  'NO_GATEWAY',
]);
export type CodeObstacle = z.infer<typeof CodeObstacle>;

/** Where a case's challenge stands. Spans of time, not instants: the desk's clock may be another. */
export const Challenge = z.object({
  obstacle: CodeObstacle.nullable(),
  maskedPhone: z.string().nullable(),
  /** Another citizen's too: in a case, only a supervisor sends a code there. */
  shared: z.boolean(),
  /** Of this case's newest code; null before the first. */
  state: CodeState.nullable(),
  language: SmsLanguage.nullable(),
  delivery: SmsDelivery.nullable(),
  canAskDelivery: z.boolean(),
  attemptsLeft: z.number().int(),
  secondsLeft: z.number().int(), // of the code that may still be answered
  /** The next code counts as a resend. */
  isResend: z.boolean(),
  resendsLeft: z.number().int(),
  secondsToWait: z.number().int().nullable(), // until codes are sent again
});
export type Challenge = z.infer<typeof Challenge>;

/** One of the service's own notices. */
export const CodeNotice = z.object({ message: z.string(), explanation: z.string() });
export type CodeNotice = z.infer<typeof CodeNotice>;

export const SendOutcome = z.object({
  outcome: z.enum(['SENT', 'RESENT', 'RESEND_LIMIT', 'NOT_SENT']),
  notice: CodeNotice.nullable(), // null: NOT_SENT, which the service has no words for
  /** NOT_SENT, or SENT and RESENT when nobody knows whether it left. */
  refusal: SmsRefusal.nullable(),
  refusalDetail: z.string().nullable(),
});
export type SendOutcome = z.infer<typeof SendOutcome>;

export const CheckOutcome = z.object({
  /** NONE: there is no code to answer; the rest: why the last one cannot be answered any more. */
  outcome: z.enum(['VERIFIED', 'WRONG', 'EXHAUSTED', 'EXPIRED', 'VOID', 'USED', 'NONE']),
  notice: CodeNotice.nullable(), // WRONG and EXHAUSTED
});
export type CheckOutcome = z.infer<typeof CheckOutcome>;
