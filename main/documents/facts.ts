import type { ComparedField } from '../cases/model.ts';
import type { Citizen, IdentityDocument } from '../citizens/model.ts';
import { dayAt } from '../days.ts';
import type { IdentityLevel } from '../identity/model.ts';
import { timeZoneOf } from '../settings/provinces.ts';
import type { Settings } from '../settings/model.ts';

/** What a document about a citizen is made from. */
export type Facts = {
  readonly citizen: Citizen;
  readonly office: Settings['office'];
  readonly now: Date;
};

/** The same in a case. */
export type CaseFacts = Facts & {
  readonly comparison: readonly ComparedField[];
  readonly caseNumber: string;
  readonly verifiedBy: IdentityLevel;
  readonly verifiedAt: Date;
};

const TYPES: Record<IdentityDocument['type'], string> = {
  DNI: 'D.N.I.',
  NIE: 'N.I.E.',
  NIF: 'N.I.F.',
  CIF: 'C.I.F.',
  PASSPORT: 'Pasaporte',
};

/** "D.N.I. 00000000T", as seed 001 prints it. */
export function documentText({ type, number }: IdentityDocument): string {
  return `${TYPES[type]} ${number}`;
}

export function typeName(type: IdentityDocument['type']): string {
  return TYPES[type];
}

/** "16 de marzo de 2026", on the office's calendar. */
export function dayInWords(instant: Date, office: Settings['office']): string {
  return isoDayInWords(dayAt(instant, timeZoneOf(office.provinceCode)));
}

/** "16 de marzo de 2026" for an ISO day. */
export function isoDayInWords(day: string): string {
  return new Intl.DateTimeFormat('es', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
