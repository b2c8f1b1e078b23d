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
    case 'grow':
      for (const all: unknown[] = []; ;) all.push(Array.from({ length: 10_000 }));
    default:
      return Promise.resolve({ value: `${word}, done`, transfer: [] });
  }
});
