import { defineConfig } from 'vitest/config';
import { projectRoot } from './main/paths.ts';
import { SlowestFirst } from './test/support/slowest-first.ts';

// Tests start some two hundred processes and worker threads; a third of each start is compiling the same code.
process.env.NODE_COMPILE_CACHE ??= `${projectRoot}/.estafeta/compile-cache`;

const every = ['test/**/*.test.ts', 'test/**/*.test.tsx'];
// Taking all of main/ in anew costs each of these files more than what it tests. They neither mock nor touch what
// belongs to the process, so one after another may use the same modules.
const together = ['test/{api,cases,catalogue,citizens}/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/e2e/demo-folder.ts'],
    setupFiles: ['test/support/setup.ts'],
    sequence: { sequencer: SlowestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'each alone', include: every, exclude: together } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
    ],
  },
});
