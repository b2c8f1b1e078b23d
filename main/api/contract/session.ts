import { z } from 'zod';
import { Preferences, Role, User, password, userName } from '../../accounts/model.ts';
import { ProvinceCode } from '../../settings/model.ts';
import { ErrorData, procedure } from './base.ts';

/** Where this window stands. RECOVERY: the store could not be opened; the code says why. */
export const SessionState = z.object({
  phase: z.enum(['RECOVERY', 'FIRST_RUN', 'SIGNED_OUT', 'LOCKED', 'SIGNED_IN']),
  recovery: z.object({ code: z.string(), data: ErrorData }).nullable(),
  user: User.extend({ preferences: Preferences }).nullable(),
  office: z
    .object({
      provinceCode: z.string(),
      provinceName: z.string(),
      officeName: z.string(),
      timeZone: z.enum(['Europe/Madrid', 'Atlantic/Canary']),
    })
    .nullable(),
  idleMinutes: z.number().int(),
  /** Accounts of the demo data, to sign in with; null on real data. */
  demo: z
    .object({
      dataDir: z.string(),
      accounts: z.array(
        z.object({ userName: z.string(), password: z.string(), displayName: z.string(), role: Role }),
      ),
    })
    .nullable(),
  version: z.string(),
});
export type SessionState = z.infer<typeof SessionState>;

export const session = {
  state: procedure.output(SessionState),
  /** Opens the store again after a recovery screen. */
  retry: procedure.output(SessionState),
  /** First run only: the office and its first admin. */
  setUp: procedure
    .input(
      z.object({
        provinceCode: ProvinceCode,
        officeName: z.string().trim().min(1).max(120),
        mailboxAddress: z.email().or(z.literal('')),
        admin: z.object({ userName, displayName: z.string().trim().min(1).max(80), password }),
      }),
    )
    .output(SessionState),
  signIn: procedure
    .input(z.object({ userName: z.string().max(80), password: z.string().max(200) }))
    .output(SessionState),
  signOut: procedure.output(SessionState),
  lock: procedure.output(SessionState),
  unlock: procedure.input(z.object({ password: z.string().max(200) })).output(SessionState),
  /** The person is there: starts the idle time anew. */
  touch: procedure.output(z.void()),
  changePassword: procedure
    .input(z.object({ current: z.string().max(200), next: password }))
    .output(z.void()),
  savePreferences: procedure.input(Preferences).output(Preferences),
};
