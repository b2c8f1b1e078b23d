// Stands in for parse-worker, answers several at once as it does: a message that says so takes it down.
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { parseMessage } from '../../main/mail/parse.ts';
import { prepared } from '../../main/mail/prepare.ts';
import { serveInTwoSteps } from '../../main/mail/worker-pool.ts';

serveInTwoSteps(
  4,
  async (raw: Uint8Array) => {
    if (Buffer.from(raw).includes('crash')) throw new Error('crash');
    return { raw, parsed: await parseMessage(raw, DEFAULT_LIMITS) };
  },
  ({ raw, parsed }) => {
    if (parsed.text === 'stop') throw new Error('crash');
    return { value: prepared(raw, parsed), transfer: [] };
  },
);
