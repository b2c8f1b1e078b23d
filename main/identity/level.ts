import type { IdentityLevel } from './model.ts';

const RANK: Readonly<Record<IdentityLevel, number>> = {
  NONE: 0,
  DATA: 1,
  SENDER: 2,
  DOCUMENT: 3,
  SMS: 4,
  CERTIFICATE: 5,
};

/** True when the level is the needed one or stronger. */
export function reaches(level: IdentityLevel, needed: IdentityLevel): boolean {
  return RANK[level] >= RANK[needed];
}

/** The stronger of two. */
export function stronger(a: IdentityLevel, b: IdentityLevel): IdentityLevel {
  return reaches(a, b) ? a : b;
}
