import { z } from 'zod';
import { Audience } from '../../catalogue/model.ts';
import { ExitCode, KioskLanguage, VisitEnding } from '../../kiosk/model.ts';
import { id, procedure } from './base.ts';

/** What a kiosk shows before anybody said who he is, and of whom it shows data. */
export const KioskState = z.object({
  office: z.object({ officeName: z.string(), provinceName: z.string() }),
  /** Spanish first. */
  languages: z.array(KioskLanguage),
  /** The page counts them from the last touch. */
  idleSeconds: z.number().int(),
  visit: z.object({ language: KioskLanguage, isIdentified: z.boolean() }).nullable(),
  /** How the last visit at this screen ended; null while there is none to speak of. */
  ending: VisitEnding.nullable(),
  demo: z.boolean(),
});
export type KioskState = z.infer<typeof KioskState>;

/** The kiosk: `open` is the supervisor's; the rest is what a kiosk, and nothing but a kiosk, can call. */
export const kiosk = {
  /** A one-time token for the host to open a kiosk with; the window that asks is locked. */
  open: procedure.input(z.object({ exitCode: ExitCode })).output(z.object({ token: z.string() })),
  state: procedure.output(KioskState),
  /** Somebody new stands there. */
  begin: procedure.input(z.object({ language: KioskLanguage })).output(KioskState),
  /** The person is there: starts the idle time anew. Throws VISIT_ENDED. */
  touch: procedure.output(z.void()),
  /** Forgets the visit and its citizen. */
  end: procedure.output(KioskState),
  /** What can be done on line: all of it, or what has each of the text's words. */
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
  /** Closes the kiosk. False: not its exit code. Throws RATE_LIMITED (EXIT). */
  leave: procedure.input(z.object({ code: z.string().max(20) })).output(z.object({ left: z.boolean() })),
};
