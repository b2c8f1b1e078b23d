import { readRawSource } from '../mail/raw-source.ts';
import { argumentsOf, cliActor, withStore, type Run } from './command.ts';
import { UsageError } from './options.ts';
import { write } from './output.ts';

/** The stored bytes, unchanged; --json changes nothing. */
export const run: Run = async (options) => {
  const [given = ''] = argumentsOf(options, ['SHA256']);
  const sha256 = given.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new UsageError('El SHA-256 son 64 cifras hexadecimales.');
  await withStore(options, 'MUST_EXIST', async (store) => {
    const raw = await readRawSource(store, sha256);
    const message = await store.prisma.message.findUnique({ where: { sha256 }, select: { id: true } });
    await store.audit({
      actor: cliActor(),
      action: 'message.exported',
      objectType: 'MESSAGE',
      objectId: message?.id ?? null,
    });
    await write(raw);
  });
  return 0;
};
