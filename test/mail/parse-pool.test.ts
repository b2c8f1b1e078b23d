import { createHash } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { ParsePool, type PoolOptions } from '../../main/mail/parse-pool.ts';
import { prepareMessage } from '../../main/mail/prepare.ts';
import { fixture, fixtureNames, message } from './fixtures.ts';

const hostile = new URL('./hostile-worker.ts', import.meta.url);
let pool: ParsePool;
afterEach(() => pool.close());

function start(options: PoolOptions): ParsePool {
  pool = new ParsePool(DEFAULT_LIMITS, options);
  return pool;
}

it('prepares the fixture mailbox as the main thread would, raw bytes included', async () => {
  start({ workers: 2 });
  const raws = await Promise.all((await fixtureNames()).map(fixture));
  const prepared = await Promise.all(raws.map((raw) => pool.prepare(raw)));
  for (const [i, raw] of raws.entries()) {
    const one = prepared[i];
    expect(one).toEqual(await prepareMessage(raw, DEFAULT_LIMITS));
    expect(one?.sha256).toBe(createHash('sha256').update(raw).digest('hex'));
    expect(zstdDecompressSync(one?.zstd ?? Buffer.alloc(0)).equals(raw)).toBe(true);
  }
});

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

describe('a message that kills its worker', () => {
  it.each([
    ['crash', 20_000],
    ['exit', 20_000],
    ['grow', 20_000],
    ['hang', 5_000],
  ])(
    'by %s is kept as unparsable and stops no other',
    async (how, timeoutMs) => {
      start({ workers: 1, workerUrl: hostile, timeoutMs });
      const raws = ['uno', how, 'dos', how, 'tres'].map((word) =>
        message('Subject: Hola', 'From: a@b.es', '', word),
      );
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
    },
    90_000,
  );
});

it('says so when its workers cannot start, instead of calling mail unparsable', async () => {
  start({ workers: 1, workerUrl: new URL('./not-there.ts', import.meta.url) });
  await expect(pool.prepare(message('Subject: Hola', '', 'x'))).rejects.toMatchObject({ code: 'UNEXPECTED' });
});

it('refuses what is still waiting when it is closed', async () => {
  start({ workers: 1 });
  const waiting = pool.prepare(message('Subject: Hola', '', 'x'));
  await Promise.all([expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' }), pool.close()]);
});
