import { defineConfig } from 'vitest/config';
import { projectRoot } from './main/paths.ts';
import { SlowestFirst } from './test/support/slowest-first.ts';

// Tests start some two hundred processes and worker threads; a third of each start is compiling the same code.
process.env.NODE_COMPILE_CACHE ??= `${projectRoot}/.estafeta/compile-cache`;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/e2e/demo-folder.ts'],
    setupFiles: ['test/support/setup.ts'],
    sequence: { sequencer: SlowestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
