import type { Actor } from '../store/audit.ts';
import type { AuditAction, AuditDetails } from '../store/audit-model.ts';
import type { Store, Tx } from '../store/store.ts';
import type { RegistrationAct } from './model.ts';

const LOGGED: Readonly<Record<RegistrationAct, AuditAction>> = {
  REGISTERED: 'registration.opened',
  CODE_ISSUED: 'registration.codeIssued',
  CODE_VOIDED: 'registration.codeVoided',
  CODE_BLOCKED: 'registration.codeBlocked',
  ACTIVATED: 'registration.activated',
  PASSWORD_CHANGED: 'registration.passwordChanged',
  PASSWORD_RESET: 'registration.passwordReset',
  PASSWORD_BLOCKED: 'registration.passwordBlocked',
  SHEET_SIGNED: 'registration.sheetSigned',
  CLOSED: 'registration.closed',
};

/**
 * Writes one act into the registration's own history and into the log, with whoever did it: an actor without an id is
 * the citizen at the kiosk, or the rule that counts errors. `details` go to the log only.
 */
export async function recordEvent(
  store: Store,
  tx: Tx,
  actor: Actor,
  on: { readonly id: number; readonly citizenId: number },
  act: RegistrationAct,
  { reason = null, details = {} }: { readonly reason?: string | null; readonly details?: AuditDetails } = {},
): Promise<void> {
  await tx.registrationEvent.create({
    data: { registrationId: on.id, act, at: store.clock.now(), byId: actor.id, reason },
  });
  await logRegistration(store, tx, actor, on, LOGGED[act], {
    ...details,
    ...(reason === null ? {} : { reason }),
  });
}

/** What belongs in the log but not in the history, such as one wrong password. */
export function logRegistration(
  store: Store,
  tx: Tx,
  actor: Actor,
  { id, citizenId }: { readonly id: number; readonly citizenId: number },
  action: AuditAction,
  details: AuditDetails = {},
): Promise<void> {
  return store.audit(
    {
      actor,
      action,
      objectType: 'CITIZEN',
      objectId: citizenId,
      details: { registrationId: id, ...details },
    },
    tx,
  );
}
