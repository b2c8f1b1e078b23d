import { exportMessages } from '../mail/export.ts';
import { argumentsOf, cliActor, withStore, type Run } from './command.ts';
import { write } from './output.ts';

/** One JSON line a message, with or without --json. */
export const run: Run = async (options) => {
  argumentsOf(options, []);
  await withStore(options, 'MUST_EXIST', async (store) => {
    let messages = 0;
    try {
      for await (const message of exportMessages(store)) {
        await write(`${JSON.stringify(message)}\n`);
        messages += 1;
      }
    } finally {
      // Also when the reader went away: what it has read has left the desk.
      await store.audit({
        actor: cliActor(),
        action: 'data.exported',
        objectType: 'STORE',
        details: { messages },
      });
    }
  });
  return 0;
};
