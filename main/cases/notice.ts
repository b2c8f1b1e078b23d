/**
 * Every answer ends with what an e-mail is not: it proves no filing (LPAC art. 16.3) and notifies nothing (LPAC arts.
 * 40 to 43), so it starts and stops no time limit.
 */
export const REPLY_NOTICE =
  'Este correo es solo informativo: no es un justificante de presentación en registro ni una notificación, y no inicia ni interrumpe ningún plazo.';

/** The text with the notice, at its end unless it stands in it already. */
export function withNotice(body: string): string {
  const words = (text: string) => text.replace(/\s+/gu, ' ');
  return words(body).includes(REPLY_NOTICE) ? body : `${body.trimEnd()}\n\n${REPLY_NOTICE}`;
}
