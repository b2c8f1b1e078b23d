import { AppError } from '../errors.ts';
import { WorkerPool } from '../mail/worker-pool.ts';
import { scriptExtension } from '../paths.ts';
import type { Store } from '../store/store.ts';
import type { Category } from '../triage/model.ts';
import type { TellingWord } from './telling-words.ts';

/** `version` of a PROPOSE task: the category model's. */
export type ProposeTask = { readonly file: string; readonly key: string; readonly ids: readonly number[] } & (
  { readonly kind: 'PROPOSE'; readonly version: number } | { readonly kind: 'WORDS'; readonly version: null }
);

type Proposed<C> = { readonly category: C; readonly confidence: number; readonly reasons: string };
export type Reproposed = {
  readonly id: number;
  readonly before: Proposed<string | null>;
  readonly after: Proposed<Category | null>;
};
export type WordsOf = {
  readonly id: number;
  readonly threadId: number;
  readonly words: readonly TellingWord[];
};

export type ProposeAnswer =
  | { readonly kind: 'PROPOSE'; readonly messages: readonly Reproposed[] }
  | { readonly kind: 'WORDS'; readonly messages: readonly WordsOf[] }
  | { readonly kind: 'LOST' };

/** Reads stored messages anew away from the service's thread: one worker for the whole process, started when needed. */
const pool = new WorkerPool<ProposeTask, ProposeAnswer>({
  url: new URL(`./propose-worker${scriptExtension}`, import.meta.url),
  workers: 1,
  timeoutMs: 30_000,
  worthAWorker: 1,
  send: (value) => ({ value, transfer: [] }),
  lost: () => ({ kind: 'LOST' }),
});

/** What a version, under the rules that hold, proposes for those of the messages that nobody has decided. */
export async function proposeAgain(
  store: Store,
  version: number,
  ids: readonly number[],
): Promise<readonly Reproposed[]> {
  const { file, key } = store;
  const answer = await pool.run({ kind: 'PROPOSE', file, key, version, ids });
  if (answer.kind !== 'PROPOSE') throw new AppError('UNEXPECTED');
  return answer.messages;
}

/** The telling words of messages: always the shipped model's, so that those of different years can be compared. */
export async function wordsOf(store: Store, ids: readonly number[]): Promise<readonly WordsOf[]> {
  const { file, key } = store;
  const answer = await pool.run({ kind: 'WORDS', file, key, version: null, ids });
  if (answer.kind !== 'WORDS') throw new AppError('UNEXPECTED');
  return answer.messages;
}
