import { domainToASCII } from 'node:url';
import { parseResults } from './authentication-results.ts';
import { rawHeaderLines } from './header-block.ts';

/**
 * What the office's own receiving server found out about the domain of the sender. NO_HEADER: it says nothing;
 * NOT_PASSED: nothing that proves the domain.
 */
export type OwnDmarc = 'NO_HEADER' | 'NOT_PASSED' | 'PASSED';

/**
 * Whether the office's own server (its authserv-id, lower case) found DMARC to pass for exactly the domain of the
 * From address (RFC 8601, RFC 7489 3.1). Only its topmost header counts: whatever stands further down came with the
 * message. A header that can be read in two ways, two From headers or two addresses in one prove nothing.
 */
export function ownDmarc(raw: Uint8Array, authservId: string, fromAddress: string): OwnDmarc {
  const headers = rawHeaderLines(raw).map(splitHeader);
  const own = headers
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => parseResults(value))
    .find((results) => authservId !== '' && results?.server === authservId);
  if (!own) return 'NO_HEADER';
  const domain = domainToASCII(fromAddress.slice(fromAddress.lastIndexOf('@') + 1));
  const froms = headers.filter(({ name }) => name === 'from');
  const isOnly = froms.length === 1 && addressesIn(froms[0]?.value ?? '').every((one) => one === fromAddress);
  const [dmarc, ...more] = own.results.filter(({ method }) => method === 'dmarc');
  const aligned = domain !== '' && dmarc?.from.length === 1 && dmarc.from[0] === domain;
  return isOnly && more.length === 0 && dmarc?.result === 'pass' && aligned ? 'PASSED' : 'NOT_PASSED';
}

function splitHeader(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  return { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1) };
}

/** Everything in a From header that looks like an address, the display name's words too. */
function addressesIn(value: string): string[] {
  return (value.match(/[^\s<>"',;:()[\]]+@[^\s<>"',;:()[\]]+/g) ?? []).map((one) => one.toLowerCase());
}
