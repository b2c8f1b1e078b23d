/** The yardstick of issue 3: imapflow alone fetches the same sources over one connection; nothing is stored. */
import { ImapFlow } from 'imapflow';
import { MAIL_PASSWORD } from '../support/dovecot.ts';

const [port = '', user = ''] = process.argv.slice(2);
const client = new ImapFlow({
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  doSTARTTLS: false,
  auth: { user, pass: MAIL_PASSWORD },
  logger: false,
});
const startedAt = performance.now();
await client.connect();
await client.mailboxOpen('INBOX', { readOnly: true });
let bytes = 0;
for await (const { source } of client.fetch('1:*', { uid: true, source: true }, { uid: true })) {
  bytes += source?.length ?? 0;
}
client.close();
if (bytes === 0) throw new Error('nothing was fetched');
process.stdout.write(String((performance.now() - startedAt) / 1000));
