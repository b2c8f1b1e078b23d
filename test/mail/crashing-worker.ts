// Stands in for parse-worker, answers several at once as it does: a message that says so takes it down.
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { prepareMessage } from '../../main/mail/prepare.ts';
import { serveTasks } from '../../main/mail/worker-pool.ts';

serveTasks(async (raw: Uint8Array) => {
  if (Buffer.from(raw).includes('crash')) throw new Error('crash');
  return { value: await prepareMessage(raw, DEFAULT_LIMITS), transfer: [] };
}, 4);
