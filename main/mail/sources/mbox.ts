import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { MailSource } from '../model.ts';
import { unreadable } from './unreadable.ts';

const CHUNK = 4 * 1024 * 1024;
/** A separator line is shorter than this. */
const MAX_SEPARATOR = 1024;

// What follows "From ": an address or a dash, and a date with a time of day. Some exporters leave the date out.
const separator = /^From (?:.*\d{1,2}:\d{2}.*|-|\S+@\S+|MAILER-DAEMON)?\s*$/;

/**
 * An mbox file of any size: only the message being read is in memory. Messages begin at a "From " line at the start
 * of the file or after a blank line; the blank line before the next one is not part of the message. Line ends stay
 * as they are, and ">From " loses one ">" (mboxrd). Items are `name#1`, `name#2`, ...
 */
export function mbox(file: string): MailSource {
  const location = path.resolve(file);
  const name = path.basename(location);
  return {
    kind: 'MBOX',
    location,
    name,
    count: () => Promise.resolve(null),
    async *items(signal) {
      const handle = await open(location).catch(unreadable(location));
      try {
        let number = 0;
        for await (const { start, end } of messageRanges(handle)) {
          if (signal.aborted) return;
          number++;
          // The file is opened again for each read: an item may be read after the walk is over.
          yield { item: `${name}#${number}`, read: () => readMessage(location, start, end) };
        }
      } finally {
        await handle.close();
      }
    },
  };
}

type Range = { readonly start: number; readonly end: number };

/** Byte ranges of the messages, without separator lines and the blank lines before them. */
async function* messageRanges(handle: FileHandle): AsyncGenerator<Range> {
  const { size } = await handle.stat();
  const buffer = Buffer.allocUnsafe(CHUNK + MAX_SEPARATOR);
  let messageStart: number | null = null;
  // Each window begins early enough to see the blank line before a separator that begins in it.
  for (let base = 0; base < size; base += CHUNK) {
    const from = Math.max(0, base - 3);
    const window = buffer.subarray(0, await fill(handle, buffer, from));
    const limit = base + CHUNK - from;
    let at = from === 0 ? 0 : window.indexOf('\nFrom ') + 1;
    while ((at > 0 || from === 0) && at < Math.min(limit, window.length)) {
      const found = separatorAt(window, at, from === 0 && at === 0);
      if (found && from + at >= base) {
        if (messageStart !== null) yield { start: messageStart, end: from + at - found.blankLine };
        messageStart = from + found.lineEnd;
      }
      const next = window.indexOf('\nFrom ', at);
      if (next < 0) break;
      at = next + 1;
    }
  }
  if (messageStart !== null) {
    // The last message may end in the blank line that would come before the next separator.
    const tail = buffer.subarray(
      0,
      await fill(handle, buffer.subarray(0, 3), Math.max(messageStart, size - 3)),
    );
    yield { start: messageStart, end: size - (blankLineBefore(tail, tail.length) ?? 0) };
  }
}

/** Reads until the buffer is full or the file ends; answers how many bytes there are. */
async function fill(handle: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

/** The separator line that begins at `at`: where its line ends and how long the blank line before it is. */
function separatorAt(
  window: Buffer,
  at: number,
  fileStart: boolean,
): { readonly lineEnd: number; readonly blankLine: number } | null {
  const blankLine = fileStart ? 0 : blankLineBefore(window, at);
  if (blankLine === null) return null;
  const newline = window.indexOf(0x0a, at);
  const lineEnd = newline < 0 ? window.length : newline + 1;
  return separator.test(window.toString('latin1', at, lineEnd)) ? { lineEnd, blankLine } : null;
}

function blankLineBefore(window: Buffer, at: number): number | null {
  const before = window.toString('latin1', Math.max(0, at - 3), at);
  if (before.endsWith('\n\r\n')) return 2;
  return before.endsWith('\n\n') ? 1 : null;
}

async function readMessage(location: string, start: number, end: number): Promise<Uint8Array> {
  const handle = await open(location);
  try {
    const bytes = Buffer.allocUnsafeSlow(end - start);
    const filled = await fill(handle, bytes, start);
    if (filled < bytes.length) throw new Error('the file became shorter while it was read');
    return unquoteFromLines(bytes);
  } finally {
    await handle.close();
  }
}

function unquoteFromLines(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let copied = 0;
  for (let at = bytes.indexOf('>From '); at >= 0; at = bytes.indexOf('>From ', at + 6)) {
    let lineStart = at;
    while (lineStart > 0 && bytes[lineStart - 1] === 0x3e) lineStart--;
    if (lineStart > 0 && bytes[lineStart - 1] !== 0x0a) continue;
    pieces.push(bytes.subarray(copied, lineStart));
    copied = lineStart + 1;
  }
  return pieces.length === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(copied)]);
}
