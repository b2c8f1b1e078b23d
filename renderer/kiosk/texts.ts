import type { KioskLanguage } from '../../main/api/contract/index.ts';
import { kioskCa } from '../strings/ca/kiosk.ts';
import { kioskEs, type KioskStrings } from '../strings/es/kiosk.ts';
import { kioskEu } from '../strings/eu/kiosk.ts';
import { kioskGl } from '../strings/gl/kiosk.ts';

/** The kiosk's own texts. The service's official ones (seed 001) are Spanish in every language. */
export const TEXTS: Readonly<Record<KioskLanguage, KioskStrings>> = {
  es: kioskEs,
  ca: kioskCa,
  gl: kioskGl,
  eu: kioskEu,
};
