import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { openMailCarrier } from '../../../main/mail/outbox/code-mail.ts';
import { SimulatedPhone } from '../../../main/sms/simulator.ts';
import type { Store } from '../../../main/store/store.ts';
import { anAccount } from '../../support/mailboxes.ts';
import { temporaryStore, testClock } from '../../support/store.ts';
import { CUT, smtpServer, type Script } from './smtp-desk.ts';

const TO = 'rocio@correo.example';
const TEXT = 'Seguridad Social: su contraseña de un solo uso es 048213.';
const nowhere = { address: () => ({ host: '127.0.0.1', port: 1, security: 'NONE' }) as const };

async function office(script: Script = {}) {
  const store = await temporaryStore();
  const server = await smtpServer(script);
  const smtp = { host: '127.0.0.1', port: server.port, security: 'NONE' } as const;
  await anAccount(store, nowhere, { smtp });
  return { store, server };
}

const send = async (store: Store) => (await openMailCarrier(store, null))?.send(TO, TEXT);

test('a code leaves at once by the office’s account, to that address only, and stays nowhere', async () => {
  const { store, server } = await office();
  const result = await send(store);
  expect(server.messages.map(({ to, from }) => [from, to])).toEqual([['oficina@ejemplo.test', [TO]]]);
  const mail = await simpleParser(server.messages[0]?.raw ?? '');
  expect(mail.text).toContain('048213');
  expect(mail.subject).toBe('Seguridad Social: su código de un solo uso');
  expect(result).toEqual({ accepted: true, id: mail.messageId });
  expect(await store.prisma.reply.count()).toBe(0);
});

test.each<[string, Script, object]>([
  [
    'an address that the server does not know',
    { recipient: () => ({ code: 550, words: `5.1.1 <${TO}> unknown` }) },
    {
      accepted: false,
      reason: 'REJECTED',
      maybeSent: false,
      detail: expect.stringMatching(/^SMTP 550/) as string,
    },
  ],
  [
    'a password that is not the account’s',
    { login: () => false },
    { accepted: false, reason: 'LOGIN_REFUSED', maybeSent: false, detail: null },
  ],
  [
    'a line that is cut while the text goes out',
    { taken: () => CUT },
    { accepted: false, reason: 'UNREACHABLE', maybeSent: true, detail: null },
  ],
])('%s is told without repeating the address', async (_, script, told) => {
  const { store } = await office(script);
  const result = await send(store);
  expect(result).toEqual(told);
  expect(JSON.stringify(result)).not.toContain(TO);
});

test('without an account that sends there is no way, but for the demo’s telephone', async () => {
  const store = await temporaryStore();
  const phone = new SimulatedPhone(testClock());
  expect(await openMailCarrier(store, null)).toBeNull();
  expect(await openMailCarrier(store, phone)).toBe(phone);
});
