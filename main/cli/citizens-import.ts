import { readFile } from 'node:fs/promises';
import { importCitizens } from '../citizens/import-csv.ts';
import type { CitizenImportReport } from '../citizens/model.ts';
import { AppError } from '../errors.ts';
import { argumentsOf, cliActor, report, withStore, type Run } from './command.ts';
import { number } from './output.ts';

/** All or nothing unless --skip-bad; exit code 1 when a row was rejected. */
export const run: Run = async (options) => {
  const [file = ''] = argumentsOf(options, ['ARCHIVO.csv']);
  const csv = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('SOURCE_UNREADABLE', { location: file }, { cause });
  });
  const { skipBad, dryRun } = options;
  const done = await withStore(options, 'MAY_BE_NEW', (store) =>
    importCitizens(store, cliActor(), { csv, skipBad, dryRun }),
  );
  await report(options, done, textOf(done));
  return done.rejected.length > 0 ? 1 : 0;
};

function textOf({ read, created, updated, rejected, flagged }: CitizenImportReport): string {
  return [
    `Leídos: ${number(read)}. Nuevos: ${number(created)}. Ya estaban: ${number(updated)}.`,
    ...rejected.map(({ line, field, reason }) => `Línea ${line}, ${field}: ${reason}`),
    ...flagged.map(({ line, field, reason }) => `Aviso, línea ${line}, ${field}: ${reason}`),
  ].join('\n');
}
