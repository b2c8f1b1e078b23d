import { isAscii } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { simpleParser, type ParsedMail, type SimpleParserOptions } from 'mailparser';
import { assembleMail } from './assemble.ts';
import { withBodies, withinBounds } from './bounds.ts';
import type { Mark, ParseLimits, ParseStatus } from './model.ts';
import { openWinmail } from './outlook/open.ts';
import { hasBareCr, repairCharsets, repairFraming } from './repair.ts';
import { headerEnd, scanStructure, type Structure } from './structure.ts';

/** What mailparser made of a message, after the repairs that were needed; attachments' bytes included. */
export type Mime = {
  readonly status: ParseStatus;
  readonly marks: ReadonlySet<Mark>;
  readonly mail: ParsedMail;
  readonly structure: Structure;
};

/** `full` also turns plain parts into HTML where a message mixes both: for the screen, not for ingest. */
export type MimeUse = 'facts' | 'full';

const EMPTY_MAIL: ParsedMail = { attachments: [], headers: new Map(), headerLines: [], html: false };
/** Headers of a message over the size limit are read up to here. */
const OVERSIZED_HEADER_BYTES = 256 * 1024;

/**
 * Parses raw bytes with mailparser and notices when it fails in silence. Never throws: what cannot be read comes
 * back as UNPARSABLE with an empty mail, and the raw bytes stay the truth.
 */
export async function readMime(raw: Buffer, limits: ParseLimits, use: MimeUse): Promise<Mime> {
  if (raw.length > limits.maxMessageBytes) {
    const head = raw.subarray(0, Math.min(headerEnd(raw, 0), OVERSIZED_HEADER_BYTES));
    const read = await readOnce(head, limits, use);
    return {
      ...read,
      status: 'OVERSIZED',
      mail: { ...read.mail, text: undefined, html: false, attachments: [] },
    };
  }
  let read = await readOnce(raw, limits, use);
  if (!looksRead(read.mail) || (isBlank(read.mail) && hasBareCr(raw))) {
    const repaired = repairFraming(raw);
    const second = repaired ? await readOnce(repaired, limits, use) : read;
    if (looksRead(second.mail)) read = { ...second, status: second === read ? 'PARSED' : 'REPAIRED' };
    else
      return { ...read, status: 'UNPARSABLE', mail: { ...EMPTY_MAIL, headerLines: second.mail.headerLines } };
  }
  return read;
}

async function readOnce(raw: Buffer, limits: ParseLimits, use: MimeUse): Promise<Mime> {
  let structure = scanStructure(raw, limits);
  const marks = new Set<Mark>();
  if (structure.cut !== null) marks.add('TOO_DEEP');
  const header = raw.subarray(0, structure.parts[0]?.bodyStart ?? 0);
  if (!isAscii(header)) marks.add('RAW_8BIT_HEADERS');
  let within = structure.cut === null ? raw : raw.subarray(0, structure.cut);
  const bounded = withinBounds(within, structure.parts);
  if (bounded) {
    const read = await readOnce(bounded, limits, use);
    return { ...read, marks: new Set([...marks, ...read.marks, 'TOO_DEEP']) };
  }
  const closed = withBodies(within, structure.parts);
  if (closed) {
    within = closed;
    structure = scanStructure(closed, limits);
  }
  let mail = await runParser(within, structure, use);
  const innerPart = structure.parts[1];
  if (!mail && innerPart && structure.parts[0]?.embedded === false) {
    // Parts that mailparser gives up on: the headers and what stands before them are read at least.
    const beginning = within.subarray(0, innerPart.headerStart);
    mail = await runParser(beginning, scanStructure(beginning, limits), use);
    marks.add('TOO_DEEP');
  }
  if (mail && hasDoubtfulText(mail)) {
    const repaired = repairCharsets(within, structure.parts);
    const second = repaired && (await runParser(repaired.raw, scanStructure(repaired.raw, limits), use));
    if (second) {
      mail = second;
      if (repaired.contradicted) marks.add('CHARSET_CORRECTED');
    }
  }
  if (mail && openWinmail(mail, limits)) marks.add('TOO_DEEP');
  return { status: mail ? 'PARSED' : 'UNPARSABLE', marks, mail: mail ?? EMPTY_MAIL, structure };
}

async function runParser(raw: Buffer, structure: Structure, use: MimeUse): Promise<ParsedMail | null> {
  const mixed = mixesTextAndHtml(structure);
  const hasHtml = structure.parts.some((part) => part.contentType === 'text/html' && !part.attached);
  const options: SimpleParserOptions = {
    // HTML is turned into text here only where it stands beside plain parts; alone it is done in parse.ts.
    skipHtmlToText: !mixed,
    skipTextToHtml: use === 'facts' || !hasHtml,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: 'sha256',
  };
  const assembled = use === 'facts' && !mixed ? assembleMail(raw, structure) : null;
  if (assembled) return withTypes(assembled);
  try {
    return withTypes(await parseOrStall(raw, options));
  } catch {
    // Not swallowed: the caller marks the message UNPARSABLE and its raw bytes are kept.
    return null;
  }
}

/** How long the thread idles before a parser that is not done is given up. */
const STALL_MS = 250;

/**
 * mailparser waits for ever on some broken messages. All it needs is in memory, so it never waits for anything: once
 * the thread has nothing to do and the mail is not there, it will not come. Rejects then.
 */
async function parseOrStall(raw: Buffer, options: SimpleParserOptions): Promise<ParsedMail> {
  const before = performance.eventLoopUtilization();
  let watch: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    watch = setInterval(() => {
      if (performance.eventLoopUtilization(before).idle > STALL_MS) reject(new Error('mailparser stalled'));
    }, STALL_MS);
  });
  try {
    return await Promise.race([simpleParser(raw, options), stalled]);
  } finally {
    clearInterval(watch);
  }
}

/** mailparser hands out what stands for an empty header value as it is, whatever its types say. */
function withTypes(mail: ParsedMail): ParsedMail {
  for (const attachment of mail.attachments) {
    const declared: unknown = attachment.contentType;
    const name: unknown = attachment.filename;
    if (typeof declared !== 'string') attachment.contentType = 'application/octet-stream';
    if (typeof name !== 'string') attachment.filename = undefined;
  }
  return mail;
}

/** HTML outside multipart/alternative beside plain text: both are content, in order of appearance. */
function mixesTextAndHtml({ parts }: Structure): boolean {
  const shown = parts.filter((part) => !part.attached);
  return (
    shown.some((part) => part.contentType === 'text/html' && !part.alternative) &&
    shown.some((part) => part.contentType === 'text/plain')
  );
}

// A header block without any of these is not a message that mailparser understood.
const KNOWN_HEADERS = [
  'subject',
  'to',
  'date',
  'message-id',
  'received',
  'return-path',
  'content-type',
  'mime-version',
  'delivered-to',
  'cc',
];

function looksRead(mail: ParsedMail): boolean {
  return (
    KNOWN_HEADERS.some((name) => mail.headers.has(name)) ||
    (mail.from?.value.some((one) => one.address) ?? false)
  );
}

function isBlank(mail: ParsedMail): boolean {
  return !mail.text?.trim() && !mail.html && mail.attachments.length === 0;
}

// Replacement characters, or UTF-8 read as a single-byte charset. Only a reason to look at the bytes, no proof.
const doubtful = /[\ufffd\u0080-\u009f]|[\u00c2\u00c3\u00e2][\u0080-\uffff]/;

function hasDoubtfulText(mail: ParsedMail): boolean {
  return (
    (mail.text !== undefined && doubtful.test(mail.text)) ||
    (typeof mail.html === 'string' && doubtful.test(mail.html)) ||
    (mail.subject !== undefined && doubtful.test(mail.subject)) ||
    [mail.from, mail.replyTo, mail.to, mail.cc]
      .flat()
      .some((one) => one !== undefined && doubtful.test(one.text)) ||
    mail.attachments.some((one) => one.filename !== undefined && doubtful.test(one.filename))
  );
}
