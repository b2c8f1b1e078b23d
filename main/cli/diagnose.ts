import { diagnose } from '../identity/diagnosis.ts';
import { cliActor, report, withStore, type Run } from './command.ts';
import { UsageError } from './options.ts';

/** Why access by SMS fails for these data. Whoever has the key could read the record itself: no limit here, but a log. */
export const run: Run = async (options) => {
  const { id, birth, phone, prefix } = options;
  if (options.arguments.length > 0) throw new UsageError('No se espera ningún argumento sin opción.');
  if (id === undefined || birth === undefined || phone === undefined) {
    throw new UsageError('Indique --id, --birth y --phone.');
  }
  await withStore(options, 'MUST_EXIST', async (store) => {
    const found = await diagnose(store, cliActor(), { id, birth, phone, prefix });
    await report(options, found, [found.message, found.explanation, found.solution].join('\n'));
  });
  return 0;
};
