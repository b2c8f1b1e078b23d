// Reads the messages it is sent as ingest and the reading pane do, under the memory limit its thread was given.
import { parentPort } from 'node:worker_threads';
import { readStored } from '../../main/mail/body.ts';
import { DEFAULT_LIMITS } from '../../main/mail/model.ts';
import { prepareMessage } from '../../main/mail/prepare.ts';

let queue = Promise.resolve();
parentPort?.on('message', (raw: Uint8Array) => {
  queue = queue.then(async () => {
    const { parsed } = await prepareMessage(raw, DEFAULT_LIMITS);
    await readStored(raw, DEFAULT_LIMITS, {
      status: parsed.parseStatus,
      from: '',
      receivedAt: new Date(0),
      trustedCertificates: '',
      authservId: '',
    });
    parentPort?.postMessage(parsed.parseStatus);
  });
});
