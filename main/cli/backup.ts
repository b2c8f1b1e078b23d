import { resolve } from 'node:path';
import { backupTo } from '../store/backup.ts';
import { argumentsOf, cliActor, interruption, report, withStore, type Run } from './command.ts';
import { number } from './output.ts';

export const run: Run = async (options) => {
  const [file = ''] = argumentsOf(options, ['ARCHIVO']);
  const backup = await withStore(options, 'MUST_EXIST', (store) =>
    backupTo(store, cliActor(), resolve(file), { signal: interruption() }),
  );
  await report(
    options,
    backup,
    `Copia hecha y comprobada: ${backup.path}\n` +
      `${number(backup.messages)} mensajes, ${number(backup.bytes)} bytes. Se abre con la misma clave.`,
  );
  return 0;
};
