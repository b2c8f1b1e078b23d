import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_TEXTS } from '../errors.ts';
import { keptLedgers } from '../mail/imap/ledger.ts';
import { storeHealth, type StoreHealth } from '../store/doctor.ts';
import { DATABASE_FILE, readFingerprint } from '../store/store.ts';
import { APP_VERSION } from '../version.ts';
import {
  argumentsOf,
  asAppError,
  dataDirOf,
  exitCodeOf,
  keyOf,
  report,
  withStore,
  type ExitCode,
  type Run,
} from './command.ts';
import { UsageError } from './options.ts';
import { number } from './output.ts';

/** One thing looked at. `todo` says how to mend it, null when there is nothing to do. */
type Check = {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly todo: string | null;
};

const BACKUP_DAYS = 7;
const UIDS_LISTED = 50;
const DAY_MS = 86_400_000;

/** What is set up, what is missing and how to mend it. Changes nothing. */
export const run: Run = async (options) => {
  argumentsOf(options, []);
  const dataDir = dataDirOf(options);
  const checks: Check[] = [
    check('Programa', `Estafeta ${APP_VERSION}, Node ${process.versions.node}`),
    keyOf(options).kind === 'none'
      ? check('Clave', 'no se ha indicado', ERROR_TEXTS.KEY_MISSING.todo)
      : check('Clave', options.keyFile === undefined ? 'ESTAFETA_KEY' : `archivo ${options.keyFile}`),
  ];
  const exitCode = await lookAtData();
  const text = checks.map(({ name, ok, found, todo }) =>
    [`${ok ? 'bien ' : 'FALTA'}  ${name}: ${found}`, ...(todo === null ? [] : [`       ${todo}`])].join('\n'),
  );
  await report(options, { ok: checks.every(({ ok }) => ok), checks }, text.join('\n'));
  return exitCode !== 0 ? exitCode : checks.every(({ ok }) => ok) ? 0 : 1;

  async function lookAtData(): Promise<ExitCode> {
    if (readFingerprint(dataDir) === null && !existsSync(join(dataDir, DATABASE_FILE))) {
      checks.push(
        check(
          'Datos',
          `en ${dataDir} no hay datos todavía`,
          'Lea un buzón: estafeta ingest ORIGEN --data CARPETA',
        ),
      );
      return 0;
    }
    try {
      const looked = await withStore({ ...options, createKey: false }, 'MUST_EXIST', async (store) => ({
        health: await storeHealth(store),
        ledgers: await keptLedgers(store),
      }));
      checks.push(...healthChecks(looked.health, new Date()), ...looked.ledgers.map(ledgerCheck));
      return 0;
    } catch (error) {
      if (error instanceof UsageError) throw error;
      const known = asAppError(error);
      const { what, todo } = ERROR_TEXTS[known.code];
      checks.push(check('Datos', `${what} (${known.code})`, todo));
      return exitCodeOf(known);
    }
  }
};

function healthChecks(health: StoreHealth, now: Date): Check[] {
  const { integrity, unindexed, activeUsers, mailboxes, lastBackup, freeBytes, databaseBytes } = health;
  const backupAge = lastBackup === null ? null : Math.floor((now.getTime() - lastBackup.getTime()) / DAY_MS);
  return [
    check(
      'Datos',
      `${number(health.messages)} mensajes, ${number(health.auditEntries)} anotaciones, migración ${health.migration}`,
    ),
    check(
      'Integridad del archivo',
      integrity.length === 0 ? 'sin errores' : integrity.slice(0, 3).join('; '),
      integrity.length === 0 ? null : ERROR_TEXTS.STORE_DAMAGED.todo,
    ),
    check(
      'Búsqueda',
      unindexed === 0
        ? 'todos los mensajes están en el índice'
        : `faltan ${number(unindexed)} mensajes en el índice`,
      unindexed === 0 ? null : 'Rehaga el índice desde Ajustes.',
    ),
    check(
      'Oficina',
      activeUsers === 0 ? 'sin usuarios' : `${number(activeUsers)} usuarios`,
      activeUsers === 0 ? 'Abra la aplicación: el primer arranque pide los datos de la oficina.' : null,
    ),
    check(
      'Buzones',
      mailboxes === 0 ? 'ninguno leído' : number(mailboxes),
      mailboxes === 0 ? 'Lea un buzón: estafeta ingest ORIGEN --data CARPETA' : null,
    ),
    check(
      'Copia de seguridad',
      backupAge === null ? 'ninguna' : `hace ${number(backupAge)} días`,
      backupAge === null || backupAge > BACKUP_DAYS
        ? 'Haga una: estafeta backup ARCHIVO --data CARPETA'
        : null,
    ),
    check(
      'Espacio en disco',
      `${number(Math.floor(freeBytes / 1e6))} MB libres; los datos ocupan ${number(Math.ceil(databaseBytes / 1e6))} MB`,
      // A backup or a migration needs room for one more copy.
      freeBytes < databaseBytes ? 'Libere espacio: no cabe una copia de los datos.' : null,
    ),
  ];
}

/** What the last comparison with the mail server found; the server itself is not asked. */
function ledgerCheck({ name, ledger }: Awaited<ReturnType<typeof keptLedgers>>[number]): Check {
  const title = `Buzón ${name}`;
  if (ledger === null) {
    return check(
      title,
      'sin comparar con el servidor',
      'Léalo: se compara al terminar. O «Comprobar» en su página.',
    );
  }
  const { checkedAt, onServer, missing, days } = ledger;
  const sum = (of: (day: (typeof days)[number]) => number) =>
    number(days.reduce((all, day) => all + of(day), 0));
  const when = new Intl.DateTimeFormat('es', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Madrid',
  }).format(checkedAt);
  const found = [
    `${number(onServer)} en el servidor = ${sum((day) => day.stored)} guardados`,
    `${sum((day) => day.duplicates)} repetidos`,
    `${sum((day) => day.unparsable)} no interpretables`,
    `${sum((day) => day.notYetRead)} sin leer todavía`,
  ].join(' + ');
  if (missing === 0) return check(title, `${found} (${when})`);
  const uids = days.flatMap((day) => day.missing).sort((a, b) => a - b);
  const listed = uids.slice(0, UIDS_LISTED).join(', ') + (uids.length > UIDS_LISTED ? ' ...' : '');
  return check(
    title,
    `${found} + FALTAN ${number(missing)} (${when}); UID: ${listed}`,
    'Vuelva a leerlos desde la página del buzón.',
  );
}

function check(name: string, found: string, todo: string | null = null): Check {
  return { name, ok: todo === null, found, todo };
}
