/** An e-mail address with its first letter and its domain left to see: r***@correo.example. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '***' : `${address.slice(0, 1)}***${address.slice(at)}`;
}

/**
 * An identity document with four digits left to see, as the data protection agency asks for publications (LOPDGDD,
 * disposición adicional 7ª): ***4567** for a DNI, ****4567* for a NIE, *****3456 for a passport of six digits.
 */
export function maskDocument(number: string): string {
  const digits = [...number.matchAll(/\d/gu)].map((match) => match.index);
  const shown = new Set(digits.length >= 7 ? digits.slice(3, 7) : digits.slice(-4));
  return [...number].map((character, index) => (shown.has(index) ? character : '*')).join('');
}
