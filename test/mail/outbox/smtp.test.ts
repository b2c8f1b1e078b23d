import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Security } from '../../../main/mail/account-model.ts';
import { openSmtp } from '../../../main/mail/outbox/smtp.ts';
import { smtpServer } from './smtp-desk.ts';

const open = (port: number, security: Security, host = '127.0.0.1', signal = new AbortController().signal) =>
  openSmtp(
    { server: { host, port, security }, credentials: { user: 'oficina', pass: 'secreto' }, caPem: null },
    signal,
    { connectMs: 500, silentMs: 500 },
  );

test('a certificate nobody vouches for is refused, from the start and by STARTTLS', async () => {
  const upgraded = await smtpServer({}, { disabledCommands: [] });
  await expect(open(upgraded.port, 'STARTTLS')).rejects.toMatchObject({
    problem: expect.stringMatching(/^CERTIFICATE_/) as unknown,
  });
  const secure = await smtpServer({}, { secure: true });
  await expect(open(secure.port, 'TLS')).rejects.toMatchObject({
    problem: expect.stringMatching(/^CERTIFICATE_/) as unknown,
  });
});

test('a line that cannot be secured as asked is not used', async () => {
  const plain = await smtpServer();
  await expect(open(plain.port, 'STARTTLS')).rejects.toMatchObject({ problem: 'NO_TLS' });
  await expect(open(plain.port, 'NONE', 'correo.example')).rejects.toMatchObject({
    problem: 'INSECURE_REFUSED',
  });
  expect(plain.messages).toEqual([]);
});

test('a server that says nothing is not waited for, and one that is hung up on is let go', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  await expect(open(port, 'NONE')).rejects.toMatchObject({ problem: 'TIMEOUT' });
  const hangUp = new AbortController();
  const opening = open(port, 'NONE', '127.0.0.1', hangUp.signal);
  hangUp.abort();
  await expect(opening).rejects.toMatchObject({ problem: 'CONNECTION_LOST' });
});
