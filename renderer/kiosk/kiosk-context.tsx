import { createContext, useContext } from 'react';
import type { KioskLanguage, KioskState } from '../../main/api/contract/index.ts';
import type { KioskStrings } from '../strings/es/kiosk.ts';
import type { StepName } from './steps/index.ts';

/** What every step works with. */
export type Kiosk = {
  readonly state: KioskState;
  readonly language: KioskLanguage;
  readonly texts: KioskStrings;
  /** Goes on to a step; "Volver", and the browser's own "back", come back from it. */
  readonly go: (step: StepName) => void;
  /** Goes on to a step in the place of this one, which nobody comes back to. */
  readonly replace: (step: StepName) => void;
  readonly back: () => void;
  /** Begins a visit in a language. */
  readonly begin: (language: KioskLanguage) => Promise<void>;
  /** Asks the service anew where the visit stands, after somebody was let in or sent away. */
  readonly refresh: () => Promise<void>;
  /** The end, and nothing is left of the visit. */
  readonly end: (ending: 'ENDED' | 'IDLE') => Promise<void>;
};

export const KioskContext = createContext<Kiosk | null>(null);

export function useKiosk(): Kiosk {
  const value = useContext(KioskContext);
  if (value === null) throw new Error('useKiosk needs the kiosk');
  return value;
}
