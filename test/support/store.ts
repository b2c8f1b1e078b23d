import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../main/clock.ts';
import { keyFingerprint } from '../../main/store/key.ts';
import { DATABASE_FILE, FINGERPRINT_FILE, openStore, type Store } from '../../main/store/store.ts';

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

/** Empty databases of this process by the time they were made at: migrating is most of what a new one costs. */
const empty = new Map<number, Buffer>();

/** A new, empty, encrypted store that is closed and removed when the test is over. */
export async function temporaryStore(clock: Clock = testClock()): Promise<Store> {
  const dataDir = temporaryFolder();
  const file = join(dataDir, DATABASE_FILE);
  const open = () => openStore({ dataDir, key: { kind: 'hex', hex: TEST_KEY }, clock });
  const madeAt = clock.now().getTime();
  const made = empty.get(madeAt);
  if (made === undefined) {
    await (await open()).close();
    empty.set(madeAt, readFileSync(file));
  } else {
    writeFileSync(file, made);
    writeFileSync(join(dataDir, FINGERPRINT_FILE), `${keyFingerprint(TEST_KEY)}\n`);
  }
  const store = await open();
  onTestFinished(() => store.close());
  return store;
}
