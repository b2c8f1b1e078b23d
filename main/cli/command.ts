import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { AppError, type ErrorCode } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import { toStoreError, type StoreUse } from '../store/connection.ts';
import { toFolderError } from '../store/folder.ts';
import { resolveKey, type KeySource } from '../store/key.ts';
import { DATABASE_FILE, openStore, readFingerprint, type Store, type StoreOptions } from '../store/store.ts';
import { UsageError, type CliOptions } from './options.ts';
import { write } from './output.ts';

/** 0 done, 1 some items failed (listed), 2 wrong use, 3 refused (no key, newer database, locked ...). */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command file exports as `run`. */
export type Run = (options: CliOptions) => Promise<ExitCode>;

/** Errors of the data folder itself: nothing was done. The rest is an item that failed. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'KEY_MISSING',
  'KEY_WRONG',
  'STORE_NEWER',
  'STORE_LOCKED',
  'STORE_DAMAGED',
  'DISK_FULL',
  'MIGRATION_FAILED',
  'BACKUP_INVALID',
  'FILE_EXISTS',
  'FOLDER_UNUSABLE',
]);

export function exitCodeOf(error: AppError): ExitCode {
  return REFUSALS.has(error.code) ? 3 : 1;
}

/** Who the log says it was: the account of the operating system, since nobody signs in here. */
export function cliActor(): Actor {
  return { id: null, name: `Línea de órdenes (${accountName()})` };
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without a name, as containers have them.
    return 'cuenta sin nombre';
  }
}

/** The data folder that `--data` names. */
export function dataDirOf({ data }: CliOptions): string {
  if (data === undefined) throw new UsageError('Indique la carpeta de datos con --data CARPETA.');
  return data;
}

/**
 * The key of `--key-file`, else of ESTAFETA_KEY. A new key is only made where `--create-key` asks for it and the
 * folder has none yet.
 */
export function keyOf(options: CliOptions): KeySource {
  const { keyFile, createKey } = options;
  if (keyFile !== undefined) {
    return { kind: 'file', path: keyFile, create: createKey && readFingerprint(dataDirOf(options)) === null };
  }
  const hex = process.env.ESTAFETA_KEY;
  return hex === undefined || hex === '' ? { kind: 'none' } : { kind: 'hex', hex };
}

/**
 * Opens the data folder for as long as `task` runs. Only commands that bring data in make a new one; the others say
 * that there is nothing, instead of leaving an empty database behind a mistyped path.
 */
export async function withStore<T>(
  options: CliOptions,
  folder: 'MAY_BE_NEW' | 'MUST_EXIST',
  task: (store: Store) => Promise<T>,
  use: StoreUse = 'SHARED',
): Promise<T> {
  const dataDir = dataDirOf(options);
  const key = keyOf(options);
  if (
    folder === 'MUST_EXIST' &&
    readFingerprint(dataDir) === null &&
    !existsSync(join(dataDir, DATABASE_FILE))
  ) {
    throw new UsageError(`En ${dataDir} no hay datos de Estafeta.`);
  }
  const store = await open({ dataDir, key, use });
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}

async function open(options: StoreOptions): Promise<Store> {
  try {
    // A key that is to be made must not be lost in a folder that cannot be opened: it is made first.
    resolveKey(options.key);
    return await openStore(options);
  } catch (error) {
    throw toFolderError(error);
  }
}

/** The result, as JSON for programs or as Spanish text for people. */
export async function report(options: CliOptions, result: object, text: string): Promise<void> {
  await write(options.json ? `${JSON.stringify(result)}\n` : `${text}\n`);
}

/** The command's own arguments, as many as it takes. */
export function argumentsOf(options: CliOptions, names: readonly string[]): string[] {
  const given = options.arguments;
  if (given.length !== names.length) {
    throw new UsageError(
      names.length === 0 ? 'No se espera ningún argumento.' : `Se espera ${names.join(' ')}.`,
    );
  }
  return given;
}

/** Aborts at Ctrl+C; a second one ends at once, as the terminal expects. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  return controller.signal;
}

/** Any error as a coded one; what SQLite says of the file while it is read, too. */
export function asAppError(error: unknown): AppError {
  const known = toStoreError(error);
  return known instanceof AppError ? known : new AppError('UNEXPECTED', {}, { cause: known });
}
