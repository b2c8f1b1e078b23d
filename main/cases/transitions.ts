import { AppError } from '../errors.ts';
import type { CaseState } from './model.ts';

/** Where a case may go from where it is. Going on from RESOLVED or ARCHIVED is reopening it. */
const NEXT: Readonly<Record<CaseState, readonly CaseState[]>> = {
  NEW: ['IN_PROGRESS', 'WAITING_CITIZEN', 'FORWARDED', 'RESOLVED', 'ARCHIVED'],
  IN_PROGRESS: ['WAITING_CITIZEN', 'FORWARDED', 'RESOLVED', 'ARCHIVED'],
  WAITING_CITIZEN: ['IN_PROGRESS', 'FORWARDED', 'RESOLVED', 'ARCHIVED'],
  FORWARDED: ['IN_PROGRESS', 'WAITING_CITIZEN', 'FORWARDED', 'RESOLVED', 'ARCHIVED'], // to another unit
  RESOLVED: ['IN_PROGRESS', 'ARCHIVED'],
  ARCHIVED: ['IN_PROGRESS'],
};

export function isAllowed(from: CaseState, to: CaseState): boolean {
  return NEXT[from].includes(to);
}

type Movable = {
  readonly state: CaseState;
  readonly resolvedAt: Date | null;
  readonly unitId: number | null;
};

/**
 * The columns of a case that has moved on. Resolving sets the instant and everything but archiving clears it; the
 * unit stays known until the case comes back. Throws NOT_ALLOWED_YET for a step that does not exist, INVALID_INPUT
 * when a unit is missing or does not belong.
 */
export function moved(current: Movable, to: CaseState, unitId: number | null, now: Date): Movable {
  if ((to === 'FORWARDED') !== (unitId !== null)) throw new AppError('INVALID_INPUT', { fields: ['unitId'] });
  if (!isAllowed(current.state, to)) {
    throw new AppError('NOT_ALLOWED_YET', { reason: 'TRANSITION', from: current.state, to });
  }
  switch (to) {
    case 'FORWARDED':
      return { state: to, resolvedAt: null, unitId };
    case 'RESOLVED':
      return { state: to, resolvedAt: now, unitId: current.unitId };
    case 'ARCHIVED':
      return { state: to, resolvedAt: current.resolvedAt, unitId: current.unitId };
    case 'NEW':
    case 'IN_PROGRESS':
    case 'WAITING_CITIZEN':
      return { state: to, resolvedAt: null, unitId: null };
  }
}
