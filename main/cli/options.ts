import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What was typed, with paths made absolute. */
export type CliOptions = {
  readonly arguments: string[];
  readonly data: string | undefined;
  readonly json: boolean;
  readonly keyFile: string | undefined;
  readonly createKey: boolean;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
  readonly limit: number;
  /** Of `diagnose`, as they are typed. */
  readonly id: string | undefined;
  readonly birth: string | undefined;
  readonly phone: string | undefined;
  readonly prefix: string;
};

/** Wrong use: shown with the command's usage, exit code 2. The message is Spanish. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type CommandLine = {
  readonly words: readonly string[];
  readonly help: boolean;
  readonly options: Omit<CliOptions, 'arguments'>;
};

/** Throws UsageError. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parse(args);
  const keyFile = values['key-file'];
  if (values['create-key'] && keyFile === undefined) {
    throw new UsageError('--create-key necesita --key-file ARCHIVO: ahí se guarda la clave nueva.');
  }
  const limit = Number(values.limit);
  if (!/^\d{1,5}$/.test(values.limit) || limit === 0)
    throw new UsageError('--limit debe ser un número de 1 a 99999.');
  return {
    words: positionals,
    help: values.help,
    options: {
      data: values.data === undefined ? undefined : resolve(values.data),
      json: values.json,
      keyFile: keyFile === undefined ? undefined : resolve(keyFile),
      createKey: values['create-key'],
      skipBad: values['skip-bad'],
      dryRun: values['dry-run'],
      limit,
      id: values.id,
      birth: values.birth,
      phone: values.phone,
      prefix: values.prefix,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
        'key-file': { type: 'string' },
        'create-key': { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        limit: { type: 'string', default: '50' },
        id: { type: 'string' },
        birth: { type: 'string' },
        phone: { type: 'string' },
        prefix: { type: 'string', default: '+34' },
      },
    });
  } catch (cause) {
    throw new UsageError('Alguna opción no existe o le falta el valor.', { cause });
  }
}
