import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { projectRoot } from '../../main/paths.ts';

const FIXTURES = join(projectRoot, 'test', 'fixtures', 'mailboxes', 'provincial');

/** mulberry32: the same mailbox on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Makes a Maildir of `count` messages out of the fixture mailbox: unique Message-IDs, bodies varied with sentences
 * of other messages, two in five with HTML, half with attachments, one in ten a fixture as it is (with its MIME
 * oddities) under a new Message-ID. About 20 KB on average. Answers the bytes written.
 */
export async function makeMaildir(folder: string, count: number): Promise<number> {
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(folder, name), { recursive: true });
  const next = random(20260316);
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(next() * list.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  };
  const originals = readdirSync(FIXTURES)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(join(FIXTURES, name)));
  const parsed = await Promise.all(originals.map((raw) => simpleParser(raw, { skipHtmlToText: true })));
  // Without figures: a real message names one person or two, not the identity numbers of ten others.
  const sentences = parsed
    .flatMap((mail) => (mail.text ?? '').split(/(?<=[.!?])\s+/))
    .filter((sentence) => sentence.length > 20 && !/\d/.test(sentence));
  let bytes = 0;
  for (let n = 0; n < count; n++) {
    const raw = next() < 0.1 ? renamed(pick(originals), n) : composed(n);
    bytes += raw.length;
    writeFileSync(join(folder, 'cur', `${1_584_000_000 + n}.M${n}P1.desk:2,S`), raw);
  }
  return bytes;

  function composed(n: number): Buffer {
    const mail = pick(parsed);
    const paragraphs = Array.from({ length: 3 + Math.floor(next() * 12) }, () =>
      Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(sentences)).join(' '),
    );
    const text = `${mail.text ?? ''}\n\n${paragraphs.join('\n\n')}\n\nReferencia ${n}`;
    const boundary = `b${n}x${Math.floor(next() * 1e9)}`;
    const parts = [
      `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text)}`,
    ];
    if (next() < 0.4) {
      const html = `<html><body><div>${text.replaceAll('\n\n', '</p><p>')}</div></body></html>`;
      parts.push(
        `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(html)}`,
      );
    }
    let body = multipart('alternative', `a${boundary}`, parts);
    if (next() < 0.5) {
      const size = 2000 + Math.floor(next() * 46_000);
      const noise = Buffer.alloc(size);
      for (let i = 0; i < size; i += 4)
        noise.writeUInt32LE(Math.floor(next() * 4294967296), Math.min(i, size - 4));
      noise.write('%PDF-1.4\n');
      const attachment = `Content-Type: application/pdf; name="documento${n}.pdf"\r\nContent-Disposition: attachment; filename="documento${n}.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(noise)}`;
      body = multipart('mixed', boundary, [body, attachment]);
    }
    const date = new Date(Date.UTC(2020, 2, 16) + n * 60_000);
    return Buffer.from(
      `Return-Path: <persona${n}@example.org>\r\nReceived: from mail.example.org by mx1.tgss.example; ${date.toUTCString()}\r\n` +
        `From: Persona ${n} <persona${n % 7000}@example.org>\r\nTo: zaragoza.sincertificado@tgss.example\r\n` +
        `Subject: =?utf-8?B?${Buffer.from(`${mail.subject ?? ''} ${n}`).toString('base64')}?=\r\n` +
        `Date: ${date.toUTCString()}\r\nMessage-ID: <bench.${n}@example.org>\r\nMIME-Version: 1.0\r\n${body}`,
    );
  }
}

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const inner = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--\r\n`;
}

function base64(content: string | Buffer): string {
  return Buffer.from(content).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
}

function renamed(raw: Buffer, n: number): Buffer {
  const text = raw.toString('latin1');
  const unique = `Message-ID: <bench.original.${n}@example.org>`;
  const replaced = text.replace(/^Message-ID:[^\r\n]*(\r?\n[ \t][^\r\n]*)*/im, unique);
  return Buffer.from(replaced === text ? `${unique}\r\n${text}` : replaced, 'latin1');
}
