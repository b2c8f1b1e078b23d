import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { ParsePool, type PoolOptions } from '../../main/mail/parse-pool.ts';
import { prepareMessage } from '../../main/mail/prepare.ts';
import { fixture, fixtureNames, message } from './fixtures.ts';

let pool: ParsePool;
afterEach(() => pool.close());

function start(options: PoolOptions): ParsePool {
  pool = new ParsePool(DEFAULT_LIMITS, options);
  return pool;
}

it(
  'prepares the fixture mailbox as the main thread would, raw bytes included',
  { timeout: 120_000 },
  async () => {
    start({ workers: 2 });
    const raws = await Promise.all((await fixtureNames()).map(fixture));
    const prepared = await Promise.all(raws.map((raw) => pool.prepare(raw)));
    for (const [i, raw] of raws.entries()) {
      const one = prepared[i];
      expect(one).toEqual(await prepareMessage(raw, DEFAULT_LIMITS));
      expect(one?.sha256).toBe(createHash('sha256').update(raw).digest('hex'));
      expect(zstdDecompressSync(one?.zstd ?? Buffer.alloc(0)).equals(raw)).toBe(true);
    }
  },
);

it('leaves the bytes with the caller, even when they are a view into others', async () => {
  start({ workers: 1 });
  const whole = Buffer.concat([
    Buffer.from('before'),
    message('Subject: Hola', '', 'x'),
    Buffer.from('after'),
  ]);
  const before = Buffer.from(whole);
  const prepared = await pool.prepare(whole.subarray(6, whole.length - 5));
  expect(prepared.parsed.subject).toBe('Hola');
  expect(prepared.parsed.text).toBe('x');
  expect(whole.equals(before)).toBe(true);
});

it('keeps a message that kills its worker as unparsable, whole, and stops no other', async () => {
  start({ workers: 1, workerUrl: new URL('./crashing-worker.ts', import.meta.url) });
  const words = ['uno', 'crash', 'dos', 'stop', 'tres'];
  const raws = words.map((word) => message('Subject: Hola', 'From: a@b.es', '', word));
  const prepared = await Promise.all(raws.map((raw) => pool.prepare(raw)));
  expect(prepared.map(({ parsed }) => parsed.parseStatus)).toEqual([
    'PARSED',
    'UNPARSABLE',
    'PARSED',
    'UNPARSABLE',
    'PARSED',
  ]);
  for (const [i, raw] of raws.entries()) {
    expect(prepared[i]?.sha256).toBe(createHash('sha256').update(raw).digest('hex'));
    expect(zstdDecompressSync(prepared[i]?.zstd ?? Buffer.alloc(0)).equals(raw)).toBe(true);
  }
});
