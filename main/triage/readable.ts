import type { Kind } from './model.ts';
import type { Body } from './quoted.ts';

/** A text to search, twice: as written and flattened. Offsets hold in both and in the original. */
export type Page = { readonly text: string; readonly flat: string };

/** Lines of so many characters are broken by the mail program; longer ones by who wrote them, for it breaks none there. */
const WRAPPED_FROM = 58;
const WRAPPED_TO = 80;

/** A blank one, or "Hija: Ana ...". */
const BEGINS_ANEW = /^(?:\s|$|\p{Lu}[\p{L} .]{1,20}:)/u;

/**
 * The words a message may be searched in, every other character blanked out so that offsets stay: without the
 * quoted part of a reply and the header lines of a forwarded message, and with hard-wrapped lines joined.
 */
export function readable(body: Body, kind: Kind): Page {
  const text = searchable(body.text, body, kind);
  return { text: unwrap(text, text), flat: unwrap(searchable(body.flat, body, kind), text) };
}

function searchable(text: string, { ownEnd, earlierStart }: Body, kind: Kind): string {
  const earlier = text.slice(earlierStart);
  const own = text.slice(0, ownEnd);
  const kept = kind === 'REPLY' ? answersBelow(earlier) : earlier.replace(/^[>\s]*>/gm, blank);
  // One marked line announces nothing, but in a reply it is no word of the writer's.
  const unquoted = kind === 'REPLY' && own.includes('>') ? own.replace(MARKED, blank) : own;
  const whole = [unquoted, blank(text.slice(ownEnd, earlierStart)), kept].join('');
  // Hard spaces. Single characters are looked for faster than a class of them.
  return whole.replaceAll('\u00a0', ' ').replaceAll('\u2007', ' ').replaceAll('\u202f', ' ');
}

const MARKED = /^[ \t]*>[^\n]*$/gm;

/** Under a quotation marked with ">" the unmarked lines are an answer; without marks all of it is the earlier message. */
function answersBelow(earlier: string): string {
  return earlier.trimStart().startsWith('>') ? earlier.replace(MARKED, blank) : blank(earlier);
}

function blank(text: string): string {
  return text.replace(/[^\n]+/g, (line) => ' '.repeat(line.length));
}

/** Lines broken by the mail program run on: the break becomes a space. `written` is the text with its capitals. */
function unwrap(text: string, written: string): string {
  // Joined and not added up: what is added up the engine keeps in pieces, and every look at it costs more.
  const pieces: string[] = [];
  let from = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    const length = end - start;
    if (
      length >= WRAPPED_FROM &&
      length <= WRAPPED_TO &&
      !BEGINS_ANEW.test(written.slice(end + 1, end + 30))
    ) {
      pieces.push(text.slice(from, end));
      from = end + 1;
    }
    start = end + 1;
  }
  pieces.push(text.slice(from));
  return pieces.join(' ');
}
