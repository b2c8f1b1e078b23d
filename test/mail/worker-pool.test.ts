import { afterEach, expect, it } from 'vitest';
import { WorkerPool, type WorkerPoolOptions } from '../../main/mail/worker-pool.ts';

type Words = WorkerPoolOptions<string, string>;

let pool: WorkerPool<string, string>;
afterEach(() => pool.close());

function start(options: Partial<Words>): void {
  pool = new WorkerPool({
    url: new URL('./hostile-worker.ts', import.meta.url),
    workers: 1,
    timeoutMs: 20_000,
    worthAWorker: 8,
    send: (value) => ({ value, transfer: [] }),
    lost: (word) => `${word}, lost`,
    ...options,
  });
}

it.each<readonly [string, Partial<Words>]>([
  ['crash', {}],
  ['exit', {}],
  ['grow', { heapMb: 48 }],
  ['hang', { timeoutMs: 500 }],
  ['wait', { timeoutMs: 500 }],
])('a task that kills its worker by %s is given up and stops no other', async (how, options) => {
  start(options);
  const answers = await Promise.all(['uno', how, 'dos', how, 'tres'].map((word) => pool.run(word)));
  expect(answers).toEqual(['uno, done', `${how}, lost`, 'dos, done', `${how}, lost`, 'tres, done']);
});

it('waits for a task that takes long by the clock alone', async () => {
  start({ timeoutMs: 100 });
  expect(await pool.run('starve')).toBe('starve, done');
});

it('says so when its workers cannot start, instead of giving up the task', async () => {
  start({ url: new URL('./not-there.ts', import.meta.url) });
  await expect(pool.run('uno')).rejects.toMatchObject({ code: 'UNEXPECTED' });
});

it('refuses what is still waiting when it is closed', async () => {
  start({});
  const waiting = pool.run('uno');
  await Promise.all([expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' }), pool.close()]);
});
