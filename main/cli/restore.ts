import { resolve } from 'node:path';
import { restoreBackup } from '../store/backup.ts';
import { argumentsOf, cliActor, dataDirOf, keyOf, report, type Run } from './command.ts';
import { number } from './output.ts';

export const run: Run = async (options) => {
  const [file = ''] = argumentsOf(options, ['ARCHIVO']);
  const restored = await restoreBackup({
    dataDir: dataDirOf(options),
    key: keyOf({ ...options, createKey: false }), // a new key opens no backup
    backup: resolve(file),
    actor: cliActor(),
  });
  const kept =
    restored.previous === null ? '' : `\nLos datos anteriores se conservan en ${restored.previous}`;
  await report(options, restored, `Copia restaurada: ${number(restored.messages)} mensajes.${kept}`);
  return 0;
};
