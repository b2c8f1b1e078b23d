/** GSM 03.38's default alphabet by code; code 27 leads into the extension table and is no character. */
const BASIC = [
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ',
  ' !"#¤%&\'()*+,-./0123456789:;<=>?',
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§',
  '¿abcdefghijklmnopqrstuvwxyzäöñüà',
].join('');

const ESCAPE = 27;

/** Characters that take two septets: the escape and this code. */
const EXTENSION: Readonly<Record<string, number>> = {
  '\f': 10,
  '^': 20,
  '{': 40,
  '}': 41,
  '\\': 47,
  '[': 60,
  '~': 61,
  ']': 62,
  '|': 64,
  '€': 101,
};

/**
 * The text in GSM 7-bit, one septet a byte, as gateways take it; null when a character is not in the alphabet (á, í,
 * ó and ú are not: one of them makes the whole message UCS-2, of 70 characters).
 */
export function toGsm7(text: string): Buffer | null {
  const septets: number[] = [];
  for (const character of text) {
    const extended = EXTENSION[character];
    const basic = BASIC.indexOf(character);
    if (extended !== undefined) septets.push(ESCAPE, extended);
    else if (basic >= 0 && basic !== ESCAPE) septets.push(basic);
    else return null;
  }
  return Buffer.from(septets);
}
