import { KIOSK_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { EndedVisit, Visitor } from './visits.ts';

/** Writes down that a citizen was let in, and by what. */
export async function logAdmitted(store: Store, { citizenId, method, secondFactor }: Visitor): Promise<void> {
  await store.audit({
    actor: KIOSK_ACTOR,
    action: 'kiosk.citizenAdmitted',
    objectType: 'CITIZEN',
    objectId: citizenId,
    details: { method, secondFactor },
  });
}

/** Writes down the end of a visit, if somebody was let in. */
export async function logEndedVisit(store: Store, { visit, ending }: EndedVisit): Promise<void> {
  const { visitor } = visit;
  if (visitor === null) return;
  await store.audit({
    actor: KIOSK_ACTOR,
    action: 'kiosk.visitEnded',
    objectType: 'CITIZEN',
    objectId: visitor.citizenId,
    details: { ending },
  });
}
