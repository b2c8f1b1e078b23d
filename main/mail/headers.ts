import libmime from 'libmime';
import type { AddressObject, EmailAddress, HeaderLines } from 'mailparser';
import type { Address, HeaderLine } from './model.ts';
import { decodeUnknown } from './repair.ts';

/** Visible signs, one space between two words at most. */
const CLEAN = /^[!-~\u00a1-\u00ac\u00ae-\u02ff]*(?: [!-~\u00a1-\u00ac\u00ae-\u02ff]+)*$/;
const CLEAN_ASCII = /^[!-~]*(?: [!-~]+)*$/;

/**
 * One line fit to be shown: no control characters and none of the invisible ones that reorder or hide text (bidi
 * overrides, zero width), white space joined.
 */
export function cleanLine(text: string): string {
  const trimmed = text.trim();
  // Nearly every line ends here, and this runs for every header of every message.
  if (CLEAN.test(trimmed)) return trimmed;
  const line = trimmed.replace(/\s+/g, ' ');
  if (CLEAN.test(line)) return line;
  return line
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ +/g, ' ')
    .trim()
    .toWellFormed();
}

/** Holds words that the sender chose: decoded, they could pass for the server's own. */
const UNDECODED = /^authentication-results$/i;

/** Headers as they came, in order, unfolded and decoded. */
export function decodeHeaderLines(lines: HeaderLines): HeaderLine[] {
  return lines
    .filter(({ key }) => key !== '')
    .map(({ line }) => {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon).trim();
      const value = line.slice(colon + 1);
      return { name, value: UNDECODED.test(name) ? cleanLine(value) : decodeHeaderValue(value) };
    });
}

/** `value` holds one byte per character, as mailparser hands header lines out. */
function decodeHeaderValue(value: string): string {
  const trimmed = value.trim();
  if (CLEAN_ASCII.test(trimmed) && !trimmed.includes('=?')) return trimmed;
  const plain = /[\u0080-\u00ff]/.test(value) ? decodeUnknown(Buffer.from(value, 'latin1')) : value;
  return cleanLine(plain.includes('=?') ? decodeWords(plain.replace(/\r?\n[ \t]/g, ' ')) : plain);
}

function decodeWords(text: string): string {
  try {
    return libmime.decodeWords(text);
  } catch {
    return text; // a charset nobody knows: shown as it was written
  }
}

/** First value of a header, null when it is not there. */
export function headerValue(headers: readonly HeaderLine[], name: string): string | null {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}

/** Addresses of an address header, groups opened; addresses in lower case, names cleaned. */
export function addressesOf(header: AddressObject | AddressObject[] | undefined): Address[] {
  const flatten = (list: readonly EmailAddress[]): EmailAddress[] =>
    list.flatMap((one) => (one.group ? flatten(one.group) : [one]));
  return [header ?? []]
    .flat()
    .flatMap((object) => flatten(object.value))
    .map(({ name, address }) => ({ name: cleanLine(name), address: cleanLine(address ?? '').toLowerCase() }))
    .filter(({ name, address }) => name !== '' || address !== '');
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTHS_ES = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
// Minutes east of UTC of the zone names of RFC 5322 4.3 and those that servers in Spain write.
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
const mailDate =
  /(?:^|[\s,])(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,5}))?/i;

/**
 * Instant of a Date or Received header (RFC 5322 3.3 and 4.3; Spanish day and month names too), UTC ms. Null when
 * a field is out of its range; a missing or unknown zone counts as UTC.
 */
export function parseMailDate(value: string): number | null {
  // Some programs write ISO 8601 instead.
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(value))
    return Date.parse(value) || null;
  const [, day, month, year, hour, minute, second = '0', sign, zoneHours, zoneMinutes, zone] =
    mailDate.exec(value) ?? [];
  if (!day || !month || !year || !hour || !minute) return null;
  const name = month.toLowerCase();
  const monthIndex = Math.max(MONTHS.indexOf(name), MONTHS_ES.indexOf(name));
  const written = Number(year);
  // RFC 5322 4.3: two digits up to 49 are this century, the rest and three digits count from 1900.
  const fullYear =
    year.length === 2 && written < 50 ? written + 2000 : year.length < 4 ? written + 1900 : written;
  const offset = sign
    ? (sign === '-' ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes))
    : (ZONES[zone?.toLowerCase() ?? ''] ?? 0);
  if (monthIndex < 0 || fullYear < 1970 || fullYear > 9999) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60 || Math.abs(offset) > 16 * 60)
    return null;
  const local = Date.UTC(fullYear, monthIndex, Number(day), Number(hour), Number(minute), Number(second));
  return new Date(local).getUTCMonth() === monthIndex ? local - offset * 60_000 : null;
}

/** Message-IDs in a header value, in order, without duplicates, angle brackets kept. */
export function messageIds(...values: readonly (string | null)[]): string[] {
  return [...new Set(values.flatMap((value) => value?.match(/<[^<>\s]{1,995}>/g) ?? []))];
}
