import { z } from 'zod';
import { AppError } from '../errors.ts';
import { reaches, stronger } from './level.ts';
import { IdentityLevel } from './model.ts';

/**
 * The least that must be known of the writer for each act, and below which no office may go. Sources, all in
 * DOMAIN.md:
 * - Section 2 and seed 000: data on record are varied by model TA.1 together with DNI, foreigner's card or passport.
 * - Section 5: LPAC (Ley 39/2015) art. 9.1, the administration verifies who takes part in a procedure against the DNI
 *   or its equivalent; LGSS art. 77, what the treasury knows is reserved.
 */
export const FLOORS = {
  /** The phone on record: whoever holds it gets the codes. */
  changePhone: 'DOCUMENT',
  /** Name, birth date, documents and NAF. */
  changePerson: 'DOCUMENT',
  /** E-mail and address: a known sender is known by the first. */
  changeContact: 'DOCUMENT',
  /** The report of the data on record, which the service gives to who proved himself by code or certificate (seed 001). */
  issueReport: 'DOCUMENT',
  /** Data of the record in the text of an answer. */
  discloseRecord: 'DATA',
  /** At the counter, "usuario y contraseña": the citizen shows his document (seed 002), each time. */
  register: 'DOCUMENT',
  reissueCode: 'DOCUMENT',
  closeRegistration: 'DOCUMENT',
} as const satisfies Record<string, IdentityLevel>;

export type LadderAction = keyof typeof FLOORS;

/** What the office asks for, and the one header of the mail it believes. A floor holds whatever stands here. */
export const LadderSettings = z.object({
  /**
   * The authserv-id of the office's own receiving server (RFC 8601 2.5), which takes out of incoming mail whatever
   * claims to be its own. Empty: no header says anything about a sender.
   */
  authservId: z
    .string()
    .trim()
    .toLowerCase()
    .max(255)
    .regex(/^[^\s;="()<>\\]*$/)
    .default(''),
  changePhone: IdentityLevel.default(FLOORS.changePhone),
  changePerson: IdentityLevel.default(FLOORS.changePerson),
  changeContact: IdentityLevel.default(FLOORS.changeContact),
  issueReport: IdentityLevel.default(FLOORS.issueReport),
  discloseRecord: IdentityLevel.default(FLOORS.discloseRecord),
  register: IdentityLevel.default(FLOORS.register),
  reissueCode: IdentityLevel.default(FLOORS.reissueCode),
  closeRegistration: IdentityLevel.default(FLOORS.closeRegistration),
});
export type LadderSettings = z.infer<typeof LadderSettings>;

export const LADDER_ACTIONS = Object.keys(FLOORS) as LadderAction[];

/** One act, what it needs at this office, and what no office may go below. */
export const LadderRow = z.object({
  action: z.enum(LADDER_ACTIONS),
  least: IdentityLevel,
  floor: IdentityLevel,
});
export type LadderRow = z.infer<typeof LadderRow>;

/** Every act of the ladder. */
export function ladderRows(ladder: LadderSettings): LadderRow[] {
  return LADDER_ACTIONS.map((action) => ({
    action,
    least: leastLevel(ladder, action),
    floor: FLOORS[action],
  }));
}

/** What the act needs: the office's level, or the floor where that is stronger. */
export function leastLevel(ladder: LadderSettings, action: LadderAction): IdentityLevel {
  return stronger(FLOORS[action], ladder[action]);
}

/** Whether what is known of the writer is enough for the act. */
export function allows(ladder: LadderSettings, level: IdentityLevel, action: LadderAction): boolean {
  return reaches(level, leastLevel(ladder, action));
}

/** The one question of every act that needs to know who writes. Throws NOT_ALLOWED_YET (IDENTITY, and what it needs). */
export function requireLevel(ladder: LadderSettings, level: IdentityLevel, action: LadderAction): void {
  if (allows(ladder, level, action)) return;
  throw new AppError('NOT_ALLOWED_YET', { reason: 'IDENTITY', needed: leastLevel(ladder, action) });
}

/** Names of the settings that are below their floor: they may be raised, never lowered. */
export function belowFloor(ladder: LadderSettings): string[] {
  return LADDER_ACTIONS.filter((action) => !reaches(ladder[action], FLOORS[action])).map(
    (action) => `ladder.${action}`,
  );
}
