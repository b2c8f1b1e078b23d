import libmime from 'libmime';
import type { ParseLimits } from './model.ts';

/** One MIME entity by its byte offsets into the raw message; containers are listed too. */
export type MimePart = {
  readonly headerStart: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly contentType: string; // lower case
  readonly encoding: string; // lower case, '' when not declared
  readonly attached: boolean; // Content-Disposition: attachment
  readonly alternative: boolean; // below a multipart/alternative
  readonly related: boolean; // below a multipart/related
  readonly container: boolean; // a multipart with a boundary
  readonly embedded: boolean; // a message that mailparser opens in place
};

export type Structure = {
  readonly parts: readonly MimePart[]; // in order of appearance; the first is the message itself
  /** Where the first part over the limits begins; null when all are within. */
  readonly cut: number | null;
  /** Every container ends with its own last delimiter, and no delimiter is oddly written. */
  readonly whole: boolean;
};

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
/** A header block longer than this is not one. */
const MAX_HEADER_BYTES = 16 * 1024 * 1024;

/** Offset behind the blank line that ends the header block starting at `start`. */
export function headerEnd(raw: Buffer, start: number): number {
  let line = start;
  const last = Math.min(raw.length, start + MAX_HEADER_BYTES);
  while (line < last) {
    if (raw[line] === LF) return line + 1;
    if (raw[line] === CR && raw[line + 1] === LF) return line + 2;
    const end = raw.indexOf(LF, line);
    if (end < 0) return raw.length;
    line = end + 1;
  }
  return Math.min(line, raw.length);
}

const contentType = /^content-type:(.*(?:\r?\n[ \t].*)*)/im;
const transferEncoding = /^content-transfer-encoding:[ \t]*([\w-]+)/im;
const disposition = /^content-disposition:\s*(\w+)/im;

/** A parameter of the Content-Type in a header block, null when it is not there. */
export function contentTypeParameter(header: string, name: string): string | null {
  const declared = contentType.exec(header)?.[1];
  return declared ? (libmime.parseHeaderValue(declared).params[name]?.trim() ?? null) : null;
}

const LAST_OF_DELIMITER = /^(?:--)?\r?\n$|^--$/;

type Container = Pick<MimePart, 'alternative' | 'related'> & {
  readonly boundary: Buffer;
  readonly depth: number;
};

/**
 * Finds the parts of a message without decoding anything: a guard in front of the parser (limits on parts and
 * depth) and the map for repairs. Time grows with the length of the message only.
 */
export function scanStructure(raw: Buffer, limits: ParseLimits): Structure {
  const parts: MimePart[] = [];
  const open: Container[] = [];
  let leaf: { part: Omit<MimePart, 'bodyEnd'> } | null = null;
  let cut: number | null = null;

  const close = (end: number) => {
    if (leaf) parts.push({ ...leaf.part, bodyEnd: Math.max(end, leaf.part.bodyStart) });
    leaf = null;
  };

  // Opens the entity whose header block starts there; answers where the search for delimiters goes on.
  const enter = (
    headerStart: number,
    { alternative, related, depth }: Omit<Container, 'boundary'>,
    delimiter: number,
  ): number | null => {
    if (parts.length >= limits.maxParts || depth > limits.maxDepth) {
      cut = delimiter;
      return null;
    }
    const bodyStart = headerEnd(raw, headerStart);
    const header = raw.toString('latin1', headerStart, bodyStart);
    const declared = contentType.exec(header)?.[1] ?? '';
    const type = /^\s*([^\s;]+)/.exec(declared)?.[1]?.toLowerCase() ?? 'text/plain';
    const encoding = transferEncoding.exec(header)?.[1]?.toLowerCase() ?? '';
    const shown = disposition.exec(header)?.[1]?.toLowerCase() ?? null;
    // mailparser opens an embedded message in place only when it is declared inline and not encoded.
    const embedded =
      type === 'message/rfc822' &&
      shown === 'inline' &&
      encoding !== 'base64' &&
      encoding !== 'quoted-printable';
    const boundary = type.startsWith('multipart/') ? contentTypeParameter(header, 'boundary') : null;
    const part = {
      headerStart,
      bodyStart,
      contentType: type,
      encoding,
      attached: shown === 'attachment',
      alternative,
      related,
      container: boundary !== null && boundary !== '',
      embedded,
    };
    if (boundary) {
      parts.push({ ...part, bodyEnd: raw.length });
      open.push({
        boundary: Buffer.from(boundary),
        alternative: alternative || type === 'multipart/alternative',
        related: related || type === 'multipart/related',
        depth: depth + 1,
      });
    } else if (embedded) {
      parts.push({ ...part, bodyEnd: raw.length });
      return enter(bodyStart, { alternative, related, depth: depth + 1 }, bodyStart);
    } else {
      leaf = { part };
    }
    return bodyStart;
  };

  let whole = true;
  let position = enter(0, { alternative: false, related: false, depth: 1 }, 0);
  while (position !== null && open.length > 0) {
    // A delimiter may stand on the very first line of a body: the line end before it belongs to the header.
    const lineEnd = raw.indexOf('\n--', Math.max(position - 1, 0), 'latin1');
    if (lineEnd < 0) break;
    const delimiter = lineEnd + 1;
    position = delimiter + 2;
    const level = open.findLastIndex(({ boundary }) => isDelimiter(raw, position ?? 0, boundary));
    const container = open[level];
    if (!container) continue;
    close(raw[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd);
    const after = position + container.boundary.length;
    const nextLine = raw.indexOf(LF, after);
    const rest = raw.toString('latin1', after, Math.min(nextLine < 0 ? raw.length : nextLine + 1, after + 5));
    whole &&= level === open.length - 1 && LAST_OF_DELIMITER.test(rest);
    open.length = level + 1;
    if (raw[after] === DASH && raw[after + 1] === DASH) open.length = level;
    else if (nextLine < 0) break;
    else position = enter(nextLine + 1, container, delimiter);
  }
  close(cut ?? raw.length);
  return {
    parts: parts.sort((a, b) => a.headerStart - b.headerStart),
    cut,
    whole: whole && open.length === 0,
  };
}

function isDelimiter(raw: Buffer, start: number, boundary: Buffer): boolean {
  if (raw[start] !== boundary[0] && boundary.length > 0) return false;
  const end = start + boundary.length;
  if (end > raw.length || raw.compare(boundary, 0, boundary.length, start, end) !== 0) return false;
  const next = raw[end];
  return next === undefined || next === LF || next === CR || (next === DASH && raw[end + 1] === DASH);
}
