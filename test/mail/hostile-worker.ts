// Stands in for a worker that does real work: does what the task's word says, to show what the pool makes of it.
import { serveTasks } from '../../main/mail/worker-pool.ts';

serveTasks((word: string) => {
  switch (word) {
    case 'crash':
      throw new Error('crash');
    case 'exit':
      return process.exit(3);
    case 'hang':
      for (;;);
    case 'wait':
      return new Promise<never>(() => {});
    case 'starve':
      // As a busy or sleeping machine does: time passes, and the thread gets none of it.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
      return Promise.resolve({ value: 'starve, done', transfer: [] });
    case 'grow':
      for (const all: unknown[] = []; ;) all.push(Array.from({ length: 10_000 }));
    default:
      return Promise.resolve({ value: `${word}, done`, transfer: [] });
  }
});
