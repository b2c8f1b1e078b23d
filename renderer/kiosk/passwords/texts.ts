import type { KioskLanguage } from '../../../main/api/contract/index.ts';
import { kioskPasswordsCa } from '../../strings/ca/kiosk-passwords.ts';
import { kioskPasswordsEs, type KioskPasswordStrings } from '../../strings/es/kiosk-passwords.ts';
import { kioskPasswordsEu } from '../../strings/eu/kiosk-passwords.ts';
import { kioskPasswordsGl } from '../../strings/gl/kiosk-passwords.ts';
import { useKiosk } from '../kiosk-context.tsx';

const TEXTS: Readonly<Record<KioskLanguage, KioskPasswordStrings>> = {
  es: kioskPasswordsEs,
  ca: kioskPasswordsCa,
  gl: kioskPasswordsGl,
  eu: kioskPasswordsEu,
};

export function usePasswordTexts(): KioskPasswordStrings {
  return TEXTS[useKiosk().language];
}
