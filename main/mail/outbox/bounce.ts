import { readMime } from '../mime.ts';
import { DEFAULT_LIMITS } from '../model.ts';
import { tidyWords } from './explain.ts';

/** What a bounce says of one address (RFC 3464, 2.3). */
export type BouncedAddress = { readonly addresses: readonly string[]; readonly words: string };

export type BounceReport = {
  /** Every Message-ID in it: the returned message's is among them. */
  readonly messageIds: readonly string[];
  /** Addresses that got nothing, lower case; empty when it does not say it by the rules. */
  readonly failed: readonly BouncedAddress[];
  /** Only delays: the server goes on trying. */
  readonly onlyDelayed: boolean;
  /** What it says in prose, lower case, for servers that keep no rules; and its telling line. */
  readonly prose: string;
  readonly words: string;
};

const READ_BYTES = 1024 * 1024;
const MESSAGE_ID = /<[^<>\s@]{1,250}@[^<>\s@]{1,250}>/gu;

/** Reads a delivery report, or a bounce in prose. Never throws on bad mail. */
export async function readBounce(raw: Uint8Array): Promise<BounceReport> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const { mail } = await readMime(bytes, DEFAULT_LIMITS, 'facts');
  const parts = mail.attachments.map(({ content }) => content.toString('latin1', 0, READ_BYTES));
  const own = mail.text ?? '';
  const all = [own, ...parts, bytes.toString('latin1', 0, READ_BYTES)].join('\n\n');
  const reports = all.split(/\r?\n[ \t]*\r?\n/u).flatMap(readGroup);
  const failed = reports.filter(({ action }) => action === 'failed');
  const prose = [own, ...parts].join('\n').toLowerCase();
  return {
    messageIds: [...new Set(all.match(MESSAGE_ID) ?? [])],
    failed,
    onlyDelayed: failed.length === 0 && reports.some(({ action }) => action === 'delayed'),
    prose,
    words: tidyWords(TELLING.exec(own)?.[0] ?? ''),
  };
}

const TELLING = /(?<![\d.])(?:[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3})?|[45]\.\d{1,3}\.\d{1,3})[^\r\n]{0,300}/u;

function readGroup(group: string): (BouncedAddress & { action: string })[] {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const [, name = '', value = ''] = /^([A-Za-z-]{3,40}):[ \t]*(.*)$/u.exec(line) ?? [];
    if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim());
  }
  const action = fields.get('action')?.toLowerCase() ?? '';
  const addresses = ['final-recipient', 'original-recipient', 'x-actual-recipient'].flatMap((name) => {
    const value = fields.get(name);
    return value === undefined
      ? []
      : [
          value
            .slice(value.indexOf(';') + 1)
            .trim()
            .replace(/^<|>$/gu, '')
            .toLowerCase(),
        ];
  });
  if (addresses.length === 0 || action === '') return [];
  const diagnostic = fields.get('diagnostic-code') ?? '';
  const status = fields.get('status') ?? '';
  const telling = diagnostic.slice(diagnostic.indexOf(';') + 1).trim();
  // The report's own status where the other server's words have none.
  const words = /[45]\.\d{1,3}\.\d{1,3}/u.test(telling) ? telling : `${status} ${telling}`;
  return [{ action, addresses: [...new Set(addresses)], words: tidyWords(words) }];
}
