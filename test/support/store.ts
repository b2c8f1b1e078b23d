import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../main/clock.ts';
import { openStore, type Store } from '../../main/store/store.ts';

export const TEST_KEY = '0123456789abcdef'.repeat(4);

/** A clock that stands still until it is moved. */
export type TestClock = Clock & { set(iso: string): void; advance(milliseconds: number): void };

export function testClock(iso = '2026-03-16T10:00:00Z'): TestClock {
  let time = Date.parse(iso);
  return {
    now: () => new Date(time),
    set: (next) => {
      time = Date.parse(next);
    },
    advance: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** A new folder that is removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'estafeta-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A new, empty, encrypted store that is closed and removed when the test is over. */
export async function temporaryStore(clock: Clock = testClock()): Promise<Store> {
  const store = await openStore({ dataDir: temporaryFolder(), key: { kind: 'hex', hex: TEST_KEY }, clock });
  onTestFinished(() => store.close());
  return store;
}
