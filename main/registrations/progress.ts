import type { ProvenRegistration } from './access.ts';
import type { PasswordCause } from './set-password.ts';
import type { WordQuestion } from './word-question.ts';

/** How far somebody at a kiosk has come with his password. Never stored: it ends with the visit. */
export type Progress = {
  /** The last word question that was shown, and its answer until it was answered. */
  readonly question: { readonly shown: WordQuestion; readonly answer: string | null } | null;
  readonly proven: {
    readonly cause: PasswordCause | 'CLOSE';
    readonly registration: ProvenRegistration;
    /** By SMS: what a first or forgotten password asks for on top. */
    readonly codeAnswered: boolean;
  } | null;
};

export const NO_PROGRESS: Progress = { question: null, proven: null };
