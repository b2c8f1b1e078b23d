import { domainToASCII } from 'node:url';
import type { AuthenticationResult, HeaderLine } from './model.ts';

/**
 * What the receiving server found out about the sender (RFC 8601), null when it says nothing. With the office's own
 * authserv-id no other server is believed. Only the topmost header of the server counts (section 5): what stands
 * further down under the same name may be the sender's work, and is believed only where it speaks against him.
 */
export function authenticationResults(
  headers: readonly HeaderLine[],
  authservId = '',
): AuthenticationResult | null {
  const [top, ...below] = headers
    .filter(({ name }) => name.toLowerCase() === 'authentication-results')
    .map(({ value }) => parseResults(value))
    .filter((one) => one !== null)
    .filter(({ server }) => authservId === '' || server === authservId);
  if (top === undefined) return null;
  const others = below.filter(({ server }) => server === top.server);
  const found = (method: 'spf' | 'dkim' | 'dmarc'): string | null =>
    resultOf(top, method) ??
    others.map((one) => resultOf(one, method)).find((result) => result !== null && result !== 'pass') ??
    null;
  return { server: top.server, spf: found('spf'), dkim: found('dkim'), dmarc: found('dmarc') };
}

function resultOf({ results }: Results, method: string): string | null {
  return results.find((one) => one.method === method)?.result ?? null;
}

/** DMARC decides where it was checked; without it SPF and DKIM do. */
export function authenticationFailed(result: AuthenticationResult | null): boolean {
  if (result === null || result.dmarc === 'pass') return false;
  return (
    result.dmarc === 'fail' || result.dkim === 'fail' || (result.spf === 'fail' && result.dkim !== 'pass')
  );
}

/** What one Authentication-Results header says, in lower case. */
export type Results = {
  readonly server: string;
  readonly results: readonly {
    readonly method: string;
    readonly result: string;
    readonly from: readonly string[]; // domains of header.from, in ASCII
  }[];
};

/**
 * One Authentication-Results header as it came (RFC 8601), nothing decoded: encoded words may hide semicolons. Null
 * when it is none, or could be read in two ways.
 */
export function parseResults(value: string): Results | null {
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
