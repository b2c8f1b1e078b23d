import { z } from 'zod';
import { Audience } from '../../catalogue/model.ts';
import { WorkingLife } from '../../citizens/foreseen-retirement.ts';
import { CheckOutcome, CodeNotice, SendOutcome } from '../../identity/code-model.ts';
import { Diagnosis } from '../../identity/model.ts';
import { PersonalPage } from '../../kiosk/personal.ts';
import { ExitCode, KioskLanguage, VisitEnding } from '../../kiosk/model.ts';
import { id, procedure } from './base.ts';

/** What a kiosk shows before anybody said who he is, and of whom it shows data. */
export const KioskState = z.object({
  office: z.object({ officeName: z.string(), provinceName: z.string() }),
  /** Spanish first. */
  languages: z.array(KioskLanguage),
  /** The page counts them from the last touch. */
  idleSeconds: z.number().int(),
  /** Whether the office lets reports be saved as files; the desktop shell never does. */
  savesReports: z.boolean(),
  visit: z.object({ language: KioskLanguage, isIdentified: z.boolean() }).nullable(),
  /** How the last visit at this screen ended; null while there is none to speak of. */
  ending: VisitEnding.nullable(),
  demo: z.boolean(),
});
export type KioskState = z.infer<typeof KioskState>;

const typed = z.string().max(60);

/** What came of sending a code; what the gateway said is for the office. */
export const KioskCode = z.object({
  outcome: SendOutcome.shape.outcome,
  /** The service's own words; null when it has none: nothing was sent. */
  notice: CodeNotice.nullable(),
  maskedPhone: z.string().nullable(),
});
export type KioskCode = z.infer<typeof KioskCode>;

/** The kiosk: `open` is the supervisor's; the rest is what a kiosk, and nothing but a kiosk, can call. */
export const kiosk = {
  /** A one-time token for the host to open a kiosk with; the window that asks is locked. */
  open: procedure.input(z.object({ exitCode: ExitCode })).output(z.object({ token: z.string() })),
  state: procedure.output(KioskState),
  /** Somebody new stands there. */
  begin: procedure.input(z.object({ language: KioskLanguage })).output(KioskState),
  /** The person is there: starts the idle time anew. Throws VISIT_ENDED. */
  touch: procedure.output(z.void()),
  /** Forgets the visit and its citizen: he is ready, or the page has counted the idle time. */
  end: procedure.input(z.object({ ending: VisitEnding.extract(['ENDED', 'IDLE']) })).output(KioskState),
  /** What can be done on line, and where else Cl@ve is taken: all of it, or what has each of the text's words. */
  services: procedure.input(z.object({ text: z.string().max(100) })).output(
    z.array(
      z.object({
        id,
        name: z.string(),
        section: z.string(),
        audience: Audience,
        /** As the citizen sees them offered; none: nobody is asked who he is. */
        ways: z.array(z.string()),
      }),
    ),
  ),
  /**
   * Access by SMS (seed 001). `code` null: the diagnosis says why nobody was sent one. Throws RATE_LIMITED, and
   * NOT_ALLOWED_YET while nothing can be sent.
   */
  smsAccess: procedure
    .input(z.object({ id: typed, birth: typed, phone: typed, prefix: z.string().max(8) }))
    .output(z.object({ diagnosis: Diagnosis, code: KioskCode.nullable() })),
  /** Another code for whoever waits for one; the first one of the second factor. */
  sendCode: procedure.output(KioskCode),
  /** The right code lets in, or adds the second factor. INVALID_INPUT when it is not six digits, which costs nothing. */
  checkCode: procedure
    .input(z.object({ code: z.string().max(20) }))
    .output(z.object({ check: CheckOutcome, state: KioskState })),
  /** "Tu Seguridad Social" (seed 002). Each look is written down. */
  personalPage: procedure.output(PersonalPage),
  /** Days contributed and the foreseeable ordinary retirement age; null where no working life was imported. */
  workingLife: procedure.output(WorkingLife.nullable()),
  /**
   * "Informe de datos identificativos y de domicilio", as a PDF, to be looked at or to be saved as a file. Throws
   * NOT_ALLOWED_YET: SECOND_FACTOR without a code by SMS, SAVING where the office lets nothing be saved.
   */
  report: procedure.input(z.object({ saved: z.boolean() })).output(z.file()),
  /** Closes the kiosk. False: not its exit code. Throws RATE_LIMITED (EXIT). */
  leave: procedure.input(z.object({ code: z.string().max(20) })).output(z.object({ left: z.boolean() })),
};
