import { z } from 'zod';
import { SmsLanguage } from '../sms/texts.ts';

/** Digits, so that it can be typed on a screen without letters. */
export const ExitCode = z.string().regex(/^\d{6,12}$/u);

/**
 * A kiosk that a supervisor opened, as its host keeps it and hands it over with each connection: a restart of the
 * service takes nothing from it. The exit code itself is nowhere.
 */
export type KioskGrant = {
  readonly id: string;
  readonly exit: { readonly salt: string; readonly hash: string };
};

export const KioskLanguage = SmsLanguage;
export type KioskLanguage = SmsLanguage;

/** Why a visit is over. REPLACED: its citizen came in at another kiosk. GONE: the page left. */
export const VisitEnding = z.enum(['IDLE', 'ENDED', 'REPLACED', 'GONE']);
export type VisitEnding = z.infer<typeof VisitEnding>;

/** By what the citizen came in. */
export const AccessMethod = z.enum(['SMS', 'PASSWORD']);
export type AccessMethod = z.infer<typeof AccessMethod>;
