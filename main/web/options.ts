import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { KeySource } from '../store/key.ts';

export type WebOptions = {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly port: number;
  readonly key: KeySource;
};

/**
 * Reads `--data DIR`, `--demo`, `--port N`, `--key-file F` and ESTAFETA_KEY. A given key wins over the demo's own.
 * Throws an Error with a Spanish text when an argument is unknown, missing or not valid.
 */
export function readWebOptions(args: readonly string[], environmentKey: string | undefined): WebOptions {
  const values = parse(args);
  if (values.data === undefined) throw new Error('Indique la carpeta de datos: --data CARPETA');
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
    throw new Error('El puerto no es válido: --port 0-65535');
  const dataDir = resolve(values.data);
  const keyFile = values['key-file'];
  const key = chooseKey({ keyFile, environmentKey, demo: values.demo, dataDir });
  return { dataDir, demo: values.demo, port, key };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        demo: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        'key-file': { type: 'string' },
      },
    }).values;
  } catch (cause) {
    const usage = 'Uso: --data CARPETA [--demo] [--port N] [--key-file ARCHIVO]';
    throw new Error(`Los argumentos no son válidos. ${usage}`, { cause });
  }
}

/**
 * The key a person gave: the named file, else ESTAFETA_KEY (64 hex digits), else the demo's own; none otherwise.
 */
export function chooseKey(given: {
  readonly keyFile: string | undefined;
  readonly environmentKey: string | undefined;
  readonly demo: boolean;
  readonly dataDir: string;
}): KeySource {
  const { keyFile, environmentKey, demo, dataDir } = given;
  if (keyFile !== undefined) return { kind: 'file', path: resolve(keyFile), create: false };
  if (environmentKey !== undefined && environmentKey !== '') return { kind: 'hex', hex: environmentKey };
  return demo ? demoKey(dataDir) : { kind: 'none' };
}

/** Demo data keeps its key beside it: it is fictional, and every host can open it. */
function demoKey(dataDir: string): KeySource {
  return { kind: 'file', path: join(dataDir, 'demo.key'), create: true };
}
