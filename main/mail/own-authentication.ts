import { domainToASCII } from 'node:url';
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

type Results = {
  readonly server: string;
  readonly results: readonly {
    readonly method: string;
    readonly result: string;
    readonly from: readonly string[]; // domains of header.from, in ASCII
  }[];
};

/** One Authentication-Results header as it came, nothing decoded: encoded words may hide semicolons. */
function parseResults(value: string): Results | null {
  const plain = withoutComments(value);
  if (plain === null) return null;
  const [first = '', ...rest] = plain.toLowerCase().split(';');
  const server = /^\s*([^\s=]+)(?:\s+\d+)?\s*$/.exec(first)?.[1];
  if (server === undefined) return null;
  const results = rest.map((one) => {
    const pairs = [...one.matchAll(/([^\s=]+)\s*=\s*([^\s=]*)/g)].map(([, key = '', text = '']) => ({
      key,
      text,
    }));
    const [method, ...properties] = pairs;
    return {
      method: (method?.key ?? '').replace(/\/\d+$/, ''),
      result: method?.text ?? '',
      from: properties
        .filter(({ key }) => key === 'header.from')
        .map(({ text }) => domainToASCII(text.slice(text.lastIndexOf('@') + 1))),
    };
  });
  return { server, results };
}

/**
 * The value without comments, which nest, and with the signs that mean something blotted out inside quoted strings
 * (RFC 5322 3.2): both hold what the sender chose. Null when one of them does not end.
 */
function withoutComments(value: string): string | null {
  let plain = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    if (sign === '\\' && (quoted || depth > 0)) at++;
    else if (sign === '"' && depth === 0) quoted = !quoted;
    else if (sign === '(' && !quoted) depth++;
    else if (sign === ')' && depth > 0 && !quoted) depth--;
    else if (depth === 0) plain += quoted && /[\s;=]/.test(sign) ? '_' : sign;
    if (depth === 0 && sign === ')' && !quoted) plain += ' ';
  }
  return depth > 0 || quoted ? null : plain;
}
