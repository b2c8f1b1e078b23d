import { readFileSync } from 'node:fs';
import { AppError } from '../errors.ts';
import { parseFolderUrl } from '../mail/imap/location.ts';
import { connectionFailed, problemOf } from '../mail/imap/problem.ts';
import { ingestSource, type IngestOptions } from '../mail/ingest.ts';
import type { IngestReport } from '../mail/model.ts';
import { openSource } from '../mail/sources/open.ts';
import { isAuthority } from '../settings/certificates.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { cliActor, interruption, report, withStore, type Run } from './command.ts';
import { UsageError } from './options.ts';
import { number, progressTeller, tell } from './output.ts';

/** Reads the sources one after another; one that cannot be read is listed and does not stop the others. */
export const run: Run = async (options) => {
  if (options.arguments.length === 0) throw new UsageError('Indique al menos un origen.');
  const signal = interruption();
  const sum: IngestReport = { read: 0, stored: 0, duplicates: 0, unparsable: 0, failed: [], seconds: 0 };
  const ingestAll = async (store: Store) => {
    const { mail, triage } = await loadSettings(store);
    for (const location of options.arguments) {
      if (signal.aborted) break;
      try {
        const done = await ingestFrom(store, location, {
          actor: cliActor(),
          signal,
          limits: mail,
          reviewBelow: triage.reviewBelow,
          bulk: true,
          onProgress: progressTeller(location),
        });
        sum.read += done.read;
        sum.stored += done.stored;
        sum.duplicates += done.duplicates;
        sum.unparsable += done.unparsable;
        sum.failed.push(...done.failed);
        sum.seconds += done.seconds;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'SOURCE_UNREADABLE') throw error;
        const why = problemOf(error);
        if (why !== null)
          tell(`${location}: ${why.problem}${why.serverWords ? ` (${why.serverWords})` : ''}`);
        sum.failed.push({ item: location, error: error.code });
      }
    }
  };
  await withStore(options, 'MAY_BE_NEW', ingestAll, 'BULK');
  await report(options, sum, textOf(sum));
  if (signal.aborted) tell('Se ha interrumpido. Lo guardado está completo; repita la orden para seguir.');
  return sum.failed.length > 0 || signal.aborted ? 1 : 0;
};

async function ingestFrom(store: Store, location: string, options: IngestOptions): Promise<IngestReport> {
  if (!/^imaps?:/i.test(location)) {
    return ingestSource(store, await openSource(location, { atOnce: true }), options);
  }
  const address = parseFolderUrl(location);
  if (address === null) {
    throw new UsageError(
      'La dirección es imap[s]://usuario@servidor[:puerto]/carpeta; la contraseña va en ESTAFETA_IMAP_PASSWORD.',
    );
  }
  const pass = process.env.ESTAFETA_IMAP_PASSWORD;
  if (!pass) throw connectionFailed('PASSWORD_MISSING', 'ESTAFETA_IMAP_PASSWORD');
  const caPem = ownAuthority();
  const { ingestFolder } = await import('../mail/imap/ingest-folder.ts');
  return ingestFolder(store, address, { user: address.userName, pass }, caPem, options);
}

/** The authority that ESTAFETA_IMAP_CA asks for; without it nothing is read, whatever else would vouch for the server. */
function ownAuthority(): string | null {
  const file = process.env.ESTAFETA_IMAP_CA;
  if (!file) return null;
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`No se puede leer el archivo que dice ESTAFETA_IMAP_CA (${file}).`, {
      cause: error,
    });
  }
  if (isAuthority(pem)) return pem;
  throw new UsageError(
    `El archivo que dice ESTAFETA_IMAP_CA (${file}) no es un certificado en PEM, o está incompleto.`,
  );
}

function textOf(sum: IngestReport): string {
  const lines = [
    `Leídos: ${number(sum.read)}. Guardados: ${number(sum.stored)}. Ya estaban: ${number(sum.duplicates)}.`,
    `No interpretables (guardados igualmente): ${number(sum.unparsable)}. Segundos: ${number(sum.seconds)}.`,
    ...(sum.read === sum.duplicates && sum.read > 0 ? ['No había nada nuevo.'] : []),
    ...sum.failed.map(({ item, error }) => `No se ha podido leer ${item}: ${error}`),
  ];
  return lines.join('\n');
}
