import { join } from 'node:path';
import { ERROR_TEXTS } from '../errors.ts';
import { projectRoot } from '../paths.ts';
import { startService } from '../service/service.ts';
import { startWebHost } from './host.ts';
import { openBrowser } from './open-browser.ts';
import { readWebOptions, type WebOptions } from './options.ts';

/**
 * Runs the browser host in this process until SIGINT or SIGTERM, then drains and exits 0. Wrong arguments: says so
 * on standard error and exits 2. Arguments: see `readWebOptions`.
 */
export async function runWebHost(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const { dataDir, key, demo } = options;
  const service = await startService({ dataDir, key, demo, host: 'web' });
  const rendererDir = join(projectRoot, 'dist', 'renderer');
  const kioskDir = join(projectRoot, 'dist', 'kiosk');
  const host = await startWebHost({ service, port: options.port, rendererDir, kioskDir }).catch(
    async (error: unknown) => {
      await service.stop();
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      const why = code === 'EACCES' ? 'no se permite a su usuario' : 'está ocupado';
      process.stderr.write(
        `El puerto ${options.port} ${why}: elija otro con --port o deje que se busque uno libre.\n`,
      );
      process.exit(2);
    },
  );

  let stopping = false;
  const stop = async (): Promise<void> => {
    // A terminal and npm may both pass on the same Ctrl+C.
    if (stopping) return;
    stopping = true;
    await service.stop();
    await host.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());

  // Whoever starts it again beside itself, or without its key, should not need the browser to learn it.
  const problem = service.problem();
  if (problem !== null) {
    const { what, todo } = ERROR_TEXTS[problem.code];
    process.stderr.write(`No se han podido abrir los datos: ${what} (${problem.code})\n${todo}\n`);
  }
  say(`Estafeta está abierta en ${host.url}`);
  if (demo) say(`Datos de demostración en ${dataDir}; su clave está en la misma carpeta.`);
  say('Para cerrarla, pulse Ctrl+C en esta ventana.');
  openBrowser(host.url, () => say('No se ha podido abrir el navegador: copie la dirección en él.'));
}

function readOptions(args: readonly string[]): WebOptions {
  try {
    return readWebOptions(args, process.env.ESTAFETA_KEY);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  } finally {
    // The browser and other children must not inherit the key.
    delete process.env.ESTAFETA_KEY;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
