import { z } from 'zod';
import { CheckOutcome, SendOutcome } from '../../identity/code-model.ts';
import { PolicyCheck } from '../../registrations/password-policy.ts';
import { WordQuestion } from '../../registrations/word-question.ts';
import { procedure } from './base.ts';

/** As it was typed; `type` null: whichever of the two it is. */
const document = z.object({ type: z.enum(['DNI', 'NIE']).nullable(), number: z.string().max(40) });
/** As many characters as anybody needs, and no book. */
const password = z.string().max(1000);

/**
 * Why a person did not get on. REFUSED: some of it is wrong, or blocked, or nobody's, and nothing more is told.
 * BAD_DOCUMENT, BAD_CODE: it cannot be one, which costs no attempt. The rest is told to whoever proved who he is.
 */
const NotProven = z.enum(['BAD_DOCUMENT', 'REFUSED', 'DECEASED']);

const ProveOutcome = z.enum([
  'PROVEN',
  'WRONG_ANSWER',
  'BAD_CODE',
  'ALREADY_ACTIVE',
  'NOT_ACTIVE',
  ...NotProven.options,
]);
export type ProveOutcome = z.infer<typeof ProveOutcome>;

const SignInOutcome = z.enum(['ADMITTED', 'EXPIRED', ...NotProven.options]);
export type SignInOutcome = z.infer<typeof SignInOutcome>;

const ProveCurrentOutcome = z.enum(['PROVEN', ...NotProven.options]);
export type ProveCurrentOutcome = z.infer<typeof ProveCurrentOutcome>;

/** User name and password at a kiosk ("Cl@ve Permanente", seeds 002 and 004): each step of a visit. */
export const passwords = {
  /** Another word question for this visit; the one before is worth nothing. */
  question: procedure.output(WordQuestion),
  /** Proves a registration by its activation code, to set a first password (with the e-mail address) or a forgotten one. */
  prove: procedure
    .input(
      z.object({
        cause: z.enum(['ACTIVATION', 'FORGOTTEN']),
        document,
        email: z.string().max(254),
        activationCode: z.string().max(60),
        answer: z.string().max(60),
      }),
    )
    .output(
      z.object({
        outcome: ProveOutcome,
        /** What comes next to answer: each question is asked once. */
        question: WordQuestion,
        /** Wrong in a row, after which the activation code is blocked. */
        attempts: z.number().int(),
      }),
    ),
  /** The code by SMS that a first or forgotten password asks for. */
  sendCode: procedure.output(SendOutcome.pick({ outcome: true, notice: true })),
  checkCode: procedure.input(z.object({ code: z.string().max(40) })).output(CheckOutcome),
  /** Proves it by the password, to change that or to close the registration. */
  proveCurrent: procedure
    .input(z.object({ cause: z.enum(['CHANGE', 'CLOSE']), document, password }))
    .output(z.object({ outcome: ProveCurrentOutcome, attempts: z.number().int() })),
  /** How a password would stand, while it is typed. */
  check: procedure.input(z.object({ password })).output(PolicyCheck),
  set: procedure.input(z.object({ password })).output(z.enum(['SET', 'SAME', 'POLICY'])),
  /** "Baja": for good. */
  close: procedure.output(z.void()),
  signIn: procedure
    .input(z.object({ document, password }))
    .output(z.object({ outcome: SignInOutcome, attempts: z.number().int() })),
};
