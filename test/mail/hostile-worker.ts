// Stands in for parse-worker: does what the message's first word says, to show what the pool makes of it.
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { prepareMessage } from '../../main/mail/prepare.ts';
import { serveTasks } from '../../main/mail/worker-pool.ts';

serveTasks(async (raw: Uint8Array) => {
  const text = Buffer.from(raw).toString('latin1');
  if (text.includes('crash')) throw new Error('crash');
  if (text.includes('exit')) process.exit(3);
  if (text.includes('hang')) for (;;);
  if (text.includes('grow')) for (const all: unknown[] = []; ;) all.push(Array.from({ length: 10_000 }));
  return { value: await prepareMessage(raw, DEFAULT_LIMITS), transfer: [] };
});
