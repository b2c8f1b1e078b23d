import type { TimeZone } from '../days.ts';
import type { QuoteStyle } from './reply-model.ts';

/** A message as it is quoted. */
export type Quoted = {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly receivedAt: Date;
  readonly text: string;
};

/** More of a message than this is not quoted again: it is in the case, and answers to answers grow. */
const QUOTE_LIMIT = 20_000;
const CUT = '[…]';

/** The answer's text with the answered one where the office wants it, each line marked. */
export function withQuote(body: string, style: QuoteStyle, original: Quoted, zone: TimeZone): string {
  switch (style) {
    case 'NONE':
      return body;
    case 'BELOW':
      return `${body.trimEnd()}\n\n${quoted(original, zone)}\n`;
    case 'ABOVE':
      return `${quoted(original, zone)}\n\n${body.trimEnd()}\n`;
  }
}

function quoted(original: Quoted, zone: TimeZone): string {
  const { fromName, fromAddress, receivedAt } = original;
  const at = new Intl.DateTimeFormat('es', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(
    receivedAt,
  );
  const who = fromName === '' || fromName === fromAddress ? fromAddress : `${fromName} <${fromAddress}>`;
  const whole = original.text.trim().replace(/\r\n?/gu, '\n');
  const text = whole.length > QUOTE_LIMIT ? `${whole.slice(0, QUOTE_LIMIT).toWellFormed()}\n${CUT}` : whole;
  const lines = text
    .split('\n')
    .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`));
  return [`El ${at}, ${who} escribió:`, ...lines].join('\n');
}
