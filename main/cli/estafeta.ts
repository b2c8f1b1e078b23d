import { keepCompiled } from '../compile-cache.ts';
import { ERROR_TEXTS, type AppError } from '../errors.ts';
import { asAppError, exitCodeOf, type ExitCode, type Run } from './command.ts';
import { readCommandLine, UsageError } from './options.ts';
import { isClosedPipe, tell, write } from './output.ts';

/** The command line (DESIGN.md section 10): names, options, JSON and exit codes are stable. */

type Command = {
  readonly name: string;
  readonly takes: string;
  readonly does: string;
  readonly load: () => Promise<{ readonly run: Run }>;
};

const COMMANDS: readonly Command[] = [
  {
    name: 'ingest',
    takes: 'ORIGEN...',
    does: 'lee una carpeta de .eml, un Maildir, un .mbox o imap[s]://usuario@servidor/carpeta',
    load: () => import('./ingest.ts'),
  },
  { name: 'export', takes: '', does: 'una línea JSON por mensaje', load: () => import('./export.ts') },
  {
    name: 'search',
    takes: 'TEXTO [--limit N]',
    does: 'busca, lo más nuevo primero (operadores: docs/how-to/search.md)',
    load: () => import('./search.ts'),
  },
  {
    name: 'raw',
    takes: 'SHA256',
    does: 'el mensaje original, byte a byte, por la salida estándar',
    load: () => import('./raw.ts'),
  },
  {
    name: 'citizens import',
    takes: 'ARCHIVO.csv [--skip-bad] [--dry-run]',
    does: 'carga ciudadanos: todo o nada, salvo --skip-bad',
    load: () => import('./citizens-import.ts'),
  },
  {
    name: 'diagnose',
    takes: '--id DOC --birth FECHA --phone MÓVIL [--prefix +34]',
    does: 'por qué falla el acceso por SMS con esos datos',
    load: () => import('./diagnose.ts'),
  },
  {
    name: 'evaluate',
    takes: 'CARPETA',
    does: 'compara la clasificación con labels.jsonl; no necesita --data',
    load: () => import('./evaluate.ts'),
  },
  {
    name: 'audit verify',
    takes: '',
    does: 'comprueba que nadie ha tocado el registro de actividad',
    load: () => import('./audit-verify.ts'),
  },
  {
    name: 'backup',
    takes: 'ARCHIVO',
    does: 'copia cifrada, comprobada al abrirla',
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    takes: 'ARCHIVO',
    does: 'pone una copia en la carpeta de datos; lo que había se conserva aparte',
    load: () => import('./restore.ts'),
  },
  {
    name: 'doctor',
    takes: '',
    does: 'qué está configurado, qué falta y cómo arreglarlo',
    load: () => import('./doctor.ts'),
  },
];

const HELP = [
  'Uso: npm run --silent estafeta -- ORDEN --data CARPETA [opciones]',
  '',
  'Órdenes:',
  ...COMMANDS.map(({ name, takes, does }) => `  ${`${name} ${takes}`.padEnd(62)}${does}`),
  '',
  'Opciones:',
  '  --data CARPETA       carpeta de datos de la oficina',
  '  --json               resultado en JSON',
  '  --key-file ARCHIVO   archivo con la clave (64 cifras hexadecimales); si no, la variable ESTAFETA_KEY',
  '  --create-key         con --key-file y una carpeta nueva: crea la clave. Guárdela: sin ella no hay datos',
  '  --help               esta ayuda',
  '',
  'Para imap[s]://: la contraseña en ESTAFETA_IMAP_PASSWORD; una autoridad de certificación propia, en el archivo',
  'que diga ESTAFETA_IMAP_CA.',
  '',
  'Salida: 0 hecho; 1 algo ha fallado y se indica; 2 uso incorrecto; 3 rechazado (sin clave, base más nueva, en uso).',
].join('\n');

async function main(args: readonly string[]): Promise<ExitCode> {
  const json = args.includes('--json');
  try {
    const { words, help, options } = readCommandLine(args);
    if (help) {
      await write(`${HELP}\n`);
      return 0;
    }
    const command = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => words[at] === word));
    if (command === undefined) {
      throw new UsageError(
        words.length === 0 ? 'Indique una orden.' : `No existe la orden «${words.join(' ')}».`,
      );
    }
    keepCompiled();
    const { run } = await command.load();
    return await run({ ...options, arguments: words.slice(command.name.split(' ').length) });
  } catch (error) {
    // The reader has what it wanted.
    if (isClosedPipe(error)) return 0;
    if (error instanceof UsageError) return wrongUse(error, json);
    return failed(asAppError(error), json);
  }
}

async function wrongUse(error: UsageError, json: boolean): Promise<ExitCode> {
  tell(`${error.message}\nAyuda: npm run --silent estafeta -- --help`);
  if (json) await write(`${JSON.stringify({ error: { code: 'USAGE', what: error.message } })}\n`);
  return 2;
}

async function failed(error: AppError, json: boolean): Promise<ExitCode> {
  const { code, details } = error;
  const { what, kept, todo } = ERROR_TEXTS[code];
  tell(`${what} (${code})\n${kept}\n${todo}`);
  if (code === 'KEY_MISSING') {
    tell('Para una carpeta nueva: --key-file ARCHIVO --create-key crea la clave y la guarda en ese archivo.');
  }
  // Only the kind of error: its text may quote data.
  if (code === 'UNEXPECTED' && error.cause instanceof Error) tell(`Causa: ${error.cause.name}`);
  if (json) await write(`${JSON.stringify({ error: { code, what, kept, todo, details } })}\n`);
  return exitCodeOf(error);
}

process.exitCode = await main(process.argv.slice(2));
