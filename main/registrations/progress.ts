import type { ProvenRegistration } from './access.ts';
import type { PasswordCause } from './set-password.ts';

/** How far somebody at a kiosk has come with his password. Never stored: it ends with the visit. */
export type Progress = {
  /** The word that the question on the screen asks for; null before the first. */
  readonly answer: string | null;
  readonly proven: {
    readonly cause: PasswordCause | 'CLOSE';
    readonly registration: ProvenRegistration;
    /** By SMS: what a first or forgotten password asks for on top. */
    readonly codeAnswered: boolean;
  } | null;
};

export const NO_PROGRESS: Progress = { answer: null, proven: null };
