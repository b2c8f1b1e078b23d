import { hash } from 'node:crypto';
import { BATCH_FORMAT, type BatchFile } from './model.ts';

type Change = BatchFile['changes'][number];
type Bytes = Uint8Array<ArrayBuffer>;

export type BatchBytes = {
  readonly json: Bytes;
  readonly csv: Bytes;
  readonly jsonSha256: string;
  readonly csvSha256: string;
};

const COLUMNS = [
  'line',
  'change',
  'idType',
  'id',
  'naf',
  'contactSet',
  'kind',
  'from',
  'to',
  'channel',
  'cause',
  'effectiveAt',
  'case',
  'verifiedBy',
  'verifiedAt',
  'possessionShown',
] as const satisfies readonly (keyof Change)[];

/** Both files of a batch. The JSON names the CSV's digest, so that one signature covers both. */
export function batchBytes(batch: Omit<BatchFile, 'format' | 'csvSha256'>): BatchBytes {
  const csv = encode([COLUMNS.join(';'), ...batch.changes.map(csvLine), ''].join('\r\n'));
  const csvSha256 = hash('sha256', csv, 'hex');
  const { province, batch: number, createdAt, changes } = batch;
  const file: BatchFile = { format: BATCH_FORMAT, province, batch: number, createdAt, csvSha256, changes };
  const json = encode(`${JSON.stringify(file, null, 2)}\n`);
  return { json, csv, jsonSha256: hash('sha256', json, 'hex'), csvSha256 };
}

/** RFC 4180 with semicolons, every cell in quotes. A cause is free text: no spreadsheet must run it as a formula. */
function csvLine(change: Change): string {
  return COLUMNS.map((column) => {
    const value = change[column];
    const text = value === null ? '' : String(value);
    const safe = column === 'cause' && /^\s*[=+\-@]/u.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  }).join(';');
}

function encode(text: string): Bytes {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
