import libmime from 'libmime';
import type { AddressObject, EmailAddress, HeaderLines } from 'mailparser';
import type { Address, AuthenticationResult, HeaderLine } from './model.ts';
import { decodeUnknown } from './repair.ts';

/**
 * One line fit to be shown: no control characters and none of the invisible ones that reorder or hide text (bidi
 * overrides, zero width), white space joined.
 */
export function cleanLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // Nearly every line ends here, and this runs for every header of every message.
  if (!/[^ -~\u00a1-\u00ac\u00ae-\u02ff]/.test(line)) return line;
  return line
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/ +/g, ' ')
    .trim()
    .toWellFormed();
}

/** Headers as they came, in order, unfolded and decoded. */
export function decodeHeaderLines(lines: HeaderLines): HeaderLine[] {
  return lines
    .filter(({ key }) => key !== '')
    .map(({ line }) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon).trim(), value: decodeHeaderValue(line.slice(colon + 1)) };
    });
}

/** `value` holds one byte per character, as mailparser hands header lines out. */
function decodeHeaderValue(value: string): string {
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

/**
 * What the receiving server found out about the sender (RFC 8601), null when it says nothing. Only the topmost
 * server's results count: the lines below may have been written by the sender.
 */
export function authenticationResults(headers: readonly HeaderLine[]): AuthenticationResult | null {
  const all = headers
    .filter(({ name }) => name.toLowerCase() === 'authentication-results')
    .map(({ value }) => parseAuthentication(value))
    .filter((result) => result !== null);
  const [top] = all;
  if (!top) return null;
  // A server may write one line for each method.
  const same = all.filter(({ server }) => server === top.server);
  const first = (method: 'spf' | 'dkim' | 'dmarc') =>
    same.find((one) => one[method] !== null)?.[method] ?? null;
  return { server: top.server, spf: first('spf'), dkim: first('dkim'), dmarc: first('dmarc') };
}

function parseAuthentication(value: string): AuthenticationResult | null {
  const [first = '', ...results] = value.replace(/\([^()]*\)/g, ' ').split(';');
  const server = /^\s*([^\s=]+)(?:\s+\d+)?\s*$/.exec(first)?.[1];
  if (!server) return null;
  const found = new Map<string, string>();
  for (const one of results) {
    const [, method = '', result = ''] = /^\s*(\w+)\s*=\s*(\w+)/.exec(one.toLowerCase()) ?? [];
    if (!found.has(method)) found.set(method, result);
  }
  const result = (method: string) => found.get(method) ?? null;
  return { server: server.toLowerCase(), spf: result('spf'), dkim: result('dkim'), dmarc: result('dmarc') };
}

/** DMARC decides where it was checked; without it SPF and DKIM do. */
export function authenticationFailed(result: AuthenticationResult | null): boolean {
  if (result === null || result.dmarc === 'pass') return false;
  return (
    result.dmarc === 'fail' || result.dkim === 'fail' || (result.spf === 'fail' && result.dkim !== 'pass')
  );
}
