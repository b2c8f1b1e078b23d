import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../main/mail/attachment-type.ts';
import { readAttachment, readNested, readStored } from '../../main/mail/body.ts';
import { readHeaders } from '../../main/mail/header-block.ts';
import { MessageDetail } from '../../main/mail/detail-model.ts';
import { listMessages } from '../../main/mail/inbox.ts';
import { MessageFilter } from '../../main/mail/inbox-model.ts';
import { ingestSource } from '../../main/mail/ingest.ts';
import { openMessage } from '../../main/mail/message-detail.ts';
import { messageRaw, openAttachment } from '../../main/mail/message-parts.ts';
import { AttachmentFacts, DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { prepareMessage } from '../../main/mail/prepare.ts';
import { openSource } from '../../main/mail/sources/open.ts';
import { AppError } from '../../main/errors.ts';
import { SYSTEM_ACTOR } from '../../main/store/audit.ts';
import { aUser } from '../support/builders.ts';
import { temporaryFolder, temporaryStore } from '../support/store.ts';
import { EVIL_NAMES, EXTREMES, hostileMail, RUNS } from './hostile-mail.ts';
import { message } from './fixtures.ts';

const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
const CONTEXT = {
  status: 'PARSED',
  from: '',
  receivedAt: new Date('2026-03-16T10:00:00Z'),
  trustedCertificates: '',
  authservId: '',
} as const;

/** Every text that is stored or shown: whole letters, no NUL. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.values(value).flatMap(texts);
}

function expectFitForWindows(name: string): void {
  expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\ufffd]/u);
  expect(name).not.toMatch(/^[.\s]|[.\s]$/);
  expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
  expect(name.length).toBeGreaterThan(0);
  expect(name.length).toBeLessThanOrEqual(255);
}

async function expectReadable(raw: Buffer): Promise<void> {
  const { parsed, ...prepared } = await prepareMessage(raw, DEFAULT_LIMITS);
  expect(prepared.sha256).toBe(createHash('sha256').update(raw).digest('hex'));
  expect(zstdDecompressSync(prepared.zstd).equals(raw)).toBe(true);
  const read = await readStored(raw, DEFAULT_LIMITS, { ...CONTEXT, status: parsed.parseStatus });
  for (const text of texts([parsed, prepared.triage, read])) expect(text.isWellFormed()).toBe(true);
  expect(parsed.text).not.toContain('\0');
  const shown = [parsed.subject, parsed.from, parsed.recipients, parsed.preview, parsed.replyToAddress];
  for (const text of texts(shown)) expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  if (TURNING.test(parsed.attachments.map(({ name }) => name).join())) {
    expect(parsed.marks).toContain('HIDDEN_CHARACTERS');
  }
  readHeaders(raw);
  for (const facts of parsed.attachments) {
    AttachmentFacts.parse(facts);
    expectFitForWindows(facts.safeName);
  }
  for (const facts of parsed.attachments.slice(0, 3)) {
    const again = await readAttachment(raw, facts);
    expect(again.facts).toEqual(facts);
    expect(createHash('sha256').update(again.bytes).digest('hex')).toBe(facts.sha256);
    await readNested(raw, facts).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'NOT_FOUND')) throw error;
    });
  }
}

describe('a message that somebody made up', () => {
  it('is read, kept whole and shown without a trace of a trick, whatever was changed', async () => {
    await fc.assert(fc.asyncProperty(hostileMail, expectReadable), { numRuns: RUNS });
  }, 36_000_000);

  it.each(EVIL_NAMES)('may call a file %j: it is saved under a name that Windows takes', async (name) => {
    expectFitForWindows(safeFileName(name.toWellFormed(), 1, 'application/pdf'));
    const encoded = encodeURIComponent(name.toWellFormed()).replace(
      /['()*!]/g,
      (c) => `%${c.charCodeAt(0).toString(16)}`,
    );
    await expectReadable(
      message(
        'From: a@b.es',
        'Subject: x',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: application/pdf',
        `Content-Disposition: attachment; filename*=utf-8''${encoded}`,
        '',
        '%PDF-1.4',
        '--b--',
      ),
    );
  });

  it('may turn the reading direction in names, addresses and subject: it is taken out and said', async () => {
    const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
    const { parsed } = await prepareMessage(
      message(
        `From: ${word('\u202eoiretsinim\u202c Banco')} <ana@example.com>`,
        `Subject: ${word('\u2066cobro\u2069 \u202eexe.fdp')}`,
        '',
        'x',
      ),
      DEFAULT_LIMITS,
    );
    expect(parsed.from.name).toBe('oiretsinim Banco');
    expect(parsed.subject).toBe('cobro exe.fdp');
    expect(parsed.marks).toContain('HIDDEN_CHARACTERS');
  });
});

describe('a message of extremes', () => {
  it('is read in 200 MB', async () => {
    const worker = new Worker(new URL('./hostile-reader.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 200 },
    });
    for (const [name, make] of Object.entries(EXTREMES)) {
      const status = new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', (error) => {
          reject(new Error(name, { cause: error }));
        });
      });
      worker.postMessage(make());
      expect([name, await status]).toEqual([name, expect.stringMatching(/^(PARSED|REPAIRED)$/)]);
      worker.removeAllListeners('error');
    }
    await worker.terminate();
  }, 600_000);

  it('is stored whole, listed and opened, with all others', async () => {
    const store = await temporaryStore();
    const clerk = await aUser(store);
    const folder = temporaryFolder();
    // Some of them: what each is read as is proved above.
    const names = Object.keys(EXTREMES).filter((_, i) => i % 5 === 0);
    names.forEach((name, i) => writeFileSync(path.join(folder, `${100 + i}.eml`), EXTREMES[name]?.() ?? ''));
    const report = await ingestSource(store, await openSource(folder), {
      actor: SYSTEM_ACTOR,
      signal: new AbortController().signal,
      limits: DEFAULT_LIMITS,
      reviewBelow: 0.6,
    });
    expect(report).toMatchObject({ read: names.length, stored: names.length, failed: [] });
    const { rows } = listMessages(store, clerk.id, {
      cursor: null,
      limit: 100,
      filter: MessageFilter.parse({ view: 'ALL' }),
    });
    expect(rows).toHaveLength(names.length);
    for (const { id } of rows) {
      const detail = MessageDetail.parse(await openMessage(store, clerk, id));
      const { bytes } = await messageRaw(store, id);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(detail.sha256);
      const [attachment] = detail.attachments;
      if (attachment === undefined) continue;
      const file = await openAttachment(store, clerk, attachment.id, true);
      expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(attachment.sha256);
      expectFitForWindows(file.name);
    }
  }, 600_000);
});
