import { hash } from 'node:crypto';
import type { ParsedMail } from 'mailparser';
import type { MimePart } from './structure.ts';

/** Shorter bodies are not worth the copy. */
const WORTH_LIFTING = 2048;
const MARK = 'estafeta-lifted-';

export type Lifted = {
  /** The message with a short mark in place of each body that was taken out. */
  readonly raw: Buffer;
  /** Puts the bodies back into the parsed mail's attachments. */
  readonly restore: (mail: ParsedMail) => void;
};

/**
 * Takes base64 attachments out before the message goes to mailparser, which walks through every line of them: they
 * are decoded here in one step instead. Null when there is none, or when one is not plain base64.
 */
export function liftAttachments(raw: Buffer, parts: readonly MimePart[]): Lifted | null {
  const bodies: MimePart[] = [];
  const pieces: Buffer[] = [];
  let copied = 0;
  for (const part of parts) {
    if (!isLiftable(raw, part)) continue;
    const mark = Buffer.from(MARK + String(bodies.length)).toString('base64');
    pieces.push(raw.subarray(copied, part.bodyStart), Buffer.from(mark));
    copied = part.bodyEnd;
    bodies.push(part);
  }
  if (bodies.length === 0) return null;
  return {
    raw: Buffer.concat([...pieces, raw.subarray(copied)]),
    restore(mail) {
      for (const attachment of mail.attachments) {
        if (attachment.size > MARK.length + 5) continue;
        const found = attachment.content.toString('latin1');
        const part = found.startsWith(MARK) ? bodies[Number(found.slice(MARK.length))] : undefined;
        if (!part) continue;
        attachment.content = Buffer.from(raw.toString('latin1', part.bodyStart, part.bodyEnd), 'base64');
        attachment.size = attachment.content.length;
        attachment.checksum = hash('sha256', attachment.content);
      }
    },
  };
}

function isLiftable(raw: Buffer, part: MimePart): boolean {
  if (part.encoding !== 'base64' || part.bodyEnd - part.bodyStart < WORTH_LIFTING) return false;
  if (/^(text|message|multipart)\//.test(part.contentType)) return false;
  // Padding in the middle means pieces encoded one by one: mailparser knows how to join those.
  const padding = raw.subarray(part.bodyStart, part.bodyEnd).indexOf('=');
  return (
    padding < 0 ||
    /^[=\s]*$/.test(raw.toString('latin1', part.bodyStart + padding, part.bodyEnd).slice(0, 64))
  );
}
