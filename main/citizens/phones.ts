import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/max';

/** MOBILE can receive a code by SMS; PERSONAL is Spain's 70x, which cannot; FOREIGN is any number outside Spain. */
export type PhoneKind = 'MOBILE' | 'LANDLINE' | 'PERSONAL' | 'FOREIGN';

export type ParsedPhone = { readonly e164: string; readonly kind: PhoneKind };

const LONGEST = 40;

/**
 * Reads one telephone number as people write it; null when it is none. A Spanish number must be of a range in use
 * (hence libphonenumber's largest metadata: the smallest does not know the ranges, and saves 0.3 MB of 4 in each
 * worker); of a foreign one, which nobody here can check, only the length must be possible.
 */
export function parsePhone(text: string, defaultCountry: CountryCode = 'ES'): ParsedPhone | null {
  if (text.length > LONGEST) return null;
  // All of 6 is in use: most numbers in the mail, and the library takes its time.
  if (defaultCountry === 'ES' && /^(?:\+34)?6\d{8}$/.test(text))
    return { e164: `+34${text.slice(-9)}`, kind: 'MOBILE' };
  const phone = parsePhoneNumber(spelt(text), { defaultCountry, extract: false });
  if (phone === undefined) return null;
  if (phone.countryCallingCode !== '34') {
    return phone.isPossible() ? { e164: phone.number, kind: 'FOREIGN' } : null;
  }
  // 5 is for machines (M2M): nobody's telephone.
  if (!phone.isValid() || phone.nationalNumber.startsWith('5')) return null;
  return { e164: phone.number, kind: spanishKind(phone.nationalNumber) };
}

/** Why a text is no telephone number, in words for the clerk; null when it is one. */
export function phoneProblem(text: string): string | null {
  if (parsePhone(text) !== null) return null;
  const plain = spelt(text);
  const odd = [...new Set(plain.replace(/[\d\s.+/-]/gu, ''))];
  if (odd.length > 0) return `Tiene ${odd.map((one) => `«${one}»`).join(', ')} donde va una cifra.`;
  const digits = plain.replace(/\D/gu, '');
  const international = /^(?:\+|00)/u.test(plain);
  const national = digits.replace(international ? /^(?:00)?34/u : /^34(?=\d{9}$)/u, '');
  if (international && national === digits)
    return 'No tiene las cifras de un teléfono del país de su prefijo.';
  if (national.length !== 9) {
    const count = national.length === 1 ? '1 cifra' : `${national.length} cifras`;
    return `Tiene ${count} y un teléfono español tiene 9. Uno extranjero se escribe con su prefijo.`;
  }
  return 'Tiene 9 cifras, pero en España no hay teléfonos que empiecen así.';
}

const LABEL =
  /^\s*(?:tel(?:[eé]f(?:ono)?)?|te?lfn?o?|tfn?o?|m[oóò][bv]il|mobile|phone|cel(?:ular)?|whatsapp|fijo)\b[\s.:]*/iu;

/** "(+34) 612 ..." is common, and the library reads no prefix in brackets, no label and nothing invisible. */
function spelt(text: string): string {
  if (/^[+\d]+$/.test(text)) return text;
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(LABEL, '')
    .replace(/[()_,]/g, ' ')
    .trim();
}

/** Spain's plan: 6 and 71 to 79 mobile, 70 personal, 8 and 9 fixed (DOMAIN.md section 4). */
function spanishKind(national: string): PhoneKind {
  if (national.startsWith('70')) return 'PERSONAL';
  return /^[67]/u.test(national) ? 'MOBILE' : 'LANDLINE';
}

/** For the screen: "+34 612 03 45 67". What is no E.164 number comes back as it is. */
export function formatPhone(e164: string): string {
  return parsePhoneNumber(e164)?.formatInternational() ?? e164;
}

/** With the last three digits hidden, as the service itself shows it (seed 001): "+34 612034***". */
export function maskPhone(e164: string): string {
  const phone = parsePhoneNumber(e164);
  if (phone === undefined) return '***';
  return `+${phone.countryCallingCode} ${phone.nationalNumber.slice(0, -3)}***`;
}
