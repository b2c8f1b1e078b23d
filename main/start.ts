import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepCompiled } from './compile-cache.ts';
import { projectRoot } from './paths.ts';

/**
 * `npm start`: builds what changed, then opens Estafeta on demo data, in Electron where its runtime is or can be
 * had, else in the browser. `npm start -- --web` asks for the browser; `--data DIR` for other data than the demo's;
 * the rest goes to the host.
 */

/** The whole download of the runtime, in ms; then the browser it is. */
const downloadLimitMs = 180_000;
/** An answer from the download's server, in ms. */
const probeLimitMs = 5_000;

const HELP = [
  'Uso: npm start -- [opciones]',
  '',
  '  sin opciones         abre Estafeta con datos de demostración, en su ventana o, si no se puede, en el navegador',
  '  --web                en el navegador',
  '  --data CARPETA       otros datos que los de demostración',
  '  --key-file ARCHIVO   la clave de esos datos; si no, la variable ESTAFETA_KEY',
  '  --port N             puerto del navegador; si no, uno libre',
  '  --help               esta ayuda',
].join('\n');

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
};

/** Why this machine cannot show Electron's window at all, in Spanish; null when it can. */
export function whyNoWindow({ platform, environment, isRoot }: Machine): string | null {
  if (platform !== 'linux') return null;
  if (environment.DISPLAY === undefined && environment.WAYLAND_DISPLAY === undefined) {
    return 'este equipo no tiene pantalla';
  }
  return isRoot ? 'el usuario root no puede abrir una ventana protegida' : null;
}

/** True when `output` is missing or older than any file at or under `sources`. */
export function isStale(output: string, sources: readonly string[]): boolean {
  if (!existsSync(output)) return true;
  const built = statSync(output).mtimeMs;
  const files = sources.flatMap((source) =>
    statSync(source).isFile()
      ? [source]
      : readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name)),
  );
  return files.some((file) => statSync(file).mtimeMs > built);
}

/** Electron's program in `packageDir` (node_modules/electron), as its own index.js finds it; null when not there. */
export function electronProgram(packageDir: string): string | null {
  const pathFile = join(packageDir, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const program = join(packageDir, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : null;
}

/** Fetches the runtime, within the limits above. Returns why it is not there afterwards, or null. */
async function downloadElectron(packageDir: string): Promise<string | null> {
  const server = process.env.ELECTRON_MIRROR ?? 'https://github.com/';
  try {
    await fetch(server, { method: 'HEAD', signal: AbortSignal.timeout(probeLimitMs) });
  } catch {
    return `no hay conexión con ${new URL(server).hostname} para descargarlo`;
  }
  say('Se descarga Electron; solo ocurre la primera vez.');
  spawnSync(process.execPath, [join(packageDir, 'install.js')], {
    timeout: downloadLimitMs,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return electronProgram(packageDir) === null ? 'no se ha podido descargar' : null;
}

function runTool(script: string, args: readonly string[]): void {
  const result = spawnSync(process.execPath, [join(projectRoot, 'node_modules', script), ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (result.status !== 0) {
    say('No se ha podido compilar Estafeta; el motivo está en las líneas anteriores.');
    process.exit(1);
  }
}

function buildRenderer(): void {
  const sources = ['renderer', 'vite.config.ts', 'vite.kiosk.config.ts', 'package.json'].map((name) =>
    join(projectRoot, name),
  );
  if (isStale(join(projectRoot, 'dist', 'renderer', 'index.html'), sources)) {
    say('Se prepara la interfaz…');
    runTool('vite/bin/vite.js', ['build']);
  }
}

function buildMain(): void {
  const sources = ['main', 'tsconfig.json', 'package.json'].map((name) => join(projectRoot, name));
  if (isStale(join(projectRoot, 'dist', 'main', 'electron', 'main.js'), sources)) {
    say('Se prepara el programa…');
    runTool('@typescript/native/bin/tsc', ['-p', 'tsconfig.build.json']);
  }
}

function runElectron(program: string, args: readonly string[]): void {
  const environment = { ...process.env };
  // Editors set this for their own children; with it Electron would be a plain Node.
  delete environment.ELECTRON_RUN_AS_NODE;
  const child = spawn(program, [projectRoot, ...args], { stdio: 'inherit', env: environment });
  child.once('error', (error) => {
    say(`Electron no se puede ejecutar (${error.message}). Use el navegador: npm start -- --web`);
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    if (code !== 0) say('Electron ha terminado con un error. Use el navegador: npm start -- --web');
    process.exitCode = code ?? 1;
  });
  // The terminal sends SIGINT to Electron too; this process waits for it to close its data.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
}

/** Loaded only when it is the one: it brings the whole service with it. */
async function runInBrowser(args: readonly string[]): Promise<void> {
  keepCompiled();
  const { runWebHost } = await import('./web/run.ts');
  await runWebHost(args);
}

async function start(given: readonly string[]): Promise<void> {
  if (given.includes('--help') || given.includes('-h')) return say(HELP);
  const wantsWeb = given.includes('--web');
  const rest = given.filter((argument) => argument !== '--web');
  const hasData = rest.some((argument) => argument === '--data' || argument.startsWith('--data='));
  const args = hasData ? rest : ['--demo', '--data', join(projectRoot, '.estafeta', 'demo'), ...rest];

  buildRenderer();
  if (wantsWeb) return runInBrowser(args);

  const packageDir = join(projectRoot, 'node_modules', 'electron');
  const { platform, env: environment } = process;
  const reason =
    whyNoWindow({ platform, environment, isRoot: process.getuid?.() === 0 }) ??
    (electronProgram(packageDir) === null ? await downloadElectron(packageDir) : null);
  const program = electronProgram(packageDir);
  if (reason !== null || program === null) {
    say(`Sin Electron: ${reason ?? 'no está instalado'}. Estafeta se abre en el navegador.`);
    return runInBrowser(args);
  }
  buildMain();
  runElectron(program, args);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (import.meta.main) await start(process.argv.slice(2));
