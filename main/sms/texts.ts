import { z } from 'zod';

/** Spanish and the co-official languages (LPAC art. 15). */
export const SmsLanguage = z.enum(['es', 'ca', 'gl', 'eu']);
export type SmsLanguage = z.infer<typeof SmsLanguage>;

/**
 * What the citizen reads, addressed as at the kiosk (usted, vós, vostede, zu). One segment each, in GSM 7-bit, which has
 * no á, í, ó nor ú: the words are chosen so that none is missing ("contraseña de un solo uso" is the service's own name
 * for it, seed 001).
 */
const TEXTS: Readonly<Record<SmsLanguage, (code: string, minutes: number) => string>> = {
  es: (code, minutes) =>
    `Seguridad Social: su contraseña de un solo uso es ${code}. Caduca en ${minutes} minutos. Solo debe darla a la oficina que le atiende ahora.`,
  ca: (code, minutes) =>
    `Seguretat Social: la vostra contrasenya temporal és ${code}. Caduca en ${minutes} minuts. Només l'heu de donar a l'oficina que us atén ara.`,
  gl: (code, minutes) =>
    `Seguridade Social: o seu contrasinal temporal é ${code}. Caduca en ${minutes} minutos. É soamente para a oficina que agora o atende.`,
  eu: (code, minutes) =>
    `Gizarte Segurantza: zure behin erabiltzeko pasahitza ${code} da. ${minutes} minutu barru iraungiko da. Eman bakarrik orain artatzen zaituen bulegoari.`,
};

/** The same where the citizen types it in himself, at the kiosk. */
const OWN_TEXTS: typeof TEXTS = {
  es: (code, minutes) =>
    `Seguridad Social: su contraseña de un solo uso es ${code}. Caduca en ${minutes} minutos. No debe darla a nadie.`,
  ca: (code, minutes) =>
    `Seguretat Social: la vostra contrasenya temporal és ${code}. Caduca en ${minutes} minuts. No l'heu de donar a cap persona.`,
  gl: (code, minutes) =>
    `Seguridade Social: o seu contrasinal temporal é ${code}. Caduca en ${minutes} minutos. Non debe darllo a ninguén.`,
  eu: (code, minutes) =>
    `Gizarte Segurantza: zure behin erabiltzeko pasahitza ${code} da. ${minutes} minutu barru iraungiko da. Ez eman inori.`,
};

/** The message that takes a code to the citizen. `minutes` is its lifetime, two or more; `reader` types it in. */
export function codeText(
  language: SmsLanguage,
  code: string,
  minutes: number,
  reader: 'OFFICE' | 'CITIZEN' = 'OFFICE',
): string {
  return (reader === 'OFFICE' ? TEXTS : OWN_TEXTS)[language](code, minutes);
}

/** What an administrator sends to see that the gateway works. */
export const TEST_TEXT = 'Seguridad Social: mensaje de prueba de Estafeta. No tiene que hacer nada.';
