import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of more than half a minute, the slowest first; then those that start processes or servers, then the rest. */
const SLOWEST = [
  'e2e/screens',
  'mail/imap/crash',
  'mail/imap/folder-watcher',
  'e2e/',
  'cli/',
  'mail/',
  'service/',
];

/** So that both workers come to their end together: what takes minutes must not start when the rest is done. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      // Last and in a row: a worker that keeps its modules is ended by a file that wants one of its own.
      if (!project.config.isolate) return SLOWEST.length + 1;
      const at = SLOWEST.findIndex((part) => moduleId.includes(`/test/${part}`));
      return at < 0 ? SLOWEST.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
